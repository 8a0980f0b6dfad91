import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { quietPage, withoutMap } from './few-parks.ts';
import { serve } from '../../src/server/serve.ts';

const dist = path.resolve('dist');
const library = path.join('libraries', 'geojson-validation.js');

test('the page links the licences of what it holds, with their full texts', async ({ page }) => {
  await quietPage(page);
  await page.goto('/');
  const link = page.getByRole('link', { name: '开源许可' });
  await expect(link).toBeVisible();
  const [notice] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  await expect(notice.getByRole('heading', { level: 1 })).toContainText('开放源代码许可');
  // Read from the code that is shipped, not from the list of packages: each stands in it under a name of its own.
  const code = readdirSync(path.join(dist, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(path.join(dist, 'assets', name), 'utf8'))
    .join('\n');
  for (const [mark, name] of [
    ['maplibregl', 'maplibre-gl'],
    ['sqlite3_open_v2', 'SQLite'],
    ['svelte', 'svelte'],
    ['Papa', 'papaparse'],
    ['BigNumber', 'bignumber.js'],
    ['+proj', 'proj4'],
    ['_echarts_instance_', 'echarts'],
    ['__zr_normal__', 'zrender'],
  ]) {
    expect(code).toContain(mark);
    await expect(notice.getByRole('rowheader', { name: new RegExp(`^${name}( \\d|$)`) })).toHaveCount(1);
  }
  const row = notice.getByRole('row', { name: /^geojson-validation/ });
  await expect(row).toContainText('libraries/geojson-validation.js');
  await expect(row).toContainText('npm pack geojson-validation@');
  for (const said of ['GNU LESSER GENERAL PUBLIC LICENSE', 'TERMS AND CONDITIONS', 'Copyright (c) 2023, MapLibre'])
    await expect(notice.getByText(said).first()).toBeAttached();
  // No text is asked for that is not there.
  const places = await notice
    .locator('td a[href^="#"]')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')!));
  expect(places.length).toBeGreaterThan(40);
  for (const place of new Set(places)) await expect(notice.locator(place)).toHaveCount(1);
});

test('geojson-validation is a file of its own, and another in its place is used', async ({ page }, info) => {
  await withoutMap(page);
  const published = readFileSync('node_modules/geojson-validation/index.js', 'utf8');
  expect(readFileSync(path.join(dist, library), 'utf8')).toContain(published);
  const folder = info.outputPath('dist');
  cpSync(dist, folder, { recursive: true });
  writeFileSync(path.join(folder, library), "export default { isFeature: () => ['no feature is good enough'] };");
  const served = await serve(folder, '127.0.0.1', 0);
  if (!served.ok) throw new Error(served.refusal.code);
  try {
    await page.goto(served.value.address);
    await expect(page.getByRole('alert').filter({ hasText: '不符合 RFC 7946' })).toBeVisible();
  } finally {
    await served.value.close();
    rmSync(folder, { recursive: true });
  }
});
