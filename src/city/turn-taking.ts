/** Shorter than what a person notices. */
const EVERY_MS = 40;

/** An `AbortError`, as `fetch` throws one, so that callers tell a cancel from a fault in one way. */
export const aborted = () => new DOMException('cancelled', 'AbortError');

/**
 * Called between the pieces of long work: lets other messages in now and then, such as the one that stops it.
 *
 * @throws AbortError once the signal fired
 */
export function turnTaking(signal?: AbortSignal): () => Promise<void> | undefined {
  let last = performance.now();
  const isStopped = () => signal?.aborted === true;
  return () => {
    if (isStopped()) return Promise.reject(aborted());
    if (performance.now() - last < EVERY_MS) return undefined;
    return new Promise<void>((go, stop) =>
      setTimeout(() => {
        last = performance.now();
        if (isStopped()) stop(aborted());
        else go();
      }),
    );
  };
}

/**
 * The same in work on land that must stay as it is meanwhile.
 *
 * @throws AbortError also where it has become another
 */
export function turnsOn(land: { readonly version: number }, signal?: AbortSignal): () => Promise<void> | undefined {
  const takeTurns = turnTaking(signal);
  const { version } = land;
  const isAnother = () => land.version !== version;
  return () => {
    if (isAnother()) return Promise.reject(aborted());
    return takeTurns()?.then(() => {
      if (isAnother()) throw aborted();
    });
  };
}
