import type { Browser, CDPSession, Page } from '@playwright/test';

/** The line and the phone of the budgets: 9 Mbps, 60 ms, a processor four times as slow. */
const LINE = { offline: false, latency: 60, downloadThroughput: 9e6 / 8, uploadThroughput: 3e6 / 8 };
const SLOWER = 4;
const PHONE = { width: 390, height: 844 };

export interface Loaded {
  readonly path: string;
  /** As it came over the line. */
  readonly bytes: number;
  /** It was there before the list could be used. */
  readonly first: boolean;
}

export interface Visit {
  readonly lcpMs: number;
  readonly usableMs: number;
  readonly shift: number;
  readonly loaded: readonly Loaded[];
  readonly heapMb: number;
  /** From a press on a row to the name of its card; null where there is no list. */
  readonly selectMs: number | null;
  /** Tasks over 50 ms while the map is dragged, the longest in ms. */
  readonly panTasks: { readonly count: number; readonly longest: number };
}

interface Seen {
  lcp: number;
  shift: number;
  usable: number;
  tasks: number[];
}

/** Runs in the page before it. */
function watch(usable: string): void {
  const seen = { lcp: 0, shift: 0, usable: 0, tasks: [] as number[] };
  (globalThis as unknown as { seen: typeof seen }).seen = seen;
  new PerformanceObserver((list) => (seen.lcp = list.getEntries().at(-1)!.startTime)).observe({
    type: 'largest-contentful-paint',
    buffered: true,
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
  const look = () => {
    if (document.querySelector(usable)) seen.usable = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

/** One visit of someone who was never here, over the slow line; `usable` is there once the page can be used. */
export async function visited(browser: Browser, address: string, usable: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: PHONE, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Performance.enable');
    await cdp.send('Network.emulateNetworkConditions', LINE);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    // What tsx writes around functions, which the page has not got.
    await page.addInitScript('globalThis.__name = (own) => own');
    await page.addInitScript(watch, usable);
    const loading = loadedBy(cdp, new URL(address).pathname);
    await page.goto(address);
    await page.waitForSelector(usable, { state: 'attached', timeout: 120_000 });
    const before = loading().length;
    // A map comes after the list: with it more files, until nothing comes any more.
    await quiet(loading);
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
    const { lcp, shift } = seen;
    const { metrics } = await cdp.send('Performance.getMetrics');
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value;
    const panTasks = await panned(page);
    const selectMs = await selected(page);
    return {
      lcpMs: lcp,
      usableMs: seen.usable,
      shift,
      loaded: loading().map((one, i) => ({ ...one, first: i < before })),
      heapMb: heap / 2 ** 20,
      selectMs,
      panTasks,
    };
  } finally {
    await context.close();
  }
}

function loadedBy(cdp: CDPSession, folder: string): () => readonly Omit<Loaded, 'first'>[] {
  const paths = new Map<string, string>();
  const loaded: Omit<Loaded, 'first'>[] = [];
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    paths.set(requestId, new URL(request.url).pathname.slice(folder.length));
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId);
    if (path !== undefined) loaded.push({ path, bytes: encodedDataLength });
  });
  return () => loaded;
}

/** Until nothing has come for two seconds. */
async function quiet(loading: () => readonly unknown[]): Promise<void> {
  let [count, still] = [-1, 0];
  while (still < 4) {
    await new Promise((later) => setTimeout(later, 500));
    still = loading().length === count ? still + 1 : 0;
    count = loading().length;
  }
}

async function panned(page: Page): Promise<Visit['panTasks']> {
  await page.evaluate(() => ((globalThis as unknown as { seen: Seen }).seen.tasks.length = 0));
  await page.mouse.move(200, 260);
  await page.mouse.down();
  for (let step = 1; step <= 20; step++) await page.mouse.move(200 + 4 * step, 260 - 3 * step);
  await page.mouse.up();
  await page.waitForTimeout(1500);
  const tasks = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen.tasks);
  return { count: tasks.length, longest: Math.max(0, ...tasks) };
}

/** Measured in the page, from the press to the frame that shows the name. */
const selected = (page: Page): Promise<number | null> =>
  page.evaluate(async () => {
    const row = document.querySelector<HTMLElement>('[data-row]');
    if (!row) return null;
    const began = performance.now();
    (row.matches('button, a') ? row : (row.querySelector<HTMLElement>('button, a') ?? row)).click();
    return new Promise<number>((done) => {
      const look = () => {
        if (document.querySelector('#park-name')) requestAnimationFrame(() => done(performance.now() - began));
        else requestAnimationFrame(look);
      };
      look();
    });
  });
