import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { precompress } from '../../scripts/precompress.ts';
import { serve, type Served } from '../../src/server/serve.ts';

const script = 'export const 园区 = "小微企业园";\n'.repeat(400);
const picture = Uint8Array.from({ length: 3000 }, (_, i) => (i * i * 7919) % 251);

const version = '0123456789abcdef';

let folder: string;
let served: Served;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'yuantu-serve-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), `<!doctype html>${'<p>园图</p>'.repeat(300)}`);
  writeFileSync(path.join(folder, 'assets', 'page.js'), script);
  writeFileSync(path.join(folder, 'assets', 'small.js'), 'export {};');
  writeFileSync(path.join(folder, 'assets', 'city.geojson.gz'), picture);
  mkdirSync(path.join(folder, 'data', version), { recursive: true });
  mkdirSync(path.join(folder, 'park', 'p01'), { recursive: true });
  writeFileSync(path.join(folder, 'data', version, 'land.pmtiles'), picture);
  writeFileSync(path.join(folder, 'now.json'), '{}');
  writeFileSync(path.join(folder, 'park', 'p01', 'index.html'), '<!doctype html>');
  await precompress(folder);
  const result = await serve(folder, '127.0.0.1', 0);
  if (!result.ok) throw new Error(result.refusal.code);
  served = result.value;
});

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The bytes as they cross, which `fetch` would already have unpacked. */
const get = (file: string, encodings?: string, range?: string) =>
  new Promise<Answer>((resolve, reject) => {
    const headers = { ...(encodings && { 'accept-encoding': encodings }), ...(range && { range }) };
    const { port } = new URL(served.address);
    request({ host: '127.0.0.1', port, path: file, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });

describe('the served page', () => {
  it('says in words that there is no such page, in those of the folder where it has them', async () => {
    const bare = await get('/park/NOPE/');
    expect([bare.status, bare.body.toString()]).toEqual([404, '没有这一页。There is no such page.\n']);
    writeFileSync(path.join(folder, '404.html'), '<!doctype html><p>没有这个园区</p>');
    const { status, headers, body } = await get('/park/NOPE/');
    rmSync(path.join(folder, '404.html'));
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(body.toString()).toContain('没有这个园区');
  });

  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const)('comes as %s where the browser takes it', async (encoding, asked, unpack) => {
    for (const [address, type] of [
      ['/assets/page.js', /javascript/],
      ['/', /^text\/html/],
    ] as const) {
      const { headers, body } = await get(address, asked);
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers['content-type']).toMatch(type);
      expect(headers.vary).toMatch(/accept-encoding/i);
      const whole = await get(address);
      expect(unpack(body)).toEqual(whole.body);
      expect(body.length).toBeLessThan(whole.body.length / 4);
    }
  });

  it('comes as it is where the browser takes nothing else, or where there is nothing to gain', async () => {
    expect(String((await get('/assets/page.js')).body)).toBe(script);
    const small = await get('/assets/small.js', 'br');
    expect([small.headers['content-encoding'], String(small.body)]).toEqual([undefined, 'export {};']);
    const packed = await get('/assets/city.geojson.gz', 'br, gzip');
    expect([packed.headers['content-encoding'], packed.body.length]).toEqual([undefined, picture.length]);
  });

  it('keeps its policy and its caching whatever it is packed in', async () => {
    const { headers } = await get('/assets/page.js', 'br');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-security-policy']).toMatch(/^default-src 'self'/);
    expect((await get('/', 'br')).headers['cache-control']).toBe('no-cache');
  });

  it('gives ranges of an archive of tiles, keeps a version of the data for good and asks for what names it anew', async () => {
    const archive = await get(`/data/${version}/land.pmtiles`, 'br, gzip', 'bytes=10-19');
    expect([archive.headers['content-type'], archive.headers['content-range']]).toEqual(['application/vnd.pmtiles', `bytes 10-19/${picture.length}`]); // prettier-ignore
    expect(Uint8Array.from(archive.body)).toEqual(picture.slice(10, 20));
    expect(archive.headers['cache-control']).toMatch(/immutable/);
    expect((await get('/now.json')).headers['cache-control']).toBe('no-cache');
    expect((await get('/park/p01')).headers.location).toBe('/park/p01/');
  });
});
