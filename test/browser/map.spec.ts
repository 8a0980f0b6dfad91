import { expect, test, type Page } from '@playwright/test';
import { goTo, serious, test as looking } from './kept.ts';

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
  return blank
    .evaluate(async (base64) => {
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
    }, shot.toString('base64'))
    .finally(() => blank.close());
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
  // The map has come, and nothing more is asked for.
  await expect(page.locator('.legend')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(elsewhere).toEqual([]);
  expect(faults).toEqual([]);
});

looking('draws the city', async ({ page }) => {
  await goTo(page, '');
  await expect.poll(() => coloursOf(page)).toBeGreaterThan(50);
});

looking('a park’s card, its clause at the phrase, and an address that brings it back', async ({ page }) => {
  await goTo(page, '');
  const row = page.getByRole('button', { name: /小微企业园/ }).first();
  await row.click();
  // The card comes once the worker has told of the park; until then the list stands there.
  const title = page.locator('article').getByRole('heading', { level: 2 }).first();
  await expect(title).toBeVisible();
  const name = (await title.innerText()).trim();
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
  // Letters of 200 %: what is missed is still on the screen.
  await page.setViewportSize({ width: 720, height: 450 });
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeInViewport();
  await expect(page.locator('.legend').getByRole('button')).toHaveAttribute('aria-expanded', 'false');
  await page.reload();
  await expect(page.getByRole('heading', { name }).first()).toBeVisible();
  // A selection written into the address brings the map there.
  await page.evaluate(() => (location.hash = '#park=P20'));
  await expect(page).toHaveURL(/at=[^&]*,1[3-6]\.\d+&park=P20/);
});

looking('the keyboard alone finds a park and opens its card', async ({ page }) => {
  await open(page, '/#lang=zh');
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

looking('speaks English when asked, and the address says so', async ({ page }) => {
  await open(page, '/#lang=en');
  await expect(page.locator('html')).toHaveAttribute('lang', /en/);
  await expect(page.getByRole('heading', { name: /^Parks/ })).toContainText('60');
  // The pack’s names, of the law and of industries, which are found by them too.
  await expect(page.getByText(/Opinions on Further Accelerating .* \(draft for comment\)/)).toBeVisible();
  await page.getByRole('textbox').first().fill('cold-chain');
  await expect(page.getByRole('button', { name: /小微企业园/ })).toHaveCount(5);
  await page
    .getByRole('button', { name: /小微企业园/ })
    .first()
    .click();
  await expect(page.getByText(/cold-chain food/)).toBeVisible();
});

/** How far the page jumped by itself since it was opened, as a share of the screen (CLS). */
async function layoutShift(page: Page) {
  await page.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) (window as unknown as { shifted: number }).shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifted: number }).shifted);
}

const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test('a slow phone holds the page without scrolling sideways, and nothing jumps', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const slower = await page.context().newCDPSession(page);
  await slower.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const shift = await layoutShift(page);
  await open(page, '/#lang=zh');
  // The map has come, and its legend with it.
  await expect(page.locator('.legend')).toBeVisible();
  expect(await shift()).toBeLessThanOrEqual(0.05);
  expect(await width(page)).toBe(390);
});

for (const language of ['zh', 'en'])
  looking(`a park on a phone is read without scrolling sideways: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, `/#lang=${language}`);
    expect(await width(page)).toBe(390);
    await page
      .getByRole('button', { name: /小微企业园/ })
      .first()
      .click();
    await expect(page.getByText(/EPSG|m²/).first()).toBeVisible();
    expect(await width(page)).toBe(390);
  });

/** Headings that stand more than one level below the one before them; the first is to be of level 1. */
const skippedHeadings = (page: Page) =>
  page.evaluate(() => {
    return [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .map((heading) => ({ level: Number(heading.tagName[1]), text: heading.innerText }))
      .filter(({ level }, i, all) => level > (all[i - 1]?.level ?? 0) + 1);
  });

const views: [string, { width: number; height: number }, 'light' | 'dark'][] = [
  ['desktop', { width: 1440, height: 900 }, 'light'],
  ['desktop dark', { width: 1440, height: 900 }, 'dark'],
  ['phone', { width: 390, height: 844 }, 'light'],
];
for (const [name, viewport, colorScheme] of views)
  looking(`axe finds nothing serious: ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await goTo(page, '');
    await expect(page.getByRole('button', { name: /小微企业园/ }).first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    expect(await serious(page)).toEqual([]);
    expect(await skippedHeadings(page)).toEqual([]);
    // The way past the bar is the first that Tab reaches on a page just opened.
    const first = page.locator('a[href], button, input, select, summary, [tabindex]').first();
    await first.focus();
    await expect(first).toHaveAttribute('href', '#content');
    await page.keyboard.press('Enter');
    await expect(page.locator('#content')).toBeFocused();
    await page
      .getByRole('button', { name: /小微企业园/ })
      .first()
      .click();
    await page
      .getByRole('button', { name: /^第 \d+ 条/ })
      .first()
      .click();
    await expect(page.locator('#clause-panel mark').first()).toBeVisible();
    expect(await serious(page)).toEqual([]);
    expect(await skippedHeadings(page)).toEqual([]);
    await goTo(page, 'view=policy&rule=far.minimum');
    await expect(page.getByRole('heading', { level: 2, name: '工业用地容积率' })).toBeVisible();
    expect(await skippedHeadings(page)).toEqual([]);
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
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await open(page);
  const file = { name: 'many.geojson', mimeType: 'application/json', buffer: manyParcels(174) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await expect(page.getByRole('button', { name: /^P0\b/ })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('30,276').first()).toBeVisible();
  // Of all the parcels one is idle: the filter leaves it, and a click where it stands opens its card.
  await page.getByRole('button', { name: /登记闲置/ }).click();
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
  }).toPass();
  expect(faults).toEqual([]);
});
