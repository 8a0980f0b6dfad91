import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import readExcel from 'read-excel-file/node';
import { FOLDER, TABLE, writeThreeHundred } from '../helpers/three-hundred.ts';
import { serious } from './kept.ts';

/* From a folder of three hundred files and a workbook of their fields to a city: chosen, matched, taken, undone. */

test.describe.configure({ mode: 'serial' });

let page: Page;
let folder: string;
test.beforeAll(async ({ browser, baseURL }, { project }) => {
  folder = `${project.outputDir}/three-hundred`;
  writeThreeHundred(folder, { broken: true });
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  await page.goto('/#lang=zh&date=2026-11-22&desk=supply&step=import');
});
test.afterAll(() => page.context().close());

const panel = () => page.getByRole('region', { name: '导入资料' });
const lists = () => page.getByRole('group', { name: '资料对照' });
const drawer = () => page.locator('.drawer');

test('a broken file among three hundred is named, and a person lets the others in', async () => {
  await panel().locator('input[webkitdirectory]').setInputFiles(`${folder}/${FOLDER}`);
  await expect(panel().getByRole('alert')).toContainText(`${FOLDER}/地块0007.txt`);
  await panel()
    .getByRole('button', { name: /^不读这 1 个/ })
    .click();
  await expect(panel()).toContainText('299 宗地');
  // There is no table yet to be in or not.
  await expect(page.getByRole('list', { name: '待导入的地块' })).toHaveText('待导入的地块');
  await panel().getByLabel('选文件…').setInputFiles(`${folder}/${TABLE}`);
  await expect(panel()).toContainText('299 宗地，其中 296 宗有表中资料');
  // What was said of the broken one holds for what comes after.
  await expect(panel()).toContainText('1 个文件读不出，没有带入：地块0007.txt');
});

test('what has no land, what has no row and what cannot be read is listed, by sheet and line', async () => {
  await lists().getByRole('button', { name: '有地无行 3' }).click();
  await expect(drawer().getByRole('table')).toContainText('0041');
  await lists().getByRole('button', { name: '读不出 2' }).click();
  await expect(drawer().getByRole('row').nth(1)).toContainText('台账 60');
  await expect(drawer().getByRole('row').nth(1)).toContainText('待定');
  await lists().getByRole('button', { name: '有行无地 6' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), lists().getByText('导出 CSV').click()]);
  const text = readFileSync(await file.path(), 'utf8').split('\r\n');
  expect(text[0]).toBe(
    '\ufeff行,原因,序号,宗地号,利用状态,约定开工日期,亩均税收（万元/亩）,容积率要求,现状说明,收储批',
  );
  expect(text.find((line) => line.includes('0901'))).toContain('301,没有这个编号的地块,');
});

test('a column no one knows is mapped once, and remembered by its heading until it is forgotten', async () => {
  const column = panel().getByLabel('收储批 对应的字段');
  await expect(panel()).toContainText('3 列待定');
  await column.selectOption({ label: '批次' });
  await expect(panel()).toContainText('2 列待定');
  await expect(panel()).toContainText('本机记住 1 项对应');
  expect(await serious(page)).toEqual([]);
});

test('added to what is open it is one step, which is taken back', async () => {
  await panel()
    .getByRole('button', { name: /^加入“澄州市/ })
    .click();
  await expect(panel()).toContainText('已加入 299 宗');
  await panel().getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('.app > p[role=status]')).toHaveText(/^已撤销：从 .+ 导入 299 宗地/);
});

test('a clerk comes from the folder to the workbook of next year in sixteen steps', async () => {
  const own = `${folder}/whole`;
  writeThreeHundred(own);
  await page.goto('/#lang=zh&date=2026-11-22');
  const body = page.locator('body');
  let steps = 0;
  /** What a clerk does at once: a click, a key, a text typed. */
  const step = async <T>(act: () => Promise<T>) => {
    steps++;
    return act();
  };
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await step(() => body.press('3'));
  await step(() => body.press('5'));
  await step(async () => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), panel().getByText('选文件夹…').click()]);
    await chooser.setFiles(own);
  });
  await expect(panel()).toContainText('300 宗地，其中 297 宗有表中资料');
  await step(() => panel().getByLabel('收储批 对应的字段').selectOption({ label: '批次' }));
  await step(() => button('作为新城市打开').click());
  await expect(panel()).toContainText('已打开 300 宗');
  await step(() => body.press('6'));
  const town = page.getByLabel(/^89 宗不知道在哪个镇/);
  await step(() => town.fill('秦岭路街道'));
  await step(() => town.press('Enter'));
  await expect(town).toHaveCount(0);
  await step(() => body.press('7'));
  await expect(drawer()).toContainText(/秦岭路街道 \d 个/);
  await step(() => body.press('8'));
  await step(() => button(/^求解$/).click());
  await step(() => button(/^2027 [1-9]/).click());
  await step(() => button('列入年度计划').click());
  // Told beside the title too: what is announced gives way to what the search comes to.
  await expect(drawer().locator('header')).toContainText(/\d 个园区已列入 2027 年度计划，加入 \d+ 行/);
  await step(() => body.press('9'));
  await step(() => page.getByRole('button', { name: '导出', exact: true }).click());
  const [file] = await step(() =>
    Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: '各表（Excel）' }).click()]),
  );
  expect(file.suggestedFilename()).toBe('2027年度国有建设用地供应计划.xlsx');
  expect(steps).toBe(16);
  // The sheet of rows adds up, and comes to what the page says of them.
  const said = await page.getByRole('grid').locator('tfoot').innerText();
  const rows = (await readExcel(readFileSync(await file.path()))).find(({ sheet }) => sheet === '宗地表')!.data;
  const head = rows.find((cells) => cells.includes('供应面积'))!;
  const at = head.indexOf('供应面积');
  const areas = rows.filter(([serial]) => typeof serial === 'number').map((cells) => Number(cells[at]));
  const total = Number(rows.find(([first]) => first === '合计')![at]);
  expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(total, 9);
  expect(said).toContain(total.toFixed(4));
});

test('on a phone, in English and in the dark it is as sound', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/#lang=en&desk=supply&step=import');
  await page.getByLabel('Choose files…').setInputFiles([`${folder}/${TABLE}`, `${folder}/${FOLDER}/地块0001.txt`]);
  await expect(page.locator('#content')).toContainText('1 parcel, 1 of them');
  await expect(page.getByLabel('Field of 收储批')).toHaveValue('batch');
  await page.getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByLabel('Field of 收储批')).toHaveValue('');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await serious(page)).toEqual([]);
});
