import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { TxtDialect } from '../contract.ts';
import { file, gbk, txtText, type Style } from '../test-files.ts';
import { readFiles, writeFiles } from '../index.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';

async function project(text: string) {
  const result = await readFiles([file('a.txt', gbk(text))], {});
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.project;
}
async function written(text: string, txt: TxtDialect = {}) {
  const result = await writeFiles('txt', await project(text), { name: 'x', txt });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.files[0].bytes;
}
const decoded = async (text: string, txt?: TxtDialect) => iconv.decode(Buffer.from(await written(text, txt)), 'gbk');

describe('the dialect of a 界址点 TXT', () => {
  it.each<[TxtDialect, Style]>([
    [{ closing: 'J1' }, { closing: 'J1' }],
    [{ closing: 'none' }, { closing: 'none' }],
    [
      { unit: 'hectare', prefix: false },
      { hectares: true, prefix: false },
    ],
    [{ prefix: false }, { prefix: false }],
  ])('is written as asked: %j', async (dialect, style) => {
    const points = (text: string) => text.split('\r\n').filter((line) => /^J\d/.test(line));
    expect(points(await decoded(txtText(), dialect))).toEqual(points(txtText(style)));
  });

  it('numbers rings through the file, rounds and encodes as asked', async () => {
    const rings = (await decoded(txtText(), { rings: 'file' })).match(/^J1,\d+/gm);
    expect(rings).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((r) => `J1,${r}`));
    expect(await decoded(txtText(), { decimals: 1 })).toContain('J1,1,3846900.1,38467900.5\r\n');
    const utf8 = await written(txtText(), { encoding: 'utf-8' });
    expect(new TextDecoder('utf-8', { fatal: true }).decode(utf8)).toContain('甲地块');
    const odd = await project(txtText());
    const records = arrayRecords(odd.parcels.records.map((r) => ({ ...r, name: '𠮷' })));
    const refused = await writeFiles(
      'txt',
      { ...odd, parcels: { ...odd.parcels, records } },
      { name: 'x', txt: { encoding: 'gbk' } },
    );
    expect(refused.ok ? null : refused.refusal.code).toBe('encoding-broken');
  });

  it('leaves every coordinate as it came, digit for digit', async () => {
    const decimals = fc.constantFrom<(n: number) => string>(
      (n) => n.toFixed(3),
      (n) => n.toFixed(4),
      (n) => String(Number(n.toFixed(3))),
      (n) => n.toFixed(0),
    );
    const corner = fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }));
    await fc.assert(
      fc.asyncProperty(decimals, fc.boolean(), corner, corner, async (shown, prefix, [a, b], [c, d]) => {
        const [n, e] = [3_846_900, prefix ? 38_467_900 : 467_900];
        const ring = [
          [n, e],
          [n + 200 + a / 1000, e + b / 1000],
          [n + c / 1000, e + 200 + d / 1000],
        ].map((p) => p.map(shown));
        const rows = [...ring, ring[0]].map(([x, y], v) => `J${v + 1},1,${x},${y}`);
        const head = ['[属性描述]', '坐标系=2000国家大地坐标系', '几度分带=3', '带号=38', '精度=0.001', '[地块坐标]'];
        const back = await decoded([...head, '4,,A,甲,面,,,,@', ...rows, ''].join('\r\n'));
        expect(back.split('\r\n').filter((line) => line.startsWith('J'))).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  it('is kept to the byte where a file is only read and written', async () => {
    const styles = fc.record({
      closing: fc.constantFrom<TxtDialect['closing']>('Jn', 'J1', 'none'),
      rings: fc.constantFrom<TxtDialect['rings']>('plot', 'file'),
      unit: fc.constantFrom<TxtDialect['unit']>('m2', 'hectare', 'mu'),
      prefix: fc.boolean(),
      encoding: fc.constantFrom('gbk', 'utf-8', 'utf-8 without a mark'),
      lineEnd: fc.constantFrom('\n', '\r\n'),
    });
    await fc.assert(
      fc.asyncProperty(styles, async ({ encoding, lineEnd, ...dialect }) => {
        const text = (await decoded(txtText(), dialect)).replaceAll('\r\n', lineEnd);
        const bytes =
          encoding === 'gbk' ? gbk(text) : new TextEncoder().encode((encoding === 'utf-8' ? '\ufeff' : '') + text);
        const read = await readFiles([file('a.txt', bytes)], {});
        if (!read.ok) throw new Error(JSON.stringify(read.refusal));
        const again = await writeFiles('txt', read.value.project, { name: 'x' });
        if (!again.ok) throw new Error(JSON.stringify(again.refusal));
        expect(Buffer.from(again.value.files[0].bytes).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
