import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { goTo, serious, test } from './kept.ts';

/* A repair is applied on the page, seen in the card, undone, done again, saved. The last one leaves the page as opened. */

test.use({ viewport: { width: 1440, height: 900 } });

const ownFile = JSON.stringify({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { kind: 'park', id: 'X', name: '自己的园' }, geometry: null }],
});

const finding = (page: Page, title: string) =>
  page.locator('article li').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const said = (page: Page) => page.locator('.app > p[role=status]');

async function park(page: Page, id: string, ...hash: string[]) {
  await goTo(page, [`park=${id}`, ...hash].join('&'));
  await expect(page.locator('.repairs').first()).toBeVisible();
}

test('a repair is applied with a click, seen in the card, undone and done again by keys', async ({ page }) => {
  await park(page, 'P04');
  const rent = finding(page, '租金水平');
  await expect(rent).toContainText('不符合');
  await rent.getByRole('button', { name: /^采用：租约 P04L2 的租金由/ }).click();
  await expect(rent.getByText('不符合')).toHaveCount(0);
  await expect(said(page)).toHaveText(
    /^已采用：租约 P04L2 的租金由 15 元\/m²·月 改为 14 元\/m²·月。租金水平现在符合。$/,
  );
  await expect(page.getByText('有 1 处改动未存')).toBeVisible();
  // What had the focus is gone: it is on the step that can be taken back.
  await expect(page.getByRole('button', { name: '撤销 租金水平' })).toBeFocused();

  await page.keyboard.press('Control+z');
  await expect(rent).toContainText('不符合');
  await expect(said(page)).toHaveText('已撤销：青蘅精密机械小微企业园 租金水平。');
  await expect(page.getByText('处改动未存')).toHaveCount(0);
  await page.keyboard.press('Shift+Control+z');
  await expect(rent.getByText('不符合')).toHaveCount(0);
  await page.getByRole('button', { name: '撤销 租金水平' }).click();
  await expect(rent).toContainText('不符合');
  expect(await serious(page)).toEqual([]);
});

test('a reason is asked for, kept while other things are read, and written into the file that is saved', async ({
  page,
}) => {
  await park(page, 'P04');
  const far = finding(page, '工业用地容积率');
  await far.getByRole('button', { name: /另有 1 种办法/ }).click();
  await far.getByRole('button', { name: /^采用：写明容积率受限原因/ }).click();
  const form = far.getByRole('form', { name: '采用前请填写' });
  await form.getByRole('button', { name: '采用' }).click();
  await expect(form.getByRole('alert')).toHaveText('请填写容积率受限原因，写明理由后才能采用。');
  await form.getByLabel('容积率受限原因').fill('东侧须留安全距离');
  // Another repair is applied meanwhile, and another park read: what is typed stays.
  await finding(page, '租金水平').getByRole('button', { name: /^采用/ }).click();
  await expect(page.getByText('有 1 处改动未存')).toBeVisible();
  await expect(form.getByLabel('容积率受限原因')).toHaveValue('东侧须留安全距离');
  await park(page, 'P06');
  await park(page, 'P04');
  await far.getByRole('button', { name: /另有 1 种办法/ }).click();
  await far.getByRole('button', { name: /^采用：写明容积率受限原因/ }).click();
  await expect(form.getByLabel('容积率受限原因')).toHaveValue('东侧须留安全距离');
  await form.getByRole('button', { name: '采用' }).click();
  await expect(far).toContainText('需认定');
  await expect(page.getByText('有 2 处改动未存')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'GeoJSON' }).click();
  const saved = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
    features: { properties: { kind: string; id: string; farLimitReason?: string } }[];
  };
  const own = saved.features.find(({ properties: { kind, id } }) => kind === 'park' && id === 'P04');
  expect(own?.properties.farLimitReason).toBe('东侧须留安全距离');
  await expect(page.getByText('处改动未存')).toHaveCount(0);
  for (const name of ['工业用地容积率', '租金水平']) await page.getByRole('button', { name: `撤销 ${name}` }).click();
  await expect(far).toContainText('未达原则性要求');
});

test('leaving warns of what is not saved, and opening something else asks', async ({ page }) => {
  const give = () =>
    page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'own.geojson', mimeType: 'application/json', buffer: Buffer.from(ownFile) });
  await park(page, 'P04');
  await finding(page, '租金水平').getByRole('button', { name: /^采用/ }).click();
  await expect(page.getByText(/有 \d 处改动未存/)).toBeVisible();
  await give();
  await expect(page.getByText(/有 \d 处改动未存，打开别的文件后就没有了。/)).toBeVisible();
  await page.getByRole('button', { name: '先不打开' }).click();
  await expect(page.getByRole('heading', { name: '青蘅精密机械小微企业园' })).toBeVisible();

  const warned: string[] = [];
  page.on('dialog', (dialog) => {
    warned.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  await expect(page.locator('.repairs').first()).toBeVisible();
  expect(warned).toEqual(['beforeunload']);
  await page.reload();
  await expect(page.locator('.repairs').first()).toBeVisible();
  expect(warned).toEqual(['beforeunload']);
  page.removeAllListeners('dialog');
});
