import type { Deed } from '../../city/deeds.ts';
import type { DraftCard } from '../../city/draft-card.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import { answer, committed, deviceDatabase, done, HELD } from '../device-database.ts';
import type { Draft, DraftEntry, Drafts, DraftSource, KeptGuide, KeptReference } from './draft.ts';

const [ENTRIES, SOURCES, DEEDS, REFERENCES, GUIDES] = ['drafts', 'sources', 'deeds', 'references', 'guides'] as const;
const STORES = [ENTRIES, SOURCES, DEEDS, REFERENCES, GUIDES];

/** Drafts in the browser's own database, which outlives the page, the browser and the power. */
export function deviceDrafts(factory: IDBFactory | undefined = globalThis.indexedDB): Drafts {
  const database = deviceDatabase(factory);
  const told = async <T>(
    work: (db: IDBDatabase) => Promise<Result<T, DraftRefusal>>,
  ): Promise<Result<T, DraftRefusal>> => {
    try {
      return await work(await database());
    } catch (error) {
      return refusalOf(error);
    }
  };
  return {
    list: () =>
      told(async (db) => {
        const entries = await answer<DraftEntry[]>(db.transaction(ENTRIES).objectStore(ENTRIES).getAll());
        return ok(entries.sort((a, b) => b.changedAt - a.changedAt));
      }),
    begin: (begun, source, deeds) => told((db) => begin(db, begun, source, deeds)),
    append: (id, at, deed) => told((db) => append(db, id, at, deed)),
    describe: (id, card) => told((db) => describe(db, id, card)),
    read: (id) => told((db) => read(db, id)),
    deedsFrom: (id, from) =>
      told(async (db) => ok(await answer<Deed[]>(db.transaction(DEEDS).objectStore(DEEDS).getAll(deedsOf(id, from))))),
    remove: (id) =>
      told(async (db) => {
        const work = writing(db);
        work.objectStore(ENTRIES).delete(id);
        work.objectStore(SOURCES).delete(id);
        work.objectStore(DEEDS).delete(deedsOf(id, 0));
        work.objectStore(REFERENCES).delete(referencesOf(id));
        work.objectStore(GUIDES).delete(id);
        await committed(work);
        return ok(null);
      }),
    references: (id) =>
      told(async (db) => {
        const store = db.transaction(REFERENCES).objectStore(REFERENCES);
        const all = await answer<KeptReference[]>(store.getAll(referencesOf(id)));
        return ok(all.sort((a, b) => a.addedAt - b.addedAt));
      }),
    keepReference: (id, reference) =>
      told((db) => inStore(db, REFERENCES, (store) => store.put(reference, [id, reference.id]))),
    dropReference: (id, reference) => told((db) => inStore(db, REFERENCES, (store) => store.delete([id, reference]))),
    guides: (id) =>
      told(async (db) => {
        const store = db.transaction(GUIDES).objectStore(GUIDES);
        return ok((await answer<readonly KeptGuide[] | undefined>(store.get(id))) ?? []);
      }),
    keepGuides: (id, guides) => told((db) => inStore(db, GUIDES, (store) => store.put(guides, id))),
  };
}

async function begin(
  db: IDBDatabase,
  { title, judging }: Pick<DraftEntry, 'title' | 'judging'>,
  source: DraftSource,
  deeds: readonly Deed[],
): Promise<Result<DraftEntry, DraftRefusal>> {
  const now = Date.now();
  const files = (source.files ?? []).map(({ name }) => name);
  const id = crypto.randomUUID();
  const entry: DraftEntry = { id, title, files, begunAt: now, changedAt: now, deeds: deeds.length, judging };
  const work = writing(db);
  work.objectStore(ENTRIES).put(entry, id);
  work.objectStore(SOURCES).put(source, id);
  for (const [at, deed] of deeds.entries()) work.objectStore(DEEDS).put(deed, [id, at]);
  await committed(work);
  return ok(entry);
}

async function append(db: IDBDatabase, id: string, at: number, deed: Deed): Promise<Result<DraftEntry, DraftRefusal>> {
  const work = writing(db);
  const ended = done(work);
  const entry = await answer<DraftEntry | undefined>(work.objectStore(ENTRIES).get(id));
  if (entry?.deeds !== at) {
    work.abort();
    await ended.catch(() => undefined);
    return entry ? refuse('draft-ahead', { deeds: entry.deeds }) : refuse('draft-gone', {});
  }
  const changed = { ...entry, deeds: at + 1, changedAt: Date.now() };
  work.objectStore(ENTRIES).put(changed, id);
  work.objectStore(DEEDS).put(deed, [id, at]);
  work.commit();
  await ended;
  return ok(changed);
}

/** Changed or thrown away meanwhile, it is as it is then: only the card is another. */
async function describe(db: IDBDatabase, id: string, card: DraftCard): Promise<Result<null, DraftRefusal>> {
  const work = db.transaction(ENTRIES, 'readwrite');
  const ended = done(work);
  const entries = work.objectStore(ENTRIES);
  const entry = await answer<DraftEntry | undefined>(entries.get(id));
  if (entry) entries.put({ ...entry, card }, id);
  work.commit();
  await ended;
  return ok(null);
}

async function read(db: IDBDatabase, id: string): Promise<Result<Draft, DraftRefusal>> {
  const work = db.transaction([ENTRIES, SOURCES, DEEDS]);
  const [entry, source, deeds] = await Promise.all([
    answer<DraftEntry | undefined>(work.objectStore(ENTRIES).get(id)),
    answer<DraftSource | undefined>(work.objectStore(SOURCES).get(id)),
    answer<Deed[]>(work.objectStore(DEEDS).getAll(deedsOf(id, 0))),
  ]);
  return entry && source ? ok({ entry, source, deeds }) : refuse('draft-gone', {});
}

async function inStore(
  db: IDBDatabase,
  name: typeof REFERENCES | typeof GUIDES,
  act: (store: IDBObjectStore) => void,
): Promise<Result<null, DraftRefusal>> {
  const work = writing(db);
  act(work.objectStore(name));
  await committed(work);
  return ok(null);
}

/** Their ids are texts, which come after every number and before every list. */
const referencesOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id, ''], [id, []]);

const deedsOf = (id: string, from: number): IDBKeyRange => IDBKeyRange.bound([id, from], [id, Infinity]);

/** Strict: success is told when it is on the disk, not when the system has promised to write it. */
const writing = (db: IDBDatabase): IDBTransaction => db.transaction(STORES, 'readwrite', { durability: 'strict' });

/** A fault of this code is thrown on; what the device or the browser refuses is told. */
function refusalOf(error: unknown): Result<never, DraftRefusal> {
  if (!(error instanceof DOMException)) throw error;
  const code =
    error.name === 'QuotaExceededError' ? 'device-full' : error.name === HELD ? 'device-held' : 'device-refuses';
  return refuse(code, { detail: error.message });
}
