import type { Browser, Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NamedBytes } from '../../../src/formats/contract.ts';
import { writeFiles } from '../../../src/formats/index.ts';
import { atBuiltPage } from '../built-page.ts';
import type { Benchmark, BenchOptions, BenchReport } from '../contract.ts';
import { policyPack } from '../packs.ts';
import { droppedOf, droppedText, type Dropped } from './dropped.ts';
import { flaggedCity } from './flagged-city.ts';
import { framesOf, type Frames } from './frames.ts';
import { boxOf, emptyList, scrolling, working } from './hands.ts';
import { workerSteps, type Stepped } from './worker-steps.ts';

const MANY = 50_000;

/** 供地台 with as many flagged parcels as it is made for. */
export const desk: Benchmark = { name: 'desk', title: 'The supply desk 供地台', usesPostgis: false, run };

async function run({ size, say }: BenchOptions): Promise<BenchReport> {
  const pack = policyPack('zhengzhou-draft');
  const count = Math.min(size, MANY);
  const written = await writeFiles('ytp', flaggedCity(count, pack), { name: 'flagged' });
  if (!written.ok) throw new Error(written.refusal.code);
  const [file] = written.value.files;
  say(`a city of ${count} parcels is made`);
  const steps = await workerSteps(file, pack);
  say('what the worker does is measured');
  const seen = await atThePage(file, say);
  return report(count, seen, steps);
}

/** What was seen at the page. */
interface Seen {
  readonly frames: Readonly<Record<string, Frames>>;
  readonly dropped: readonly Dropped[];
}

const atThePage = (file: NamedBytes, say: BenchOptions['say']): Promise<Seen> =>
  atBuiltPage(
    async ({ browser, address, home }) => {
      const at = path.join(home, file.name);
      writeFileSync(at, file.bytes);
      const frames = await measured(await opened(browser), address, at, say);
      const cities = [{ city: 'the sample city' }, { city: 'these parcels, all of them candidates', file: at }];
      const dropped: Dropped[] = [];
      for (const own of cities) {
        dropped.push(await droppedOf(await opened(browser), { address, ...own }));
        say(droppedText(dropped.at(-1)!));
      }
      return { frames, dropped };
    },
    ['--hide-scrollbars'],
  );

async function opened(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' }); // prettier-ignore
  page.setDefaultTimeout(300_000);
  // What tsx writes around functions, which the page has not got.
  await page.addInitScript('globalThis.__name = (own) => own');
  return page;
}

async function measured(page: Page, address: string, file: string, say: BenchOptions['say']): Promise<Seen['frames']> {
  const cdp = await page.context().newCDPSession(page);
  await page.route(/\/assets\/(city|backdrop)\.geojson/, (route) => route.abort());
  await page.goto(`${address}/#lang=zh`);
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByText(path.basename(file)).first().waitFor();
  const frames: Record<string, Frames> = {};
  const each = async (name: string, work: () => Promise<unknown>) => {
    frames[name] = await framesOf(page, cdp, work);
    say(name);
  };
  await each('the desk opened', async () => {
    await page.locator('body').press('3');
    await page.locator('[data-place]').first().waitFor();
    await page.waitForTimeout(5000);
  });
  const box = await boxOf(page.locator('.flags > .box'));
  for (const [name, work] of Object.entries(scrolling(page, cdp, box))) await each(name, work);
  await page.locator('.flags > .box').evaluate((list) => list.scrollTo(0, 0));
  for (const [name, work] of Object.entries(working(page))) await each(name, work);
  const empty = await boxOf(await emptyList(page));
  for (const [name, work] of Object.entries(scrolling(page, cdp, empty))) await each(`an empty list: ${name}`, work);
  await page.locator('.empty-list').evaluate((list) => list.remove());
  await page.close();
  return frames;
}

const ms = (value: number): string => value.toFixed(1);

function report(count: number, seen: Seen, steps: Readonly<Record<string, Stepped>>): BenchReport {
  const { frames } = seen;
  const atPage = Object.entries(frames).map(([name, own]) => [
    name,
    ms(own.longest),
    String(own.overFrame),
    String(own.overFelt),
    ms(own.sum),
    ms(own.gap),
  ]);
  const inWorker = Object.entries(steps).map(([name, { longest, sum }]) => [`worker: ${name}`, ms(longest), '', '', ms(sum), '']); // prettier-ignore
  const of = (name: string) => Object.entries(frames).find(([own]) => own.startsWith(name))![1];
  return {
    about:
      `${count} parcels, each flagged by evidence on record, in Chromium at 1440 × 900 px with its map beside, drawn in software. Tasks are those of the page's ` +
      'main thread by processor time; an empty list of the same size in the same place tells what is the browser’s own. Worker: the longest step, for ' +
      'which others wait, and all of it, by processor time in Node.',
    table: {
      head: ['what', 'longest task ms', '> 16.7 ms', '> 50 ms', 'all tasks ms', 'from frame to frame ms (median)'],
      rows: [...atPage, ...inWorker],
    },
    checks: seen.dropped.map(droppedText),
    ratios: { wheel: of('an empty list: the wheel').sum / of('the wheel').sum },
    peers: [],
  };
}
