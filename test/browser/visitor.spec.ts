import { expect, test, type Page, type Request } from '@playwright/test';
import { readdirSync, statSync } from 'node:fs';
import { loadedBy } from '../../scripts/bench/public/loaded.ts';
import { ownCodeBytes } from '../../scripts/bench/public/own-code.ts';
import { watch, type Seen } from '../../scripts/bench/public/watch.ts';
import { palettes } from '../../src/map/palette.ts';
import { forgetPictures, picturesElsewhere, restingPicture, shareOf, watchPictures, type Picture } from './frames.ts';
import { serious } from './kept.ts';
import { publishedMap } from './published.ts';

/* The page of a citizen, as the command publishes it: one page, taken from state to state. */

let site: Awaited<ReturnType<typeof publishedMap>>;
let page: Page;
let drawing: Page;
/** Without a keeper of its files: what comes over the network can be held and changed. */
let uncached: Page;
test.describe.configure({ mode: 'serial' });

const port = Number(process.env.YUANTU_TEST_PORT ?? 8123) + 1;
const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };

test.beforeAll(async ({ browser }, { project }) => {
  site = await publishedMap(`${project.outputDir}/published`, port);
  const context = await browser.newContext({ viewport: phone, reducedMotion: 'reduce', permissions: ['geolocation', 'clipboard-read', 'clipboard-write'] }); // prettier-ignore
  // Where no map can be drawn everything serves all the same, and software need not draw it for every state.
  page = await context.newPage();
  drawing = await context.newPage();
  const apart = await browser.newContext({ viewport: phone, reducedMotion: 'reduce', serviceWorkers: 'block' });
  uncached = await apart.newPage();
  for (const lean of [page, uncached])
    await lean.addInitScript(() => (HTMLCanvasElement.prototype.getContext = () => null));
});
test.afterAll(async () => {
  await page.context().close();
  await uncached.context().close();
  await site.close();
});

/** Anew, as from a link. */
async function open(rest = '', on = page) {
  await on.goto('about:blank');
  await on.goto(site.address + rest);
  await on.locator('#list-title, #park-name, .table-view, .compare, .idle, .supply, .data').first().waitFor();
}

/** Paths of all that is kept on the device. */
const kept = (on: Page) =>
  on.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
    const all = await Promise.all(caches.map((cache) => cache.keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });

const names = () => page.locator('a[data-row] .name').allTextContents();

test('a phone sees what this is and the parks near it, and the way back from a card', async () => {
  await open();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('测试市小微企业园');
  // As long as no place is told nothing is called near.
  await expect(page.getByRole('heading', { name: '7 个园区，从园区最多的柳溪镇排起' })).toBeVisible();
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
  await expect(page.getByRole('heading', { name: '附近 3 个园区', exact: true })).toBeVisible();
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
  // What is nowhere quite so is found where it is nearly so.
  await page.getByRole('textbox').fill('青岗检侧园');
  await expect(page.getByRole('heading', { name: '没有完全相符的，相近的有 1 个' })).toBeVisible();
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

test('a first visit brings less than 40 kB of our own code, in either language; after a jump land is to be seen before its own tiles are', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 900, height: 700 }, reducedMotion: 'reduce', serviceWorkers: 'block' }); // prettier-ignore
  const visit = await context.newPage();
  await visit.addInitScript(watch, { usable: '[data-row]', drawn: '.legend' });
  await watchPictures(visit);
  // What is fetched ahead, however long the map takes, would be counted on a busy machine.
  await visit.addInitScript(() => {
    const later = window.setTimeout;
    window.setTimeout = ((call: () => void, ms?: number) =>
      later(call, ms === 8000 ? 1e9 : ms)) as typeof window.setTimeout;
  });
  await open('', visit);
  const seen = () => visit.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  await expect.poll(async () => (await seen()).drawn).toBeGreaterThan(0);
  const loaded = await loadedBy(visit, '/', await seen());
  const sizeOf = (words: string) => {
    const [name] = readdirSync('dist/assets').filter((own) => own.startsWith(`${words}-`) && own.endsWith('.js.br'));
    return statSync(`dist/assets/${name}`).size;
  };
  const own = ownCodeBytes(loaded);
  expect(loaded.filter(({ path }) => /map-library/.test(path))).toHaveLength(2);
  expect(loaded.find(({ path }) => path.startsWith('assets/zh-'))?.bytes).toBe(sizeOf('zh'));
  expect(Math.max(own, own - sizeOf('zh') + sizeOf('en'))).toBeLessThan(40_000);

  const before = await restingPicture(visit);
  await forgetPictures(visit);
  const held: (() => void)[] = [];
  await visit.route('**/land.pmtiles', async (route) => {
    await new Promise<void>((go) => held.push(go));
    await route.continue().catch(() => undefined);
  });
  await visit.locator('a[data-row=p1]').click();
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await restingPicture(visit);
  const meanwhile = await picturesElsewhere(visit, before);
  await visit.unroute('**/land.pmtiles');
  for (const go of held) go();
  const final = await restingPicture(visit);
  const bare = [parseInt(palettes.light.ground.slice(1), 16), 0xffffff, -1];
  const isLand = (colour: number) => !bare.includes(colour);
  const land = final.filter(isLand).length / final.length;
  /** Of the points that are land in the end, how many are bare in a picture, of 1. */
  const emptied = (picture: Picture) => shareOf(picture, final, (now, then) => isLand(then) && !isLand(now)) / land;
  expect(emptied(before)).toBeGreaterThan(0.5);
  expect(meanwhile.length).toBeGreaterThan(0);
  expect(Math.max(...meanwhile.map(emptied))).toBeLessThan(0.2);
  await context.close();
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

test('nothing serious or moderate for axe in any state, nothing wider than a narrow phone', async () => {
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
      const found = await serious(page, 'moderate');
      if (found.length > 0) seen[`${state} ${scheme} ${language}`] = found;
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    }
  }
  expect(seen).toEqual({});
});

test('figures and findings are judged anew on the device: all agree, it can be stopped, one changed digit is noticed', async () => {
  await open('#view=data', uncached);
  const check = uncached.getByRole('region', { name: '自己核验' });
  const said = check.getByRole('status');
  // The records do not come before it is stopped.
  await uncached.route('**/check.ytp', () => undefined);
  await check.getByRole('button', { name: '开始核验' }).click();
  await expect(check.getByRole('progressbar')).toBeVisible();
  await check.getByRole('button', { name: '停止' }).click();
  await expect(said).toHaveText('已停止，没有结论。');
  await uncached.unroute('**/check.ytp');
  await check.getByRole('button', { name: '开始核验' }).click();
  await expect(said).toContainText(/全部一致：7 个园区，21 个数字，\d+ 条结论。/);

  await uncached.route('**/check.json', async (route) => {
    const answer = await route.fetch();
    const text = (await answer.text()).replace(/"landM2":(\d)/, (_, digit) => `"landM2":${(Number(digit) + 1) % 10}`);
    await route.fulfill({ response: answer, body: text });
  });
  await check.getByRole('button', { name: '再核验一次' }).click();
  await expect(said).toContainText('7 个园区中有 1 个与公布的不一致。');
  await expect(check.locator('.what li')).toHaveText([/^用地面积（m²）：核验文件公布 \d+(\.\d+)?，重算 \d+(\.\d+)?$/]);
});

test('on a slow network it is told what comes; a page older than the data of the host opens with those of now', async () => {
  const gate = () => {
    let open = () => undefined as void;
    return { opened: new Promise<void>((done) => (open = done)), open };
  };
  const [list, card] = [gate(), gate()];
  await uncached.route('**/first.json', (route) => list.opened.then(() => route.continue()));
  await uncached.route('**/parks/p1.json', (route) => card.opened.then(() => route.continue()));
  await uncached.route(site.address, async (route) => {
    const answer = await route.fetch();
    const old = (await answer.text()).replace(/(yuantu:version" content=")\w+/, '$1gone');
    await route.fulfill({ response: answer, body: old });
  });
  await uncached.goto('about:blank');
  await uncached.goto(`${site.address}#park=p1`, { waitUntil: 'commit' });
  await expect(uncached.getByText('正在打开…')).toBeVisible();
  await expect(uncached.getByText('小微企业园供小企业租用或购买厂房和办公用房。')).toBeVisible();
  // The list of the old version, which the host has no more, then that of now.
  list.open();
  await expect(uncached.locator('#park-name')).toHaveText('柳溪智造小微企业园');
  await expect(uncached.getByText('正在取园区资料…')).toBeVisible();
  card.open();
  await expect(uncached.getByText('柳溪镇兴业路 8 号')).toBeVisible();
});

test('an area is kept with cards no one looked at, told how old it is, read without a network and removed', async () => {
  const context = page.context();
  await page.setViewportSize(phone);
  await open('?lang=zh#view=data');
  const area = page.getByRole('region', { name: '离线保存' });
  await area.getByRole('button', { name: '保存这个范围' }).click();
  await expect(area.getByRole('status')).toHaveText(/^已保存：7 个园区，\d+ 块地图。$/);
  await context.setOffline(true);
  await open('#park=p7');
  await expect(page.getByRole('heading', { name: '园区未填报' })).toBeVisible();
  await open('#view=data');
  await expect(area).toContainText('上次保存：7 个园区，2026-10-31 的数据，今天保存。');
  await context.setOffline(false);
  await area.getByRole('button', { name: '删除已保存的' }).click();
  await expect(area.getByRole('status')).toContainText('已删除存下的地图和卡片。');
  await expect(area).not.toContainText('上次保存');
  expect((await kept(page)).filter((path) => /parks\/|pmtiles/.test(path))).toEqual([]);
});

test('after one visit list, card and map are there without a network, and newer data are taken up on a click', async ({
  browser,
}) => {
  // A visitor who was never here: the map has come before there is anyone who could keep its tiles.
  const context = await browser.newContext({ viewport: phone, reducedMotion: 'reduce' });
  const visit = await context.newPage();
  // What has come to the map: what it let go of on its way is none of it, whether its answer came or not.
  await visit.addInitScript(() => {
    const came = new Set<string>();
    Object.assign(globalThis, { came });
    const plain = globalThis.fetch;
    globalThis.fetch = async (...asked) => {
      const answer = await plain(...asked);
      const range = new Headers(asked[1]?.headers).get('range');
      const bytes = answer.arrayBuffer.bind(answer);
      if (range) answer.arrayBuffer = () => bytes().then((all) => (came.add(range), all));
      return answer;
    };
  });
  const came = () => visit.evaluate(() => (globalThis as unknown as { came: Set<string> }).came.size);
  await open('#park=p2', visit);
  await visit.locator('.legend button').click();
  await expect(visit.locator('.legend')).toContainText('工业');
  await expect
    .poll(() => kept(visit))
    .toEqual(expect.arrayContaining(['/', expect.stringMatching(/parks\/p2\.json$/)]));
  await expect
    .poll(async () => (await kept(visit)).filter((name) => name.endsWith('/land.pmtiles')).length - (await came()))
    .toBe(0);
  expect(await came()).toBeGreaterThan(0);
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

test('天地图 lies below once its tiles have come; refused or never answered, the map keeps its own ground and says so', async ({
  browser,
}) => {
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'); // prettier-ignore
  const headers = { 'access-control-allow-origin': '*' };
  for (const [answer, said] of [
    ['good', '底图：天地图'],
    ['refused', '现在取不到天地图，改用本图自己的底图。'],
    ['never', '现在取不到天地图，改用本图自己的底图。'],
  ]) {
    // The folder was published without a key, so its host lets no other be asked.
    const context = await browser.newContext({ viewport: desktop, reducedMotion: 'reduce', serviceWorkers: 'block', bypassCSP: true }); // prettier-ignore
    const visit = await context.newPage();
    // What never comes is waited for a moment in place of 15 s; what comes may be late.
    await visit.addInitScript(
      (waited) => {
        const later = window.setTimeout;
        window.setTimeout = ((call: () => void, ms?: number) =>
          later(call, ms === 15_000 ? waited : ms)) as typeof window.setTimeout;
      },
      answer === 'never' ? 1500 : 15_000,
    );
    const asked: Request[] = [];
    await context.route('**/first.json', async (route) => {
      const real = await route.fetch();
      await route.fulfill({ response: real, json: { ...(await real.json()), tianditu: 'a-key' } });
    });
    await context.route(/tianditu\.gov\.cn/, async (route) => {
      asked.push(route.request());
      if (answer === 'good') await route.fulfill({ body: pixel, contentType: 'image/png', headers });
      else if (answer === 'refused') await route.fulfill({ status: 403, headers });
    });
    await open('', visit);
    await expect(visit.locator('.map')).toContainText(said);
    await expect(visit.locator('.legend')).toContainText('工业');
    expect(asked.length).toBeGreaterThan(0);
    for (const request of asked) {
      expect(new URL(request.url()).searchParams.get('tk')).toBe('a-key');
      expect(request.headers().referer).toBeUndefined();
    }
    await context.close();
  }
});
