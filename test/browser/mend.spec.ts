import { expect, test, type Page } from '@playwright/test';
import { goTo, serious } from './kept.ts';

/* A repair is applied on the page, seen in the card, undone, done again, saved: on a page of its own, which keeps what was done. */

test.describe.configure({ mode: 'serial' });

let page: Page;
test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
});
test.afterAll(() => page.context().close());

const finding = (title: string) =>
  page.locator('article li').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const said = () => page.locator('.app > p[role=status]');

async function park(id: string) {
  await goTo(page, `park=${id}`);
  await expect(page.locator('.repairs').first()).toBeVisible();
}

test('a repair is applied with a click, seen in the card, undone and done again by keys', async () => {
  await park('P04');
  const rent = finding('租金水平');
  await expect(rent).toContainText('不符合');
  await rent.getByRole('button', { name: /^采用：租约 P04L2 的租金由/ }).click();
  await expect(rent.getByText('不符合')).toHaveCount(0);
  await expect(said()).toHaveText(/^已采用：租约 P04L2 的租金由 15 元\/m²·月改为 14 元\/m²·月。租金水平现在符合。$/);
  await expect(page.getByText('有 1 处改动未存')).toBeVisible();
  // What had the focus is gone: it is on the step that can be taken back.
  await expect(page.getByRole('button', { name: '撤销 租金水平' })).toBeFocused();

  await page.keyboard.press('Control+z');
  await expect(rent).toContainText('不符合');
  await expect(said()).toHaveText('已撤销：青蘅精密机械小微企业园 租金水平。');
  await expect(page.getByText('处改动未存')).toHaveCount(0);
  await page.keyboard.press('Shift+Control+z');
  await expect(rent.getByText('不符合')).toHaveCount(0);
  await page.getByRole('button', { name: '撤销 租金水平' }).click();
  await expect(rent).toContainText('不符合');
  expect(await serious(page)).toEqual([]);
});
