import { expect, test, type Browser, type Page } from '@playwright/test';
import { planeCrsOf, toLonLat, toPlane } from '../../src/domain/geodesy/zones.ts';
import { screenAt, screenOf } from '../../src/map/tools/screen.ts';
import { landIsTold } from './tools.ts';

/* Land is drawn on the map by pointer, fingers and keys, and read back from the file that is saved. */

const CRS = planeCrsOf(4526)!;
const HEAD = `[属性描述]
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=38
精度=0.001
转换参数=,,,,,,
[地块坐标]
`;
type Place = readonly [east: number, north: number];
/** Two parcels with a gap between them, as they were surveyed: corners from the north-west, clockwise. */
const box = (west: number, south: number, east: number, north: number): Place[] => [
  [west, north],
  [east, north],
  [east, south],
  [west, south],
];
const WEST = box(38_406_600.017, 3_847_300.003, 38_406_700.031, 3_847_450.011);
const EAST = box(38_406_760.029, 3_847_300.007, 38_406_860.041, 3_847_450.019);
const rows = (corners: readonly Place[], id: string) =>
  `4,1.5,${id},${id},面,,,,@\n${[...corners, corners[0]].map(([x, y], i) => `J${(i % 4) + 1},1,${y},${x}\n`).join('')}`;

const MIDDLE = toLonLat(CRS, 38_406_730, 3_847_375).map((degrees) => Number(degrees.toFixed(5)));
const VIEW = { lon: MIDDLE[0], lat: MIDDLE[1], zoom: 17 };

async function opened(
  browser: Browser,
  baseURL: string | undefined,
  size: { width: number; height: number; hasTouch?: boolean },
) {
  // prettier-ignore
  const { width, height, hasTouch = false } = size;
  const context = await browser.newContext({ baseURL, viewport: { width, height }, hasTouch, reducedMotion: 'reduce' });
  const page = await context.newPage();
  // The sample city is not needed: a file takes its place.
  await page.route(/\/assets\/(city|backdrop)\.geojson/, (route) => route.abort());
  await page.goto('/#lang=zh');
  const buffer = Buffer.from(HEAD + rows(WEST, 'W1') + rows(EAST, 'E1'));
  await page.locator('input[type=file]').first().setInputFiles({ name: 'two.txt', mimeType: 'text/plain', buffer });
  await expect(page.getByText(/W1/).first()).toBeVisible();
  await page.evaluate((hash) => (location.hash = hash), `desk=sketch&at=${VIEW.lon},${VIEW.lat},${VIEW.zoom}&lang=zh`);
  await expect(page.getByRole('toolbar').first()).toBeVisible();
  // Until the land around is told tools take nothing, and a click picks nothing.
  await page.keyboard.press('p');
  await landIsTold(page);
  await page.keyboard.press('Escape');
  return page;
}

/** Where places of the plane are on the page. */
async function aim(page: Page, view = VIEW) {
  const canvas = (await page.locator('.maplibregl-canvas').boundingBox())!;
  const screen = screenAt(view, canvas.width, canvas.height);
  return (at: Place): [number, number] => {
    const [x, y] = screenOf(screen, CRS, at);
    return [canvas.x + x, canvas.y + y];
  };
}

interface Saved {
  readonly id: string;
  /** Rings of the plane, closed, as they are in degrees. */
  readonly lonLat: readonly (readonly (readonly number[])[])[];
  readonly plane: readonly (readonly Place[])[];
}

async function saved(page: Page): Promise<Map<string, Saved>> {
  const saving = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  await page.getByRole('option', { name: /GeoJSON/ }).first().click(); // prettier-ignore
  const chunks: Buffer[] = [];
  for await (const chunk of await (await saving).createReadStream()) chunks.push(chunk as Buffer);
  const { features } = JSON.parse(Buffer.concat(chunks).toString()) as { features: { id?: string; properties: Record<string, unknown>; geometry: { type: string; coordinates: never } }[] }; // prettier-ignore
  return new Map(
    features.flatMap(({ id, properties, geometry }): [string, Saved][] => {
      if (!geometry) return [];
      const own = String(properties['id'] ?? id);
      const lonLat = (geometry.type === 'Polygon' ? geometry.coordinates : (geometry.coordinates as number[][][][]).flat()) as number[][][]; // prettier-ignore
      return [[own, { id: own, lonLat, plane: lonLat.map((ring) => ring.map(([x, y]) => toPlane(CRS, x, y))) }]];
    }),
  );
}

const apart = (a: Place, b: Place) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const said = (page: Page) => page.locator('.app > p[role=status]');
const done = (page: Page, what: RegExp) => expect(said(page)).toHaveText(what);

test('a pointer draws what lies between two parcels, on their very corners, and cuts a hole into it', async ({
  browser,
  baseURL,
}) => {
  const page = await opened(browser, baseURL, { width: 1280, height: 800 });
  const place = await aim(page);
  await page.keyboard.press('p');
  // Some pixels beside each corner: it is caught.
  for (const [[x, y], dx] of [
    [WEST[1], 4],
    [EAST[0], -5],
    [EAST[3], -4],
    [WEST[2], 5],
  ] as const) {
    // prettier-ignore
    const [px, py] = place([x, y]);
    await page.mouse.move(px + dx, py + 3);
    await expect(page.locator('.tool-hint b')).toHaveText('端点');
    await page.mouse.click(px + dx, py + 3);
  }
  await page.keyboard.press('Enter');
  await done(page, /已完成：画/);

  const before = await saved(page);
  const drawn = [...before.values()].find(({ id }) => id !== 'W1' && id !== 'E1')!;
  const corners = drawn.lonLat[0].slice(0, -1);
  expect(corners).toHaveLength(4);
  for (const [id, ring, vertex] of [
    ['W1', 0, 1],
    ['W1', 0, 2],
    ['E1', 0, 0],
    ['E1', 0, 3],
  ] as const) {
    // prettier-ignore
    const theirs = before.get(id)!.lonLat[ring];
    const wanted = [WEST, EAST][id === 'W1' ? 0 : 1][vertex];
    const at = theirs.reduce((p, q) => (apart(toPlane(CRS, q[0], q[1]), wanted) < apart(toPlane(CRS, p[0], p[1]), wanted) ? q : p)); // prettier-ignore
    const nearest = Math.min(...corners.map(([x, y]) => Math.max(Math.abs(x - at[0]), Math.abs(y - at[1]))));
    expect(nearest).toBeLessThan(1e-9);
  }

  // What was drawn is what the next tool works on.
  await page.keyboard.press('o');
  for (const at of [
    [38_406_720, 3_847_360],
    [38_406_740, 3_847_360],
    [38_406_740, 3_847_390],
    [38_406_720, 3_847_390],
  ] as const) {
    // prettier-ignore
    await page.keyboard.down('Alt');
    await page.mouse.move(...place(at));
    await page.mouse.click(...place(at));
    await page.keyboard.up('Alt');
  }
  await page.keyboard.press('Enter');
  await done(page, /已完成：挖孔/);
  expect((await saved(page)).get(drawn.id)!.plane.map((ring) => ring.length)).toEqual([5, 5]);
  await page.context().close();
});

test('what is typed is what lies on the plane: 157.00 m', async ({ browser, baseURL }) => {
  const page = await opened(browser, baseURL, { width: 1280, height: 800 });
  const place = await aim(page);
  await page.keyboard.press('p');
  await page.mouse.click(...place([38_406_610, 3_847_480]));
  const type = async (length: string, field: string, angle: string) => {
    await page.mouse.move(...place([38_406_700, 3_847_500]));
    await page.keyboard.type(length);
    await page.getByRole('textbox', { name: field }).fill(angle);
    await page.keyboard.press('Enter');
    await page.locator('.maplibregl-canvas').focus();
  };
  await type('157.00', '方位角', '88°30′');
  await type('40', '转角', '90');
  await type('157', '转角', '90');
  await page.keyboard.press('Enter');
  await done(page, /已完成：画/);
  const drawn = [...(await saved(page)).values()].find(({ id }) => id !== 'W1' && id !== 'E1')!;
  const ring = drawn.plane[0];
  const lengths = ring.slice(1).map((at, i) => apart(at, ring[i]));
  expect(lengths.map((metres) => metres.toFixed(3)).sort()).toEqual(['157.000', '157.000', '40.000', '40.000']);
  await page.context().close();
});

test('a pen draws a line, whatever the hand that holds it touches; the parcel is split along it once the proposal is taken', async ({
  browser,
  baseURL,
}) => {
  const page = await opened(browser, baseURL, { width: 1280, height: 800, hasTouch: true });
  const place = await aim(page);
  const hands = await page.context().newCDPSession(page);
  const pen = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', [x, y]: [number, number]) =>
    hands.send('Input.dispatchMouseEvent', { type, x, y, pointerType: 'pen', button: type === 'mouseMoved' ? 'none' : 'left', clickCount: 1 }); // prettier-ignore
  const palm = (type: 'touchStart' | 'touchEnd', ...points: [number, number][]) =>
    hands.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  await page.mouse.click(...place([38_406_650, 3_847_375]));
  await page.keyboard.press('s');
  for (const at of [
    [38_406_590, 3_847_375],
    [38_406_710, 3_847_375],
  ] as const) {
    // prettier-ignore
    const [x, y] = place(at);
    await palm('touchStart', [x + 60, y + 90]);
    await pen('mouseMoved', [x, y]);
    await pen('mousePressed', [x, y]);
    await pen('mouseReleased', [x, y]);
    await palm('touchEnd');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /采用/ }).click();
  await done(page, /已完成：.*W1/);
  const halves = [...(await saved(page)).values()].filter(({ id }) => id !== 'E1');
  expect(halves).toHaveLength(2);
  // Cut where the pen was: half and half of 150 m.
  const norths = halves.flatMap(({ plane }) => plane[0].map(([, north]) => north));
  expect(norths.filter((north) => Math.abs(north - 3_847_375) < 1.5)).not.toHaveLength(0);
  await page.context().close();
});

test('fingers: a tap sets a point, a drag and a pinch move the map, a touch that is taken away leaves nothing hanging', async ({
  browser,
  baseURL,
}) => {
  const page = await opened(browser, baseURL, { width: 834, height: 1112, hasTouch: true });
  const place = await aim(page);
  const fingers = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', ...points: [number, number][]) =>
    fingers.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const tap = async (at: [number, number]) => {
    await touch('touchStart', at);
    await touch('touchEnd');
  };
  await page.keyboard.press('p');
  await tap(place([38_406_640, 3_847_200]));
  await tap(place([38_406_740, 3_847_200]));
  const [mx, my] = place([38_406_690, 3_847_250]);
  const before = page.url();
  await touch('touchStart', [mx, my]);
  for (const d of [5, 20, 40]) await touch('touchMove', [mx + d, my]);
  await touch('touchEnd');
  await expect.poll(() => page.url()).not.toBe(before);
  await touch('touchStart', [mx, my], [mx + 100, my]);
  for (const d of [110, 140, 200]) await touch('touchMove', [mx, my], [mx + d, my]);
  await touch('touchEnd');
  await expect.poll(() => page.url()).toMatch(/,18\.00/);
  const [lon, lat, zoom] = /at=([\d.]+),([\d.]+),([\d.]+)/.exec(page.url())!.slice(1).map(Number);
  const now = await aim(page, { lon, lat, zoom });
  await tap(now([38_406_720, 3_847_240]));
  await page.keyboard.press('Enter');
  await done(page, /已完成：画/);
  const drawn = [...(await saved(page)).values()].find(({ id }) => id !== 'W1' && id !== 'E1')!;
  // Three taps are three corners: neither the drag nor the pinch set one.
  expect(drawn.plane[0]).toHaveLength(4);
  expect(apart(drawn.plane[0][0], drawn.plane[0][1])).toBeGreaterThan(30);

  // A corner that is dragged, and the touch is taken away: it stays where it was.
  await page.keyboard.press('e');
  // The one farthest north: the others are at the edges of a map this narrow.
  const [x, y] = now(drawn.plane[0].reduce((p, q) => (q[1] > p[1] ? q : p)));
  const inside = drawn.plane[0]
    .slice(1)
    .reduce(([px, py], [qx, qy]) => [px + qx / 3, py + qy / 3] as const, [0, 0] as Place);
  await tap(now(inside));
  await touch('touchStart', [x, y]);
  for (const d of [10, 30, 60]) await touch('touchMove', [x + d, y + d]);
  await touch('touchCancel');
  expect((await saved(page)).get(drawn.id)!.lonLat).toEqual(drawn.lonLat);
  await touch('touchStart', [x, y]);
  for (const d of [10, 30, 60]) await touch('touchMove', [x + d, y + d]);
  await touch('touchEnd');
  await done(page, /已完成：移动界址点/);
  expect((await saved(page)).get(drawn.id)!.lonLat).not.toEqual(drawn.lonLat);
  await page.context().close();
});

test('keys: a crosshair that is seen and said draws a square', async ({ browser, baseURL }) => {
  const page = await opened(browser, baseURL, { width: 1280, height: 800 });
  await page.locator('.maplibregl-canvas').focus();
  await page.keyboard.press('p');
  const go = async (key: string, times: number) => {
    for (let i = 0; i < times; i++) await page.keyboard.press(key);
  };
  await go('ArrowDown', 1);
  await expect(said(page)).toHaveText(/光标 X 38473\d\d\.\d\d，Y 384067\d\d\.\d\d/);
  await go('Shift+ArrowDown', 17);
  await page.keyboard.press('Enter');
  await go('Shift+ArrowRight', 4);
  await page.keyboard.press('Enter');
  await go('Shift+ArrowDown', 4);
  await page.keyboard.press(' ');
  await go('Shift+ArrowLeft', 4);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await done(page, /已完成：画/);
  const drawn = [...(await saved(page)).values()].find(({ id }) => id !== 'W1' && id !== 'E1')!;
  expect(drawn.plane[0]).toHaveLength(5);
  const sides = drawn.plane[0].slice(1).map((at, i) => apart(at, drawn.plane[0][i]));
  // 40 px of 0.98 m; what lay near may have caught a corner.
  for (const side of sides) expect(Math.abs(side - sides[0])).toBeLessThan(0.2);
  await page.context().close();
});
