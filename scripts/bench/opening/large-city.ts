import type { Parcel, ParcelStatus, Park, Project } from '../../../src/domain/land/model.ts';
import { arrayRecords } from '../../../src/domain/land/records/array-records.ts';
import { emptyTable } from '../../../src/domain/land/records/empty-table.ts';
import { benchCity, benchTownships } from '../city.ts';
import { randomFrom } from '../parcels.ts';

/** Parcels from the first of one park to the first of the next; a park has some of them, side by side. */
const [PARK_EVERY, PARK_PARCELS] = [2000, 4];

const statuses: readonly ParcelStatus[] = ['in-use', 'in-use', 'in-use', 'idle', 'low-efficiency', 'vacant', 'planned'];
const classes = ['100101', '100102', '1101', '0901', '1207', '0701'];

/**
 * A city of `size` parcels with what a land office writes of them, 180 townships, and a park of four parcels in every two
 * thousand: what a page would be given. Most of the parcels say nothing of where they lie.
 */
export function largeCity(size: number): Project {
  const random = randomFrom(4);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const [lots, towns] = [benchCity(size), benchTownships()];
  const parkOf = (row: number) => (row % PARK_EVERY < PARK_PARCELS ? `P${Math.floor(row / PARK_EVERY)}` : undefined);
  const parcels = Array.from({ length: size }, (_, row): Parcel => {
    const parkId = parkOf(row);
    return {
      id: `4101${String(row).padStart(8, '0')}`,
      ...(row % 3 === 0 && { name: `${one(['东', '西', '南', '北'])}地块${row}` }),
      ...(parkId && { parkId }),
      landClass: { system: 'planning-guide-2023', code: parkId ? '100101' : one(classes) },
      status: parkId ? 'in-use' : one(statuses),
      ...(row % 2 === 0 && { statedAreaM2: Math.round(100 * (500 + 20_000 * random())) / 100 }),
      ...(row % 5 === 0 && { suppliedOn: `20${10 + (row % 15)}-0${1 + (row % 9)}-15` }),
      extra: { 权属: one(['国有', '集体']), 备注: row % 7 === 0 ? `第${row}宗` : '' },
    };
  });
  const parks = Array.from({ length: Math.ceil(size / PARK_EVERY) }, (_, i): Park => ({
    id: `P${i}`,
    name: `第${i}园`,
    parkType: 'manufacturing',
    stage: 'operating',
    year: 2026,
  }));
  const townships = arrayRecords(
    Array.from({ length: towns.layer.size }, (_, i) => ({
      id: `T${i}`,
      code: `4101${String(22000 + 100 + i)}`,
      name: `第${i}镇`,
    })),
  );
  return {
    title: 'large city',
    parks,
    parcels: { records: arrayRecords(parcels), layer: lots.layer },
    buildings: emptyTable(),
    townships: { records: townships, layer: towns.layer },
    zones: emptyTable(),
    jurisdictions: [],
    others: [],
  };
}
