import type { CDPSession } from '@playwright/test';

/** Files of the build that hold the map library, which is not ours. */
const LIBRARY = /\/(?:map-library|map-worker|maplibre)[^/]*\.m?js$/;
export const isMapLibrary = (address: string): boolean => LIBRARY.test(address);

/** Of a while in a page: the longest stretch, ms, in which a function of a file that is not the map library's was at work, itself or by what it called. */
export async function longestOwn(cdp: CDPSession, doing: () => Promise<void>): Promise<number> {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 500 });
  await cdp.send('Profiler.start');
  await doing();
  const { profile } = await cdp.send('Profiler.stop');
  await cdp.send('Profiler.disable');
  const own = new Set<number>();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const visit = (id: number, isOwn: boolean): void => {
    const { callFrame, children } = nodes.get(id)!;
    const now = isOwn || (callFrame.url.startsWith('http') && !isMapLibrary(callFrame.url));
    if (now) own.add(id);
    for (const child of children ?? []) visit(child, now);
  };
  visit(profile.nodes[0].id, false);
  let [longest, current] = [0, 0];
  for (const [i, id] of profile.samples!.entries()) {
    // A sample stands for the time until the next one.
    current = own.has(id) ? current + (profile.timeDeltas![i + 1] ?? 0) : 0;
    longest = Math.max(longest, current);
  }
  return longest / 1000;
}
