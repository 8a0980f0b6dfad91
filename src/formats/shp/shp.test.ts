import { describe, expect, it } from 'vitest';
import { buildLayer } from '../../domain/geometry/columns/builder.ts';
import { areasOf } from '../../domain/geometry/measure/measures.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { NamedBytes } from '../contract.ts';
import { file, gbk, txtText } from '../test-files.ts';
import { readFiles, writeFiles } from '../index.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';

const txt = await readFiles([file('a.txt', gbk(txtText()))], {});
if (!txt.ok) throw new Error(txt.refusal.code);
const { project } = txt.value;

/** A box on the plane, clockwise as the format has its shells; `turned` the other way. */
const box = (north: number, east: number, side: number, turned = false): Position[] => {
  const ring: Position[] = [
    [east, north],
    [east, north + side],
    [east + side, north + side],
    [east + side, north],
    [east, north],
  ];
  return turned ? ring.reverse() : ring;
};

/** The bytes of a .shp of one polygon with these rings, in this order and direction. */
function shpOf(rings: readonly (readonly Position[])[]): Uint8Array {
  const points = rings.flat();
  const content = 44 + 4 * rings.length + 16 * points.length;
  const view = new DataView(new ArrayBuffer(100 + 8 + content));
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 5, true);
  view.setInt32(100, 1);
  view.setInt32(104, content / 2);
  view.setInt32(108, 5, true);
  view.setInt32(108 + 36, rings.length, true);
  view.setInt32(108 + 40, points.length, true);
  rings.forEach((_, r) => view.setInt32(108 + 44 + 4 * r, rings.slice(0, r).flat().length, true));
  points.forEach(([x, y], v) => {
    const at = 108 + 44 + 4 * rings.length + 16 * v;
    view.setFloat64(at, x, true);
    view.setFloat64(at + 8, y, true);
  });
  return new Uint8Array(view.buffer);
}

/** A .shp of points and a .dbf whose one column says nothing. */
function pointFile(points: readonly Position[]): { readonly shp: Uint8Array; readonly dbf: Uint8Array } {
  const view = new DataView(new ArrayBuffer(100 + 28 * points.length));
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(32, 1, true);
  points.forEach(([x, y], p) => {
    const at = 100 + 28 * p;
    view.setInt32(at, p + 1);
    view.setInt32(at + 4, 10);
    view.setInt32(at + 8, 1, true);
    view.setFloat64(at + 12, x, true);
    view.setFloat64(at + 20, y, true);
  });
  const table = new DataView(new ArrayBuffer(65 + 2 * points.length));
  table.setUint8(0, 3);
  table.setUint32(4, points.length, true);
  table.setUint16(8, 65, true);
  table.setUint16(10, 2, true);
  const dbf = new Uint8Array(table.buffer);
  dbf.set([0x41, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x43, 0, 0, 0, 0, 1], 32);
  dbf[64] = 0x0d;
  dbf.fill(0x20, 65);
  return { shp: new Uint8Array(view.buffer), dbf };
}

async function shapefile(...rings: (readonly Position[])[]): Promise<NamedBytes[]> {
  const one = { ...project.parcels, records: arrayRecords([{ id: 'A' }]), layer: buildLayer([[[[[113.5, 34.5], [113.6, 34.5], [113.6, 34.6]]]]]) }; // prettier-ignore
  const made = await writeFiles('shp', { ...project, extra: {}, parcels: one }, { name: 'a', epsg: 4526 });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.files.map(({ name, bytes }) => ({ name, bytes: name === 'a.shp' ? shpOf(rings) : bytes }));
}
async function read(...rings: (readonly Position[])[]) {
  const found = await readFiles(await shapefile(...rings), {});
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  const said = found.value.notes.filter(({ code }) => code === 'ring-direction-differs').map(({ params }) => params);
  return { m2: Number(areasOf(found.value.project.parcels.layer, 0).planeM2.toFixed(2)), said };
}

describe('the direction of rings', () => {
  const [n, e] = [3_846_900, 38_467_900];

  it('says nothing where it says the same as containment, also of a parcel turned round as a whole', async () => {
    const hole = box(n + 10, e + 10, 20, true);
    expect(await read(box(n, e, 100), hole)).toEqual({ m2: 9600, said: [] });
    expect(await read([...box(n, e, 100)].reverse(), [...hole].reverse())).toEqual({ m2: 9600, said: [] });
    expect(await read(box(n, e, 100), box(n, e + 200, 50))).toEqual({ m2: 12_500, said: [] });
  });

  it('is said with both areas where an inner ring turns like a shell', async () => {
    const { m2, said } = await read(box(n, e, 100), box(n + 10, e + 10, 20));
    expect({ m2, said }).toEqual({ m2: 9600, said: [{ id: 'A', used: 9600, directed: 10_400 }] });
  });

  it('is said where a plot beside turns like a hole', async () => {
    const { m2, said } = await read(box(n, e, 100), box(n, e + 200, 50, true));
    expect({ m2, said }).toEqual({ m2: 12_500, said: [{ id: 'A', used: 12_500, directed: 7500 }] });
  });
});

describe('a layer of points alone', () => {
  it('is refused with what is missing where no column says so', async () => {
    const points = [[38_467_900, 3_846_900], [38_468_000, 3_846_900], [38_468_000, 3_847_000]] as const; // prettier-ignore
    const files = (await shapefile(box(3_846_900, 38_467_900, 100))).filter(({ name }) => /prj$/.test(name));
    const { shp, dbf } = pointFile(points);
    const given = [...files, { name: 'a.shp', bytes: shp }, { name: 'a.dbf', bytes: dbf }];
    expect(await readFiles(given, {})).toMatchObject({ refusal: { code: 'points-only', params: { count: 3 } } });
  });
});

describe('rows marked deleted', () => {
  const deleted = async (...rows: number[]) => {
    const made = await writeFiles('shp', project, { name: 'a' });
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value.files.map(({ name, bytes }): NamedBytes => {
      if (!name.endsWith('.dbf')) return { name, bytes };
      const copy = Uint8Array.from(bytes);
      const view = new DataView(copy.buffer);
      for (const row of rows) copy[view.getUint16(8, true) + row * view.getUint16(10, true)] = 0x2a;
      return { name, bytes: copy };
    });
  };
  const ids = project.parcels.records.map(({ id }) => id);

  it.each([[[0]], [[1]], [[2]], [[0, 2]]])('%o are left out with their shapes, and counted', async (rows) => {
    const found = await readFiles(await deleted(...rows), {});
    if (!found.ok) throw new Error(JSON.stringify(found.refusal));
    const { records, layer } = found.value.project.parcels;
    const left = ids.flatMap((id, row) => (rows.includes(row) ? [] : [{ id, m2: areasOf(project.parcels.layer, row).planeM2.toFixed(2) }])); // prettier-ignore
    expect(records.map(({ id }, row) => ({ id, m2: areasOf(layer, row).planeM2.toFixed(2) }))).toEqual(left);
    expect(found.value.notes).toContainEqual({ code: 'rows-deleted', params: { name: 'a.dbf', count: rows.length } });
  });

  it('may hold anything', async () => {
    const files = (await deleted(1)).map(({ name, bytes }): NamedBytes => {
      if (!name.endsWith('.dbf')) return { name, bytes };
      const view = new DataView(bytes.buffer);
      const [head, width] = [view.getUint16(8, true), view.getUint16(10, true)];
      return { name, bytes: bytes.map((byte, i) => (i > head + width && i < head + 2 * width ? 0xff : byte)) };
    });
    expect(await readFiles(files, {})).toMatchObject({ ok: true });
  });

  it('all of them leave no parcels, which is said', async () => {
    expect(await readFiles(await deleted(0, 1, 2), {})).toMatchObject({
      refusal: { code: 'no-parcels', params: { found: 'deleted-row:3' } },
    });
  });
});
