import type { Browser, CDPSession, Page } from '@playwright/test';
import { loadedBy, quiet, type Loaded } from './loaded.ts';
import { PageMemory } from './memory.ts';
import { longestOwn } from './own-time.ts';
import { watch, type Seen } from './watch.ts';
import { within } from './within.ts';

/** The line and the phone of the budgets: 9 Mbps, 60 ms, a processor four times as slow. */
const LINE = { offline: false, latency: 60, downloadThroughput: 9e6 / 8, uploadThroughput: 3e6 / 8 };
const SLOWER = 4;
const PHONE = { width: 390, height: 844 };

/** A page that is measured. */
export interface Visited {
  readonly address: string;
  /** What is there once the page can be used. */
  readonly usable: string;
  /** What is there once its map was drawn. */
  readonly drawn: string;
}

export interface Visit {
  readonly lcpMs: number;
  readonly usableMs: number;
  readonly drawnMs: number;
  readonly shift: number;
  readonly loaded: readonly Loaded[];
  /** The most seen of the page's process; null where the system does not tell. */
  readonly memoryMb: number | null;
  /** From a press on a row until its card is drawn with name and verdict; null where there is no list. */
  readonly selectMs: number | null;
  /** Tasks over 50 ms while the map is dragged, the longest in ms, and the longest stretch of what is not the map library. */
  readonly pan: { readonly count: number; readonly longest: number; readonly own: number };
}

/** One visit of someone who was never here, over the slow line. */
export async function visited(browser: Browser, visit: Visited): Promise<Visit> {
  const tools = await browser.newBrowserCDPSession();
  const memory = await PageMemory.begin(tools);
  const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', LINE);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    return await within(240, `The visit of ${visit.address}`, measured(page, cdp, visit, memory));
  } finally {
    await within(30, `Closing ${visit.address}`, context.close());
    await tools.detach();
  }
}

async function measured(page: Page, cdp: CDPSession, visit: Visited, memory: PageMemory): Promise<Visit> {
  // What tsx writes around functions, which the page has not got.
  await page.addInitScript('globalThis.__name = (own) => own');
  await page.addInitScript(watch, { usable: visit.usable, drawn: visit.drawn });
  await page.goto(visit.address);
  await page.waitForSelector(visit.usable, { state: 'attached' });
  // A map comes after the list: with it more files, until nothing comes any more.
  await quiet(page);
  await page.waitForFunction(() => (globalThis as unknown as { seen: Seen }).seen.drawn > 0);
  const { lcp, usable, drawn } = await seenBy(page);
  const loaded = await loadedBy(page, new URL(visit.address).pathname, { usable, drawn });
  const memories = [await memory.megabytes()];
  const pan = await panned(page, cdp);
  memories.push(await memory.megabytes());
  const selectMs = await selected(page);
  memories.push(await memory.megabytes());
  const known = memories.filter((one) => one !== null);
  const { shift } = await seenBy(page);
  return {
    ...{ lcpMs: lcp, usableMs: usable, drawnMs: drawn, shift, loaded, pan, selectMs },
    memoryMb: known.length > 0 ? Math.max(...known) : null,
  };
}

const seenBy = (page: Page): Promise<Seen> => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

/** The map is dragged by one frame after the other, and what comes of it is waited for. */
async function panned(page: Page, cdp: CDPSession): Promise<Visit['pan']> {
  await page.evaluate(() => ((globalThis as unknown as { seen: Seen }).seen.tasks.length = 0));
  const own = await longestOwn(cdp, async () => {
    await page.mouse.move(200, 260);
    await page.mouse.down();
    for (let step = 1; step <= 20; step++) {
      await page.mouse.move(200 + 4 * step, 260 - 3 * step);
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
    await page.waitForTimeout(1500);
  });
  const { tasks } = await seenBy(page);
  return { count: tasks.length, longest: Math.max(0, ...tasks), own };
}

/** Measured in the page. */
const selected = (page: Page): Promise<number | null> =>
  page.evaluate(async () => {
    const row = document.querySelector<HTMLElement>('[data-row]');
    if (!row) return null;
    const began = performance.now();
    (row.matches('button, a') ? row : (row.querySelector<HTMLElement>('button, a') ?? row)).click();
    return new Promise<number>((done, fail) => {
      const look = () => {
        // The first task after this frame: what it holds has been laid out and drawn.
        if (document.querySelector('#park-name')) setTimeout(() => done(performance.now() - began));
        else if (performance.now() - began > 30_000) fail(new Error('A row was pressed, and no card came in 30 s.'));
        else requestAnimationFrame(look);
      };
      look();
    });
  });
