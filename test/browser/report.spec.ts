import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { serious } from './kept.ts';

/** Chromium's points of the left ends of words of a PDF. */
function placesIn(pdf: Buffer, folder: string, words: readonly string[]): readonly number[] {
  const file = path.join(folder, 'report.pdf');
  writeFileSync(file, pdf);
  const told = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  rmSync(file);
  return words.map((word) => Number(new RegExp(`xMin="([\\d.]+)"[^>]*>${word}<`).exec(told)?.[1]));
}

test('the report of a park is chosen, looked at, written as the command writes it and printed true to scale', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => void window.dispatchEvent(new Event('beforeprint'));
  });
  await page.goto('/#lang=zh&park=P04');
  await expect(page.getByRole('article').getByText('青蘅精密机械小微企业园').first()).toBeVisible();
  await page.keyboard.press('Control+Alt+r');
  const panel = page.getByRole('dialog', { name: '报告' });
  await expect(panel.getByRole('heading', { name: '报告' })).toBeFocused();
  const plan = panel.getByRole('img', { name: /的平面图，1:2 000/ });
  await expect(plan).toBeVisible();
  await expect(panel.getByRole('heading', { name: '界址点坐标表' })).toBeVisible();
  expect(await serious(page)).toEqual([]);

  const saving = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Word' }).click();
  const saved = await (await saving).path();
  const date = await panel.getByRole('cell', { name: /^\d{4}-\d{2}-\d{2}$/ }).first().innerText(); // prettier-ignore
  const made = path.join(path.dirname(saved), 'p04.docx');
  execFileSync(process.execPath, ['scripts/yuantu.mjs', 'dossier', 'data/sample/city.geojson.gz', 'P04', made, '--date', date, '--lang', 'zh']); // prettier-ignore
  expect(readFileSync(saved).equals(readFileSync(made))).toBe(true);

  await panel.getByLabel('A3').check();
  await panel.getByLabel('横放').check();
  await panel.getByLabel('平面图比例尺').selectOption('1:500');
  await expect(panel.getByRole('img', { name: /的平面图，1:500/ }).first()).toBeVisible();
  await panel.getByLabel('平面图比例尺').selectOption('1:2 000');
  await panel.getByRole('button', { name: '全不选' }).click();
  await expect(panel.getByText('没有选内容。')).toBeVisible();
  await panel.getByRole('checkbox', { name: '平面图', exact: true }).check();
  await expect(plan).toBeVisible();
  await panel.getByRole('button', { name: '打印 / PDF' }).click();
  await expect(page.locator('.sheet svg').first()).toBeAttached();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const [first, second] = placesIn(pdf, path.dirname(saved), ['38478400', '38478600']);
  // 200 m at 1:2 000 are 100 mm.
  expect(((second - first) * 25.4) / 72).toBeCloseTo(100, 1);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(plan).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});
