import { expect, test } from '@playwright/test';
import { bytes, collection, parcel, rectangle } from '../helpers/city.ts';
import { serious } from './kept.ts';
import { at, openFewParks, quietPage, unsaved } from './few-parks.ts';

/* A file that comes while something is open in the sketch desk: parcels of it, a reference layer, or a project of its own. */

const file = (name: string, id: string) => ({
  name,
  mimeType: '',
  buffer: Buffer.from(bytes(collection(parcel(id, rectangle(0, 900, 120, 80), { parkId: 'elsewhere' })))),
});

test('without map and sample city a sketch begins with a file', async ({ page }) => {
  await quietPage(page);
  await page.goto(at('desk=sketch'));
  await expect(page.getByRole('heading', { name: '草绘台' })).toBeVisible();
  await expect(page.getByText('还没有打开地块数据，先导入一份文件。')).toBeVisible();
  await expect(page.getByRole('button', { name: /^画地块/ }).last()).toBeDisabled();
  await page.locator('input[type=file]').setInputFiles(file('地.geojson', 'A'));
  await expect(page.getByRole('button', { name: '文件：地.geojson' })).toBeVisible();
  await page.getByText('生产性服务类').click();
  await page
    .getByRole('button', { name: /^画地块/ })
    .last()
    .click();
  expect(await page.getByRole('dialog').count()).toBe(0);

  // From the start's own button the parcels of a file become the land of a new park of that kind.
  await page.keyboard.press('Escape');
  await page.evaluate(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^导入 TXT/ }).click();
  await (await choosing).setFiles(file('园地.geojson', 'B'));
  await page.getByRole('dialog').getByRole('button', { name: '加入地块' }).click();
  await expect(page.getByText('已加入 1 宗地块。')).toBeVisible();
  await expect(page.getByRole('article')).toContainText('生产性服务类');
});

test('a person says what becomes of it; parcels are one step, a reference layer comes back with the draft', async ({
  page,
}) => {
  await quietPage(page);
  await openFewParks(page);
  await page.goto(at('desk=sketch'));
  const dialog = page.getByRole('dialog');
  const give = (name: string, id: string) => page.locator('input[type=file]').setInputFiles(file(name, id));
  await give('邻地.geojson', 'A0');
  await expect(dialog.getByRole('heading')).toHaveText('邻地.geojson：怎样使用？');
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(await serious(page)).toEqual([]);

  await give('邻地.geojson', 'A0');
  await dialog.getByRole('button', { name: '作参考层' }).click();
  await expect(dialog).toHaveCount(0);
  const references = page.getByRole('region', { name: '参考层' });
  await expect(references).toContainText('邻地.geojson');

  await give('邻地.geojson', 'A0');
  await dialog.getByRole('button', { name: '加入地块' }).click();
  await expect(page.getByText('已加入 1 宗地块。')).toBeVisible();
  await expect(page.getByText('1 宗的编号与已有地块相同，已另编。')).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();

  await references.getByRole('button', { name: '显示参考层 邻地.geojson' }).click();
  await expect(references.getByRole('button', { name: '显示参考层 邻地.geojson' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await expect(page.getByRole('contentinfo')).toContainText('已存到本机');

  await page.reload();
  await quietPage(page);
  await page.goto(at('desk=sketch'));
  await page.getByRole('button', { name: /^继续：/ }).click();
  await expect(references.getByRole('button', { name: '显示参考层 邻地.geojson' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await references.getByRole('button', { name: '移除参考层 邻地.geojson' }).click();
  await expect(references).toHaveCount(0);
  await page.goto(at(''));
  await expect(unsaved(page)).toHaveText('有 1 处改动未存');
  await page.keyboard.press('Control+z');
  await expect(unsaved(page)).toHaveCount(0);

  await page.goto(at('desk=sketch'));
  await give('另一处.geojson', 'Z');
  await dialog.getByRole('button', { name: '作为新项目打开' }).click();
  await expect(page.getByRole('button', { name: '文件：另一处.geojson' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '草绘台' })).toBeVisible();
});
