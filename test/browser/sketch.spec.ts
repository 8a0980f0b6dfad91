import { expect, test, type Page } from '@playwright/test';
import { goTo, serious } from './kept.ts';
import { landIsTold } from './tools.ts';

/* The sketch desk on a page of its own, which keeps what was drawn: with pointer and keys, by typed numbers, proposed and taken. */

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

const said = () => page.locator('.app > p[role=status]');
const strip = () => page.getByRole('toolbar', { name: '：选项' });
const field = (name: string) => strip().getByRole('textbox', { name, exact: true });
const map = () => page.locator('.maplibregl-canvas');
const over = () => page.locator('.over');
const closes = () => strip().getByRole('button', { name: /^(闭合|完成|采用)/ });

/** A place of the map's box, in shares of its width and height. */
async function spot(x: number, y: number): Promise<readonly [number, number]> {
  const box = (await map().boundingBox())!;
  return [box.x + x * box.width, box.y + y * box.height];
}
async function click(x: number, y: number) {
  const [px, py] = await spot(x, y);
  await page.mouse.move(px, py, { steps: 3 });
  await page.mouse.click(px, py);
}

/** Near P04, where fields lie beside the town. */
async function take(key: string, at = '113.7702,34.7655,17') {
  await goTo(page, `desk=sketch&park=P04&at=${at}`);
  await expect(page.getByRole('toolbar', { name: '绘图工具' })).toBeVisible();
  await expect(map()).toBeVisible();
  await map().focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press(key);
  await landIsTold(page);
}

test('an empty desk offers its tools by pointer, arrows and keys, and nothing serious for axe', async () => {
  await goTo(page, 'desk=sketch');
  const rail = page.getByRole('toolbar', { name: '绘图工具' });
  await expect(rail.getByRole('button', { name: '选择' })).toHaveAttribute('aria-pressed', 'true');
  await expect(map()).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await rail.getByRole('button', { name: '选择' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(rail.getByRole('button', { name: '画地块' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  const rectangle = page.getByRole('menuitemradio', { name: '画矩形地块' });
  await page.keyboard.press('ArrowDown');
  await expect(rectangle).toBeFocused();
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(rail.getByRole('button', { name: '画矩形地块' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('hdk');
  await page.keyboard.press('Enter');
  await expect(rail.getByRole('button', { name: '画地块' })).toHaveAttribute('aria-pressed', 'true');
});

test('a parcel is drawn by the pointer and by typed numbers, and taken back by its name', async () => {
  await take('p');
  await click(0.3, 0.35);
  await expect(said()).toHaveText(/^第 1 点/);
  await page.mouse.move(...(await spot(0.5, 0.35)));
  // A digit alone goes to the length.
  await page.keyboard.type('157');
  await expect(field('长度')).toHaveValue('157');
  await expect(field('长度')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('90');
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(said()).toHaveText(/^第 2 点、157\.00 m/);
  await page.keyboard.type('12x');
  await expect(strip().getByText('请输入数字')).toBeVisible();
  await expect(field('长度')).toHaveAttribute('aria-invalid', 'true');
  await field('长度').fill('128');
  await field('转角').fill('-90°0′0″');
  await page.keyboard.press('Enter');
  await expect(said()).toHaveText(/^第 3 点、128\.00 m/);
  // Undo takes back the point, redo sets it again.
  await map().focus();
  await page.keyboard.press('Control+z');
  await expect(strip().getByText('退一点')).toBeEnabled();
  await page.keyboard.press('Control+Shift+z');
  await closes().click();
  await expect(said()).toHaveText(/^已完成：画 草绘-\d+。$/);
  await expect(page.getByRole('button', { name: /^撤销：/ }).first()).toBeEnabled();
  expect(await serious(page)).toEqual([]);
  await map().focus();
  await page.keyboard.press('Control+z');
  await expect(said()).toHaveText(/^已撤销：画 草绘-\d+。$/);
});

test('who has no pointer draws by coordinates, lengths and azimuths alone', async () => {
  await take('p');
  await field('Y（东）').fill('38478700');
  await field('X（北）').fill('3849000');
  await page.keyboard.press('Enter');
  await expect(said()).toHaveText(/^第 1 点/);
  for (const [n, length, azimuth] of [
    [2, '60.5', '90'],
    [3, '40', '180'],
  ] as const) {
    await field('长度').fill(length);
    if (n === 2) await field('方位角').fill(azimuth);
    else {
      await strip().getByRole('button', { name: '坐标' }).click();
      await field('方位角').fill(azimuth);
    }
    await page.keyboard.press('Enter');
    await expect(said()).toHaveText(new RegExp(`^第 ${n} 点、${length}`));
  }
  await closes().click();
  await expect(said()).toHaveText(/^已完成：画 草绘-\d+。$/);
  await map().focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(said()).toHaveText(/^已撤销/);
});

test('what crosses itself says where and is not closed', async () => {
  await take('p');
  for (const [x, y] of [[0.3, 0.3], [0.5, 0.3], [0.3, 0.6], [0.5, 0.6]] as const) await click(x, y); // prettier-ignore
  await expect(page.locator('.over').getByText(/相交/).first()).toBeVisible();
  await expect(closes()).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(field('Y（东）')).toBeVisible();
});

test('a split is drawn before it is taken, and is one step', async () => {
  await take('Shift+S', '113.76539,34.76842,16.2');
  await expect(page.getByText('点选要改的宗地').first()).toBeVisible();
  // The land of this place comes after that of the one before.
  await expect(async () => {
    await click(0.66, 0.78);
    await expect(strip().locator('.of')).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.locator('.over').getByText('分成 2 块：')).toBeVisible();
  await strip().getByRole('spinbutton', { name: '份数' }).fill('3');
  await expect(page.locator('.over').getByText('分成 3 块：')).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await closes().click();
  await expect(said()).toHaveText(/^已完成：把宗地 .* 分成 3 宗。$/);
  await map().focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(said()).toHaveText(/^已撤销：把宗地 .* 分成 3 宗。$/);
});

/* On empty land, in pixels of the map, about 0.7 m each. */

const px = async (x: number, y: number) => {
  const box = (await map().boundingBox())!;
  return [box.x + x, box.y + y] as const;
};
async function put(...places: readonly (readonly [number, number])[]) {
  for (const [x, y] of places) {
    await page.mouse.move(...(await px(x - 6, y - 6)));
    await page.mouse.move(...(await px(x, y)));
    await page.mouse.click(...(await px(x, y)));
  }
}
const done = (what: RegExp | string) => expect(said()).toHaveText(what);
async function onEmptyLand() {
  await goTo(page, 'desk=sketch&at=113.70,34.70,16.5');
  await expect(map()).toBeVisible();
  await map().focus();
}
const boxed = async (a: readonly [number, number], b: readonly [number, number]) => {
  await page.keyboard.press('r');
  await landIsTold(page);
  await put(a, b);
  await done(/^已完成：画 草绘-\d+。$/);
};

test('land of others is clipped on closing, and of what was closed with it in one step; what is theirs alone is refused', async () => {
  await onEmptyLand();
  await boxed([150, 560], [300, 690]);
  await page.keyboard.press('q');
  await put([270, 600], [420, 590]);
  await page.mouse.move(...(await px(425, 700)));
  await expect(over().getByText(/与 草绘-\d+ 压盖 [\d,]+\.\d\d m²/)).toBeVisible();
  await put([425, 700]);
  await done(/^已完成：画 草绘-\d+。$/);
  await expect(over().getByText(/草绘-\d+ 与 草绘-\d+ 压盖/)).toBeVisible();
  await over().getByRole('button', { name: '裁剪', exact: true }).click();
  await done(/^已完成：裁剪压盖 草绘-\d+。$/);
  await expect(over().getByText(/压盖/)).toHaveCount(0);
  await map().focus();
  await page.keyboard.press('Control+z');
  await done(/^已撤销：裁剪压盖 草绘-\d+。$/);
  await expect(over().getByText(/草绘-\d+ 与 草绘-\d+ 压盖/)).toBeVisible();
  await page.keyboard.press('Shift+C');
  await done(/^已完成：裁剪压盖/);

  await page.keyboard.press('Shift+X');
  await page.keyboard.press('r');
  await put([180, 580], [240, 640]);
  await expect(page.getByRole('alert').filter({ hasText: '裁剪后没有剩余' })).toBeVisible();
  // What was drawn is given back; let go of, nothing of it stays.
  const overlay = () => page.locator('.tool-overlay').evaluate((own: HTMLCanvasElement) => own.width);
  await expect.poll(overlay).toBeGreaterThan(0);
  await page.keyboard.press('Shift+X');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(overlay).toBe(0);
});

test('two parcels are merged; edges are set back, and all round as a guide that is kept with the draft', async () => {
  await onEmptyLand();
  await boxed([200, 200], [400, 500]);
  // The second begins at a corner of the first, which catches it once the land around is told with it.
  await expect(async () => {
    for (const x of [396, 401]) await page.mouse.move(...(await px(x, 201)));
    await expect(page.locator('.tool-hint b')).toHaveText('端点', { timeout: 500 });
  }).toPass();
  await boxed([400, 200], [600, 500]);
  // The one drawn last is chosen, once the land around is told with it.
  await page.keyboard.press('m');
  await expect(strip().locator('.of')).toBeVisible();
  await put([300, 350]);
  await expect(over().getByText(/合并为 草绘-\d+：/)).toBeVisible();
  await expect(over().locator('li')).toHaveText(/^草绘-\d+ 8\d\.\d{4} 亩 [\d,]+\.\d\d m²$/);
  await page.keyboard.press('Enter');
  await done(/^已完成：合并宗地 草绘-\d+、草绘-\d+。$/);

  await page.keyboard.press('k');
  await expect(strip().locator('.of')).toBeVisible();
  await put([300, 201]);
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await done(/^已完成：草绘-\d+ 退线 12\.00 m。$/);

  await map().focus();
  await page.keyboard.press('Shift+K');
  await strip().getByRole('button', { name: '全部边' }).click();
  // A digit goes to the length from a button of the strip too, and is no key of a desk.
  await page.keyboard.type('10');
  await expect(field('长度')).toHaveValue('10');
  await page.keyboard.press('Enter');
  await expect(over().getByText('辅助线 1 条')).toBeVisible();
  await map().focus();
  await page.keyboard.press('Control+z');
  await done('已撤销：添加辅助线。');
  await expect(over().getByText('辅助线 1 条')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(over().getByText('辅助线 1 条')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('已存到本机');
});

test('buildings by outline and by three points; one step deletes a parcel and a building together', async () => {
  await onEmptyLand();
  await page.keyboard.press('b');
  await put([240, 260], [300, 260], [300, 300], [240, 300]);
  await page.keyboard.press('Enter');
  await done('已完成：画 1#。');
  await page.keyboard.press('n');
  await put([340, 260], [420, 270]);
  // The length that is shown and typed is the depth by now.
  await page.mouse.move(...(await px(415, 330)));
  await expect(field('长度')).toHaveAttribute('placeholder', /^[345]\d\.\d\d$/);
  await page.keyboard.type('42');
  await page.keyboard.press('Enter');
  await done('已完成：画 2#。');
  await page.keyboard.press('Escape');

  await put([270, 280]);
  await done('已选建筑 1#');
  await page.keyboard.down('Shift');
  await put([500, 450]);
  await page.keyboard.up('Shift');
  await done('已选 2 项');
  await page.keyboard.press('Delete');
  // What was drawn on it goes with it, the one that was not chosen too, and is named.
  await done(/^已完成：删除宗地 草绘-\d+、建筑 1#、2#。$/);
  await expect(over().getByText(/新画的 1 栋建筑 2# 一并删除/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await done(/^已撤销：删除宗地 草绘-\d+、建筑 1#、2#。$/);
  await expect(over().getByText(/新画的 1 栋建筑 2# 一并删除/)).toHaveCount(0);
});

test('the crosshair of the keys picks what lies under it, and more with Shift', async () => {
  await onEmptyLand();
  await page.keyboard.press('Escape');
  await page.mouse.move(...(await px(270, 280)));
  await map().focus();
  // What was undone before is there again.
  await expect(async () => {
    for (const key of ['ArrowUp', 'ArrowDown']) await page.keyboard.press(key);
    await expect(said()).toHaveText(/^光标 X [\d.]+，Y [\d.]+：建筑 1#$/, { timeout: 1000 });
  }).toPass();
  await page.keyboard.press('Enter');
  await done('已选建筑 1#');
  for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+Enter');
  await done('已选 2 项');
  await page.keyboard.press('Escape');
  await expect(strip()).toContainText('点选宗地或建筑');
});

test('guides come back with the draft', async () => {
  await page.reload();
  await expect(map()).toBeVisible();
  const drafts = page.getByRole('region', { name: '本机草案' });
  await drafts.getByRole('button', { name: /^继续/ }).first().click();
  await expect(over().getByText('辅助线 1 条')).toBeVisible();
  await map().focus();
  await page.keyboard.press('Shift+G');
  await expect(over().getByText('辅助线 1 条')).toHaveCount(0);
});
