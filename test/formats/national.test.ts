import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { areasOf } from '../../src/domain/geometry/measure/measures.ts';
import type { NamedBytes } from '../../src/formats/contract.ts';
import { readFiles } from '../../src/formats/index.ts';
import { dataSetsOf } from '../../src/formats/sets/sets.ts';
import { file } from '../../src/formats/test-files.ts';

const golden = (name: string): NamedBytes => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`golden/${name}`, import.meta.url))),
});
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

describe('a MIF', () => {
  it('as GDAL writes it: every shape and value as GDAL reads them', async () => {
    const { found, notes, crs } = await read(golden('gdal-4526.mif'), golden('gdal-4526.mid'));
    // What `ogrinfo -al` says of the same file.
    expect(found).toEqual([
      { id: '甲,"一"号', MJ: 5000, CS: 3, RQ: '2026-01-02', m2: 5000 },
      { id: '乙', MJ: 9600.5, m2: 9600 },
      { id: '丙', MJ: 475, CS: -1, m2: 475 },
      { id: '丁', MJ: 100, CS: 1, m2: 100 },
      { id: '戊', MJ: 0, CS: 1, m2: 0 },
      { id: '己', MJ: 0, CS: 1, m2: 0 },
      { id: '庚', MJ: 0, CS: 1, m2: 0 },
    ]);
    expect(crs).toEqual({ code: 'EPSG:4526', how: 'declared' });
    expect(notes.map(({ code }) => code)).toEqual([
      'area-column-left',
      'lines-closed',
      'boundary-missing',
      'boundary-other',
    ]);
    const degrees = await read(golden('gdal-4490.mif'), golden('gdal-4490.mid'));
    expect(degrees.crs).toEqual({ code: 'EPSG:4490', how: 'format-default' });
    expect(degrees.found).toHaveLength(7);
  });

  it('goes with its .mid, in a zip and among other files, and is refused without', async () => {
    const [shapes, rows] = [golden('gdal-4526.mif'), golden('gdal-4526.mid')];
    const zip = { name: 'a.zip', bytes: zipSync({ 'x/zd.MIF': shapes.bytes, 'x/ZD.mid': rows.bytes }) };
    expect((await read(zip)).found).toHaveLength(7);
    expect(await attempt([shapes])).toMatchObject({ code: 'missing-companion', params: { name: 'gdal-4526.mid' } });
    expect(await attempt([rows])).toMatchObject({ code: 'foreign-file', params: { what: 'mapinfo-rows' } });
    const sets = dataSetsOf([rows, file('gdal-4526.txt', ''), shapes]);
    expect(sets.map(({ name, files }) => [name, files.length])).toEqual([['gdal-4526.mif', 2], ['gdal-4526.txt', 1]]); // prettier-ignore
    const short = { ...rows, bytes: rows.bytes.slice(0, 40) };
    expect(await attempt([shapes, short])).toMatchObject({ code: 'truncated' });
  });
});

it('a VCT as survey offices have them: areas, fields and zone as they were made', async () => {
  const { found, crs } = await read(golden('made-3.0.vct'));
  expect(crs).toEqual({ code: 'EPSG:4526', how: 'declared' });
  expect(found).toMatchObject([
    { BSM: '410100000000000001', TBMJ: 10000, m2: 10000 },
    { BSM: '410100000000000002', TBMJ: 18400, m2: 18400 },
    { BSM: '410100000000000003', TBMJ: 1600, m2: 1600 },
  ]);
});
