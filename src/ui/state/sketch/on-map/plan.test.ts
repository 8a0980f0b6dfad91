import { describe, expect, it } from 'vitest';
import type { Geometry } from 'geojson';
import type { Intent } from '../../../../desk/intent.ts';
import { buildLayer } from '../../../../domain/geometry/columns/builder.ts';
import { missedIn, missedOf } from './missed.ts';
import { planOf, type Planning } from './plan.ts';

const square = (lon: number) => [[lon, 34], [lon + 0.001, 34], [lon + 0.001, 34.001], [lon, 34.001], [lon, 34]] as const; // prettier-ignore
const shapeOf = (key: number): Geometry => ({ type: 'Polygon', coordinates: [square(113 + key / 100).map((at) => [...at])] }); // prettier-ignore
const layerOf = (lon: number) => buildLayer([[[square(lon)]]]);

const view = {
  parcels: [
    { key: 1, id: 'LX-1', name: 'A 主园', area: { value: 51390 } },
    { key: 2, id: 'LX-2', area: null },
  ],
  buildings: [
    { key: 5, id: 'b5', name: '5#', existing: false, storeys: 3, parcels: [1] },
    { key: 10, id: '10#', existing: true, storeys: 2, parcels: [2] },
  ],
} as unknown as NonNullable<Planning['view']>;

const plan = (intent: Intent | null, more: Partial<Planning> = {}) =>
  planOf({
    view,
    language: 'zh',
    selected: [],
    held: [],
    isMoved: false,
    missed: new Map(),
    intent,
    // What is not near enough is not held.
    outlineOf: ({ key }) => (key === 99 ? null : shapeOf(key)),
    idOf: ({ key }) => `LX-${key}`,
    ...more,
  });
const change = (tables: object): Intent => ({ do: 'change', change: { base: 1, tables } });

describe('the park in hand on the map', () => {
  it('has its parcels with their land and its buildings with their storeys', () => {
    const { parcels, buildings } = plan(null);
    expect(parcels.map(({ label, role }) => [label, role])).toEqual([
      ['A 主园 77.0850 亩', 'in'],
      ['LX-2', 'in'],
    ]);
    expect(buildings.map(({ label, storeys, existing }) => [label, storeys, existing])).toEqual([
      ['5#', '3 层', false],
      ['10# 现状', '2 层', true],
    ]);
  });

  it('shows what would come, what would go, and what is chosen besides', () => {
    const intent: Intent = { do: 'assign', park: { key: 0 }, in: [7, 99], out: [2] };
    const { parcels } = plan(intent, { selected: [{ table: 'parcel', key: 8 }] });
    expect(parcels.map(({ key, role, selected }) => [key, role, selected])).toEqual([
      [1, 'in', false],
      [2, 'leaving', false],
      [7, 'coming', false],
      [8, 'candidate', true],
    ]);
  });

  it('shows storeys that are added, by a wish or by a repair, and what is cleared', () => {
    const changes = (intent: Intent) => plan(intent).buildings.map((own) => own.change);
    expect(changes({ do: 'storeys', buildings: [5], by: 1 })).toEqual(['3→4 层', undefined]);
    expect(changes(change({ building: { patch: [{ key: 10, fields: { storeys: 4 } }] } }))).toEqual([undefined, '2→4 层']); // prettier-ignore
    const floors = change({ building: { patch: [{ key: 5, fields: { floorAreaM2: 9000 } }] } });
    expect(plan(floors).buildings.map(({ selected }) => selected)).toEqual([true, false]);
    expect(changes({ do: 'existing', buildings: [10], what: 'clear' })).toEqual([undefined, '拆除']);
  });

  it('draws a boundary that a change would give, and nothing of it where it would stay', () => {
    const put = (key: number, lon: number) => change({ parcel: { put: [{ key, record: {}, shape: layerOf(lon) }] } });
    expect(plan(put(1, 113.5)).parcels[0]).toMatchObject({ role: 'coming', label: 'A 主园', geometry: { coordinates: [[[113.5, 34], {}, {}, {}, {}]] } }); // prettier-ignore
    expect(plan(put(1, 113.01)).parcels[0]).toMatchObject({ role: 'in', label: 'A 主园 77.0850 亩' });
    expect(plan(put(42, 113.5)).parcels.at(-1)).toMatchObject({ key: 42, role: 'coming' });
  });

  it('marks the building that misses at its corner, with the gravest verdict', () => {
    const of = { kind: 'building', id: 'b5', misses: 1 } as const;
    const measured = [{ what: 'unit', value: 270, unit: 'm2', of }] as const;
    const findings = [{ outcome: 'advisory', measured }, { outcome: 'fail', measured }, { outcome: 'pass', measured: [{ ...measured[0], of: { ...of, id: '10#' } }] }] as const; // prettier-ignore
    const written = missedIn(findings);
    expect(missedIn([...findings])).toBe(written);
    expect(plan(null, { missed: missedOf(written) }).marks).toEqual([{ at: [113.05, 34.001], outcome: 'fail' }]);
    expect(plan(null).marks).toEqual([]);
  });

  it('leaves the words of what a tool draws to the tool, and its place to the ghost once it moves', () => {
    const held = [{ table: 'building', key: 5 }] as const;
    expect(plan(null, { held }).buildings[0]).toMatchObject({ label: '', cleared: false });
    expect(plan(null, { held, isMoved: true }).buildings[0]).toMatchObject({ label: '', cleared: true });
  });

  it('shows where a parcel was that a tool moves, of the park or not', () => {
    const held = [{ table: 'parcel', key: 1 }, { table: 'parcel', key: 8 }] as const; // prettier-ignore
    const roles = (isMoved: boolean) =>
      plan(null, { held, selected: held, isMoved }).parcels.map(({ key, role, label, selected }) => [key, role, label, selected]); // prettier-ignore
    expect(roles(false)).toEqual([[1, 'in', '', undefined], [2, 'in', 'LX-2', false], [8, 'candidate', '', undefined]]); // prettier-ignore
    expect(roles(true)).toEqual([[1, 'leaving', '', undefined], [2, 'in', 'LX-2', false], [8, 'leaving', '', undefined]]); // prettier-ignore
  });

  it('shows what is chosen where no park is in hand', () => {
    const { parcels, buildings } = plan(null, { view: null, selected: [{ table: 'parcel', key: 1 }, { table: 'building', key: 5 }] }); // prettier-ignore
    expect([parcels, buildings].map(([own]) => [own.key, own.selected])).toEqual([[1, true], [5, true]]); // prettier-ignore
  });
});
