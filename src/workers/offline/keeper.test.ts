import { describe, expect, test } from 'vitest';
import { kindOf } from './addresses.ts';
import { Keeper } from './keeper.ts';
import { testCaches } from './test-caches.ts';

const scope = 'https://h.example/city/map/';
const page = (version: string) => `<head><meta name="yuantu:version" content="${version}"></head>`;

/** A host whose files can be changed, and which can be out of reach. */
function host(room?: number) {
  const files = new Map<string, string>();
  const state = {
    reached: true,
    full: 0,
    asked: [] as string[],
    slow: null as Promise<void> | null,
    down: null as Response | null,
  };
  const keeper = new Keeper({
    caches: testCaches(room),
    scope,
    patience: 20,
    onFull: () => state.full++,
    fetch: async (request) => {
      state.asked.push(request.url.slice(scope.length));
      await state.slow;
      if (state.down) return state.down.clone();
      if (!state.reached) throw new TypeError('Failed to fetch');
      const body = files.get(new URL(request.url).pathname.slice('/city/map/'.length));
      if (body === undefined) return new Response('', { status: 404 });
      const range = /bytes=(\d+)-(\d+)/.exec(request.headers.get('range') ?? '');
      if (!range) return new Response(body);
      const [from, to] = [Number(range[1]), Number(range[2])];
      const headers = { 'content-range': `bytes ${from}-${to}/${body.length}`, etag: '"1"' };
      return new Response(body.slice(from, to + 1), { status: 206, headers });
    },
  });
  const ask = async (path: string, headers: HeadersInit = {}) => {
    const answer = await keeper.answer(new Request(scope + path, { headers }));
    return answer && { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  const publish = (version: string) => {
    files.set('', page(version));
    files.set(`data/${version}/first.json`, `first of ${version}`);
    files.set(`data/${version}/parks/p1.json`, `card of ${version}`);
    files.set(`assets/page-${version}.js`, `script of ${version}`);
  };
  const visit = (version: string, parts: readonly string[] = []) =>
    keeper.keep({
      version,
      addresses: [`${scope}data/${version}/first.json`, `${scope}assets/page-${version}.js`],
      parts: parts.map((range) => ({ address: `${scope}data/${version}/land.pmtiles`, range })),
    });
  return { files, state, keeper, ask, publish, visit };
}

describe('files of a published map on a device', () => {
  test('after one visit the page, its first data and the cards that were looked at are there without a network', async () => {
    const { state, ask, publish, visit } = host();
    publish('aa');
    expect(await visit('aa')).toEqual({ failed: 0, full: false });
    await ask('data/aa/parks/p1.json');
    state.reached = false;
    expect((await ask('?lang=en'))?.text).toBe(page('aa'));
    expect((await ask('index.html'))?.text).toBe(page('aa'));
    expect((await ask('data/aa/first.json'))?.text).toBe('first of aa');
    expect((await ask('data/aa/parks/p1.json'))?.text).toBe('card of aa');
    expect((await ask('assets/page-aa.js'))?.text).toBe('script of aa');
    await expect(ask('data/aa/parks/p2.json')).rejects.toThrow('fetch');
  });

  test('what is called by its content is asked for once; which data are those of now always', async () => {
    const { state, ask, publish, visit } = host();
    publish('aa');
    await visit('aa');
    state.asked.length = 0;
    await ask('data/aa/first.json');
    await ask('assets/page-aa.js');
    expect(state.asked).toEqual([]);
    expect(await ask('now.json')).toBeNull();
    await ask('');
    expect(state.asked).toEqual(['']);
  });

  test('who comes back sees the newer page; an old one goes on with its own data, and versions before the last go', async () => {
    const { files, state, ask, publish, visit } = host();
    publish('aa');
    await visit('aa');
    publish('bb');
    // The page of the first version lies open while the host has the second.
    files.delete('data/aa/first.json');
    expect((await ask('data/aa/first.json'))?.text).toBe('first of aa');
    expect((await ask(''))?.text).toBe(page('bb'));
    // The new page came, its data did not: without a network the old one is whole.
    state.reached = false;
    expect((await ask(''))?.text).toBe(page('aa'));
    state.reached = true;
    await visit('bb');
    publish('cc');
    await visit('cc');
    state.reached = false;
    expect((await ask(''))?.text).toBe(page('cc'));
    expect((await ask('data/bb/first.json'))?.text).toBe('first of bb');
    await expect(ask('data/aa/first.json')).rejects.toThrow('fetch');
  });

  test('a network that does not answer in time is not waited for where there is a copy', async () => {
    const { state, ask, publish, visit } = host();
    publish('aa');
    await visit('aa');
    let answer = () => undefined as void;
    state.slow = new Promise((done) => (answer = done));
    expect((await ask(''))?.text).toBe(page('aa'));
    answer();
  });

  test('what a host says in the place of a file is not kept, and its fault does not hide the copy of the page', async () => {
    const { state, ask, publish, visit } = host();
    publish('aa');
    await visit('aa');
    state.down = new Response('<p>Log in', { headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect((await ask('data/aa/parks/p1.json'))?.text).toBe('<p>Log in');
    state.down = new Response('', { status: 503 });
    expect((await ask(''))?.text).toBe(page('aa'));
    state.down = null;
    expect((await ask('data/aa/parks/p1.json'))?.text).toBe('card of aa');
    expect((await ask(''))?.text).toBe(page('aa'));
  });

  test('parts of the archive are kept part by part and handed out as they came', async () => {
    const { files, state, ask, publish, visit } = host();
    publish('aa');
    await visit('aa');
    files.set('data/aa/land.pmtiles', '0123456789');
    const first = await ask('data/aa/land.pmtiles', { range: 'bytes=2-4' });
    state.reached = false;
    const again = await ask('data/aa/land.pmtiles', { range: 'bytes=2-4' });
    expect([first?.status, first?.text, again?.status, again?.text]).toEqual([206, '234', 206, '234']);
    expect(again?.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(again?.headers.get('etag')).toBe('"1"');
    await expect(ask('data/aa/land.pmtiles', { range: 'bytes=2-5' })).rejects.toThrow('fetch');
  });

  test('parts that came before the keeper stood are kept with what it is told of', async () => {
    const { files, state, ask, publish, visit } = host();
    publish('aa');
    files.set('data/aa/land.pmtiles', '0123456789');
    expect(await visit('aa', ['bytes=0-3', 'bytes=4-9'])).toEqual({ failed: 0, full: false });
    // Told of once more, as from another window: it is not asked for again.
    state.asked.length = 0;
    await visit('aa', ['bytes=0-3']);
    expect(state.asked).toEqual(['']);
    state.reached = false;
    const [first, rest] = ['bytes=0-3', 'bytes=4-9'].map((range) => ask('data/aa/land.pmtiles', { range }));
    expect([(await first)?.text, (await rest)?.text]).toEqual(['0123', '456789']);
    expect((await first)?.status).toBe(206);
  });

  test('what is kept is let go on request, and the page is kept anew', async () => {
    const { state, keeper, ask, publish, visit } = host();
    publish('aa');
    await visit('aa');
    await ask('data/aa/parks/p1.json');
    await keeper.forget();
    await visit('aa');
    state.reached = false;
    expect((await ask(''))?.text).toBe(page('aa'));
    await expect(ask('data/aa/parks/p1.json')).rejects.toThrow('fetch');
  });

  test('a device without room gets its files all the same, and is told', async () => {
    const { state, ask, publish, visit } = host(2);
    publish('aa');
    expect(await visit('aa')).toMatchObject({ failed: 0 });
    expect((await ask('data/aa/parks/p1.json'))?.text).toBe('card of aa');
    expect(state.full).toBeGreaterThan(0);
    const full = host(0);
    full.publish('aa');
    expect(await full.visit('aa')).toEqual({ failed: 0, full: true });
  });

  test('what is not in its folder, and what is no question, is none of its business', () => {
    const { keeper } = host();
    expect(keeper.answer(new Request('https://h.example/city/other/'))).toBeNull();
    expect(keeper.answer(new Request('https://t0.tianditu.gov.cn/vec_w/wmts'))).toBeNull();
    expect(keeper.answer(new Request(scope, { method: 'POST', body: 'x' }))).toBeNull();
    expect(kindOf(`${scope}park/p1/index.html`, scope)).toEqual({ is: 'other' });
  });
});
