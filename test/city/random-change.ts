import fc from 'fast-check';
import { changeOf } from '../../src/desk/operation.ts';
import { buildLayer } from '../../src/domain/geometry/columns/builder.ts';
import type { Layer, MultiPolygon } from '../../src/domain/geometry/columns/layer.ts';
import type { Change, Key, Patch, Put, RecordTypes, TableChange, TableName } from '../../src/domain/land/change.ts';
import type { Land } from '../../src/domain/land/land.ts';
import type { Building, Parcel, Park, SupplyPlan, SupplyRow, Township, Zone } from '../../src/domain/land/model.ts';
import { industrial, rectangle, roadClass } from '../helpers/city.ts';

/*
 * What people may do to a small city, table by table: fields given, taken away and given back, boundaries moved, broken
 * and left out, records that come, go and take each other's names.
 */

interface Deed {
  readonly table: TableName;
  readonly what: 'put' | 'patch' | 'remove' | 'add';
  readonly which: number;
  readonly n: number;
  readonly east: number;
  readonly north: number;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  table: fc.constantFrom<TableName>(
    ...(['parcel', 'parcel', 'parcel', 'parcel', 'building', 'building', 'park', 'township', 'zone'] as const),
  ),
  what: fc.constantFrom('put', 'put', 'patch', 'patch', 'remove', 'add'),
  which: fc.nat(30),
  n: fc.nat(11),
  east: fc.integer({ min: 0, max: 7 }),
  north: fc.integer({ min: 0, max: 5 }),
});

/** Several steps, each of one change of several deeds. */
export const deeds = (steps: number) =>
  fc.array(fc.array(deed, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: steps });

const pick = <T>(values: readonly T[], n: number): T => values[n % values.length];

function shapeOf({ table, n, east, north }: Deed): Layer {
  if (n === 11) return buildLayer([null]);
  const side = table === 'building' ? 40 : pick([140, 139, 150, 280], n);
  const own: (readonly [number, number])[] = rectangle(70 * east, 70 * north, side, side);
  const twisted = [own[0], own[2], own[1], own[3], own[0]];
  return buildLayer([[[n === 10 ? twisted : own]] as MultiPolygon]);
}

const parks = ['P', 'Q', undefined, undefined];
const fieldsOf: { readonly [K in TableName]: (deed: Deed) => Partial<RecordTypes[K]> } = {
  parcel: ({ n, which }): Partial<Parcel> =>
    pick<Partial<Parcel>>(
      [
        { parkId: pick(parks, which) },
        { status: pick(['idle', 'in-use', undefined] as const, which) },
        { landClass: pick([industrial, roadClass] as Parcel['landClass'][], which) },
        { townshipCode: pick(['410181001', '410181002', 'T1', undefined], which) },
        { statedAreaM2: pick([20_000, undefined], which) },
        { id: pick(['A0', 'A1', `N${which}`], which) },
        { zoneId: pick(['Z', undefined], which), districtCode: pick(['410181', '410122', undefined], which) },
      ],
      n,
    ),
  building: ({ n, which }): Partial<Building> =>
    pick<Partial<Building>>(
      [{ parcelId: pick(['A0', 'A1', undefined], which) }, { storeys: which }, { floorAreaM2: 1000 * which }],
      n,
    ),
  park: ({ n, which }): Partial<Park> =>
    pick<Partial<Park>>(
      [{ firms: which }, { id: pick(['P', 'Q', 'S'], which) }, { zoneId: pick([' Z ', undefined], which) }],
      n,
    ),
  township: ({ which }): Partial<Township> => ({ code: pick(['410181001', '410122100', undefined], which) }),
  zone: ({ which }): Partial<Zone> => ({ zoneType: pick(['development', 'other', undefined] as const, which) }),
  jurisdiction: () => ({}),
  supplyPlan: ({ n, which }): Partial<SupplyPlan> => pick([{ year: 2026 + which }, { name: `计划${n}` }], n),
  supplyRow: ({ n, which }): Partial<SupplyRow> =>
    pick<Partial<SupplyRow>>(
      [{ parcelIds: [`A${which}`] }, { areaM2: 1000 * which }, { steps: [{ step: 'announced', on: '2026-03-01' }] }],
      n,
    ),
};

const newRecord = (table: TableName, deed: Deed, key: Key) =>
  ({ id: `n${key}`, ...fieldsOf[table](deed) }) as RecordTypes[TableName];

/** What these deeds make of the land as it is: at most one of them a record. */
export function changeBy(land: Land, wanted: readonly Deed[]): Change {
  const tables: { [K in TableName]?: TableChange<RecordTypes[TableName]> } = {};
  const done = new Set<string>();
  for (const own of wanted) {
    const table = land.table(own.table);
    const keys = table.listed();
    const change = (tables[own.table] ??= { put: [], patch: [], remove: [] });
    const [put, patch, remove] = [change.put, change.patch, change.remove] as [Put<unknown>[], Patch<unknown>[], Key[]];
    const isDrawn = !['park', 'supplyPlan', 'supplyRow'].includes(own.table);
    if (own.what === 'add') {
      const key = table.takeKey();
      const after = own.n % 2 === 0 || keys.length === 0 ? null : pick(keys, own.which);
      put.push({
        key,
        record: newRecord(own.table, own, key),
        shape: isDrawn ? shapeOf(own) : buildLayer([null]),
        after,
      });
      continue;
    }
    if (keys.length === 0) continue;
    const key = pick(keys, own.which);
    if (done.has(`${own.table} ${key}`)) continue;
    done.add(`${own.table} ${key}`);
    if (own.what === 'remove') remove.push(key);
    else if (own.what === 'put' && isDrawn) put.push({ key, record: table.record(key)!, shape: shapeOf(own) });
    else patch.push({ key, fields: fieldsOf[own.table](own) });
  }
  return changeOf(land, tables as never);
}
