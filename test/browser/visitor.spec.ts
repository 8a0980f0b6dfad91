import { expect, test, type Page, type Request } from '@playwright/test';
import { serious } from './kept.ts';
import { publishedMap } from './published.ts';

/* The page of a citizen, as the command publishes it: one page, taken from state to state. */

let site: Awaited<ReturnType<typeof publishedMap>>;
let page: Page;
let drawing: Page;
test.describe.configure({ mode: 'serial' });

const port = Number(process.env.YUANTU_TEST_PORT ?? 8123) + 1;
const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };

test.beforeAll(async ({ browser }) => {
  site = await publishedMap(port);
  const context = await browser.newContext({ viewport: phone, reducedMotion: 'reduce', permissions: ['geolocation', 'clipboard-read', 'clipboard-write'] }); // prettier-ignore
  // Where no map can be drawn everything serves all the same, and software need not draw it for every state.
  page = await context.newPage();
  await page.addInitScript(() => (HTMLCanvasElement.prototype.getContext = () => null));
  drawing = await context.newPage();
});
test.afterAll(async () => {
  await page.context().close();
  await site.close();
});

/** Anew, as from a link. */
async function open(rest = '', on = page) {
  await on.goto('about:blank');
  await on.goto(site.address + rest);
  await on.locator('#list-title, #park-name, .table-view, .compare, .idle, .supply, .data').first().waitFor();
}

const names = () => page.locator('a[data-row] .name').allTextContents();

test('a phone sees what this is and the parks near it, and the way back from a card', async () => {
  await open();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('测试市小微企业园');
  await expect(page.getByRole('heading', { name: '7 个园区' })).toBeVisible();
  // What moved while the page came up, as the browser itself counts it.
  const shift = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 100);
      }),
  );
  expect(shift).toBeLessThanOrEqual(0.02);

  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.context().setGeolocation({ longitude: 113.6565, latitude: 34.735 });
  await page.getByRole('button', { name: '用我的位置' }).first().click();
  await expect(page.getByRole('heading', { name: '附近 3 个园区' })).toBeVisible();
  // The parks stand in a row from west to east, and the visitor a little east of the third.
  expect((await names()).slice(0, 3)).toEqual(['柳溪五金小微企业园', '柳溪服装小微企业园', '柳溪食品小微企业园']);
  expect(page.url() + requests.join()).not.toContain('113.65');

  await page.locator('a[data-row=p1]').click();
  await expect(page.locator('#park-name')).toBeFocused();
  const headings = page.locator('article h3');
  await expect(headings).toContainText(['在哪里、怎么去', '空房与租金', '产业', '联系运营单位', '数据', '对照政策']);
  await expect(page.getByText('柳溪镇兴业路 8 号')).toBeVisible();
  await expect(page.getByRole('heading', { name: '园区未填报' })).toHaveCount(1);
  await expect(page.getByRole('link', { name: '000-00000001' })).toHaveAttribute('href', 'tel:00000000001');
  await page.goBack();
  await expect(page.locator('a[data-row=p1]')).toBeFocused();
});

test('finds by pinyin and filter with counts; a link leads to the same', async () => {
  await open();
  await page.getByRole('textbox').fill('qgjc');
  await expect.poll(names).toEqual(['青岗检测小微企业园']);
  await page.getByRole('textbox').fill('');
  await page.getByRole('button', { name: '筛选', exact: true }).click();
  const operating = page.locator('.filters').getByRole('button', { name: /^已建成/ });
  const told = Number((await operating.textContent())!.match(/\d+/)![0]);
  await operating.click();
  await page.getByRole('button', { name: `看这 ${told} 个园区` }).click();
  await expect(page.getByRole('heading', { name: `${told} 个园区` })).toBeVisible();
  await open(new URL(page.url()).hash);
  await expect(page.locator('a[data-row]')).toHaveCount(told);
});

test('keys walk over the parks on the map, which are told', async () => {
  await drawing.setViewportSize(desktop);
  await open('#township=410181001', drawing);
  const walk = drawing.getByRole('application');
  await walk.focus();
  const said = drawing.locator('p[role=status]').last();
  await expect(said).toContainText('小微企业园');
  const before = await said.textContent();
  await drawing.keyboard.press('ArrowRight');
  await expect(said).toContainText(/在上一个园区东边 \d+ 米/);
  expect(await said.textContent()).not.toBe(before);
  await drawing.keyboard.press('Enter');
  await expect(drawing.locator('#park-name')).toBeFocused();
});

test('the map reads its land by ranges of one file and tells only what is in view', async () => {
  const asked: { readonly address: string; readonly range: string | undefined }[] = [];
  const listen = (request: Request) => asked.push({ address: request.url(), range: request.headers().range });
  drawing.on('request', listen);
  await drawing.setViewportSize(desktop);
  await open('#park=p5', drawing);
  const legend = drawing.locator('.legend li');
  // Land comes from the tiles, the park that is chosen from its card; no other outcome is in view.
  await expect(legend).toContainText(['工业', '所选园区']);
  await open('#view=idle', drawing);
  await expect(legend).toContainText(['工业', '疑似闲置', '低效', '其他园区']);
  drawing.off('request', listen);
  const tiles = asked.filter(({ address }) => address.endsWith('/land.pmtiles'));
  expect(tiles.length).toBeGreaterThan(1);
  expect(tiles.every(({ range }) => range !== undefined)).toBe(true);
  expect(asked.every(({ address }) => address.startsWith(site.address) || /^(data|blob|about):/.test(address))).toBe(
    true,
  );
});

test('nothing serious for axe in any state, nothing wider than a narrow phone', async () => {
  const states = {
    list: '#township=410181001',
    filters: '',
    card: '#park=p1',
    table: '#view=table',
    compare: '#view=compare&with=p1,p2,p5',
    idle: '#view=idle',
    supply: '#view=supply',
    data: '#view=data',
  };
  const seen: Record<string, string[]> = {};
  for (const [scheme, language, size] of [
    ['light', 'zh', { width: 320, height: 700 }],
    ['dark', 'en', desktop],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize(size);
    for (const [state, hash] of Object.entries(states)) {
      // Beside the table the list is seen too, and the data are the same at every width.
      if (size === desktop && (state === 'list' || state === 'data')) continue;
      await open(`?lang=${language}${hash}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-Hans-CN' : 'en');
      await expect(page.locator('.coming')).toHaveCount(0);
      for (const folded of await page.locator('details:not([open]) > summary').all()) await folded.click();
      if (state === 'filters') await page.locator('.filter').click();
      const found = await serious(page);
      if (found.length > 0) seen[`${state} ${scheme} ${language}`] = found;
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    }
  }
  expect(seen).toEqual({});
});

test('after one visit list, card and map are there without a network, and newer data are taken up on a click', async ({
  browser,
}) => {
  // A visitor who was never here: the map has come before there is anyone who could keep its tiles.
  const context = await browser.newContext({ viewport: phone, reducedMotion: 'reduce' });
  const visit = await context.newPage();
  const parts = new Set<string>();
  visit.on('request', (request) => request.headers().range && parts.add(request.headers().range));
  await open('#park=p2', visit);
  await visit.locator('.legend button').click();
  await expect(visit.locator('.legend')).toContainText('工业');
  const kept = () =>
    visit.evaluate(async () => {
      const names = await caches.keys();
      const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map(({ url }) => new URL(url).pathname);
    });
  await expect.poll(kept).toEqual(expect.arrayContaining(['/', expect.stringMatching(/parks\/p2\.json$/)]));
  await expect
    .poll(async () => (await kept()).filter((name) => name.endsWith('/land.pmtiles')).length)
    .toBe(parts.size);
  await context.setOffline(true);
  await open('#park=p2', visit);
  await expect(visit.locator('#park-name')).toHaveText('柳溪食品小微企业园');
  await expect(visit.locator('.newer')).toContainText(/没有网络，看到的是 2026-10-31 的数据（\d+ 天前）/);
  await visit.locator('.legend button').click();
  await expect(visit.locator('.legend')).toContainText('工业');
  await context.setOffline(false);
  site.again('2026-11-01');
  await visit.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(visit.locator('.newer')).toContainText('有更新的数据（2026-11-01）');
  await expect(visit.locator('.foot:visible')).toContainText('2026-10-31');
  await visit.locator('.newer .btn').click();
  await expect(visit.locator('.foot:visible')).toContainText('2026-11-01');
  await context.close();
});
