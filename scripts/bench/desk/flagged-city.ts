import type { Parcel, Project } from '../../../src/domain/land/model.ts';
import { vertexRange } from '../../../src/domain/geometry/plane/project.ts';
import { arrayRecords } from '../../../src/domain/land/records/array-records.ts';
import { emptyTable } from '../../../src/domain/land/records/empty-table.ts';
import type { Pack } from '../../../src/policy/shape/pack.ts';
import { benchCity, type BenchLayer } from '../city.ts';
import { randomFrom } from '../parcels.ts';

/** Townships lie in a grid of so many columns and rows over the parcels. */
const GRID = 14;

/**
 * A city of `size` parcels of works land, each of which the screen flags by evidence on record, in townships of the pack: the
 * largest list the supply desk is made for, and candidates of a plan all of them.
 */
export function flaggedCity(size: number, pack: Pick<Pack, 'townships'>): Project {
  const random = randomFrom(14);
  const lots = benchCity(size);
  const townshipOf = townshipsOver(lots, pack.townships.map(({ code }) => code)); // prettier-ignore
  const parcels = Array.from({ length: size }, (_, row): Parcel => ({
    id: `G${String(row).padStart(6, '0')}`,
    ...(row % 3 === 0 && { name: `第${row}号地块` }),
    landClass: { system: 'planning-guide-2023', code: '100101' },
    townshipCode: townshipOf(row),
    ...(row % 2 === 0 && { suitability: Math.round(30 + 60 * random()) }),
    ...(row % 5 === 0 && { readyYear: 2026 + (row % 3) }),
    ...histories[row % histories.length](random),
  }));
  return {
    title: 'flagged city',
    parks: [],
    parcels: { records: arrayRecords(parcels), layer: lots.layer },
    buildings: emptyTable(),
    townships: emptyTable(),
    zones: emptyTable(),
    jurisdictions: [],
    others: [],
  };
}

const day = (year: number, random: () => number): string =>
  `${year}-0${1 + Math.floor(9 * random())}-1${Math.floor(10 * random())}`;

/** What is on record of land that is approved and not supplied, not begun, used too little. */
const histories: readonly ((random: () => number) => Partial<Parcel>)[] = [
  (random) => ({
    status: 'approved-not-supplied',
    approvedOn: day(2016 + Math.floor(7 * random()), random),
    approvalNo: `批${Math.floor(1000 * random())}`,
  }),
  (random) => ({
    status: 'idle',
    suppliedOn: day(2017, random),
    agreedStart: day(2018 + Math.floor(5 * random()), random),
    floorAreaM2: 0,
    ...(random() < 0.5 && { delayCause: 'enterprise' as const, landPriceWan: Math.round(500 + 4000 * random()) }),
  }),
  (random) => ({
    status: 'low-efficiency',
    suppliedOn: day(2010, random),
    startedOn: day(2011, random),
    productionOn: day(2013, random),
    floorAreaM2: Math.round(200 * random()),
    taxPerMuWan: Math.round(20 * random()) / 10,
    outputPerMuWan: Math.round(40 * random()),
    investmentPerMuWan: Math.round(60 * random()),
  }),
];

/** The township a parcel lies in by the first of its points: a grid of them over all parcels. */
function townshipsOver({ layer, plane }: BenchLayer, codes: readonly string[]): (row: number) => string {
  const at = (row: number) => 2 * vertexRange(layer, row)[0];
  const ends = [0, 1].map((axis) => {
    let [least, most] = [Infinity, -Infinity];
    for (let row = 0; row < layer.size; row++) {
      least = Math.min(least, plane[at(row) + axis]);
      most = Math.max(most, plane[at(row) + axis]);
    }
    return [least, most] as const;
  });
  const cell = (row: number, axis: 0 | 1) => {
    const [least, most] = ends[axis];
    return Math.min(GRID - 1, Math.floor((GRID * (plane[at(row) + axis] - least)) / (most - least)));
  };
  return (row) => codes[(cell(row, 0) * GRID + cell(row, 1)) % codes.length];
}
