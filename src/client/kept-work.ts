import { answer, committed, deviceDatabase } from './device-database.ts';

const STORE = 'work';

/**
 * What desks keep of a project on this device besides what was done to its land: what was chosen, what was found last. By
 * the origin of the project, so that it is there again whenever the same files are opened.
 */
export interface KeptWork {
  /** Undefined where nothing is kept, or the browser keeps nothing. */
  read(origin: string, name: string): Promise<unknown>;
  /** In place of what was kept; undefined: nothing. False where it could not be. */
  keep(origin: string, name: string, value: unknown): Promise<boolean>;
}

export function deviceWork(factory: IDBFactory | undefined = globalThis.indexedDB): KeptWork {
  const database = deviceDatabase(factory);
  return {
    async read(origin, name) {
      try {
        const db = await database();
        return await answer(db.transaction(STORE).objectStore(STORE).get([origin, name]));
      } catch (error) {
        if (error instanceof DOMException) return undefined;
        throw error;
      }
    },
    async keep(origin, name, value) {
      try {
        const db = await database();
        const work = db.transaction(STORE, 'readwrite');
        if (value === undefined) work.objectStore(STORE).delete([origin, name]);
        else work.objectStore(STORE).put(value, [origin, name]);
        await committed(work);
        return true;
      } catch (error) {
        if (error instanceof DOMException) return false;
        throw error;
      }
    },
  };
}
