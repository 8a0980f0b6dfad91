import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import type { Parcel } from '../../src/domain/land/model.ts';
import { readFiles } from '../../src/formats/index.ts';
import { arrayRecords } from '../../src/domain/land/records/array-records.ts';

it('finds the township and zone of every parcel of the sample city again from the boundaries alone', async () => {
  const bytes = gunzipSync(readFileSync(new URL('../../data/sample/city.geojson.gz', import.meta.url)));
  const read = await readFiles([{ name: 'city.geojson', bytes }], {});
  if (!read.ok) throw new Error(read.refusal.code);
  const { project } = read.value;
  const { records, layer } = project.parcels;
  const bare = records.map((record): Parcel => {
    const parcel: { -readonly [K in keyof Parcel]: Parcel[K] } = { ...record };
    delete parcel.townshipCode;
    delete parcel.zoneId;
    return parcel;
  });
  const told = City.open({ ...project, parcels: { records: arrayRecords(bare), layer } })!.project.parcels.records;
  const recorded = [...records].flatMap((p, row) => (p.townshipCode === undefined ? [] : [row]));
  expect(recorded.length).toBeGreaterThan(8000);
  expect(recorded.filter((row) => told.get(row).townshipCode !== records.get(row).townshipCode)).toEqual([]);
  expect([...told].filter((p, row) => p.zoneId !== records.get(row).zoneId)).toEqual([]);
});
