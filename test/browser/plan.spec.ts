import { expect, test, type Page } from '@playwright/test';
import { PLAN_DAY, planCity } from '../helpers/plan-city.ts';
import { serious } from './kept.ts';

/* The step 计划 on a county of twelve parcels: sought, made anew around what is not used, tried, kept over a reload, entered in the ledger. */

test.describe.configure({ mode: 'serial' });

let page: Page;
test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  await page.route(/\/assets\/(city|backdrop)\.geojson/, (route) => route.abort());
  await open();
});
test.afterAll(() => page.context().close());

async function open() {
  await page.goto(`/#lang=zh&date=${PLAN_DAY}`);
  const { name, bytes } = planCity;
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
  await page.getByText('plan.geojson').first().waitFor();
  await page.locator('body').press('8');
  await page.getByRole('heading', { name: /供应计划/ }).waitFor();
}

const panel = () => page.getByRole('region', { name: '供地计划' });
const grid = () => page.getByRole('grid', { name: '计划园区' });
const rows = () => grid().locator('[data-place]');
const title = () => page.locator('.drawer header');
const button = (name: string | RegExp) => page.getByRole('button', { name });
/** Nothing is sought any more. */
const rest = () => expect(button(/^(续算|按现在的要求重算)$/)).toBeVisible();

test('is sought, and has a park of each pair with its verdict and what withdrawing it costs', async () => {
  await button(/^求解$/).click();
  await expect(title()).toContainText('6 个 720.00 亩');
  await rest();
  await expect(rows()).toHaveCount(6);
  await expect(rows().first()).toContainText('符合');
  await expect(rows().first()).toContainText('目标 −1');
  await expect(panel()).toContainText('累计差 4 个');
});

test('a park is left out by a key and a parcel dragged off the map: the plan is another each time, and comes back by a step', async () => {
  await rows().first().click();
  const first = await rows().first().locator('span').first().innerText();
  await page.keyboard.press('Delete');
  await expect(panel()).toContainText(`不用 ${first}`);
  await expect(grid().getByText(first, { exact: true })).toHaveCount(0);
  await rest();
  await panel().getByRole('button', { name: '撤销' }).click();
  await expect(title()).toContainText('6 个 720.00 亩');

  await rows().nth(1).click();
  await page.keyboard.press('Enter');
  const canvas = page.locator('.maplibregl-canvas');
  const { x, y, width, height } = (await canvas.boundingBox())!;
  const [east, north] = [x + width / 2 - 60, y + height / 2];
  // The map has gone there once a parcel of the park is under the pointer and takes it.
  await expect(async () => {
    await page.mouse.move(east, north);
    await page.mouse.down();
    await page.mouse.move(east, north - 20, { steps: 2 });
    try {
      await expect(page.getByText(/^[AB]\d 拖到外面$/)).toBeVisible({ timeout: 1000 });
    } catch (error) {
      await page.mouse.up();
      throw error;
    }
  }).toPass();
  await page.mouse.move(east, y + 20, { steps: 3 });
  await expect(page.getByText(/^[AB]\d 松手即不用$/)).toBeVisible();
  await page.mouse.up();
  await expect(panel()).toContainText(/不用 [AB]\d/);
  await expect(title()).not.toContainText('720.00 亩');
  await rest();
  await page.locator('body').press('Control+z');
  await expect(title()).toContainText('6 个 720.00 亩');
});

test('money that is too little leads to why, each rung is tried beside the plan, and what is taken stays', async () => {
  const budget = panel().getByLabel(/^资金上限/);
  await budget.fill('3000');
  await budget.press('Enter');
  await button('按现在的要求重算').click();
  await expect(title()).toContainText('1 个 120.00 亩');
  await rest();
  await panel()
    .getByRole('button', { name: /甲县 累计建成：看缺口/ })
    .click();
  const pane = page.getByRole('tabpanel');
  await pane.getByRole('button', { name: /^试算 若资金不限/ }).click();
  await expect(panel()).toContainText('试算：甲县 累计：若资金不限');
  await expect(title()).toContainText('720.00 亩');
  await rest();
  await button('看原计划').click();
  await expect(title()).toContainText('1 个 120.00 亩');
  await button('采用').click();
  await expect(title()).toContainText('720.00 亩');
  await expect(budget).toHaveValue('15000');
  await page.getByRole('tab', { name: '对照' }).click();
  await expect(pane).toContainText(/只在乙\s*5/);
});

test('spare parks stand by and say when they step in; a weight that is moved says which parks come and go', async () => {
  const budget = panel().getByLabel(/^资金上限/);
  await budget.fill('');
  await budget.press('Enter');
  await panel().getByRole('checkbox', { name: '累计' }).uncheck();
  await panel().getByLabel('备选园区（每个目标）').selectOption('1');
  await button('按现在的要求重算').click();
  await expect(title()).toContainText('3 个 360.00 亩，备选 3 个 360.00 亩');
  await rest();
  await expect(rows().last()).toContainText('备选');
  await rows().last().click();
  await expect(page.getByRole('tabpanel')).toContainText(
    /备选 甲县 202\d 年目标的园区落空 1 个时转入（[\d.]+ % 的情景）/,
  );
  await panel().getByText('权重', { exact: true }).click();
  const dearer = panel().getByRole('slider', { name: '每万元成本扣' });
  await dearer.press('End');
  await expect(dearer).toHaveClass(/on/);
  await button('按现在的要求重算').click();
  await rest();
  await expect(panel()).toContainText(/与上一稿相比[^]*得分/);
  // A step back is the plan of before, at once.
  await page.locator('body').press('Control+z');
  await expect(dearer).not.toHaveClass(/on/);
  await expect(title()).toContainText('备选 3 个 360.00 亩');
});

test('points of the frontier are clicked through: each is a plan on the map beside the one that holds', async () => {
  await page.getByRole('tab', { name: '前沿' }).click();
  await button('算前沿').click();
  const point = (n: number) => page.getByRole('list', { name: '收储成本与可建面积' }).getByRole('button', { name: `第 ${n} 点` }); // prettier-ignore
  await point(2).click();
  await expect(panel()).toContainText('试算：前沿第 2 点');
  await expect(point(2)).toHaveAttribute('aria-pressed', 'true');
  await point(1).press('Enter');
  await expect(panel()).toContainText('试算：前沿第 1 点');
  await button('放弃').click();
  await expect(panel()).not.toContainText('试算：前沿');
  // What cannot be asked is said in words, and taken back as a step.
  await panel().getByLabel('最后一年').fill('2199');
  await panel().getByLabel('最后一年').press('Enter');
  await button('按现在的要求重算').click();
  await expect(panel().getByRole('alert')).toContainText('年份应为');
  await page.locator('body').press('Control+z');
  await expect(title()).toContainText('备选 3 个 360.00 亩');
});

test('axe finds nothing serious, in both themes and languages', async () => {
  expect(await serious(page)).toEqual([]);
  for (const key of ['T', 'L']) await page.locator('body').press(key);
  expect(await serious(page)).toEqual([]);
  await page.locator('body').press('L');
});

test('the plan is there when the page comes back, and a year of it is entered in the ledger', async () => {
  await page.reload();
  await open();
  await expect(panel()).toContainText('留下的计划');
  await expect(title()).toContainText(/备选 \d 个/);
  await button(/^2026/).click();
  await button('列入年度计划').click();
  await expect(page.locator('.app > p[role=status]')).toHaveText(
    /^1 个园区已列入 2026 年度计划，加入 \d+ 行，备选 1 个列为储备$/,
  );
});

test('map sheets of the annual plan show how far they are, and are cancelled at once by their button or by leaving the step', async () => {
  // Frames are held, so that a sheet is not drawn before it is cancelled; the browser's dialog is counted.
  await page.evaluate(() => {
    const seen = Object.assign(globalThis, { printed: 0, held: null as FrameRequestCallback[] | null });
    const frame = seen.requestAnimationFrame.bind(seen);
    seen.print = () => void seen.printed++;
    seen.requestAnimationFrame = (draw) => (seen.held ? seen.held.push(draw) : frame(draw));
  });
  const hold = () => page.evaluate(() => void ((globalThis as unknown as { held: unknown }).held = []));
  const letGo = () =>
    page.evaluate(() => {
      const seen = globalThis as unknown as { held: FrameRequestCallback[] | null };
      const held = seen.held ?? [];
      seen.held = null;
      for (const draw of held) requestAnimationFrame(draw);
    });
  const printed = () => page.evaluate(() => (globalThis as unknown as { printed: number }).printed);
  const maps = page.locator('.maplibregl-canvas');
  const exporting = page.getByRole('button', { name: '导出', exact: true });
  const progress = page.getByRole('progressbar', { name: '计划图册（打印 A3）' });
  const begin = async () => {
    await exporting.click();
    await page.getByRole('menuitem', { name: '计划图册（打印 A3）' }).focus();
    await hold();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^图册 0 \/ \d 幅$/)).toBeAttached();
    await expect(progress).toBeAttached();
    await expect(maps).toHaveCount(2);
  };
  const isOver = async () => {
    await expect(progress).toHaveCount(0);
    await expect(maps).toHaveCount(1);
    await letGo();
    expect(await page.locator('.sheet.plan').count()).toBe(0);
    expect(await printed()).toBe(0);
  };
  await page.locator('body').press('9');
  await begin();
  await page.getByRole('button', { name: '取消', exact: true }).focus();
  await page.keyboard.press('Enter');
  await isOver();
  await expect(exporting).toBeFocused();

  await begin();
  await page.locator('body').press('8');
  await expect(maps).toHaveCount(1);
  await expect(page.locator('.app > p[role=status]')).toHaveText('图册没有做完，已取消。');
  await letGo();
  await page.locator('body').press('9');
  await isOver();

  // Nothing of it is left: the next time they are drawn and go to the browser's dialog.
  await exporting.click();
  await page.getByRole('menuitem', { name: '计划图册（打印 A3）' }).click();
  await expect.poll(printed).toBe(1);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.sheet.plan canvas').first()).toBeAttached();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.sheet.plan')).toHaveCount(0);
});
