import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sayRefusal } from '../../src/texts/refusals.ts';
import { readFiles } from '../../src/formats/index.ts';

const text = '说明：见附件\n第二行\n';
const refusal = async (name: string, bytes: Uint8Array) => {
  const read = await readFiles([{ name, bytes }], {});
  return read.ok ? null : read.refusal;
};

describe('a file that is not what its ending says', () => {
  it.each(['shp', 'gdb', 'gpkg', 'fgb', 'parquet', 'xlsx', 'vct', 'mif', 'zip'])(
    'is told as that, and nothing as lacking or damaged: .%s',
    async (ending) => {
      const name = `成果.${ending}`;
      for (const bytes of [new TextEncoder().encode(text), utf16(text)]) {
        const found = await refusal(name, bytes);
        expect(found).toEqual({ code: 'misnamed', params: { name, format: ending } });
        expect(sayRefusal('zh', found!)).toMatch(/成果.*内容不是.*扩展名.*请/);
        expect(sayRefusal('en', found!)).toMatch(/content of 成果.* is not/);
      }
    },
  );

  it('is read where its bytes say what it is', async () => {
    const name = 'a.shp';
    const json = '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"A"},"geometry":{"type":"Polygon","coordinates":[[[113,34],[113.001,34],[113.001,34.001],[113,34]]]}}]}'; // prettier-ignore
    expect(await readFiles([{ name, bytes: new TextEncoder().encode(json) }], {})).toMatchObject({ ok: true, value: { format: 'geojson' } }); // prettier-ignore
  });

  it('is no Shapefile that lacks its table: that one is told what to open with it', async () => {
    const bytes = new Uint8Array(100);
    bytes.set([0, 0, 0x27, 0x0a]);
    const found = await refusal('地块.shp', bytes);
    expect(found).toEqual({ code: 'missing-companion', params: { name: '地块.dbf' } });
    expect(sayRefusal('zh', found!)).toContain('.shp、.dbf、.shx、.prj');
  });
});

it('an archive without a file is told as empty', async () => {
  const ended = new Uint8Array(22);
  ended.set([0x50, 0x4b, 5, 6]);
  expect(await refusal('空.zip', ended)).toEqual({ code: 'empty-archive', params: { name: '空.zip' } });
  const folders = zipSync({ '新建文件夹/': new Uint8Array() });
  expect(await refusal('夹.zip', folders)).toEqual({ code: 'empty-archive', params: { name: '夹.zip' } });
});

function utf16(of: string): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * of.length);
  bytes.set([0xff, 0xfe]);
  for (let i = 0; i < of.length; i++) bytes.set([of.charCodeAt(i) & 0xff, of.charCodeAt(i) >> 8], 2 + 2 * i);
  return bytes;
}
