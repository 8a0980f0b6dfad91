import type { Page } from '@playwright/test';
import { bytes, building, collection, parcel, park, rectangle } from '../helpers/city.ts';

/* A few parks whose plot ratio is too low, on a page without map and sample city: what is done is seen soon, however slow the machine. */

export const TODAY = '2026-11-22';
export const PARKS = 6;

export const fewParks = {
  name: 'parks.geojson',
  bytes: bytes(
    collection(
      ...Array.from({ length: PARKS }, (_, i) => park({ id: `P${i}`, name: `第${i}园` })),
      ...Array.from({ length: PARKS }, (_, i) => parcel(`A${i}`, rectangle(400 * i, 0, 250, 270), { parkId: `P${i}` })),
      ...Array.from({ length: PARKS }, (_, i) =>
        building(`B${i}`, `A${i}`, rectangle(400 * i + 40, 40, 100, 80), { storeys: 2, floorAreaM2: 16_000 }),
      ),
    ),
  ),
};

const SAMPLE = /\/assets\/(city|backdrop)\.geojson/;
const MAP = /\/assets\/map-[^/]*\.js/;

/** The page without its map, which is drawn in software here: half of what opening the sample city costs. */
export const withoutMap = (page: Page) => page.route(MAP, (route) => route.abort());

/** The page without what takes long. */
export async function quietPage(page: Page): Promise<void> {
  await page.route(SAMPLE, (route) => route.abort());
  await withoutMap(page);
}

export const at = (rest: string) => `/#lang=zh&date=${TODAY}&${rest}`;

export async function openFewParks(page: Page): Promise<void> {
  await page.goto(at(''));
  const { name, bytes: buffer } = fewParks;
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(buffer) });
  await page.getByText('第0园').first().waitFor();
}

/** Opens the card of a park, wherever the page is. */
export async function readPark(page: Page, i: number): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), at(`park=P${i}`).slice(2));
  await page.getByRole('heading', { name: `第${i}园` }).waitFor();
}

/** 采用: the floor area that is missing. */
export const addFloor = (page: Page) => page.getByRole('button', { name: /^采用：.*建筑面积/ });

export const unsaved = (page: Page) => page.getByText(/有 \d+ 处改动未存/);

/** How many steps are not saved, as the page says. */
export async function steps(page: Page): Promise<number> {
  const [said] = await unsaved(page).allTextContents();
  return Number(said?.match(/\d+/)?.[0] ?? 0);
}
