import { aborted } from '../city/turn-taking.ts';

/**
 * Runs at most `most` tasks at once and the rest in turn; one whose signal fires before its turn is never run. A worker
 * takes questions in the order they came, so what is no longer wanted must wait here, where it can still be dropped.
 */
export function atMost(most: number) {
  const queue: (() => void)[] = [];
  let running = 0;
  const next = () => {
    if (running < most) queue.shift()?.();
  };
  return <T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      queue.push(() => {
        if (signal?.aborted) {
          reject(aborted());
          return next();
        }
        running++;
        task()
          .then(resolve, reject)
          .finally(() => {
            running--;
            next();
          });
      });
      next();
    });
}
