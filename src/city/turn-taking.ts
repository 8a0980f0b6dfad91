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
