/** What a page has told of itself since it was opened; times in ms from then. */
export interface Seen {
  lcp: number;
  /** Sum of all layout shifts but those within half a second of an input: no less than that of the worst second or five that browsers report. */
  shift: number;
  usable: number;
  /** The map was drawn and told what is on it. */
  drawn: number;
  /** Tasks of the page's thread of more than 50 ms, how long. */
  tasks: number[];
}

/** Runs in the page before it. */
export function watch({ usable, drawn }: { readonly usable: string; readonly drawn: string }): void {
  const seen: Seen = { lcp: 0, shift: 0, usable: 0, drawn: 0, tasks: [] };
  (globalThis as unknown as { seen: Seen }).seen = seen;
  const observe = (type: string, call: (entries: PerformanceEntryList) => void) =>
    new PerformanceObserver((list) => call(list.getEntries())).observe({ type, buffered: true });
  observe('largest-contentful-paint', (entries) => (seen.lcp = entries.at(-1)!.startTime));
  observe('layout-shift', (entries) => {
    for (const entry of entries as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) seen.shift += entry.value;
  });
  observe('longtask', (entries) => seen.tasks.push(...entries.map(({ duration }) => duration)));
  const look = () => {
    if (seen.usable === 0 && document.querySelector(usable)) seen.usable = performance.now();
    if (document.querySelector(drawn)) seen.drawn = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}
