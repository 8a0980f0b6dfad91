import { expect, test, type Page } from '@playwright/test';
import { goTo, serious } from './kept.ts';

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

/** Near P04, where fields lie beside the town: the land around is told once a field shows the pointer's place. */
async function take(key: string, at = '113.7702,34.7655,17') {
  await goTo(page, `desk=sketch&park=P04&at=${at}`);
  await expect(page.getByRole('toolbar', { name: '绘图工具' })).toBeVisible();
  await expect(map()).toBeVisible();
  await map().focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press(key);
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
  await expect(field('Y（东）')).toBeVisible();
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
  await expect(field('Y（东）')).toBeVisible();
  for (const [x, y] of [[0.3, 0.3], [0.5, 0.3], [0.3, 0.6], [0.5, 0.6]] as const) await click(x, y); // prettier-ignore
  await expect(page.locator('.over').getByText(/相交/).first()).toBeVisible();
  await expect(closes()).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(field('Y（东）')).toBeVisible();
});

test('a split is drawn before it is taken, and is one step', async () => {
  await take('Shift+S', '113.76539,34.76842,16.2');
  await expect(page.getByText('点选要改的宗地').first()).toBeVisible();
  await click(0.66, 0.78);
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
