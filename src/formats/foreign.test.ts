import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { file } from './test-files.ts';
import { foreignBytes, foreignName, type Foreign } from './foreign.ts';
import { readFiles } from './index.ts';
import { dataSetsOf } from './sets/sets.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const compound = (stream: string): Uint8Array =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504), ...Buffer.from(stream, 'utf16le')]); // prettier-ignore

/** First bytes as the programs write them (file(1), the formats' own documents). */
const heads: readonly (readonly [string, Uint8Array, Foreign])[] = [
  ['DWG of 2018', latin('AC1032\0\0\0\0\0'), 'dwg'],
  ['DWG of 1992', latin('AC1009\0\0\0\0\0'), 'dwg'],
  ['Access 2003', latin('\0\x01\0\0Standard Jet DB\0'), 'access'],
  ['Access 2010', latin('\0\x01\0\0Standard ACE DB\0'), 'access'],
  ['RAR 5', latin('Rar!\x1a\x07\x01\0'), 'archive'],
  ['7z', latin('7z\xbc\xaf\x27\x1c\0\x04'), 'archive'],
  ['tar', latin(`${'a'.padEnd(257, '\0')}ustar\x0000`), 'archive'],
  ['PDF', latin('%PDF-1.7\n%\xe2\xe3'), 'pdf'],
  ['RTF', latin('{\\rtf1\\ansi'), 'word'],
  ['Word 2003', compound('Root Entry\0WordDocument'), 'word'],
  ['workbook behind a password', compound('EncryptedPackage'), 'locked-office'],
  ['some compound file', compound('Contents'), 'old-office'],
  ['JPEG', latin('\xff\xd8\xff\xe0\0\x10JFIF'), 'image'],
  ['PNG', latin('\x89PNG\r\n\x1a\n'), 'image'],
  ['TIFF', latin('II*\0\x08\0\0\0'), 'image'],
  ['big-endian TIFF', latin('MM\0*\0\0\0\x08'), 'image'],
  ['BMP', latin('BM6\0\x0c\0\0\0\0\x006\0\0\0'), 'image'],
  ['web page', latin('<!DOCTYPE html><html>'), 'web-page'],
  ['area of MapGIS 6', latin('WMAP`D23\0\0'), 'mapgis'],
];

describe('a file of another program', () => {
  it.each(heads)('%s is told by its bytes, whatever it is called', async (_, bytes, what) => {
    for (const name of ['a', 'a.dxf', 'a.geojson', 'a.shp', 'a.kml', 'a.txt', 'a.xlsx']) {
      if (what === 'old-office' && name === 'a.xlsx') continue;
      const read = await readFiles([{ name, bytes }], {});
      expect(read, name).toMatchObject({ refusal: { code: 'foreign-file', params: { name, what } } });
    }
  });

  it.each([
    ['图.dwg', 'dwg'],
    ['库.mdb', 'access'],
    ['a.rar', 'archive'],
    ['a.7z', 'archive'],
    ['合同.doc', 'word'],
    ['a.docx', 'word'],
    ['红线.pdf', 'pdf'],
    ['现状.JPG', 'image'],
    ['影像.tif', 'image'],
    ['地块.dbf', 'shapefile-part'],
    ['工程.mxd', 'map-project'],
    ['地图.mpk', 'map-package'],
    ['图层.LPK', 'map-package'],
    ['宗地.tab', 'mapinfo'],
    ['宗地.mid', 'mapinfo-rows'],
    ['区.wp', 'mapgis'],
    ['线.WL', 'mapgis'],
    ['点.wt', 'mapgis'],
    ['库.udb', 'supermap'],
    ['库.udbx', 'supermap'],
  ] as const)('%s is told by its name where its bytes say nothing', async (name, what) => {
    expect(foreignName(name)).toBe(what);
    const read = await readFiles([file(name, 'x')], {});
    expect(read).toMatchObject({ refusal: { code: 'foreign-file', params: { name, what } } });
  });

  it('is told by its name where its bytes are of what many programs use', async () => {
    const what = async (name: string, bytes: Uint8Array) => {
      const read = await readFiles([{ name, bytes }], {});
      return read.ok ? null : read.refusal.params.what;
    };
    expect(await what('地图.mpk', latin('7z\xbc\xaf\x27\x1c\0\x04'))).toBe('map-package');
    expect(await what('库.udbx', latin('SQLite format 3\0'))).toBe('supermap');
  });

  it('in a zip is told too: by its name, by its bytes, by what the zip holds', async () => {
    const refusal = async (inside: Record<string, Uint8Array>) => {
      const read = await readFiles([{ name: 'a.zip', bytes: zipSync(inside) }], {});
      return read.ok ? null : { code: read.refusal.code, ...read.refusal.params };
    };
    const dwg = latin('AC1032\0\0\0');
    expect(await refusal({ '图/一.dwg': dwg })).toEqual({ code: 'foreign-file', name: 'a.zip/图/一.dwg', what: 'dwg' });
    expect(await refusal({ 无名: dwg })).toEqual({ code: 'foreign-file', name: 'a.zip/无名', what: 'dwg' });
    // Without the table that lists the others no geodatabase can be read.
    expect(await refusal({ 'a.gdb/a00000009.gdbtable': dwg, 'a.gdb/gdb': dwg })).toEqual({ code: 'foreign-file', name: 'a.zip', what: 'geodatabase' }); // prettier-ignore
    expect(await refusal({ 'word/document.xml': strToU8('<w/>') })).toMatchObject({ what: 'word' });
    expect(await refusal({ 'b.zip': zipSync({}) })).toMatchObject({ what: 'nested-archive' });
    expect(await refusal({ 'x.abc': strToU8('x') })).toEqual({ code: 'unknown-format', name: 'a.zip' });
  });

  it('a folder .gdb is one data set, beside others', () => {
    const names = ['gdb', 'timestamps', 'a00000001.gdbtable', 'a00000001.gdbtablx', 'a.txt'];
    const sets = dataSetsOf(names.map((name) => file(name, 'x')));
    expect(sets.map(({ name, files }) => [name, files.length])).toEqual([
      ['a00000001.gdbtable', 4],
      ['a.txt', 1],
    ]);
  });

  it('is none of ours: texts that begin alike', () => {
    for (const text of [
      'BM,X,Y\n1,2,3\n',
      'AC1024,3846900,38467900\n',
      '{"type":"FeatureCollection"}',
      '<kml>',
      'MM,1\n',
    ])
      expect(foreignBytes(file('a', text)), text).toBeNull();
  });
});
