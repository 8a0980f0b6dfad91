import { expect, test, type Page } from '@playwright/test';
import { goTo, serious } from './kept.ts';

/* The inspector of the sketch desk on a page of its own, which keeps what was done: each test takes back what it did. */

test.describe.configure({ mode: 'serial' });

let page: Page;
test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 1000 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  await goTo(page, 'desk=sketch&park=P04');
  await expect(page.getByRole('article', { name: '正在画的园区' })).toBeVisible();
  await page.getByRole('tab', { name: /^建筑/ }).click();
});
test.afterAll(() => page.context().close());

const panel = () => page.getByRole('article', { name: '正在画的园区' });
const finding = (title: string) =>
  panel()
    .locator('li')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const ratio = () => panel().getByRole('group', { name: /^工业用地容积率/ });
const said = () => page.locator('.app > p[role=status]');
const undo = () => page.keyboard.press('Control+z');

test('a repair is previewed while it is pointed at, applied with one click, and undone by name', async () => {
  await expect(ratio()).toHaveAccessibleName('工业用地容积率 1.490，要求 ≥ 1.5，未达原则性要求');
  const far = finding('工业用地容积率');
  await far.getByRole('button', { name: '工业用地容积率' }).click();
  await expect(far).toContainText('还差 0.010，11# 加 1 层即可');
  await expect(far).toContainText('→ 1.533');
  const apply = far.getByRole('button', { name: '应用：11# 加 1 层' });

  await apply.hover();
  await expect(ratio()).toHaveAccessibleName('工业用地容积率 1.533，要求 ≥ 1.5，符合，之前 1.490');
  await expect(panel()).toContainText('试算，尚未确认');
  await expect(page.locator('[data-cell="10-2"]')).toHaveText(/^−3\+$/);
  await page.mouse.move(500, 300);
  await expect(ratio()).toHaveAccessibleName('工业用地容积率 1.490，要求 ≥ 1.5，未达原则性要求');
  await expect(page.getByText('草案', { exact: true })).toBeVisible();

  await apply.focus();
  await expect(ratio()).toHaveAccessibleName(/1\.533/);
  await apply.press('Enter');
  await expect(page.getByText('草案 1', { exact: true })).toBeVisible();
  await expect(ratio()).toHaveAccessibleName('工业用地容积率 1.533，要求 ≥ 1.5，符合');
  await expect(said()).toHaveText(/^已采用：建筑 D06750-11 加 1 层/);
  await undo();
  await expect(said()).toHaveText('已撤销：青蘅精密机械小微企业园 工业用地容积率。');
  await expect(ratio()).toHaveAccessibleName('工业用地容积率 1.490，要求 ≥ 1.5，未达原则性要求');
});

test('a missing figure typed where it is read frees its rules; what does not fit is said with what is allowed', async () => {
  const box = page.getByLabel('自持建筑面积', { exact: true });
  await expect(panel()).toContainText('16 条，补齐以下资料即可判断');
  await box.fill('两万');
  await box.press('Enter');
  await expect(page.getByText('请填数字，0–10,000,000,000，单位 m²')).toBeVisible();
  await box.fill('45 亩');
  await box.press('Enter');
  await expect(panel()).toContainText('15 条，补齐以下资料即可判断');
  await expect(panel().getByText('自持比例', { exact: true }).first()).toBeVisible();
  await expect(page.getByLabel('自持年限', { exact: true })).toBeFocused();
  await undo();
  await expect(panel()).toContainText('16 条，补齐以下资料即可判断');
});

test('storeys by keys and by typing move the plot ratio; wrong heights are said in the cell', async () => {
  const cell = page.locator('[data-cell="0-2"]');
  // The drawer below the map opens with its tab.
  await page.getByRole('tab', { name: '建筑 12' }).click();
  // Beside its buttons.
  await cell.click({ position: { x: 4, y: 4 } });
  await cell.press('+');
  await expect(cell).toContainText('4');
  await expect(ratio()).toHaveAccessibleName('工业用地容积率 1.533，要求 ≥ 1.5，符合');
  await expect(cell).toBeFocused();
  await cell.press('Enter');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(cell).toContainText('5');
  await expect(ratio()).toHaveAccessibleName(/^工业用地容积率 1\.576/);
  // Enter goes on below; the arrows lead to the height.
  await expect(page.locator('[data-cell="1-2"]')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.type('hoch');
  await page.keyboard.press('Enter');
  await expect(page.getByText('请填层高，如 4.8；各层不同填 6+4.5×4')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-cell="1-3"]')).toHaveText('4.8');
  await undo();
  await undo();
  await expect(ratio()).toHaveAccessibleName('工业用地容积率 1.490，要求 ≥ 1.5，未达原则性要求');
});

test('sums in the foot are those of the rows; the name is typed in place', async () => {
  await expect(page.locator('tbody tr td:nth-child(7)')).toHaveCount(12);
  const column = (n: number) => page.locator(`tbody tr td:nth-child(${n})`).allInnerTexts();
  const number = (text: string) => Number(text.replace(/,/g, ''));
  const floors = (await column(7)).map(number);
  const foot = number(await page.locator('tfoot td:nth-child(7)').innerText());
  expect(floors.reduce((sum, own) => sum + own, 0)).toBeCloseTo(foot, 2);

  await page.getByRole('button', { name: '青蘅精密机械小微企业园' }).click();
  await page.keyboard.type('柳林路小微企业园');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '柳林路小微企业园' })).toBeVisible();
  await undo();
  await expect(page.getByRole('heading', { level: 1, name: '青蘅精密机械小微企业园' })).toBeVisible();
});

test('a lease is added, its unit chosen, typed and taken out by keys, a step each', async () => {
  const faults: Error[] = [];
  page.on('pageerror', (fault) => faults.push(fault));
  await page.getByRole('tab', { name: '单元 0' }).click();
  await page.getByRole('button', { name: '添加单元' }).click();
  await page.getByRole('tab', { name: '租赁 3' }).click();
  await page.getByRole('button', { name: '添加租赁合同' }).click();
  await expect(page.locator('[data-cell="3-1"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-cell="3-1"] select')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-cell="3-1"]')).toContainText('# 1');
  await expect(page.locator('[data-cell="3-2"]')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.type('2026年3月1日');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-cell="3-3"]')).toHaveText('2026-03-01');
  await expect(page.locator('[data-cell="3-4"]')).toBeFocused();
  await expect(page.getByText('草案 4', { exact: true })).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Delete');
  await expect(page.getByRole('tab', { name: '租赁 3' })).toBeVisible();
  for (const left of ['租赁 4', '租赁 4', '租赁 4', '租赁 3', '单元 0']) {
    await undo();
    await expect(page.getByRole('tab', { name: left })).toBeVisible();
  }
  await expect(page.getByText('草案', { exact: true })).toBeVisible();
  expect(faults).toEqual([]);
});

test('the clause opens beside the panel on a leader; nothing is serious to axe in both themes and languages', async () => {
  const chip = finding('工业用地容积率').getByRole('button', { name: '第 8 条' });
  await chip.click();
  const clause = page.getByRole('region', { name: '政策条文' });
  await expect(clause).toContainText('原则上不低于1.5');
  const [box, right] = [await clause.boundingBox(), await page.locator('#inspector').boundingBox()];
  expect(box!.x + box!.width).toBeLessThanOrEqual(right!.x);
  await expect(page.locator('.leader')).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(chip).toBeFocused();
  await page.getByRole('button', { name: '切换为深色' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByText('What to fill in first').or(page.getByText('16 rules; fill in'))).toBeVisible();
  expect(await serious(page)).toEqual([]);
});
