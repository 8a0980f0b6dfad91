type Task = () => Promise<void>;

/** Works through several lists, always on at the one that has had the least time, until all is done or time is over. */
export async function inTurns(isOver: () => boolean, lists: readonly (readonly Task[])[]): Promise<void> {
  const spent = lists.map(() => 0);
  const done = lists.map(() => 0);
  while (!isOver()) {
    const open = [...lists.keys()].filter((n) => done[n] < lists[n].length);
    if (open.length === 0) return;
    const next = open.reduce((least, n) => (spent[n] < spent[least] ? n : least));
    const began = performance.now();
    await lists[next][done[next]++]();
    spent[next] += performance.now() - began;
  }
}
