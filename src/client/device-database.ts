const NAME = 'yuantu';
const VERSION = 4;
/** Every store there is: a version that has more of them makes those that are missing. */
const STORES = ['drafts', 'sources', 'deeds', 'references', 'guides', 'work'] as const;

/** Name of the error where the store cannot be opened because of another window. */
export const HELD = 'BlockedError';

/** The browser's own database, which outlives the page, the browser and the power; opened when it is first wanted. */
export function deviceDatabase(factory: IDBFactory | undefined): () => Promise<IDBDatabase> {
  let opened: Promise<IDBDatabase> | null = null;
  const forget = (): void => void (opened = null);
  const failed = (error: unknown): never => {
    forget();
    throw error;
  };
  return () => (opened ??= open(factory, forget).catch(failed));
}

/** `onGone`: the browser or a newer page closed it; whoever wants it then opens it again. */
function open(factory: IDBFactory | undefined, onGone: () => void): Promise<IDBDatabase> {
  if (!factory) return Promise.reject(new DOMException('no database', 'InvalidStateError'));
  return new Promise((resolve, reject) => {
    const asked = factory.open(NAME, VERSION);
    asked.onupgradeneeded = () => {
      const there = asked.result.objectStoreNames;
      for (const name of STORES) if (!there.contains(name)) asked.result.createObjectStore(name);
    };
    let isBlocked = false;
    asked.onsuccess = () => {
      const db = asked.result;
      if (isBlocked) return db.close();
      db.onclose = onGone;
      // A newer page, or the browser's own cleaning, waits for every page to let go.
      db.onversionchange = () => {
        db.close();
        onGone();
      };
      resolve(db);
    };
    asked.onerror = () => reject(asked.error ?? new DOMException('not opened', 'UnknownError'));
    asked.onblocked = () => {
      isBlocked = true;
      reject(new DOMException('a window with an older page holds it', HELD));
    };
  });
}

export const answer = <T>(request: IDBRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new DOMException('not answered', 'UnknownError'));
  });

/**
 * Nothing more is asked of it: what was, is written even if the page goes away at once. Without this a transaction ends only
 * once the page was told of its last answer, which a page that is busy drawing hears late, and one that is reloaded never.
 */
export function committed(work: IDBTransaction): Promise<void> {
  const ended = done(work);
  work.commit();
  return ended;
}

export function done(work: IDBTransaction): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    work.oncomplete = () => resolve();
    work.onabort = work.onerror = () => reject(work.error ?? new DOMException('given up', 'AbortError'));
  });
  // Where a request of it fails first nobody waits for it: that is said by the request.
  ended.catch(() => undefined);
  return ended;
}
