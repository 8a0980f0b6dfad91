import { expect, type Page } from '@playwright/test';
import { goTo, serious, test } from './kept.ts';
import { test as own } from '@playwright/test';
import { withoutMap } from './few-parks.ts';

const listed = (page: Page) => expect(page.getByRole('button', { name: /小微企业园/ }).first()).toBeVisible();
const field = (page: Page) => page.getByRole('combobox', { name: '找园区、宗地、规则或命令' });
const palette = (page: Page) => page.getByRole('dialog', { name: '找地块、命令' });

/** How wide something is, as a share of the window. */
const shareOf = async (page: Page, selector: string) =>
  ((await page.locator(selector).boundingBox())?.width ?? 0) / page.viewportSize()!.width;

test('the map keeps its share of the width in every desk', async ({ page }) => {
  for (const [width, least] of [
    [1024, { public: 0.55, sketch: 0.55, policy: 0.4 }],
    [1440, { public: 0.7, sketch: 0.65, policy: 0.4 }],
  ] as const) {
    await page.setViewportSize({ width, height: 768 });
    await goTo(page, '');
    await expect.poll(() => shareOf(page, '.maplibregl-canvas')).toBeGreaterThanOrEqual(least.public);
    await goTo(page, 'desk=sketch');
    await expect(page.getByRole('heading', { name: '草绘台' })).toBeVisible();
    await expect.poll(() => shareOf(page, '.maplibregl-canvas')).toBeGreaterThanOrEqual(least.sketch);
    await goTo(page, 'desk=policy&rule=far.minimum');
    await expect(page.getByRole('heading', { level: 2, name: '工业用地容积率' })).toBeVisible();
    await expect.poll(() => shareOf(page, '.maplibregl-canvas')).toBeGreaterThanOrEqual(least.policy);
  }
});

test('the palette is had by its key, finds by Chinese, initials and English, and does what it finds', async ({
  page,
}) => {
  await goTo(page, '');
  await listed(page);
  const search = page.getByRole('textbox', { name: '搜索' });
  await search.focus();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  expect(await serious(page)).toEqual([]);
  const first = page.getByRole('option').first();
  for (const text of ['政策', 'zc', 'policy']) {
    await field(page).fill(text);
    await expect(first).toHaveText(/^政策/);
    await expect(first).toHaveAttribute('aria-selected', 'true');
  }
  // Escape gives the focus back to where it was.
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await expect(search).toBeFocused();
  // A park by the initials of its name, and by the keys alone.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('ljpqc');
  await expect(page.getByRole('group', { name: '园区' }).getByRole('option')).toHaveText([
    '鹿角坪汽车零部件小微企业园',
  ]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/park=/);
  await expect(page.getByRole('heading', { name: '鹿角坪汽车零部件小微企业园' })).toBeVisible();
  // A parcel by its number.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('D03370');
  await expect(page.getByRole('group', { name: '宗地' }).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  // A command with choices asks for them, and goes back by an empty field.
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('option')).toHaveCount(12);
  await page.keyboard.press('Backspace');
  await expect(field(page)).toBeFocused();
  await field(page).fill('zz没有');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('a letter alone does its command only where nothing is typed, and can be turned off', async ({ page }) => {
  await goTo(page, '');
  await listed(page);
  await page.locator('#list').focus();
  await page.keyboard.press('4');
  await expect(page).toHaveURL(/desk=policy/);
  await page.keyboard.press('1');
  await expect(page).not.toHaveURL(/desk=policy/);
  await page.keyboard.press('/');
  await expect(page.getByRole('textbox', { name: '搜索' })).toBeFocused();
  await page.keyboard.type('4');
  await expect(page).not.toHaveURL(/desk=policy/);
  await page.getByRole('textbox', { name: '搜索' }).fill('');
  await page.locator('#list').focus();
  await page.keyboard.press('Control+/');
  await page.keyboard.press('4');
  await expect(page).not.toHaveURL(/desk=policy/);
  await page.keyboard.press('Control+/');
  const tip = page.getByRole('button', { name: '公众地图' });
  await expect(tip).toHaveAttribute('title', '公众地图（1）');
  await expect(tip).toHaveAttribute('aria-keyshortcuts', '1');
});

test('back and forward go from desk to desk, and a link brings back what of the law was tried', async ({ page }) => {
  await goTo(page, 'filter=idle');
  await page.getByRole('button', { name: '政策', exact: true }).click();
  await page.locator('[data-rule="far.minimum"]').click();
  await page.getByRole('button', { name: '试算' }).click();
  const typed = page.getByRole('spinbutton');
  await typed.fill('2');
  await typed.press('Enter');
  await expect(page).toHaveURL(/show=trial/);
  await expect(page).toHaveURL(/try=[^&]+%3D2(&|$)/);
  const flips = await page.locator('.say .big').innerText();
  expect(Number(flips)).toBeGreaterThan(0);
  const link = page.url();
  await page.goBack();
  await expect(page.getByRole('spinbutton')).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole('button', { name: /^登记闲置/ })).toHaveAttribute('aria-pressed', 'true');
  await page.goForward();
  await page.goForward();
  await expect(page.getByRole('spinbutton')).toHaveValue('2');
  await page.goto(link);
  await page.reload();
  await expect(page.getByRole('spinbutton')).toHaveValue('2');
  await expect(page.locator('.say .big')).toHaveText(flips);
});

test('the clause that lies open stands in the link', async ({ page }) => {
  await goTo(page, 'park=P49');
  await page
    .getByRole('button', { name: /^第 \d+ 条/ })
    .first()
    .click();
  const words = page.locator('#clause-panel mark').first();
  const text = await words.innerText();
  await expect(page).toHaveURL(/clause=/);
  await page.reload();
  await expect(words).toHaveText(text);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/clause=/);
});

test('rules that judge districts have their table in the drawer below the map', async ({ page }) => {
  await goTo(page, 'desk=policy');
  await page.locator('[data-rule="target.county"]').first().click();
  const drawer = page.getByRole('region', { name: /进度/ });
  await expect(drawer.getByRole('table')).toBeVisible();
  const height = async () => (await drawer.boundingBox())!.height;
  const half = await height();
  await drawer.getByRole('button', { name: '升高抽屉' }).click();
  await expect.poll(height).toBeGreaterThan(half);
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await expect.poll(height).toBeLessThan(60);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the menu of files by the keyboard, and nothing serious for axe: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await goTo(page, '');
    await listed(page);
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const trigger = page.getByRole('button', { name: /^文件：/ });
    await trigger.focus();
    await page.keyboard.press('ArrowDown');
    const items = page.getByRole('menuitem');
    await expect(items.first()).toBeFocused();
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press('End');
    await expect(items.last()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(trigger).toBeFocused();
    await expect(items).toHaveCount(0);
  });

test('what is open is saved in another format, and what it cannot hold is said', async ({ page }) => {
  await goTo(page, '');
  await listed(page);
  await page.getByRole('button', { name: /^文件：/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '界址点 TXT' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.txt$/);
  const notice = page.locator('.notice', { hasText: '存不下全部内容' });
  await expect(notice.getByRole('listitem').first()).toBeVisible();
  await notice.getByRole('button').click();
  await expect(notice).toHaveCount(0);
});

test('a phone holds every desk without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const hash of ['', 'desk=sketch', 'desk=supply', 'desk=policy', 'desk=policy&rule=far.minimum&show=trial']) {
    await goTo(page, hash);
    await expect(page.locator('#content, #inspector').locator('visible=true').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), hash).toBe(390);
    // That the figures are invented is read whole, beside the tabs.
    const [file, badge, tabs] = await Promise.all(
      ['.file', '.badge', 'header nav'].map((part) => page.locator(part).first().boundingBox()),
    );
    expect(badge!.x, hash).toBeGreaterThanOrEqual(file!.x + file!.width);
    expect(badge!.x + badge!.width, hash).toBeLessThanOrEqual(tabs!.x);
    expect(await serious(page), hash).toEqual([]);
  }
});

own('a file that was chosen is offered again by its name, and forgotten when asked', async ({ page }) => {
  await withoutMap(page);
  await page.addInitScript(() => {
    // A file of the page's own storage has the same kind of handle as one that was picked.
    Object.assign(window, {
      showOpenFilePicker: async () => {
        const folder = await navigator.storage.getDirectory();
        const handle = await folder.getFileHandle('甲地块.geojson', { create: true });
        const ring = [[113.6, 34.7], [113.603, 34.7], [113.603, 34.703], [113.6, 34.703], [113.6, 34.7]]; // prettier-ignore
        const feature = {
          type: 'Feature',
          properties: { kind: 'parcel', id: 'JIA-1' },
          geometry: { type: 'Polygon', coordinates: [ring] },
        };
        const stream = await handle.createWritable();
        await stream.write(JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
        await stream.close();
        return [handle];
      },
    });
  });
  await page.goto('/');
  await listed(page);
  await page.keyboard.press('Control+o');
  const row = page.getByRole('button', { name: /JIA-1/ });
  await expect(row).toBeVisible();
  await page.reload();
  await listed(page);
  await page.getByRole('button', { name: /^文件：/ }).click();
  await page.getByRole('menuitem', { name: '甲地块.geojson' }).click();
  await expect(row).toBeVisible();
  // Opened, it is a step: back leads to the sample city.
  await page.goBack();
  await listed(page);
  await page.getByRole('button', { name: /^文件：/ }).click();
  await page.getByRole('menuitem', { name: /清除最近/ }).click();
  await page.getByRole('button', { name: /^文件：/ }).click();
  await expect(page.getByRole('menuitem', { name: '甲地块.geojson' })).toHaveCount(0);
});
