/** Caches of a browser as far as the keeper uses them, in memory. `room`: so many files, then none. */
export function testCaches(room = Infinity): CacheStorage {
  const all = new Map<string, Map<string, Response>>();
  const addressOf = (request: RequestInfo | URL) => (request instanceof Request ? request.url : String(request));
  let put = 0;
  const opened = (name: string) => {
    const own = all.get(name) ?? new Map<string, Response>();
    all.set(name, own);
    return {
      match: (request: RequestInfo) => Promise.resolve(own.get(addressOf(request))?.clone()),
      put: (request: RequestInfo, answer: Response) => {
        if (answer.status === 206) return Promise.reject(new TypeError('a part'));
        if (++put > room) return Promise.reject(new DOMException('no room', 'QuotaExceededError'));
        own.set(addressOf(request), answer.clone());
        return Promise.resolve();
      },
    };
  };
  return {
    open: (name: string) => Promise.resolve(opened(name)),
    keys: () => Promise.resolve([...all.keys()]),
    delete: (name: string) => Promise.resolve(all.delete(name)),
  } as unknown as CacheStorage;
}
