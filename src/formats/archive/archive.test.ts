import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gunzipped } from './gzip.ts';
import { file, gbk, txtText } from '../test-files.ts';
import { readFiles, writeFiles } from '../index.ts';
import { encodeGbk } from '../text/gbk.ts';

const txt = await readFiles([file('a.txt', gbk(txtText()))], {});
if (!txt.ok) throw new Error(txt.refusal.code);
const { project } = txt.value;
const written = await writeFiles('shp', project, { name: 'x' });
if (!written.ok) throw new Error(written.refusal.code);
const parts = written.value.files;

const zipOf = (...folders: string[]) =>
  zipSync(Object.fromEntries(folders.flatMap((f) => parts.map(({ name, bytes }) => [f + name.slice(1), bytes]))));
const codeOf = async (bytes: Uint8Array, layer?: string) => {
  const read = await readFiles([file('a.zip', bytes)], { layer });
  return read.ok ? `${read.value.format} ${read.value.project.parcels.records.length}` : read.refusal.code;
};

/** The zip with every name in GBK and no word about it, as Chinese programs write it. */
function inGbk(zip: Uint8Array, from: string, to: string): Uint8Array {
  const name = encodeGbk(to)!;
  const text = String.fromCharCode(...zip);
  expect(name.length).toBe(from.length);
  return Uint8Array.from(text.replaceAll(from, String.fromCharCode(...name)), (c) => c.charCodeAt(0));
}

const geojson = new TextEncoder().encode(
  '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"park","id":"P"},"geometry":null}]}',
);

describe('a Shapefile in a zip', () => {
  it('is found in folders, beside a read-me and what macOS adds', async () => {
    const more = { 'readme.txt': gbk('说明'), '__MACOSX/._x.shp': new Uint8Array(9), '.hidden.shp': new Uint8Array(9) };
    const inside = Object.fromEntries(parts.map(({ name, bytes }) => [`数据/2026/${name}`, bytes]));
    expect(await codeOf(zipSync({ ...more, ...inside }))).toBe('shp 3');
  });

  it('goes by names in GBK', async () => {
    const read = await readFiles([file('a.zip', inGbk(zipOf('abcd'), 'abcd', '地块'))], { layer: '地块' });
    expect(read.ok && read.value.project.parcels.records).toHaveLength(3);
    const two = inGbk(zipOf('abcd', 'two'), 'abcd', '地块');
    expect(await readFiles([file('a.zip', two)], {})).toMatchObject({
      refusal: { code: 'several-layers', choices: ['地块.shp', 'two.shp'] },
    });
  });

  it('among several is chosen by name', async () => {
    const two = zipOf('one', 'in/two');
    expect(await codeOf(two)).toBe('several-layers');
    expect(await codeOf(two, 'two')).toBe('shp 3');
    expect(await codeOf(two, 'in/two.shp')).toBe('shp 3');
    expect(await codeOf(two, 'three')).toBe('several-layers');
  });

  it('needs neither .shx nor .prj, but says how it knows', async () => {
    const few = parts.filter(({ name }) => /\.(shp|dbf)$/.test(name));
    const read = await readFiles(
      [file('a.shp.zip', zipSync(Object.fromEntries(few.map((f) => [f.name, f.bytes]))))],
      {},
    );
    expect(read).toMatchObject({ ok: true, value: { crs: { code: 'EPSG:4526', how: 'detected' } } });
  });

  it('names MultiPatch', async () => {
    const shp = Uint8Array.from(parts.find(({ name }) => name.endsWith('.shp'))!.bytes);
    shp[32] = 31;
    const result = await readFiles([{ name: 'x.shp', bytes: shp }, ...parts.slice(1)], {});
    expect(result).toMatchObject({ refusal: { code: 'not-polygons', params: { type: 'MultiPatch' } } });
  });

  it('is read by the .cpg, unless the table is not so written', async () => {
    const withCpg = (text: string, driver: number) =>
      parts.map(({ name, bytes }) => {
        if (name.endsWith('.cpg')) return file(name, text);
        return name.endsWith('.dbf')
          ? { name, bytes: Uint8Array.from(bytes, (b, i) => (i === 29 ? driver : b)) }
          : { name, bytes };
      });
    for (const files of [withCpg('UTF-8', 0x4d), withCpg('936', 0), withCpg('', 0x57)]) {
      const read = await readFiles(files, {});
      expect(read.ok && read.value.project.parcels.records.get(0).name).toBe('甲地块');
    }
  });
});

describe('names in an archive', () => {
  const notesOf = async (bytes: Uint8Array) => {
    const read = await readFiles([{ name: 'x.zip', bytes }], {});
    return read.ok ? read.value.notes : read.refusal;
  };

  it('in no known encoding are shown as far as they can be, and that is said', async () => {
    const zip = zipSync({ 'ab.geojson': geojson });
    // 0xff begins no character in either encoding.
    const text = String.fromCharCode(...zip).replaceAll('ab.geojson', '\xff\xff.geojson');
    const notes = await notesOf(Uint8Array.from(text, (c) => c.charCodeAt(0)));
    expect(notes).toContainEqual({
      code: 'archive-name-unread',
      params: { name: 'x.zip', shown: '\ufffd\ufffd.geojson' },
    });
    expect(await notesOf(zip)).toEqual([]);
  });

  it('of twenty thousand characters are read', async () => {
    const long = `${'长'.repeat(20_000)}.geojson`;
    expect(await notesOf(zipSync({ [long]: geojson }))).toEqual([]);
  });
});

describe('an archive of more than one data set', () => {
  const notesOf = async (inside: Record<string, Uint8Array>) => {
    const read = await readFiles([{ name: 'x.zip', bytes: zipSync(inside) }], {});
    return read.ok ? read.value.notes.filter(({ code }) => code === 'archive-files-left') : read.refusal;
  };

  it('names what was not opened', async () => {
    expect(await notesOf({ 'a/b.geojson': geojson, 'c.txt': geojson, 'd.csv': geojson, 'e.pdf': geojson })).toEqual([
      { code: 'archive-files-left', params: { names: 'c.txt, d.csv' } },
    ]);
  });

  it('says nothing of what is no data, or belongs to the one read', async () => {
    expect(await notesOf({ 'b.geojson': geojson, '__MACOSX/b.geojson': geojson, 'e.pdf': geojson })).toEqual([]);
    const shapefile = Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes]));
    expect(await notesOf({ ...shapefile, 'plots.sbn': geojson })).toEqual([]);
  });
});

describe('hostile archives', () => {
  const directory = (zip: Uint8Array) =>
    zip.findIndex((_, i) => zip[i] === 0x50 && zip[i + 1] === 0x4b && zip[i + 2] === 1);
  const patched = (zip: Uint8Array, offset: number, value: number) => {
    const copy = Uint8Array.from(zip);
    new DataView(copy.buffer).setUint32(directory(copy) + offset, value, true);
    return copy;
  };
  const one = zipSync({ 'a.geojson': geojson });

  it.each([
    ['a size no packing reaches', patched(one, 24, 400_000_000), 'damaged'],
    ['a size too small', patched(one, 24, 10), 'damaged'],
    ['another checksum', patched(one, 16, 1), 'damaged'],
    ['a place outside', patched(one, 42, 0x7fff_ffff), 'damaged'],
    ['encryption', patched(one, 8, 1), 'unsupported'],
    ['another packing', patched(one, 10, 99), 'unsupported'],
    ['no end', one.subarray(0, -10), 'truncated'],
  ])('%s is refused', async (_, zip, code) => expect(await codeOf(zip)).toBe(code));

  it('zeros that unpack beyond the limit are refused on the way, whatever the end of the file says', () => {
    const packed = gzipSync(new Uint8Array(2_000_000));
    // Members one after another are one stream, and the last one states only its own size.
    const many = new Uint8Array(packed.length * 9);
    for (let i = 0; i < 9; i++) many.set(packed, i * packed.length);
    expect(gunzipped('a', many, 17_000_000)).toMatchObject({ refusal: { code: 'too-large' } });
    expect(gunzipped('a', packed)).toMatchObject({ ok: true });
  });

  it('files that together state more than the limit are refused before any is unpacked', async () => {
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.geojson`, new Uint8Array(70_000)])),
    );
    const copy = Uint8Array.from(many);
    const view = new DataView(copy.buffer);
    for (let i = directory(copy), n = 0; n < 9; n++, i += 46 + 9) {
      view.setUint32(i + 20, 100_000, true);
      view.setUint32(i + 24, 100_000_000, true);
    }
    expect(await codeOf(copy)).toBe('too-large');
  });
});
