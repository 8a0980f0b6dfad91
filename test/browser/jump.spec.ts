import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { palettes } from '../../src/map/palette.ts';

interface Parcel {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: [number, number][][] };
}

/** The middle of the widest parcel of the sample city that is in use and in no park. */
function widest(): readonly [lon: number, lat: number] {
  const bytes = gunzipSync(readFileSync(new URL('../../data/sample/city.geojson.gz', import.meta.url)));
  const { features } = JSON.parse(bytes.toString()) as { features: Parcel[] };
  const boxes = features
    .filter(({ properties: p, geometry }) => p.kind === 'parcel' && geometry.type === 'Polygon')
    .filter(({ properties: p }) => p.status === 'in-use' && p.parkId === undefined)
    .map(({ geometry }) => {
      const [x, y] = [0, 1].map((axis) => geometry.coordinates[0].map((at) => at[axis]));
      return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
    });
  const room = ([w, s, e, n]: number[]) => Math.min(e - w, n - s);
  const [west, south, east, north] = boxes.reduce((a, b) => (room(a) >= room(b) ? a : b));
  return [(west + east) / 2, (south + north) / 2];
}

/** The colour most of the very middle of the map has. */
async function colourInTheMiddle(page: Page): Promise<number> {
  const box = (await page.locator('.maplibregl-canvas').boundingBox())!;
  const clip = { x: box.x + box.width / 2 - 8, y: box.y + box.height / 2 - 8, width: 16, height: 16 };
  const shot = (await page.screenshot({ clip })).toString('base64');
  const blank = await page.context().newPage();
  await blank.setContent('<canvas></canvas>');
  const colour = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map<number, number>();
    for (let i = 0; i < data.length; i += 4) {
      const own = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
      counts.set(own, (counts.get(own) ?? 0) + 1);
    }
    return [...counts].reduce((a, b) => (a[1] >= b[1] ? a : b))[0];
  }, shot);
  await blank.close();
  return colour;
}

test('after a jump the land known from afar is there before its own tiles are', async ({ page }) => {
  // While `held` is set, the worker is asked for no tile but those from afar.
  await page.addInitScript(() => {
    const post = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage')!.value as (
      ...args: unknown[]
    ) => void;
    Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
      const { call, set } = (args[0] ?? {}) as { call?: string; set?: string };
      const { held } = window as unknown as { held?: (() => void)[] };
      if (held && call === 'tile' && set !== 'afar') held.push(() => post.apply(this, args));
      else post.apply(this, args);
    } as Worker['postMessage'];
  });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.goto('/');
  await expect(page.getByText(/60 个园区/).first()).toBeVisible();
  const [lon, lat] = widest();
  const jump = (to: readonly [number, number], zoom: number) =>
    page.evaluate((hash) => (location.hash = hash), `#at=${to[0].toFixed(5)},${to[1].toFixed(5)},${zoom}`);
  const { land, ground, block } = palettes.light;
  const bare = [ground, block, land.farm, land.road, land.water].map((hex) => parseInt(hex.slice(1), 16));
  await jump([lon, lat], 13.6);
  await expect.poll(async () => bare.includes(await colourInTheMiddle(page))).toBe(false);
  const drawn = await colourInTheMiddle(page);
  // At the corner of the city there is only ground.
  await jump([113.4996, 34.6425], 13.6);
  await expect.poll(async () => bare.includes(await colourInTheMiddle(page))).toBe(true);
  // Nearer than before, so that no tile that was drawn there serves.
  await page.evaluate(() => Object.assign(window, { held: [] }));
  await jump([lon, lat], 14.6);
  const heldBack = () => page.evaluate(() => (window as unknown as { held: unknown[] }).held.length);
  await expect.poll(heldBack).toBeGreaterThan(0);
  await expect.poll(() => colourInTheMiddle(page)).toBe(drawn);
  expect(await heldBack()).toBeGreaterThan(0);
});
