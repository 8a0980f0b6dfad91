import { describe, expect, it } from 'vitest';
import type { EditRefusal } from '../domain/geometry/edit/proposal.ts';
import { box, CRS, feature, layerOf, ORIGIN, type Points } from '../domain/geometry/plane/test-rings.ts';
import { areasOf } from '../domain/geometry/measure/measures.ts';
import { Land } from '../domain/land/land.ts';
import type { Building, Parcel, Project } from '../domain/land/model.ts';
import type { Result } from '../domain/outcome.ts';
import { mergeParcels } from './merge.ts';
import type { Edit } from './operation.ts';
import { repairParcels } from './repair.ts';
import { snapParcels } from './snap.ts';
import { splitParcel } from './split.ts';
import { arrayRecords } from '../domain/land/records/array-records.ts';
import { emptyTable } from '../domain/land/records/empty-table.ts';
import { plainProject } from '../domain/land/records/test-plain.ts';

const bow: Points = [[300, 0], [310, 10], [310, 0], [300, 10]]; // prettier-ignore
const parcels: Parcel[] = [
  { id: 'A', name: '甲', parkId: 'P', statedAreaM2: 9990, floorAreaM2: 12000, costWan: 5, status: 'idle' },
  { id: 'B', parkId: 'P', statedAreaM2: 5000, floorAreaM2: 100, costWan: 7, extra: { 备注: '东' } },
  { id: 'C' },
  { id: 'D', parkId: 'P' },
];
const buildings: Building[] = [
  { id: 'west', parcelId: 'A' },
  { id: 'east', parcelId: 'A' },
  { id: 'undrawn', parcelId: 'A' },
  { id: 'other', parcelId: 'B' },
];
const project: Project = {
  parks: [{ id: 'P' }],
  parcels: {
    records: arrayRecords(parcels),
    layer: layerOf(feature([box(0, 0, 100)]), feature([box(100, 0, 50, 100)]), feature([bow]), null),
  },
  buildings: {
    records: arrayRecords(buildings),
    layer: layerOf(feature([box(5, 5, 10)]), feature([box(45, 60, 30)]), null, feature([box(110, 5, 10)])),
  },
  townships: { records: arrayRecords([{ id: 'T' }]), layer: layerOf(feature([box(-0.2, -50, 600, 600)])) },
  zones: emptyTable(),
  jurisdictions: [],
  others: [],
};

const value = (result: Result<Edit, EditRefusal>): Edit => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const direction = { bearingDeg: 0, from: 'left' } as const;
const land = Land.of(project);
const after = (edit: Edit): Project => {
  const changed = land.fork();
  expect(changed.apply(edit.change).ok).toBe(true);
  return changed.project;
};

describe('a change and its inverse', () => {
  const operations: (() => Result<Edit, EditRefusal>)[] = [
    () => splitParcel(land, { id: 'A', direction, count: 3 }),
    () => splitParcel(land, { id: 'B', direction: { bearingDeg: 80, from: 'right' }, areasM2: [123.4, 1000] }),
    () => mergeParcels(land, { ids: ['B', 'A'] }),
    () => mergeParcels(land, { ids: ['A', 'B'], into: 'AB', dropCollinear: true }),
    () => repairParcels(land, { gapM: 0.05 }),
    () => snapParcels(land, { onto: 'townships', toleranceM: 0.5 }),
  ];
  it.each(operations.map((run, i) => [i, run] as const))('lead back to the same project (%i)', (_, run) => {
    const { change } = value(run());
    const changed = land.fork();
    const there = changed.apply(change);
    if (!there.ok) throw new Error(there.refusal.code);
    const done = changed.project;
    expect(plainProject(done)).not.toEqual(plainProject(project));
    const back = changed.apply(there.value.inverse);
    expect(plainProject(changed.project)).toEqual(plainProject(project));
    expect(back.ok && changed.apply(back.value.inverse).ok).toBe(true);
    expect(plainProject(changed.project)).toEqual(plainProject(done));
  });
});

describe('split', () => {
  const edit = value(splitParcel(land, { id: 'A', direction, count: 2 }));
  it('gives numbered parcels in the place of the old one, without its registered area and amounts', () => {
    const { records } = after(edit).parcels;
    expect(records.map((p) => p.id)).toEqual(['A-1', 'A-2', 'B', 'C', 'D']);
    expect(records.get(1)).toEqual({ id: 'A-2', name: '甲-2', parkId: 'P', status: 'idle' });
    expect(edit.notes.map((n) => n.code).slice(0, 3)).toEqual([
      'stated-area-dropped',
      'amount-dropped',
      'amount-dropped',
    ]);
  });
  it('buildings follow most of their footprint', () => {
    const of = Object.fromEntries(after(edit).buildings.records.map((b) => [b.id, b.parcelId]));
    expect(of).toEqual({ west: 'A-1', east: 'A-2', undrawn: 'A-1', other: 'B' });
  });
  it('a neighbour gets the new vertex', () => {
    const across = value(splitParcel(land, { id: 'A', direction: { bearingDeg: 90, from: 'left' }, count: 2 }));
    const { parcels: table } = after(across);
    expect(table.records.map((p) => p.id)).toEqual(['A-1', 'A-2', 'B', 'C', 'D']);
    expect(areasOf(table.layer, 2).planeM2).toBe(5000);
    const vertices = table.layer.vertexStart[3] - table.layer.vertexStart[2];
    expect(vertices).toBe(6);
    expect(across.effects.map((e) => [e.id, e.areaBeforeM2, e.areaAfterM2])).toEqual([
      ['A', 10000, null],
      ['A-1', null, 5000],
      ['A-2', null, 5000],
      ['B', 5000, 5000],
    ]);
  });
  it('refuses by name', () => {
    const line = { crs: CRS, points: [ORIGIN, [ORIGIN[0] + 1, ORIGIN[1]]] as const };
    expect(splitParcel(land, { id: 'X', line })).toMatchObject({ refusal: { code: 'no-such-parcel' } });
    expect(splitParcel(land, { id: 'C', line })).toMatchObject({
      refusal: { code: 'boundary-broken', params: { id: 'C' } },
    });
    expect(splitParcel(land, { id: 'D', line })).toMatchObject({ refusal: { code: 'no-geometry' } });
    const records = [...parcels.slice(0, 3), { id: 'A-2' }];
    const taken = { ...project, parcels: { ...project.parcels, records: arrayRecords(records) } };
    expect(splitParcel(Land.of(taken), { id: 'A', direction, count: 2 })).toMatchObject({
      refusal: { code: 'id-taken', params: { id: 'A-2' } },
    });
  });
});

describe('merge', () => {
  it('the first leads; amounts add up, registered areas go, buildings follow', () => {
    const edit = value(mergeParcels(land, { ids: ['B', 'A'] }));
    const { parcels: table, buildings: drawn } = after(edit);
    expect(table.records.get(0)).toEqual({
      id: 'B',
      parkId: 'P',
      floorAreaM2: 12100,
      costWan: 12,
      extra: { 备注: '东' },
    });
    expect(table.records.map((p) => p.id)).toEqual(['B', 'C', 'D']);
    expect(areasOf(table.layer, 0).planeM2).toBe(15000);
    expect(drawn.records.map((b) => b.parcelId)).toEqual(['B', 'B', 'B', 'B']);
    expect(edit.notes.filter((n) => n.code === 'stated-area-dropped')).toHaveLength(2);
    expect(edit.notes.filter((n) => n.code === 'field-differs').map((n) => n.params.field)).toContain('name');
  });
  it('refuses by name', () => {
    expect(mergeParcels(land, { ids: ['A', 'C'] })).toMatchObject({
      refusal: { code: 'boundary-broken', params: { id: 'C' } },
    });
    expect(mergeParcels(land, { ids: ['A', 'B'], into: 'C' })).toMatchObject({ refusal: { code: 'id-taken' } });
  });
});

it('repair mends what is broken and leaves the rest, registered areas included', () => {
  const edit = value(repairParcels(land, {}));
  expect(edit.effects).toEqual([{ kind: 'parcel', id: 'C', areaBeforeM2: null, areaAfterM2: 50, steps: ['redrawn'] }]);
  expect([...after(edit).parcels.records]).toEqual(parcels);
});

it('snapping names the township it gives a vertex to', () => {
  const edit = value(snapParcels(land, { onto: 'townships', toleranceM: 0.5 }));
  expect(edit.effects.map((e) => [e.kind, e.id])).toEqual([
    ['parcel', 'A'],
    ['township', 'T'],
  ]);
  expect(areasOf(after(edit).parcels.layer, 0).planeM2).toBeCloseTo(100.2 * 100, 6);
});
