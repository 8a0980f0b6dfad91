import { expect, test } from '@playwright/test';
import { serious } from './kept.ts';

/* 方案: two of them, compared, one taken over with its reason, undone, and all there after a reload; by pointer and keys. */

const AT = '/#lang=zh&desk=sketch&park=P04&at=113.7702,34.7655,17';

test('scenarios are begun, gone between, compared, taken over with a reason, undone, and there again', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(AT);
  const inspector = page.locator('#inspector');
  const said = page.locator('.app > p[role=status]');
  const bar = inspector.getByRole('group', { name: '当前方案' });
  const hand = bar.getByRole('button', { pressed: true });
  const tab = page.getByRole('tab', { name: /^建筑 \d+/ });
  const rows = page.locator('.drawer tbody tr');
  await expect(inspector.locator('article')).toBeVisible();
  await bar.getByRole('button', { name: '另起方案' }).click();
  await expect(said).toHaveText('已另起方案一，接下来画的都在方案一里');
  await expect(hand).toHaveText('方案一');

  // In 方案一 a building gets a storey and another goes; 方案二 begins from the base.
  await tab.click();
  await expect(rows).toHaveCount(12);
  await rows.nth(0).click();
  await page.keyboard.press('+');
  await expect(said).toHaveText(/^已完成：1# 加 1 层/);
  await rows.nth(1).click();
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(11);
  await bar.getByRole('button', { name: '底稿' }).click();
  await expect(said).toHaveText('现在是底稿');
  await expect(rows).toHaveCount(12);
  // Nothing was done in the base: undo is of the one in hand.
  await expect(page.getByRole('button', { name: /^撤销/ })).toBeDisabled();

  await page.keyboard.press('Shift+A');
  const panel = page.getByRole('article', { name: '方案对照' });
  await expect(panel.getByRole('heading', { name: '方案对照' })).toBeFocused();
  await panel.getByRole('button', { name: '复制底稿' }).click();
  await expect(hand).toHaveText('方案二');
  await panel.getByTitle('改名：方案二').click();
  await page.keyboard.type('方案一');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('已有方案叫“方案一”');
  await expect(panel.getByRole('textbox', { name: '改名：方案二' })).toHaveValue('方案一');
  await page.keyboard.type('多留一层');
  await page.keyboard.press('Enter');
  await expect(hand).toHaveText('多留一层');
  await rows.nth(2).click();
  await page.keyboard.press('+');
  await expect(said).toHaveText(/^已完成：3# 加 1 层/);

  // All three side by side; the list shows what differs on the map.
  await panel.getByRole('checkbox', { name: '对照多留一层' }).check();
  const figures = panel.getByRole('region', { name: '指标' });
  await expect(figures.getByRole('row', { name: /建筑栋数/ })).toHaveText(/12\s*11\s*−1\s*12/);
  const records = panel.getByRole('region', { name: '地块与建筑的不同' });
  await expect(records.getByRole('listitem')).toHaveCount(3);
  await expect(records.getByRole('listitem').nth(0)).toContainText(/地上层数 \d→\d/);
  await records.getByRole('button', { name: /建筑 2#/ }).click();
  await expect(page.getByRole('button', { name: /减.*建筑 2#/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('list', { name: '图例：方案的不同' }).getByRole('listitem')).toHaveCount(4);
  expect(await serious(page)).toEqual([]);

  // 采用 asks why.
  await panel.getByRole('button', { name: '采用方案一', exact: true }).click();
  const reason = panel.getByRole('textbox', { name: '采用理由' });
  await expect(reason).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('请写明采用的理由');
  await reason.fill('少拆一栋');
  await page.keyboard.press('Enter');
  await expect(said).toHaveText('已采用方案一，现在是底稿');
  await expect(hand).toHaveText('底稿');
  await expect(rows).toHaveCount(11);
  await expect(panel.getByText(/^\d{4}-\d\d-\d\d 采用：少拆一栋$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(said).toHaveText(/^已撤销：采用“方案一”（.*）：少拆一栋/);
  await expect(rows).toHaveCount(12);
  await page.keyboard.press('Control+Shift+z');
  await expect(rows).toHaveCount(11);

  // Kept with the draft: after a reload all is as it was, and one that is dropped comes back.
  await page.reload();
  // The park in hand is seen as the file has it, and says that a draft of it is there.
  await expect(inspector.locator('article')).toBeVisible();
  await inspector.getByRole('button', { name: '继续：青蘅精密机械小微企业园' }).click();
  await expect(hand).toHaveText('底稿');
  await expect(bar.getByRole('button')).toHaveText(['底稿', '方案一', '多留一层', '另起方案']);
  await bar.getByRole('button', { name: '多留一层' }).click();
  await expect(hand).toHaveText('多留一层');
  await page.keyboard.press('Shift+A');
  await panel.getByRole('button', { name: '删除多留一层' }).click();
  await expect(hand).toHaveText('底稿');
  await panel.getByText('已删除 1 个').click();
  await panel.getByRole('button', { name: '恢复多留一层' }).click();
  await expect(bar.getByRole('button', { name: '多留一层' })).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(panel.getByRole('checkbox', { name: '对照底稿' })).toBeVisible();
  expect(await serious(page)).toEqual([]);
});
