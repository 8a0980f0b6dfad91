import { expect, test, type Page } from '@playwright/test';
import { serious } from './kept.ts';

/* The supply desk: what is flagged is filtered, sorted, chosen by keys, decided on and taken back; map and table agree. */

test.describe.configure({ mode: 'serial' });

let page: Page;
test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  await page.goto('/#lang=zh&date=2026-11-22&desk=supply');
});
test.afterAll(() => page.context().close());

const grid = () => page.getByRole('grid', { name: '宗地认定' });
const lines = () => grid().locator('[data-place]');
const line = (id: string) => lines().filter({ has: page.getByText(id, { exact: true }) });
const head = () => page.locator('.drawer header');
const said = () => page.locator('.app > p[role=status]');

/** Waits until the map has left where it is now: what is chosen meanwhile would keep it from going. */
function mapGoes(): () => Promise<void> {
  const place = () => /at=[^&]+/.exec(page.url())?.[0];
  const before = place();
  return () => expect.poll(place).not.toBe(before);
}

/** What lies in the middle of the map is clicked, once the map has drawn it. */
const takeFromMap = (isTaken: () => Promise<void>) =>
  expect(async () => {
    const box = (await page.locator('.maplibregl-canvas').boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await isTaken();
  }).toPass();

test('all that is flagged is listed, with what says so', async () => {
  await expect(head()).toContainText('288 宗');
  await expect(grid()).toHaveAttribute('aria-rowcount', '290');
  await expect(line('D00077')).toContainText('约定 2022-09-28 动工，逾期 4 年');
  await expect(line('D00077')).toContainText('发调查通知书');
  // Of many lines those that are seen are there.
  expect(await lines().count()).toBeLessThan(60);
});

test('a class, a district and a name narrow it, and all of it comes back', async () => {
  const panel = page.getByRole('region', { name: '土地认定' });
  await panel.getByRole('button', { name: /^批而未供/ }).click();
  await expect(head()).toContainText('101 / 288 宗');
  await panel.getByRole('button', { name: '鹤汀区' }).click();
  await expect(head()).toContainText('10 / 288 宗');
  // The district that is chosen opens by township.
  await expect(panel.getByRole('row', { name: /^帆影街道/ })).toBeVisible();
  await page.getByLabel('筛选建议').selectOption({ label: '供应或核减批文' });
  await expect(head()).toContainText('10 / 288 宗');
  await page.getByLabel('筛选宗地').fill('zzz');
  await expect(page.locator('.drawer')).toContainText('没有符合筛选条件的宗地');
  await page.locator('.drawer').getByRole('button', { name: '清除筛选' }).last().click();
  await expect(head()).toContainText('288 宗');
});

test('sorted by confidence the surest stand last, then first, then the file has its order again', async () => {
  const column = grid().getByRole('button', { name: '把握' });
  const first = lines().first();
  await column.click();
  await expect(first).toContainText('0.20');
  await column.click();
  await expect(first).toContainText('1.00');
  await column.click();
  await expect(first).toContainText('D00076');
});

test('a link opens what was seen once more: filter, order and the parcel in hand', async () => {
  const panel = page.getByRole('region', { name: '土地认定' });
  await panel.getByRole('button', { name: /^批而未供/ }).click();
  await grid().getByRole('button', { name: '把握' }).click();
  await lines().nth(2).click();
  const id = (await lines().nth(2).getByRole('gridcell').first().textContent())!;
  await expect(page).toHaveURL(new RegExp(`sort=confidence&only=class.approved-not-supplied.*parcel=${id}`));
  const { hash } = new URL(page.url());
  await page.locator('.drawer').getByRole('button', { name: '清除筛选' }).click();
  await grid().getByRole('button', { name: '把握' }).click();
  await lines().first().click();
  // The parcel follows the cursor.
  await expect(page).toHaveURL(new RegExp(`sort=confidence.down&(?!.*(only|${id}))`));
  await page.goto(`/${hash}`);
  await expect(head()).toContainText('101 / 288 宗');
  await expect(lines().nth(2)).toHaveClass(/cursor/);
  await expect(lines().nth(2)).toContainText(id);
  await grid().getByRole('button', { name: '把握' }).click();
  await grid().getByRole('button', { name: '把握' }).click();
  await page.locator('.drawer').getByRole('button', { name: '清除筛选' }).click();
});

test('lines are chosen by keys, confirmed with a reason, and the step is undone by its name', async () => {
  await line('D00077').click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(head()).toContainText('已选 2 宗 58.96 亩');
  const detail = page.getByRole('region', { name: '认定详情' });
  await detail.getByRole('button', { name: '确认 疑似闲置 1 宗' }).click();
  await expect(detail.getByRole('alert')).toContainText('理由');
  await detail.getByLabel('理由').fill('2026-11 现场核查，未动工');
  await detail.getByRole('button', { name: '确认 疑似闲置 1 宗' }).click();
  await expect(said()).toHaveText('已确认 1 宗');
  await expect(line('D00077')).toContainText('已确认');
  await expect(line('D00077')).toContainText('1.00');
  await line('D00077').press('Control+z');
  await expect(line('D00077')).not.toContainText('已确认');
  await expect(line('D00077')).toContainText('0.80');
});

test('who disputes a flag still sees the parcel, and can take it back', async () => {
  await line('D00077').click();
  const detail = page.getByRole('region', { name: '认定详情' });
  await detail.getByLabel('理由').fill('已补签延期协议');
  await detail.getByRole('button', { name: '不同意 疑似闲置 1 宗' }).click();
  await expect(line('D00077')).toContainText('不同意');
  await expect(head()).toContainText('288 宗');
  await detail.getByRole('button', { name: '撤回决定' }).click();
  await expect(line('D00077')).toContainText('疑似闲置');
  await expect(line('D00077')).not.toContainText('不同意');
});

test('another figure says what would flip, and the pack keeps its own', async () => {
  const panel = page.getByRole('region', { name: '土地认定' });
  await panel.getByText('认定标准').click();
  const figure = panel.getByLabel(/^超过约定动工日期/);
  await figure.fill('4');
  await figure.press('Enter');
  await expect(panel.locator('.flips')).toContainText(/\d+ 宗会变类/);
  await expect(panel.locator('.flips')).toContainText('疑似闲置 →');
  // Those that flip are looked at alone.
  await panel.getByRole('button', { name: /^疑似闲置 →/ }).click();
  await expect(head()).toContainText('23 / 288 宗');
  await panel.getByRole('button', { name: '全部恢复' }).click();
  await expect(head()).toContainText(/宗地认定\s*288 宗/);
  await expect(figure).toHaveValue('1');
});

test('a line goes to the map with Enter, and a parcel clicked there has the cursor here', async () => {
  await line('D00104').click();
  const gone = mapGoes();
  await page.keyboard.press('Enter');
  await gone();
  await expect(page).toHaveURL(/parcel=D00104/);
  await lines().first().click();
  await expect(page).toHaveURL(/parcel=D00076/);
  await takeFromMap(() => expect(page).toHaveURL(/parcel=D00104/, { timeout: 1000 }));
  await expect(line('D00104')).toHaveClass(/cursor/);
});

test('rates of districts are a chart too, loaded when it is asked for, with points that keys reach and a table behind', async () => {
  const asked = () =>
    page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /engine-/.test(name)).length);
  expect(await asked()).toBe(0);
  const ways = page.getByRole('group', { name: '看图或看表' });
  await ways.getByRole('button', { name: '图' }).click();
  await page.getByRole('button', { name: /^澄中区 批未供率/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: /^澄中区 闲置率 [\d.]+ %/ })).toBeFocused();
  await expect(page.locator('figure svg path').first()).toBeAttached();
  await expect(page.getByRole('table', { name: '各区县三项指标' })).toContainText('澄中区');
  expect(await asked()).toBe(1);
});

test('axe finds nothing serious, in both themes and languages', async () => {
  for (const toggle of [null, 'T', 'L', 'T']) {
    if (toggle) await page.locator('body').press(toggle);
    expect(await serious(page)).toEqual([]);
  }
  await page.locator('body').press('L');
});

/* 组合: on the same page, with what was decided before taken back. */

const step = (name: string) => page.getByRole('navigation', { name: '供地步骤' }).getByRole('button', { name });
const parks = () => page.getByRole('grid', { name: '候选园区' }).locator('[data-park]');
/** Enough land; enough floor area alone. */
const byLand = () => parks().filter({ hasText: /(?<!建筑)够 100 亩/ });
const byFloor = () => parks().filter({ hasText: /建筑够 \d+ 万 m²/ });
const marks = () => page.getByRole('region', { name: '锁定与不用' });

test('a township is chosen by keys, and its parks are there, the best first, each with what stands against it', async () => {
  await page.locator('body').press('7');
  await expect(page).toHaveURL(/desk=supply&step=assemble/);
  const township = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
  await township('墨池街道').press('ArrowDown');
  await expect(township('采菱街道')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(head()).toContainText(/采菱街道 \d 个/);
  await expect(byLand().first()).toBeVisible();
  await expect(byFloor().first()).toBeVisible();
  await parks().filter({ hasText: '未达原则性要求' }).first().getByText(/够/).click();
  const detail = page.getByRole('region', { name: '组合详情' });
  await expect(detail).toContainText(/自成一处|相邻/);
  await detail.getByRole('button', { name: '第 15 条' }).first().click();
  await expect(page.locator('#clause-panel mark')).toBeVisible();
  await page.keyboard.press('Escape');
  await township('墨池街道').click();
  await expect(page.locator('.drawer')).toContainText('没有能成园的组合');
  await expect(page.locator('.drawer')).toContainText(/还差 [\d.]+ 亩/);
});

test('a park is taken hold of in the list and on the map', async () => {
  await page.getByRole('button', { name: /^知新街道/ }).click();
  await byFloor().first().getByText(/够/).click();
  // It is one parcel, and lies in the middle of the map then.
  await page.keyboard.press('Enter');
  await byLand().first().getByText(/够/).click();
  await expect(byLand().first()).toHaveAttribute('aria-selected', 'true');
  await takeFromMap(() => expect(byFloor().first()).toHaveAttribute('aria-selected', 'true', { timeout: 1000 }));
});

test('parks and parcels are locked and left out by keys and pointer, taken back step by step, and kept over a reload', async () => {
  await byFloor().first().press(' ');
  await expect(step('组合')).toContainText('1 锁定');
  await expect(marks()).toContainText('锁定园区');
  // What is locked stands first, the others are without its land.
  await expect(parks().first()).toContainText('已锁定');
  await expect(said()).toContainText('已锁定');
  await parks().last().press('Delete');
  await expect(marks()).toContainText('不用组合');
  await page.locator('body').press('Control+z');
  await expect(marks()).not.toContainText('不用组合');
  await expect(marks()).toContainText('锁定园区');
  await page.reload();
  await expect(step('组合')).toContainText('1 锁定');
  await expect(step('认定')).toContainText('288 待定');
  await marks().getByRole('button', { name: /^收回/ }).click();
  await expect(step('组合')).toContainText('0 锁定');
  await expect(marks()).toContainText('还没有锁定或不用');
});

test('axe finds nothing serious in 组合 in light Chinese and dark English', async () => {
  await page.getByRole('button', { name: /^采菱街道/ }).click();
  await parks().first().getByRole('button', { name: '锁定' }).click();
  await expect(marks()).toContainText('锁定园区');
  expect(await serious(page)).toEqual([]);
  await page.locator('body').press('t');
  await page.locator('body').press('l');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Assemble parks');
  expect(await serious(page)).toEqual([]);
  for (const toggle of ['t', 'l']) await page.locator('body').press(toggle);
});

/* 台账: a year's plan is made, its rows changed and lived through, adjusted and put beside the version before. */

const ledgerTab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const cell = (row: number, column: number) => page.getByRole('grid').locator(`[data-cell="${row}-${column}"]`);
const lineOf = (n: number) => page.getByRole('grid').locator(`tr[aria-rowindex="${n + 2}"]`);
async function record(step: string, day: string, more: Readonly<Record<string, string>> = {}) {
  await button(step).click();
  await page.getByLabel('日期', { exact: true }).fill(day);
  for (const [label, text] of Object.entries(more)) await page.getByLabel(label).fill(text);
  await page.getByLabel('日期', { exact: true }).press('Enter');
}

test('a plan of the year is made, and planned land that is in no row is put into it, with totals in 公顷 and 亩', async () => {
  await page.locator('body').press('9');
  await page.getByText('编制新计划').click();
  await button('编制').click();
  await expect(said()).toHaveText('已编制 2026 年计划');
  await ledgerTab('未纳入').click();
  await cell(0, 3).click();
  await page.keyboard.press('Control+a');
  await button('加入计划').click();
  await expect(said()).toHaveText('已加入 14 宗');
  await ledgerTab('宗地').click();
  await expect(page.getByRole('grid').locator('tfoot')).toContainText('36.0695541.04');
  await expect(ledgerTab('未纳入')).toHaveText('未纳入');
});

test('a row is changed in place in the forms people write, and taken back by its name', async () => {
  await cell(0, 6).click();
  await page.keyboard.press('F2');
  await page.keyboard.type('50');
  await page.keyboard.press('Enter');
  await expect(lineOf(0)).toContainText('3.333350.00');
  await cell(0, 6).press('Control+z');
  await expect(said()).toContainText('已撤销：修改计划宗地 D02587 的供应面积');
  await expect(lineOf(0)).toContainText('3.524152.86');
});

test('what becomes of a row is recorded in its order, with day and reason', async () => {
  await cell(0, 2).click();
  await expect(page).toHaveURL(/parcel=D02587/);
  await record('记公告', '2026-3-1');
  await expect(said()).toHaveText('1 宗已记公告');
  await record('记合同', '2026-2-1');
  await expect(page.getByRole('alert')).toContainText('不能早到 2026-02-01');
  await page.getByLabel('日期', { exact: true }).fill('2026-4-20');
  await page.getByLabel('日期', { exact: true }).press('Enter');
  await expect(said()).toHaveText('1 宗已记合同');
  await ledgerTab('进度').click();
  await expect(page.getByRole('grid').locator('tfoot')).toContainText('52.86');
  await ledgerTab('宗地').click();
  await cell(1, 2).click();
  await record('记撤回', '2026-5-1');
  await expect(page.getByRole('alert')).toContainText('写明原因');
  await page.getByLabel('原因').fill('规划调整');
  await page.getByLabel('原因').press('Enter');
  await expect(lineOf(1)).toContainText('撤回');
});

test('it is submitted, approved, published and adjusted; the next version stands beside the one before', async () => {
  await record('报批', '2026-2-10');
  await record('记批准', '2026-3-10', { '文号（编号）': '澄政〔2026〕3号' });
  await record('记公布', '2026-3-20');
  await record('年中调整', '2026-8-1', { 原因: '撤回一宗' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('澄州市2026年度国有建设用地供应计划');
  const panel = page.getByRole('region', { name: '供地台账' });
  await expect(panel.getByRole('button', { name: /第 2 版 草案 13 宗/ })).toHaveAttribute('aria-pressed', 'true');
  await panel.getByLabel('与哪一份对比').selectOption('2026 年');
  await expect(panel).toContainText('相同 13 宗');
  await expect(lineOf(0)).toContainText('D02676');
  // What last year's plan left goes on in the draft, in one step that is taken back by its name.
  await record('结转未供宗地', '2026-8-2');
  await expect(page.getByRole('alert')).toContainText('写明原因');
  await page.getByLabel('原因').fill('上年未供，继续供应');
  await page.getByLabel('原因').press('Enter');
  await expect(said()).toHaveText('已结转');
  await ledgerTab('结转').click();
  await expect(page.getByRole('grid').locator('tbody')).toContainText(/结转2026-08-02上年未供，继续供应/);
  await ledgerTab('宗地').click();
  await expect(ledgerTab('宗地')).toHaveText('宗地23');
  await cell(0, 2).press('Control+z');
  await expect(ledgerTab('宗地')).toHaveText('宗地13');
});

test('a parcel clicked on the map is the row in the ledger; axe finds nothing serious', async () => {
  await ledgerTab('宗地').click();
  await cell(3, 2).click();
  await expect(page).toHaveURL(/parcel=D03032/);
  const gone = mapGoes();
  await button('到地图').click();
  await gone();
  await cell(0, 2).click();
  await expect(page).toHaveURL(/parcel=D02587/);
  await takeFromMap(() => expect(lineOf(3)).toHaveAttribute('aria-selected', 'true', { timeout: 1000 }));
  expect(await serious(page)).toEqual([]);
  for (const toggle of ['T', 'L']) await page.locator('body').press(toggle);
  expect(await serious(page)).toEqual([]);
});
