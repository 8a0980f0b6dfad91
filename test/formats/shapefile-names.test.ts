import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { NamedBytes } from '../../src/formats/contract.ts';
import { file, gbk, parcelFields, txtText } from '../../src/formats/test-files.ts';
import { readFiles, writeFiles } from '../../src/formats/index.ts';
import { cellText, columnName, encodingOf } from '../../src/formats/shp/dbf.ts';

const golden = new Uint8Array(readFileSync(new URL('golden/gdal-cut-utf8.shp.zip', import.meta.url)));
const fields = parcelFields({
  地块编号: 'id',
  土地状态: 'status',
  批准日期: 'approvedOn',
  土地使用年限: 'landUseTermYears',
});
async function read(files: readonly NamedBytes[]) {
  const result = await readFiles(files, { fields });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

describe('names of columns cut at 10 bytes', () => {
  it('in UTF-8 of GDAL, numbered by it too, are completed where that is sure, and said', async () => {
    const { project, notes } = await read([file('cut.zip', golden)]);
    // 土地使用权人 begins like 土地使用年限, and its words are no years.
    expect([...project.parcels.records]).toEqual([
      {
        id: 'A1',
        statedAreaM2: 10000.5,
        approvedOn: '2020-01-02',
        extra: { 土地状: '闲置', 土地使: '甲厂', 备注说: 'x', 备注_1: 'y' },
      },
      { id: 'A2', extra: { 土地状: '另有用途', 土地使: '乙厂', 备注说: 'z', 备注_1: 'w' } },
    ]);
    expect(notes.slice(0, 2)).toEqual([
      { code: 'encoding-guessed', params: { encoding: 'UTF-8' } },
      {
        code: 'names-completed',
        params: { count: 3, names: '地块编 → 地块编号, 批准日 → 批准日期, statedArea → statedAreaM2' },
      },
    ]);
  });
  it('lose no column to another of the same name', async () => {
    const files = await writeFiles('shp', (await read([file('a.txt', gbk(txtText()))])).project, { name: 'x' });
    if (!files.ok) throw new Error(files.refusal.code);
    const twice = files.value.files.map(({ name, bytes }) =>
      // The name of the second column becomes that of the first.
      name.endsWith('.dbf')
        ? { name, bytes: Uint8Array.from(bytes, (b, i) => (i >= 64 && i < 75 ? bytes[i - 32] : b)) }
        : { name, bytes },
    );
    const [first] = (await read(twice)).project.parcels.records;
    expect(Object.values({ ...first, ...first.extra })).toEqual(expect.arrayContaining(['A1', '甲地块']));
  });
});

describe('texts of a table', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  it('end in half a character at most: no more is given up for an encoding', () => {
    const text = '宗地备注';
    for (let end = 0; end <= 12; end++)
      expect(cellText(utf8(text).subarray(0, end), 'UTF-8')).toBe(text.slice(0, end / 3));
    for (let end = 0; end <= 8; end++)
      expect(cellText(Uint8Array.from(iconv.encode(text, 'gbk')).subarray(0, end), 'GBK')).toBe(text.slice(0, end / 2));
    // 是 and 否 in GBK are two bytes that begin no character of UTF-8.
    for (const word of ['是', '否', '甲'])
      expect(cellText(Uint8Array.from(iconv.encode(word, 'gbk')), 'UTF-8')).toBeNull();
    expect(columnName(Uint8Array.of(...utf8('备注').subarray(0, 5), 0x5f, 0x31), 'UTF-8')).toBe('备_1');
  });
  it.each([0, 0x4d, 0x57])(
    'in UTF-8 are that, also as valid GBK, whatever the language driver (%i) is by habit',
    (driver) => {
      const [name, text] = [utf8('ZT'), utf8('闲置')];
      expect(cellText(text, 'GBK')).not.toBeNull();
      const table = (record: Uint8Array) => ({
        fields: [{ name, type: 'C', start: 0, length: 6 }],
        records: [record],
        languageDriver: driver,
      });
      expect(encodingOf(table(text), null)).toEqual({ encoding: 'UTF-8', said: false });
      expect(encodingOf(table(gbk('闲置地')), null)).toEqual({ encoding: 'GBK', said: driver !== 0 });
      expect(encodingOf(table(text), '936').encoding).toBe('GBK');
      expect(encodingOf(table(utf8('idle')), null).said).toBe(true);
    },
  );
});
