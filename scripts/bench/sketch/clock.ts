/** What a piece of work took, milliseconds. */
export interface Took {
  /** Processor time of the process, its collector included: on a busy machine the only one that is ours. */
  readonly cpu: number;
  readonly wall: number;
}

export function took<T>(work: () => T): { readonly value: T; readonly ms: Took } {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const value = work();
  const { user, system } = process.cpuUsage(used);
  return { value, ms: { cpu: (user + system) / 1000, wall: performance.now() - started } };
}
