import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { serious } from './kept.ts';

/** The command as a person calls it. */
const yuantu = (...args: string[]): string =>
  execFileSync(process.execPath, [path.resolve('scripts/yuantu.mjs'), ...args], { encoding: 'utf8', stdio: 'pipe' });

test('an evidence file opens from a disk without a network, agrees, and tells one changed digit', async ({
  browser,
}, info) => {
  const file = info.outputPath('park.html');
  yuantu('evidence', 'data/examples/park.geojson', '--park', 'P1', '--out', file);
  const html = readFileSync(file, 'utf8');
  expect(html.length).toBeLessThan(1_500_000);
  const context = await browser.newContext({ offline: true, viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' }); // prettier-ignore
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  await expect(page.getByRole('heading', { name: '核验一致' })).toBeVisible();
  await expect(page.getByRole('img', { name: '位置图' })).toBeVisible();
  for (const said of ['经济技术指标表', '用地平衡表', '修改经过'])
    await expect(page.getByRole('heading', { name: said })).toBeVisible();
  expect(asked).toEqual([pathToFileURL(file).href]);
  expect(await serious(page)).toEqual([]);
  // On a phone in English, nothing wider than the screen.
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'All agrees' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await serious(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  const changed = info.outputPath('changed.html');
  writeFileSync(changed, html.replace(/("what":"plotRatio","value":\d+\.)(\d)/, (_, front: string, digit: string) => front + ((Number(digit) + 1) % 10))); // prettier-ignore
  await page.goto(pathToFileURL(changed).href);
  await expect(page.getByRole('heading', { name: '核验不一致' })).toBeVisible();
  await expect(page.getByText('内容已被改动')).toBeVisible();
  await expect(page.getByRole('row', { name: /容积率.*facts\.figures\.plotRatio\.value\.value/ })).toBeVisible();
  // What was cut off far in front says so, also to those who want less motion.
  const cut = info.outputPath('cut.html');
  writeFileSync(cut, html.slice(0, 4000));
  await page.goto(pathToFileURL(cut).href);
  await expect(page.getByText('还没有打开')).toBeVisible();
  await context.close();
});
