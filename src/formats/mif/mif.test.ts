import { describe, expect, it } from 'vitest';
import { areasOf } from '../../domain/geometry/measure/measures.ts';
import type { NamedBytes } from '../contract.ts';
import { readFiles } from '../index.ts';
import { file, gbk } from '../test-files.ts';

async function attempt(files: readonly NamedBytes[]) {
  const result = await readFiles(files, {});
  if (!result.ok) return { ...result.refusal, refused: true as const };
  const { records, layer } = result.value.project.parcels;
  const found = records.map((record, f) => ({ id: record.id, ...record.extra, m2: Math.round(areasOf(layer, f).planeM2 * 1000) / 1000 })); // prettier-ignore
  return { refused: false as const, found, notes: result.value.notes, crs: result.value.crs };
}
async function read(...files: readonly NamedBytes[]) {
  const result = await attempt(files);
  if (result.refused) throw new Error(JSON.stringify(result));
  return result;
}

const [E, N] = [38467900, 3846900];
const gauss = 'CoordSys Earth Projection 8, 104, "m", 114, 0, 1, 38500000, 0 Bounds (0, 0) (1, 1)';
const mif = (objects: string, { coordSys = gauss, columns = 'Columns 0' } = {}) =>
  file('a.mif', gbk(`Version 300\nCharset "WindowsSimpChinese"\n${coordSys}\n${columns}\nData\n\n${objects}\n`));

describe('a MIF', () => {
  it('has what else closes: rectangles, round ones, ellipses with their exact area, lines, parts of a collection', async () => {
    const corners = `${E} ${N} ${E + 40} ${N + 20}`;
    const region = `Region 1\n 4\n${E} ${N}\n${E + 10} ${N}\n${E} ${N + 10}\n${E} ${N}`;
    const closed = `Pline Multiple 2\n 4\n${E} ${N}\n${E + 10} ${N}\n${E} ${N + 10}\n${E} ${N}\n 4\n${E + 50} ${N}\n${E + 60} ${N}\n${E + 50} ${N + 10}\n${E + 50} ${N}\n Pen (1,2,0)\n Smooth`; // prettier-ignore
    const collection = `Collection 3\n${region}\nPline 2\n${E} ${N}\n${E + 1} ${N}\nMultipoint 1\n${E} ${N}`;
    const objects = [`Rect ${corners}`, `Ellipse ${corners}`, `Roundrect ${corners}\n 8`, region, closed, collection, 'None', `Arc ${corners}\n 0 90`, `Text "Region 1"\n ${corners}`]; // prettier-ignore
    const { found, notes } = await read(mif(objects.join('\n')));
    expect(found.map(({ m2 }) => m2)).toEqual([800, 628.319, 786.265, 50, 100, 50, 0, 0, 0]);
    const codes = ['arcs-densified', 'lines-closed', 'collections-read', 'boundary-missing', 'boundary-other'];
    expect(notes.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
  });

  it('of many open lines in one object says that they bound nothing; of many closed ones is refused', async () => {
    const line = (x: number, isClosed: boolean) => ` 4\n${E + x} ${N}\n${E + x + 1} ${N}\n${E + x} ${N + 1}\n${E + x} ${N + (isClosed ? 0 : 2)}\n`; // prettier-ignore
    const lines = (isClosed: boolean) => `Pline Multiple 5001\n${Array.from({ length: 5001 }, (_, i) => line(2 * i, isClosed)).join('')}`; // prettier-ignore
    const { found, notes } = await read(mif(`${lines(false)}Rect ${E} ${N} ${E + 1} ${N + 1}`));
    expect(found.map(({ m2 }) => m2)).toEqual([0, 1]);
    expect(notes).toContainEqual({ code: 'boundary-other', params: { count: 1, ids: '1', types: 'LineString' } });
    expect(await attempt([mif(lines(true))])).toMatchObject({ code: 'damaged', params: { detail: 'too-many-rings' } });
  });

  it('is in the CRS it says, those of old datums refused by name', async () => {
    const region = (x: number, y: number) => `Region 1\n 4\n${x} ${y}\n${x + 10} ${y}\n${x} ${y + 10}\n${x} ${y}`;
    const crs = async (coordSys: string, x = E, y = N) => {
      const result = await attempt([mif(region(x, y), { coordSys })]);
      return result.refused ? result.code : `${result.crs.code} ${result.crs.how}`;
    };
    expect(await crs('CoordSys Earth Projection 8, 104, 7, 114, 0, 1, 38500000, 0')).toBe('crs-unrecognised');
    expect(await crs('CoordSys Earth Projection 8, 104, "m", 114, 0, 1, 500000, 0', 467900)).toBe('EPSG:4547 declared');
    expect(await crs('CoordSys Earth Projection 8, 999, 0, 0, 0, 0, "m", 114, 0, 1, 38500000, 0')).toBe('EPSG:4526 declared'); // prettier-ignore
    expect(await crs('CoordSys Earth Projection 8, 999, 0, 12, 0, 0, "m", 114, 0, 1, 38500000, 0')).toBe('crs-unrecognised'); // prettier-ignore
    // Rotations, scale and prime meridian as well, as GDAL reads it.
    expect(await crs('CoordSys Earth Projection 8, 9999, 0, 0, 0, 0, 0, 0, 0, 0, 0, "m", 114, 0, 1, 38500000, 0')).toBe('EPSG:4526 declared'); // prettier-ignore
    expect(await crs('CoordSys Earth Projection 8, 104, "m", 111, 0, 0.9996, 500000, 0', 700000)).toBe('EPSG:32649 declared'); // prettier-ignore
    expect(await crs('CoordSys Earth Projection 8, 1017, "m", 114, 0, 1, 38500000, 0')).toBe('crs-unsupported');
    expect(await crs('CoordSys NonEarth Units "m" Bounds (0, 0) (1, 1)')).toBe('EPSG:4526 detected');
    expect(await crs('Transform 1000,1000,0,0', E / 1000, N / 1000)).toBe('EPSG:4526 detected');
  });

  it('with a region that ends too early, or no numbers, is refused by its line', async () => {
    expect(await attempt([mif('Region 1\n 4\n1 2\n3 4')])).toMatchObject({ code: 'truncated' });
    expect(await attempt([mif('Region 1\n 2\n1 2\nx 4')])).toMatchObject({ code: 'bad-line', params: { line: 10, text: 'x' } }); // prettier-ignore
    expect(await attempt([mif('Region 1\n 999999999\n1 2')])).toMatchObject({ code: 'too-many-points' });
  });
});
