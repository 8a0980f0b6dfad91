import type { Page } from '@playwright/test';
import type { Seen } from './watch.ts';

export interface Loaded {
  readonly path: string;
  /** As it came over the line, without what stands before it. */
  readonly bytes: number;
  /** It was there before the list could be used. */
  readonly first: boolean;
  /** It was asked for when list and map were there and the page had nothing else to do. */
  readonly later: boolean;
}

/** What a page has loaded, the files of its workers among it; when its list could be used and its map was drawn in ms from its beginning. */
export async function loadedBy(
  page: Page,
  folder: string,
  { usable, drawn }: Pick<Seen, 'usable' | 'drawn'>,
): Promise<readonly Loaded[]> {
  const entries = await page.evaluate(() =>
    (performance.getEntries() as PerformanceResourceTiming[])
      .filter(({ entryType }) => entryType === 'navigation' || entryType === 'resource')
      .map(({ name, startTime, transferSize, encodedBodySize, responseEnd }) => ({
        name,
        startTime,
        transferSize,
        encodedBodySize,
        responseEnd,
      })),
  );
  // What came from the browser's own cache, as for a second worker, has no bytes.
  return entries
    .filter(({ transferSize }) => transferSize > 0)
    .map(({ name, startTime, encodedBodySize, responseEnd }) => ({
      path: new URL(name).pathname.slice(folder.length),
      bytes: encodedBodySize,
      first: responseEnd <= usable,
      later: startTime > drawn,
    }));
}

const STILL = 2;
const LONGEST = 60;

/** Until nothing has come for two seconds. */
export async function quiet(page: Page): Promise<void> {
  const count = () => page.evaluate(() => performance.getEntriesByType('resource').length);
  const begun = Date.now();
  for (let [before, since] = [await count(), Date.now()]; Date.now() - since < 1000 * STILL;) {
    await new Promise((later) => setTimeout(later, 250));
    const now = await count();
    if (now !== before) [before, since] = [now, Date.now()];
    if (Date.now() - begun > 1000 * LONGEST) throw new Error(`${page.url()} still loads files after ${LONGEST} s.`);
  }
}
