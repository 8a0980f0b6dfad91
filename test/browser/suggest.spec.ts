import { expect, test, type Page } from '@playwright/test';
import { serious } from './kept.ts';

/* Land is picked on the map, more is suggested, taken with one step, and the size is reached; on a page of its own. */

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

/** Two neighbours of 25 and 35 亩, in the middle of the map. */
const FIRST = { lon: 113.68845, lat: 34.80265 };
const SECOND = { lon: 113.68704, lat: 34.80287 };
const ZOOM = 16;

/** Where a place is on the screen, CSS px. */
async function pixelOf(to: typeof FIRST): Promise<{ x: number; y: number }> {
  const box = (await page.locator('.maplibregl-canvas').boundingBox())!;
  const world = 512 * 2 ** ZOOM;
  const x = ({ lon }: typeof FIRST) => ((lon + 180) / 360) * world;
  const y = ({ lat }: typeof FIRST) => {
    const sin = Math.sin((lat * Math.PI) / 180);
    return (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * world;
  };
  return {
    x: box.x + box.width / 2 + x(to) - x(FIRST),
    y: box.y + box.height / 2 + y(to) - y(FIRST),
  };
}

const clickOn = async (to: typeof FIRST) => {
  const { x, y } = await pixelOf(to);
  await page.mouse.click(x, y);
};
const said = () => page.locator('.app > p[role=status]');
const panel = () => page.locator('#suggest');
const apply = () => panel().getByRole('button', { name: /^采用：并入/ });

test('from an empty desk two parcels are picked, what is suggested is taken, and the size is reached', async () => {
  await page.goto(`/#lang=zh&desk=sketch&at=${FIRST.lon},${FIRST.lat},${ZOOM}`);
  // A township without land for a park: what stands in the way is said before anything is begun.
  await expect(page.getByRole('button', { name: /^从地块挑选.*点选地图/ })).toBeEnabled();
  await page.keyboard.press('Shift+Z');
  await expect(page.getByRole('button', { name: '推荐', exact: true })).toBeFocused();
  // The frame around the panel stays where it is.
  const shifted = await page
    .locator('.app, .app > *')
    .evaluateAll((all) => all.filter(({ scrollTop }) => scrollTop > 0).length);
  expect(shifted).toBe(0);
  await panel().getByLabel('在哪个镇（街道）选地').selectOption('流霞街道');
  await panel().getByRole('button', { name: '查找' }).click();
  await expect(panel().getByText('没有能成园的组合')).toBeVisible();
  await expect(panel().getByText(/^相互冲突的是：规模与用地性质、同一镇（街道） \(第 15 条\)。$/)).toBeVisible();
  await expect(panel().getByText(/^还差 60.09 亩，或建筑面积 /)).toBeVisible();
  expect(await serious(page)).toEqual([]);

  await page.locator('ul button').filter({ hasText: '从地块挑选' }).click();
  await expect(page.locator('.maplibregl-canvas')).toBeVisible();
  await expect(async () => {
    await clickOn(FIRST);
    await expect(said()).toHaveText(/D05408/, { timeout: 3000 });
  }).toPass();
  await clickOn(SECOND);
  await expect(said()).toHaveText(/D05409/);

  await expect(panel().getByText('能成园的组合')).toBeVisible();
  const first = panel().locator('li').filter({ hasText: 'D05411' }).first();
  await expect(first).toContainText('与 D05408 相邻');
  await expect(first).toContainText('126.7707 亩');
  await expect(first).toContainText('生产制造类园区规模');
  expect(await serious(page)).toEqual([]);

  await apply().first().click();
  await expect(said()).toHaveText(/已完成：.*D05411/);
  await expect(panel().getByText('用地规模和分园已达到要求。')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(panel().getByText('能成园的组合')).toBeVisible();
});

test('a parcel is left out and locked by keys, and what stands in the way is said', async () => {
  const first = panel().locator('li').filter({ hasText: 'D05411' }).first();
  await first.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  const ban = panel()
    .getByRole('button', { name: /^不用 D05411/ })
    .first();
  await ban.focus();
  await page.keyboard.press('Enter');
  await expect(panel().getByRole('list', { name: '已锁定和不用的地块' })).toContainText('D05411');
  await expect(panel().locator('[aria-busy=true]')).toHaveCount(0);
  await expect(panel().getByRole('button', { name: /^采用：并入 D05411/ })).toHaveCount(0);
  await panel().getByRole('button', { name: '解除 D05411' }).click();
  await expect(panel().getByRole('button', { name: /^采用：并入 D05411/ })).toHaveCount(1);
  expect(await serious(page)).toEqual([]);
});

test('the land in hand is laid out by a key, layouts follow a wish, one is taken by keys and undone by its name', async () => {
  await page.locator('.maplibregl-canvas').focus();
  await page.keyboard.press('Shift+L');
  const head = page.getByRole('heading', { name: /^排布/, level: 1 });
  await expect(head).toBeFocused();
  const parcels = page.getByRole('group', { name: '地块' });
  const other = parcels.locator('[aria-pressed=false]');
  await other.click();
  await expect(head).toContainText(/D0540[89]、D0540[89]/);
  const list = page.getByRole('list', { name: '排布方案' });
  const rows = list.locator(':scope > li');
  const made = page.locator('ol[aria-label=排布方案][aria-busy=false]');
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(3);
  await expect(made).toBeVisible();
  await expect(rows.filter({ hasText: '24 m 以下' })).not.toHaveCount(0);
  await expect(rows.filter({ hasText: '24 m 以上' })).not.toHaveCount(0);
  await expect(page.getByText('最终由设计单位确定')).toBeVisible();
  // What is looked at is judged with the park.
  await expect(rows.getByText('整园对照政策')).toBeVisible();

  await page.getByRole('textbox', { name: '期望容积率' }).fill('2.2');
  await expect(rows.first().getByRole('button').first()).toContainText(/2\.[2-9]/);
  await expect(made).toBeVisible();
  const second = rows.nth(1).getByRole('button').first();
  await second.focus();
  await page.keyboard.press('Enter');
  await expect(second).toHaveAttribute('aria-pressed', 'true');
  expect(await serious(page)).toEqual([]);
  await rows
    .nth(1)
    .getByRole('button', { name: /^采用：/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(said()).toHaveText(/^已完成：排布 D0540[89]、D0540[89]：.+，\d+ 栋。$/);
  await expect(head).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(said()).toHaveText(/^已撤销：排布 D0540[89]、D0540[89]：/);
});
