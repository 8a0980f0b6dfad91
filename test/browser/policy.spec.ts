import { expect, type Page } from '@playwright/test';
import { goTo, serious, test } from './kept.ts';

/** Opens the policy view and waits until the parks are counted beside the rules. */
async function open(page: Page, hash: string) {
  await goTo(page, hash);
  await expect(page.locator('[data-rule="far.minimum"] .tally')).toHaveText(/\d+ \/ \d+/);
}

test('a clause leads to its rule and the parks it touches, and a park back to its clause', async ({ page }) => {
  await open(page, 'view=policy');
  await page.getByText('在工业用地上新建的小微企业园建筑容积率原则上不低于1.5').first().click();
  await expect(page.getByRole('heading', { name: '工业用地容积率' })).toBeVisible();
  await expect(page).toHaveURL(/rule=far\.minimum/);
  const row = page.locator('.parks-table tbody tr').first();
  await expect(row).toContainText('未达原则性要求');
  await row.getByRole('button').click();
  await expect(page).toHaveURL(/park=/);
  await page.getByRole('button', { name: '看园区卡片' }).click();
  await page.getByRole('button', { name: '第 8 条' }).first().click();
  await page.getByRole('button', { name: '各园区怎样' }).click();
  await expect(page).toHaveURL(/desk=policy/);
  await page.goBack();
  await expect(page).not.toHaveURL(/desk=policy/);
});

test('a figure of the law is tried at another value, and the same value changes nothing', async ({ page }) => {
  await open(page, 'view=policy&rule=far.minimum');
  const [met, all] = (await page.locator('[data-rule="far.minimum"] .tally').innerText()).split(' / ').map(Number);
  await page.getByRole('button', { name: '试算' }).click();
  const typed = page.getByRole('spinbutton');
  await typed.fill('0');
  await typed.press('Enter');
  const flips = page.locator('.parks-table tbody tr');
  await expect(flips.first()).toContainText('符合');
  expect(await flips.count()).toBeLessThanOrEqual(all - met);
  await typed.fill('9');
  await typed.press('Enter');
  await expect(flips).toHaveCount(met);
  await page.getByRole('button', { name: '恢复现行值' }).click();
  await expect(page.getByText('结论改变的园区')).toHaveCount(0);
  await expect(page.locator('.say .big')).toHaveText('0');
});

test('the keyboard reaches every rule and the slider', async ({ page }) => {
  await open(page, 'view=policy');
  await page.locator('[data-rule="scale.service"]').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '生产性服务类园区规模' })).toBeVisible();
  await page.getByRole('button', { name: '试算' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.say .new')).not.toHaveText(/^50 亩/);
});

for (const [name, viewport] of [
  ['desktop', { width: 1440, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const)
  test(`the policy view: axe finds nothing serious and nothing scrolls sideways: ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page, 'view=policy');
    expect(await serious(page)).toEqual([]);
    await page.locator('[data-rule="far.minimum"]').click();
    await page.getByRole('button', { name: '试算' }).click();
    await expect(page.getByRole('slider')).toBeVisible();
    expect(await serious(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  });

test('the day of judgement stands in the address, picks the pack, and goes back to today', async ({ page }) => {
  await goTo(page, 'date=2021-06-01');
  await expect(page.getByText('按 2021-06-01 判断，不是今天')).toBeVisible();
  await expect(page.getByText('不适用').first()).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await page.getByRole('button', { name: '回到今天' }).click();
  await expect(page.getByText('按 2021-06-01 判断，不是今天')).toHaveCount(0);
  await expect(page).not.toHaveURL(/date=/);
  await page.goBack();
  await expect(page).toHaveURL(/date=2021-06-01/);
  await page.getByRole('button', { name: '政策' }).click();
  await expect(page.getByRole('heading', { name: '关于加快小微企业园高质量发展的实施意见' })).toBeVisible();
  const day = page.getByLabel('判断日期');
  await day.fill('2023-06-01');
  await expect(page).toHaveURL(/date=2023-06-01/);
  await expect(page.locator('[data-rule="far.minimum"] .tally')).toHaveText(/\d+ \/ \d+/);
  // Come to from elsewhere: on the page itself a day without a law leaves the address again.
  await page.goto('about:blank');
  await page.goto('/#date=1999-01-01');
  await expect(page.getByText(/1999-01-01 还没有政策包，最早从 2021-01-01 起/)).toBeVisible();
  await expect(page.getByText(/60 个园区|园区 60/).first()).toBeVisible();
});
