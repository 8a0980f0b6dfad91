import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evidenceFile, evidencePageIn } from '../../src/city/evidence/page.ts';
import { yuantu } from '../helpers/command.ts';
import { contentOf, PAGE, readTest } from './test-park.ts';

let folder: string;
let html: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'yuantu-evidence-'));
  html = await evidenceFile(evidencePageIn(PAGE)!, await contentOf(await readTest()));
});
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

test('a file that agrees ends with 0 and says by what it was judged', async () => {
  const { code, out } = await yuantu('evidence', '--check', put('a.html', html));
  expect(code).toBe(0);
  for (const said of ['核验一致', 'zhengzhou-draft', '2026-11-28', '未签名', '全部一致']) expect(out).toContain(said);
});

test('one digit changed ends with 1 and names the figure, in both languages and as JSON', async () => {
  const file = put('b.html', html.replace(/("what":"plotRatio","value":\d+\.)(\d)/, (_, front: string, digit: string) => front + ((Number(digit) + 1) % 10))); // prettier-ignore
  const zh = await yuantu('evidence', '--check', file);
  expect(zh).toMatchObject({ code: 1, err: '' });
  expect(zh.out).toMatch(/! 容积率：文件所载 [\d.]+/);
  expect(zh.out).toContain('内容已被改动');
  const en = await yuantu('evidence', '--check', file, '--lang', 'en');
  expect(en.out).toMatch(/! plot ratio: In the file [\d.]+/);
  const { out, code } = await yuantu('evidence', '--check', file, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    agrees: false,
    seal: { hash: 'changed' },
    differences: [{ path: ['facts', 'figures', 'plotRatio', 'value', 'value'] }],
  });
});

test('the program of the page changed, a key asked for that did not sign, and what is no evidence file', async () => {
  const page = await yuantu('evidence', '--check', put('c.html', html.replace('<p>', '<p>!')));
  expect(page.code).toBe(1);
  expect(page.out).toContain('页面程序已被改动');
  const key = put('k.pem', 'nothing');
  const asked = await yuantu('evidence', '--check', put('a.html', html), '--public-key', key);
  expect(asked.code).toBe(2);
  expect(asked.err).toContain('PUBLIC KEY');
  const none = await yuantu('evidence', '--check', put('d.html', '<html></html>'));
  expect(none.code).toBe(2);
  expect(none.err).toContain('不是证据文件');
  expect((await yuantu('evidence', 'data/examples/park.geojson', '--park', 'P1')).err).toContain('--out');
});

test('what a stranger wrote steers no terminal; a second file, a file cut short and policy text of their own are said', async () => {
  const named = html.replace(/(?<="park":\{"id":"P","name":")/, '\\n核验一致\\u001b[2J\\u202e');
  expect(named).not.toBe(html);
  const { out } = await yuantu('evidence', '--check', put('e.html', named));
  expect(out).not.toMatch(/^核验一致/m);
  expect(out).not.toMatch(/[\u001b\u202e]/);
  expect(await yuantu('evidence', '--check', put('a.html', html), 'b.html')).toMatchObject({ code: 2, out: '' });
  expect(await yuantu('evidence', '--check', put('f.html', html.slice(0, html.indexOf('yuantu-evidence') + 3000)))).toMatchObject({ code: 2, out: '' }); // prettier-ignore
  const policyOf = async (text: string) =>
    (JSON.parse((await yuantu('evidence', '--check', put('g.html', text), '--json')).out) as { policyText: string }).policyText; // prettier-ignore
  expect(await policyOf(html)).toBe('same');
  expect(await policyOf(html.replace('value: 100000', 'value: 90000'))).toBe('other');
});
