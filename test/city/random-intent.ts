import fc from 'fast-check';
import type { Intent, ParkTarget } from '../../src/desk/intent.ts';
import type { Shape } from '../../src/domain/geometry/edit/frame.ts';
import type { Key } from '../../src/domain/land/change.ts';
import type { Land } from '../../src/domain/land/land.ts';

/* What people may want at a small city: drawn over each other, across borders and beside all land, right and wrong values. */

export interface Wish {
  readonly do: Intent['do'];
  readonly which: number;
  readonly other: number;
  readonly n: number;
  readonly east: number;
  readonly north: number;
}

export const wish: fc.Arbitrary<Wish> = fc.record({
  do: fc.constantFrom<Intent['do']>(
    'draw-parcel',
    'draw-parcel',
    'draw-buildings',
    'draw-buildings',
    'redraw',
    'redraw',
    'assign',
    'fields',
    'fields',
    'conditions',
    'storeys',
    'divide-storeys',
    'remove',
    'split',
    'merge',
    'existing',
    'import',
  ),
  which: fc.nat(60),
  other: fc.nat(60),
  n: fc.nat(11),
  east: fc.integer({ min: 0, max: 9 }),
  north: fc.integer({ min: 0, max: 7 }),
});

/** The plane of the helper's cities, with its corner. */
export const CRS = 4526;
const at = (east: number, north: number) => [38_467_000 + east, 3_846_000 + north] as const;

function shapeOf({ n, east, north }: Wish, side: number): Shape {
  const [e, w] = [70 * east, 70 * north];
  const corners = [at(e, w), at(e + side, w), at(e + side, w + side), at(e, w + side)];
  // Now and then it crosses itself, or has a hole.
  if (n === 11) return [[[corners[0], corners[2], corners[1], corners[3]]]];
  const third = side / 3;
  const hole = [at(e + third, w + third), at(e + third, w + 2 * third), at(e + 2 * third, w + third)];
  return [n === 10 ? [corners, hole] : [corners]];
}

const pick = <T>(values: readonly T[], n: number): T => values[n % values.length];
const keyIn = (land: Land, table: 'park' | 'parcel' | 'building', n: number): Key =>
  // Now and then one that is not there.
  n === 59 ? 9999 : (pick(land.keys(table), n) ?? 0);

const target = (land: Land, { n, which }: Wish): ParkTarget =>
  n % 5 === 0
    ? { fresh: { parkType: 'service', ...(n === 0 && { name: ' 新园 ' }) } }
    : { key: keyIn(land, 'park', which) };

const fields: readonly { readonly table: 'park' | 'parcel' | 'building'; readonly fields: Record<string, unknown> }[] =
  [
    { table: 'park', fields: { firms: 30, stage: 'planned' } },
    { table: 'park', fields: { firms: -1 } },
    { table: 'park', fields: { name: ' ', registeredOn: null } },
    { table: 'parcel', fields: { status: 'idle', landClass: { system: 'planning-guide-2023', code: '100101' } } },
    { table: 'parcel', fields: { plannedFar: '一点五' } },
    { table: 'parcel', fields: { statedAreaM2: null, phase: 2, plannedFar: '>1.1,<1.8' } },
    { table: 'parcel', fields: { id: '新号' } },
    { table: 'building', fields: { storeys: 5 } },
    { table: 'building', fields: { storeyHeightsM: [5, 4] } },
    { table: 'building', fields: { storeyHeightM: 8.1, use: 'rnd' } },
    { table: 'building', fields: { floorAreaM2: 3000, floorAreaBelowM2: 4000 } },
    { table: 'building', fields: { colour: 'red' } },
  ];

/** Some units of storeys there may not be, sold now and then, held, of another use, or two with one number. */
const divided = (building: Key, { n, other, east, north }: Wish): Intent => ({
  do: 'divide-storeys',
  building,
  storeys: n % 3 === 0 ? [1 + east] : [1, 1 + (other % 3)].slice(0, 1 + (n % 2)),
  parts: Array.from({ length: 1 + north }, (_, i) => ({
    kind: i > 4 ? 'core' : 'unit',
    number: i > 4 ? '' : String(n === 8 ? 1 : i + 1).padStart(2, '0'),
    areaM2: 100 * (1 + ((other + i) % 6)),
    outlineM: [[[0, 0], [10, 0], [10, 10], [0, 10]]], // prettier-ignore
    ...(i === 0 && n % 4 === 1 && { fields: { held: true, soldOn: east % 3 ? undefined : '2025-06-01' } }),
    ...(i === 1 && n % 4 === 2 && { fields: { use: 'amenity' as const, held: undefined } }),
  })),
  ...(n % 5 === 0 && { evenSold: true as const }),
  ...(n % 7 === 0 && { unplaced: true as const }),
  note: n % 4 === 1 ? 'units-marked' : 'storeys-divided',
});

/** What someone wants of the land as it is. */
export function intentOf(land: Land, wish: Wish): Intent {
  const { n, which, other, east, north } = wish;
  const parcel = keyIn(land, 'parcel', which);
  const building = keyIn(land, 'building', which);
  switch (wish.do) {
    case 'draw-parcel':
      return { do: 'draw-parcel', park: n === 1 ? null : target(land, wish), crs: CRS, shape: shapeOf(wish, 140) };
    case 'draw-buildings': {
      const one = { shape: shapeOf(wish, 40), fields: { storeys: 1 + n, use: 'production' as const } };
      return { do: 'draw-buildings', crs: CRS, outlines: n % 3 === 0 ? [one, one] : [one] };
    }
    case 'redraw': {
      const table = n % 3 === 0 ? 'building' : 'parcel';
      const key = table === 'building' ? building : parcel;
      const redrawn = [{ table, key, shape: shapeOf(wish, table === 'building' ? 40 : 150) } as const];
      return { do: 'redraw', crs: CRS, redrawn, note: { code: 'vertex-moved', params: { number: 1 } } };
    }
    case 'assign':
      return {
        do: 'assign',
        park: target(land, wish),
        in: n % 2 ? [parcel] : [],
        out: n % 3 ? [] : [keyIn(land, 'parcel', other)],
      };
    case 'fields': {
      const { table, fields: given } = fields[n];
      const keys = [keyIn(land, table, which), ...(n % 4 === 1 ? [keyIn(land, table, other)] : [])];
      return { do: 'fields', table, keys, fields: given };
    }
    case 'conditions': {
      // Now and then a share above the whole, which is refused.
      const far = n % 3 === 0 ? undefined : { min: 1 + n / 10 };
      const bounds = n === 7 ? { density: { max: 1.5 } } : { far, ...(n % 2 && { green: { min: 0.1, max: 0.2 } }) };
      return { do: 'conditions', parcels: [parcel, ...(n % 4 === 1 ? [keyIn(land, 'parcel', other)] : [])], bounds };
    }
    case 'storeys':
      return { do: 'storeys', buildings: [building], by: n - 4 };
    case 'divide-storeys':
      return divided(building, wish);
    case 'remove': {
      const table = pick(['parcel', 'building', 'park'] as const, n);
      return { do: 'remove', table, keys: [keyIn(land, table, which)] };
    }
    case 'split':
      return {
        do: 'split',
        parcel,
        how:
          n % 2 === 0
            ? { direction: { bearingDeg: 10 * other, from: 'left' }, count: 1 + (n % 4) }
            : { line: [at(70 * east + 30, -500), at(70 * east + 40, 2000)], crs: CRS },
      };
    case 'merge':
      return { do: 'merge', parcels: [parcel, keyIn(land, 'parcel', other)] };
    case 'existing':
      return { do: 'existing', buildings: [building % 5], what: n % 2 ? 'keep' : 'clear' };
    case 'import': {
      const parcels = [
        { shape: shapeOf(wish, 60), fields: { id: pick(['A0', 'F1', '草绘-2'], n) } },
        { shape: shapeOf({ ...wish, north: north + 10 }, 60) },
      ];
      return { do: 'import', park: n % 2 ? null : target(land, wish), crs: CRS, parcels, file: 'a.txt' };
    }
    case 'change':
      return { do: 'change', change: { base: land.version, tables: {} } };
  }
}
