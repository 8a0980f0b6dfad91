/** How the caller of long work follows it and stops it; both are asked every few thousand features. */
export interface Watch {
  /** Share done, 0 … 1. */
  readonly progress?: (done: number) => void;
  /** True ends the work: it then returns null and nothing else has changed. */
  readonly cancelled?: () => boolean;
}

const EVERY = 4096;

/** Reports feature `f` of `size` to the watch; true when the work is to stop. */
export function stopsAt(f: number, size: number, watch: Watch): boolean {
  if (f % EVERY !== 0) return false;
  watch.progress?.(f / size);
  return watch.cancelled?.() ?? false;
}

/** The watch of one step of longer work: its 0 … 1 is `from … to` of the whole. */
export const partOf = ({ progress, cancelled }: Watch, from: number, to: number): Watch => ({
  ...(progress && { progress: (done: number) => progress(from + (to - from) * done) }),
  ...(cancelled && { cancelled }),
});
