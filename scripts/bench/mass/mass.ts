import { type Browser, type CDPSession, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { atBuiltPage } from '../built-page.ts';
import type { Benchmark, BenchOptions, BenchReport } from '../contract.ts';
import { framesOf, type Frames } from '../desk/frames.ts';
import { largestTownship, manyBuildings, type MassCity } from './cities.ts';
import { bareExtrusions } from './peer-page.ts';

const PITCH = 55;
/** So many moves of the pointer. Each is answered once the page has heard it, at the next frame: one a frame, as a hand has them. */
const MOVES = 40;

/** 体量 with a township's buildings. */
export const massView: Benchmark = { name: 'mass', title: 'The mass view 体量', usesPostgis: false, run };

async function run({ say }: BenchOptions): Promise<BenchReport> {
  return atBuiltPage(async ({ browser, address, home }) => {
    const rows: Row[] = [];
    for (const city of [largestTownship(), manyBuildings()])
      rows.push(...(await measured(browser, address, home, city, say)));
    return report(rows);
  });
}

interface Row {
  readonly what: string;
  readonly frames: Frames;
  readonly isPeer?: true;
}

async function measured(
  browser: Browser,
  address: string,
  home: string,
  city: MassCity,
  say: BenchOptions['say'],
): Promise<Row[]> {
  const rows: Row[] = [];
  const each = async (what: string, page: Page, cdp: CDPSession, work: () => Promise<unknown>, isPeer?: true) => {
    rows.push({ what: `${what}: ${city.name}`, frames: await framesOf(page, cdp, work), isPeer });
    say(rows.at(-1)!.what);
  };
  const bare = await opened(browser);
  await bareExtrusions(bare.page, address, city, PITCH);
  await each('bare extrusions turned', bare.page, bare.cdp, () => turned(bare.page), true);
  await bare.page.context().close();

  const own = await opened(browser);
  await ourPage(own.page, address, home, city);
  const before = own.page.url();
  await each('the view turned', own.page, own.cdp, () => turned(own.page));
  if (own.page.url() === before) throw new Error('The view stands where it stood: nothing was measured.');
  await each('a storey raised', own.page, own.cdp, () => raised(own.page));
  await own.page.context().close();
  return rows;
}

async function opened(browser: Browser): Promise<{ readonly page: Page; readonly cdp: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN', reducedMotion: 'reduce' }); // prettier-ignore
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  await page.addInitScript('globalThis.__name = (own) => own');
  return { page, cdp: await context.newCDPSession(page) };
}

/** The city opened as a file, the park in hand from aslant, one of its buildings selected. */
async function ourPage(page: Page, address: string, home: string, city: MassCity): Promise<void> {
  const file = path.join(home, 'city.geojson');
  writeFileSync(file, city.text);
  await page.route(/\/assets\/(city|backdrop)\.geojson/, (route) => route.abort());
  await page.goto(`${address}/#lang=zh`);
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByText('city.geojson').first().waitFor();
  // Its name is told while it is read too: what is asked for before it is open is forgotten.
  await page.locator('.maplibregl-canvas').waitFor();
  await page.waitForTimeout(10_000);
  const [lon, lat] = city.at;
  await page.goto(`${address}/#lang=zh&desk=sketch&park=${city.park}&at=${lon},${lat},${city.zoom},${PITCH},-20`);
  await page.locator('#inspector article').waitFor();
  await page.locator('.drawer').getByRole('tab').first().click();
  await page.locator('#sketch-table td').getByText(city.building, { exact: true }).first().click();
  await page.getByRole('slider', { name: new RegExp(`^${city.building} `) }).waitFor();
  // Tiles of the view are there once nothing is drawn any more.
  await page.waitForTimeout(5000);
}

/** The right button turns and tilts in both. */
async function turned(page: Page): Promise<void> {
  const box = (await page.locator('canvas.maplibregl-canvas').boundingBox())!;
  // Beside the handle of the building that is raised, which would take the pointer.
  const [x, y] = [box.x + box.width / 4, box.y + box.height / 3];
  await page.mouse.move(x, y);
  await page.mouse.down({ button: 'right' });
  for (let n = 1; n <= MOVES; n++) await page.mouse.move(x + 2 * n, y + (n % 20));
  await page.mouse.up({ button: 'right' });
}

/** Up and down again, so that nothing is done. */
async function raised(page: Page): Promise<void> {
  const grip = (await page.locator('.handle .grip').boundingBox())!;
  const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let n = 1; n <= MOVES; n++) await page.mouse.move(x, y - (n <= MOVES / 2 ? n : MOVES - n));
  await page.mouse.up();
}

function report(rows: readonly Row[]): BenchReport {
  const a = ({ frames }: Row): number => frames.sum / MOVES;
  const turnings = rows.filter(({ what }) => what.includes('turned'));
  const ratios = Object.fromEntries(
    turnings.filter(({ isPeer }) => isPeer).map((peer, n) => [`turned ${n + 1}`, a(peer) / a(turnings.filter((own) => !own.isPeer)[n])]),
  ); // prettier-ignore
  return {
    about:
      `Chromium at 1280 × 720 px, seen at ${PITCH}° from aslant, ${MOVES} moves of the pointer each with a frame. Tasks are those of the page's main thread by processor ` +
      'time, all that the move asked for included: the map is drawn in software here, in another process, which no device with a graphics card does. The peer is the map ' +
      'library alone with one extrusion layer of the same bodies.',
    table: {
      head: ['what', 'tasks ms a frame', 'longest task ms', '> 16.7 ms', '> 50 ms'],
      rows: rows.map((row) => [
        row.what,
        a(row).toFixed(1),
        row.frames.longest.toFixed(1),
        String(row.frames.overFrame),
        String(row.frames.overFelt),
      ]),
    },
    checks: [],
    ratios,
    peers: ['maplibre-gl'],
  };
}
