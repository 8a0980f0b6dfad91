import { expect, test } from '@playwright/test';
import { serious } from './kept.ts';

/* A storey of a building of the sample city is divided, a wall dragged and moved by keys, units marked, all undone by name. */

test.use({ viewport: { width: 1440, height: 900 } });

test('a storey is divided, its walls moved by pointer and keys, a unit marked as held, and each undone by its name', async ({
  page,
}) => {
  await page.goto('/#lang=zh&desk=sketch&park=P04');
  const said = page.locator('.app > p[role=status]');
  await page.getByRole('tab', { name: /^建筑/ }).click();
  await page.locator('#sketch-table td').first().click();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+U');
  const head = page.getByRole('heading', { name: /^楼层平面/, level: 1 });
  await expect(head).toBeFocused();
  await expect(head).toContainText('1#');
  const ways = page.getByRole('region', { name: '划分方案' });
  const way = ways.getByRole('button', { name: /^单侧走廊 · 4 个单元/ });
  await way.click();
  await expect(way).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('方案预览，尚未采用')).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await ways.getByRole('button', { name: /^采用：/ }).click();
  await expect(said).toHaveText(/划分 1# 1–3 层：每层 4 个单元/);
  await expect(page.getByRole('tab', { name: '单元 12' })).toBeVisible();

  const wall = page.getByRole('slider', { name: '1-02 与 1-03 之间的隔墙' });
  const before = await wall.getAttribute('aria-valuetext');
  await wall.scrollIntoViewIfNeeded();
  const grip = (await wall.locator('.grip').boundingBox())!;
  const at = { x: grip.x + grip.width / 2, y: grip.y + grip.height / 2 };
  const place = Number(await wall.getAttribute('aria-valuenow'));
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 20, at.y, { steps: 4 });
  await page.mouse.move(at.x + 36, at.y, { steps: 4 });
  // Both units have their areas and verdicts while it is held.
  await expect(wall).toHaveAttribute('aria-valuenow', String(place + 1));
  await expect(wall).not.toHaveAttribute('aria-valuetext', before!);
  await page.mouse.up();
  await expect(said).toHaveText(/移动 1# 1–3 层的隔墙/);
  await expect(wall).toHaveAttribute('aria-valuenow', String(place + 1));

  await wall.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(wall).toHaveAttribute('aria-valuenow', String(place));

  const share = page.locator('[data-sum=heldShare]');
  await expect(share).toHaveText('—');
  const unit = page.getByRole('button', { name: /^1-02/ });
  await unit.focus();
  await page.keyboard.press('h');
  await expect(page.getByLabel('1-02 的用途')).toHaveValue('held');
  await expect(share).toHaveText(/^3\d\.\d+%$/);
  expect(await serious(page)).toEqual([]);

  // What is sold is typed at the unit, what the guide price is made of below.
  await unit.click();
  const sale = page.getByRole('group', { name: '1-02 的销售' });
  await sale.getByLabel(/^销售价格/).fill('4200');
  await sale.getByLabel(/^销售价格/).press('Enter');
  const guide = page.getByRole('region', { name: '销售指导价' });
  await expect(guide.getByLabel(/^销售价格/)).toHaveValue('4200');
  await expect(guide.locator('[data-guide]')).toHaveText('—');
  await page.getByRole('button', { name: /^撤销/ }).click();
  await expect(guide.getByLabel(/^销售价格/)).toHaveValue('');

  await page.keyboard.press('Control+z');
  await expect(said).toHaveText(/标记 1# 的单元 1-02/);
  await expect(share).toHaveText('—');
  for (const name of [/隔墙/, /隔墙/, /划分 1#/]) {
    await page.keyboard.press('Control+z');
    await expect(said).toHaveText(name);
  }
  await expect(page.getByText('这一层还没有平面。')).toBeVisible();
});
