import { expect, test, type Page } from '@playwright/test';
import { bytes, collection, parcel, rectangle } from '../helpers/city.ts';
import { serious } from './kept.ts';

/* Nothing serious for axe in any state of the sketch desk, both themes, both languages: one page, taken from state to state. */

const AT = 'desk=sketch&park=P04&at=113.7702,34.7655,17';

test('nothing serious for axe in any state of the sketch desk', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' }); // prettier-ignore
  const page = await context.newPage();
  const map = page.locator('.maplibregl-canvas');
  const rail = page.getByRole('toolbar').first();
  const seen: Record<string, string[]> = {};
  // Each theme and each language in every state; what of one theme is wrong is so in either language.
  for (const [scheme, language] of [
    ['light', 'zh'],
    ['dark', 'en'],
  ] as const) {
    const look = async (state: string) => {
      const found = await serious(page);
      if (found.length > 0) seen[`${state} ${scheme} ${language}`] = found;
    };
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`/#lang=${language}&desk=sketch`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', scheme);
    await expect(page.locator('#inspector h2').first()).toBeVisible();
    await look('start');

    await page.goto(`/#lang=${language}&${AT}`);
    await expect(page.locator('#inspector article')).toBeVisible();
    await expect(map).toBeVisible();
    await map.focus();
    await look('findings');
    await page.keyboard.press('p');
    await draw(page, map);
    // A point can be taken back.
    await expect(page.locator('.strip .end button').first()).toBeEnabled();
    await look('drawing');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await pick(page, map);
    await expect(page.getByRole('toolbar').nth(1).locator('.num')).toBeVisible();
    await look('selected');

    await page
      .locator('#inspector li .btn.small')
      .filter({ hasText: /应用|Apply/ })
      .first()
      .focus();
    await expect(page.locator('#inspector .tried')).toBeVisible();
    await look('repair previewed');
    await page.locator('.drawer').getByRole('tab').first().click();
    await expect(page.locator('.drawer table')).toBeVisible();
    await look('tables');
    await page.locator('.drawer header button').first().click();

    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await look('palette');
    await page.keyboard.press('Escape');
    await page.locator('input[type=file]').first().setInputFiles(neighbours);
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('import question');
    await page.keyboard.press('Escape');

    await page.setViewportSize({ width: 390, height: 844 });
    await expect(rail).toBeVisible();
    await look('phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await rail.getByRole('button').nth(1).click();
    await look('phone drawing');
    // What opens under a tool lies over the sheet.
    await page.getByRole('menuitemradio').last().click();
    await page.keyboard.press('Escape');
  }
  expect(seen).toEqual({});
  await context.close();
});

const neighbours = {
  name: '邻地.geojson',
  mimeType: '',
  buffer: Buffer.from(bytes(collection(parcel('N1', rectangle(0, 900, 120, 80))))),
};

/** Two points set and a third in hand. */
async function draw(page: Page, map: ReturnType<Page['locator']>): Promise<void> {
  const box = (await map.boundingBox())!;
  for (const [x, y] of [[0.3, 0.3], [0.5, 0.3]] as const) await page.mouse.click(box.x + x * box.width, box.y + y * box.height); // prettier-ignore
  await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.5 * box.height);
}

async function pick(page: Page, map: ReturnType<Page['locator']>): Promise<void> {
  const box = (await map.boundingBox())!;
  await page.mouse.click(box.x + 0.5 * box.width, box.y + 0.5 * box.height);
}
