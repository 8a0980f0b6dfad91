import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

/** Opens the page and waits until the sample city is read and listed. */
async function open(page: Page, address = '/') {
  await page.goto(address);
  await expect(page.getByRole('button', { name: /小微企业园|Park/ }).first()).toBeVisible();
}

/** How many colours a picture of the map holds; a blank one has one or two. Counted on an empty page, which has no CSP. */
async function coloursOf(page: Page): Promise<number> {
  const shot = await page.locator('.maplibregl-canvas').screenshot();
  const blank = await page.context().newPage();
  await blank.setContent('<canvas></canvas>');
  return blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = document.querySelector('canvas')!;
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const seen = new Set<number>();
    for (let i = 0; i < data.length; i += 4 * 97) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
    return seen.size;
  }, shot.toString('base64'));
}

test('opens the sample city, labelled, without asking anyone else', async ({ page }) => {
  const elsewhere: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') elsewhere.push(request.url());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await open(page);
  await expect(page.getByText('示例数据').first()).toBeVisible();
  await expect(page.getByText(/60 个园区/).first()).toBeVisible();
  await page.waitForTimeout(2500);
  expect(elsewhere).toEqual([]);
  expect(faults).toEqual([]);
});

test('draws the city', async ({ page }) => {
  await open(page);
  await expect.poll(() => coloursOf(page), { timeout: 20_000 }).toBeGreaterThan(50);
});

test('a park’s card, its clause at the phrase, and an address that brings it back', async ({ page }) => {
  await open(page);
  const row = page.getByRole('button', { name: /小微企业园/ }).first();
  await row.click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  const name = (await page.getByRole('heading', { level: 2 }).first().innerText()).trim();
  await expect(page.getByText('占地').first()).toBeVisible();
  await expect(page).toHaveURL(/park=/);
  const chip = page.getByRole('button', { name: /^第 \d+ 条/ }).first();
  await chip.click();
  const marked = page.locator('#clause-panel mark').first();
  await expect(marked).toBeInViewport();
  expect((await marked.innerText()).length).toBeGreaterThan(4);
  await page.keyboard.press('Escape');
  await expect(page.locator('#clause-panel mark')).toHaveCount(0);
  await expect(chip).toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { name }).first()).toBeVisible();
});

test('the keyboard alone finds a park and opens its card', async ({ page }) => {
  await open(page);
  const name = await page
    .getByRole('button', { name: /小微企业园/ })
    .nth(5)
    .locator('.name')
    .innerText();
  await page.keyboard.press('/');
  await page.keyboard.type(name);
  await expect(page.getByRole('button', { name: /小微企业园/ })).toHaveCount(1);
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((n) => document.activeElement?.textContent?.includes(n), name)) break;
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name }).first()).toBeFocused();
});

test('speaks English when asked, and the address says so', async ({ page }) => {
  await open(page, '/#lang=en');
  await expect(page.locator('html')).toHaveAttribute('lang', /en/);
  await expect(page.getByText(/60 parks/).first()).toBeVisible();
});

for (const language of ['zh', 'en'])
  test(`a phone holds the page without scrolling sideways: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, `/#lang=${language}`);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(390);
    await page
      .getByRole('button', { name: /小微企业园/ })
      .first()
      .click();
    await expect(page.getByText(/EPSG|m²/).first()).toBeVisible();
    expect(await width()).toBe(390);
  });

const views: [string, { width: number; height: number }, 'light' | 'dark'][] = [
  ['desktop', { width: 1440, height: 900 }, 'light'],
  ['desktop dark', { width: 1440, height: 900 }, 'dark'],
  ['phone', { width: 390, height: 844 }, 'light'],
];
for (const [name, viewport, colorScheme] of views)
  test(`axe finds nothing serious: ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page);
    const serious = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      return violations
        .filter((v) => v.impact === 'serious' || v.impact === 'critical')
        .map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
    };
    expect(await serious()).toEqual([]);
    await page
      .getByRole('button', { name: /小微企业园/ })
      .first()
      .click();
    await page
      .getByRole('button', { name: /^第 \d+ 条/ })
      .first()
      .click();
    expect(await serious()).toEqual([]);
  });

/** Squares of about 20 m side by side as one file, `side` × `side` of them; the idle one is in the middle. */
function manyParcels(side: number): Buffer {
  const step = 0.00025;
  const features = Array.from({ length: side * side }, (_, n) => {
    const [x, y] = [113.5 + (n % side) * step, 34.7 + Math.floor(n / side) * step];
    const [east, north] = [x + 0.9 * step, y + 0.9 * step].map((v) => Number(v.toFixed(7)));
    const status = n === (side * side + side) / 2 ? 'idle' : 'in-use';
    const properties = { kind: 'parcel', id: `P${n}`, status };
    const ring = [
      [x, y],
      [east, y],
      [east, north],
      [x, north],
      [x, y],
    ];
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
}

test('thirty thousand parcels are drawn as tiles, listed, found on the map and in the search', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await open(page);
  const file = { name: 'many.geojson', mimeType: 'application/json', buffer: manyParcels(174) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await expect(page.getByRole('button', { name: /^P0\b/ })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('30,276').first()).toBeVisible();
  // Of all the parcels one is idle: the filter leaves it, and a click where it stands opens its card.
  await page.getByRole('button', { name: /疑似闲置/ }).click();
  const row = page.locator('[data-row="parcel P15225"]');
  await row.click();
  await expect(page.getByRole('heading', { name: 'P15225' })).toBeVisible();
  await expect(page).toHaveURL(/parcel=P15225/);
  // The flight to it is over.
  await expect(page).toHaveURL(/at=[^&]*,1[67]\.\d+/);
  await page.keyboard.press('Escape');
  await expect(row).toBeVisible();
  // The parcel it flew to is in the middle of what the panels leave of the map: a click there names it or its neighbour.
  const canvas = page.locator('.maplibregl-canvas');
  await expect(async () => {
    const box = (await canvas.boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(page.getByRole('heading', { name: /^P1522[456]$/ })).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 30_000 });
  expect(faults).toEqual([]);
});
