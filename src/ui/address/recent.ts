/*
 * Files that were opened, as handles of the File System Access API: the browser keeps them for this page alone, and asks the
 * person again before one is read. Where there are no handles, or storage is closed to us, nothing is kept.
 */

/** What of a handle is used; the DOM's own types know it of some browsers only. */
export interface FileHandle {
  readonly name: string;
  getFile(): Promise<File>;
  queryPermission?(descriptor: { readonly mode: 'read' }): Promise<PermissionState>;
  requestPermission?(descriptor: { readonly mode: 'read' }): Promise<PermissionState>;
}

/** Files that were opened together. */
export interface RecentFiles {
  readonly id: string;
  readonly names: readonly string[];
  readonly handles: readonly FileHandle[];
}

const MOST_KEPT = 8;
const STORE = 'recent';
const KEY = 'files';

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('yuantu-recent', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('closed'));
  });
}

async function ask<T>(mode: IDBTransactionMode, question: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const open = await database();
  try {
    return await new Promise<T>((resolve, reject) => {
      const asked = question(open.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('closed'));
    });
  } finally {
    open.close();
  }
}

export const recentKept = (): Promise<readonly RecentFiles[]> =>
  ask<unknown>('readonly', (store) => store.get(KEY)).then(
    (kept) => (Array.isArray(kept) ? (kept as RecentFiles[]) : []),
    () => [],
  );

/** Kept for the next time; where it cannot be, it is only not there then. */
export const keepRecent = (list: readonly RecentFiles[]): Promise<void> =>
  ask('readwrite', (store) => store.put(list, KEY)).then(
    () => undefined,
    () => undefined,
  );

/** The same files again come first, and none is there twice. */
export function withRecent(list: readonly RecentFiles[], handles: readonly FileHandle[]): readonly RecentFiles[] {
  const names = handles.map(({ name }) => name);
  const id = names.toSorted().join('\n');
  return [{ id, names, handles }, ...list.filter((own) => own.id !== id)].slice(0, MOST_KEPT);
}

/** Their content now; null where a file is gone or may not be read. */
export async function filesOf({ handles }: RecentFiles): Promise<readonly File[] | null> {
  try {
    for (const handle of handles) {
      const granted = (await handle.queryPermission?.({ mode: 'read' })) ?? 'granted';
      if (granted !== 'granted' && (await handle.requestPermission?.({ mode: 'read' })) !== 'granted') return null;
    }
    return await Promise.all(handles.map((handle) => handle.getFile()));
  } catch {
    return null;
  }
}
