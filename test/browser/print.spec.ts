import { execFileSync } from 'node:child_process';
import { expect, type Page } from '@playwright/test';
import { test } from './kept.ts';

/** Printing, without the browser's dialog: the page lays its sheet out and keeps it. */
async function open(page: Page, lang = 'zh') {
  await page.goto(`/#lang=${lang}`);
  await expect(page.getByRole('button', { name: /小微企业园/ }).first()).toBeVisible();
  await page.evaluate(() => {
    window.print = () => void window.dispatchEvent(new Event('beforeprint'));
  });
}

/** A sheet is kept until the printing has ended. */
test.afterEach(({ page }) => page.evaluate(() => window.dispatchEvent(new Event('afterprint'))));

/** Colours in the picture of the map: a blank one has one or two. */
const coloursOnPaper = (page: Page): Promise<number> =>
  page
    .locator('.sheet canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set<number>();
      for (let i = 0; i < data.length; i += 4 * 97) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
      return seen.size;
    });

test('a park is printed on paper with its map, in light, and the page is as before', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  const row = page.getByRole('button', { name: /小微企业园/ }).first();
  const name = await row.locator('.name').innerText();
  await row.click();
  await page.getByRole('button', { name: '打印', exact: true }).click();
  const sheet = page.locator('.sheet');
  await expect(sheet.locator('canvas')).toBeAttached();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(sheet.getByRole('heading', { name })).toBeVisible();
  await expect(sheet.getByText(/约 1:[\d,]+/)).toBeVisible();
  for (const said of ['示例数据', '图例', '对照政策', '判断依据', '面积口径', '打印日期'])
    await expect(sheet.getByText(said).first()).toBeVisible();
  await expect(page.locator('header.bar')).toBeHidden();
  expect(await coloursOnPaper(page)).toBeGreaterThan(20);
  const background = await sheet.evaluate((node) => getComputedStyle(node).color);
  expect(background).toBe('rgb(28, 29, 31)');
  await page.emulateMedia({ media: null });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
});

test('what is drawn is printed from the sketch desk, its dossier and its evidence file are made there', async ({
  page,
}) => {
  await open(page);
  await page.evaluate(() => (location.hash = 'lang=zh&desk=sketch&park=P04'));
  await expect(page.getByRole('article').getByText('青蘅精密机械小微企业园').first()).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.keyboard.press('Control+Shift+d');
  await page.getByRole('option', { name: /Word/ }).click();
  expect((await saving).suggestedFilename()).toBe('青蘅精密机械小微企业园.docx');
  const proving = page.waitForEvent('download');
  await page.keyboard.press('Control+Shift+d');
  await page.getByRole('option', { name: '证据文件', exact: true }).click();
  const evidence = await proving;
  expect(evidence.suggestedFilename()).toBe('青蘅精密机械小微企业园 证据文件.html');
  // The command throws where anything in it does not agree.
  const check = ['scripts/yuantu.mjs', 'evidence', '--check', await evidence.path(), '--lang', 'zh'];
  expect(execFileSync(process.execPath, check, { encoding: 'utf8' })).toContain('核验一致');
  await page.keyboard.press('Control+p');
  const sheet = page.locator('.sheet');
  await expect(sheet.locator('canvas')).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  await expect(sheet.getByRole('heading', { name: '青蘅精密机械小微企业园' })).toBeVisible();
  await expect(page.locator('header.bar')).toBeHidden();
  expect(await coloursOnPaper(page)).toBeGreaterThan(20);
});

test('the keys that print give the map with the list of what is on it', async ({ page }) => {
  await open(page, 'en');
  await page.keyboard.press('Control+p');
  const sheet = page.locator('.sheet');
  await expect(sheet.locator('canvas')).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  await expect(sheet.getByRole('heading', { name: 'Map of parks' })).toBeVisible();
  await expect(sheet.locator('tbody tr')).toHaveCount(60);
  expect(await coloursOnPaper(page)).toBeGreaterThan(50);
});

test('printed from the menu of the browser a dark page leaves its map out and says how to have it', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const sheet = page.locator('.sheet');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(sheet).toContainText('请用页面上的“打印”按钮');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(sheet.locator('canvas')).toBeAttached();
});
