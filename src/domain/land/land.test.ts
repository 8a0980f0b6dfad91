import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planeCrsOf } from '../geodesy/zones.ts';
import { buildLayer, toMultiPolygon } from '../geometry/columns/builder.ts';
import type { Layer, MultiPolygon } from '../geometry/columns/layer.ts';
import { surveyedLayer } from '../geometry/plane/project.ts';
import type { Change, Key, TableChange } from './change.ts';
import { changeTo } from './change-to.ts';
import { Land } from './land.ts';
import type { Parcel, Park, Project } from './model.ts';
import { arrayRecords } from './records/array-records.ts';
import { emptyTable } from './records/empty-table.ts';
import { plainProject } from './records/test-plain.ts';

/** A triangle that is told from others by its number. */
const triangle = (n: number): MultiPolygon => [
  [
    [
      [113 + n / 1000, 34],
      [113 + n / 1000, 34.001],
      [113.0005 + n / 1000, 34],
      [113 + n / 1000, 34],
    ],
  ],
];
const shape = (n: number): Layer => buildLayer([triangle(n)]);
const noShape = (): Layer => buildLayer([null]);

const project: Project = {
  title: 'land',
  parks: [{ id: 'P' }, { id: 'Q', name: 'q' }],
  parcels: {
    records: arrayRecords<Parcel>([{ id: 'a', parkId: 'P' }, { id: 'b' }, { id: 'c', statedAreaM2: 5 }]),
    layer: buildLayer([triangle(0), null, triangle(2)]),
  },
  buildings: emptyTable(),
  townships: emptyTable(),
  zones: emptyTable(),
  jurisdictions: [{ code: '410100' }],
  others: [{ any: 'thing' }],
};

/** The witness: an ordered list of [key, record, geometry], changed by hand. */
interface Row {
  readonly key: Key;
  readonly record: Parcel;
  readonly drawn: MultiPolygon;
}
const rowsOf = (land: Land): Row[] => {
  const { records, layer } = land.project.parcels;
  return land.keys('parcel').map((key, i) => ({ key, record: records.get(i), drawn: toMultiPolygon(layer, i) }));
};

function byHand(rows: readonly Row[], { put = [], patch = [], remove = [] }: TableChange<Parcel>): Row[] {
  let result = rows.filter(({ key }) => !remove.includes(key));
  for (const { key, fields } of patch)
    result = result.map((row) => {
      if (row.key !== key) return row;
      const entries = Object.entries({ ...row.record, ...fields }).filter(([, value]) => value !== undefined);
      return { ...row, record: Object.fromEntries(entries) as unknown as Parcel };
    });
  for (const { key, record, shape: drawing } of put) {
    const row = { key, record, drawn: toMultiPolygon(drawing, 0) };
    const at = result.findIndex((other) => other.key === key);
    if (at >= 0) result[at] = row;
    else result.push(row);
  }
  return result;
}
/** Every id there was finds a record of that id, as long as there is one: of several any. */
function expectCalled(land: Land): void {
  const table = land.table('parcel');
  const there = new Map(land.keys('parcel').map((key) => [key, table.record(key)!.id]));
  const ids = new Set(there.values());
  for (const id of ids) expect(there.get(table.called(id)!)).toBe(id);
  for (const id of ['a', 'b', 'c', 'k0', 'k1', 'k2', 'new-3', 'new-4'])
    if (!ids.has(id)) expect(table.called(id)).toBeUndefined();
}
const sorted = (rows: readonly Row[]) => [...rows].sort((p, q) => p.key - q.key);

/** What a person may do next to some of the parcels there are: numbers pick which. */
const intents = fc.array(
  fc.record({
    what: fc.constantFrom('put', 'patch', 'clear', 'remove', 'add', 'add-after'),
    which: fc.nat(20),
    n: fc.nat(500),
  }),
  { minLength: 1, maxLength: 6 },
);
type Intents = typeof intents extends fc.Arbitrary<infer T> ? T : never;

function changeOf(land: Land, wanted: Intents): Change {
  const table = land.table('parcel');
  const free = land.keys('parcel').slice();
  const put: NonNullable<TableChange<Parcel>['put']>[number][] = [];
  const patch: NonNullable<TableChange<Parcel>['patch']>[number][] = [];
  const remove: Key[] = [];
  const all = [...free];
  for (const { what, which, n } of wanted) {
    if (what === 'add' || what === 'add-after') {
      const key = table.takeKey();
      const after = what === 'add' || all.length === 0 ? null : all[which % all.length];
      put.push({ key, record: { id: `new-${key}` }, shape: shape(n), after });
      continue;
    }
    if (free.length === 0) continue;
    const [key] = free.splice(which % free.length, 1);
    if (what === 'remove') remove.push(key);
    else if (what === 'put')
      put.push({ key, record: { id: `k${key}`, costWan: n }, shape: n % 3 ? shape(n) : noShape() });
    else patch.push({ key, fields: what === 'clear' ? { parkId: undefined } : { costWan: n, status: 'idle' } });
  }
  return { base: land.version, tables: { parcel: { put, patch, remove } } };
}

const applied = (land: Land, change: Change) => {
  const result = land.apply(change);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

describe('land by key', () => {
  it('is the project it was opened with, to the object, until it is changed', () => {
    expect(Land.of(project).project).toBe(project);
    expect(Land.of(project).keys('parcel')).toEqual([0, 1, 2]);
  });

  it('does what is done by hand, and its inverse leads back to the first project, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(intents, { minLength: 1, maxLength: 5 }), (steps) => {
        const land = Land.of(project);
        const undo: Change[] = [];
        let rows = rowsOf(land);
        for (const wanted of steps) {
          const change = changeOf(land, wanted);
          rows = byHand(rows, change.tables.parcel!);
          undo.push(applied(land, change).inverse);
          expect(sorted(rowsOf(land))).toEqual(sorted(rows));
          expectCalled(land);
        }
        const last = land.project;
        const redo: Change[] = [];
        for (const inverse of undo.reverse()) redo.push(applied(land, inverse).inverse);
        expect(plainProject(land.project)).toEqual(plainProject(project));
        expectCalled(land);
        for (const again of redo.reverse()) applied(land, again);
        expect(plainProject(land.project)).toEqual(plainProject(last));
      }),
    );
  });

  it('is led back step by step too where a field was given its old value on a boundary that was put anew, drawn alike', () => {
    const land = Land.of(project);
    const costing = (costWan: number): Change => ({
      base: land.version,
      tables: { parcel: { patch: [{ key: 0, fields: { costWan } }] } },
    });
    const undo = [applied(land, costing(1)).inverse];
    const record = { ...land.table('parcel').record(0)!, costWan: 2 };
    const put = [{ key: 0, record, shape: shape(0) }];
    undo.push(applied(land, { base: land.version, tables: { parcel: { put } } }).inverse);
    undo.push(applied(land, costing(1)).inverse);
    for (const inverse of undo.reverse()) applied(land, inverse);
    expect(plainProject(land.project)).toEqual(plainProject(project));
  });

  it('changes of different records come to the same in either order', () => {
    fc.assert(
      fc.property(intents, fc.nat(9), (wanted, year) => {
        const [here, there] = [Land.of(project), Land.of(project)];
        const change = changeOf(here, wanted);
        const park: Change = { base: 0, tables: { park: { patch: [{ key: 1, fields: { year: 2020 + year } }] } } };
        for (const one of [change, park]) applied(here, one);
        // The other has to know the keys that were given.
        while (!change.tables.parcel!.put!.every(({ key }) => there.table('parcel').isTaken(key)))
          there.table('parcel').takeKey();
        for (const one of [park, change]) applied(there, one);
        expect(plainProject(there.project)).toEqual(plainProject(here.project));
      }),
    );
  });

  it('several changes come to one: what a fork has otherwise leads there in one step, and back', () => {
    fc.assert(
      fc.property(fc.array(intents, { minLength: 1, maxLength: 5 }), (steps) => {
        const land = Land.of(project);
        const fork = land.fork();
        for (const wanted of steps) applied(fork, changeOf(fork, wanted));
        const { inverse } = applied(land, changeTo(land, fork));
        expect(plainProject(land.project)).toEqual(plainProject(fork.project));
        applied(land, inverse);
        expect(plainProject(land.project)).toEqual(plainProject(project));
      }),
    );
  });

  it('a fork leaves the land as it was, and the land the fork', () => {
    const land = Land.of(project);
    const keys = land.keys('parcel');
    const fork = land.fork();
    // A look at a large city from a fork lists nothing anew.
    expect(fork.keys('parcel')).toBe(keys);
    applied(fork, {
      base: 0,
      tables: { parcel: { remove: [0] }, park: { patch: [{ key: 0, fields: { name: 'p' } }] } },
    });
    expect(land.project).toBe(project);
    const [mine, its] = [land.table('parcel').takeKey(), fork.table('parcel').takeKey()];
    expect(mine).not.toBe(its);
    applied(land, {
      base: 0,
      tables: { parcel: { put: [{ key: mine, record: { id: 'm' }, shape: shape(1), after: 0 }] } },
    });
    expect(land.project.parcels.records.map(({ id }) => id)).toEqual(['a', 'm', 'b', 'c']);
    expect(fork.project.parcels.records.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(fork.project.parks).toEqual<Park[]>([
      { id: 'P', name: 'p' },
      { id: 'Q', name: 'q' },
    ]);
  });

  it('refuses what was made for a state that is gone, names the records, and changes nothing', () => {
    const land = Land.of(project);
    const mine: Change = {
      base: land.version,
      tables: { parcel: { patch: [{ key: 0, fields: { costWan: 1 } }], remove: [2] }, park: { remove: [1] } },
    };
    const { inverse } = applied(land, { base: 0, tables: { parcel: { patch: [{ key: 2, fields: { costWan: 2 } }] } } });
    const before = land.project;
    expect(land.apply(mine)).toMatchObject({
      ok: false,
      refusal: { code: 'changed-meanwhile', params: { count: 1, records: 'parcel c' } },
    });
    expect(land.project).toBe(before);
    applied(land, { base: land.version, tables: { parcel: { remove: [2] } } });
    // Undo of what was changed again since, and a change of what is gone.
    expect(land.apply(inverse)).toMatchObject({ ok: false, refusal: { params: { records: 'parcel #3' } } });
    const gone: Change = { base: land.version, tables: { parcel: { patch: [{ key: 2, fields: {} }] } } };
    expect(land.apply(gone).ok).toBe(false);
  });

  it('keeps its keys where it is opened again, in their order, and gives none of them anew', () => {
    fc.assert(
      fc.property(fc.array(intents, { minLength: 1, maxLength: 4 }), (steps) => {
        const land = Land.of(project);
        for (const wanted of steps) applied(land, changeOf(land, wanted));
        const again = Land.of(land.project);
        expect(again.keys('parcel')).toEqual(land.keys('parcel'));
        expect(again.keys('parcel')).not.toContain(again.table('parcel').takeKey());
        expect(again.table('parcel').takeKey()).toBeGreaterThan(3);
        const change = changeOf(again, steps[0]);
        const { inverse } = applied(again, change);
        const compare = again.table('parcel').compare;
        expect([...again.keys('parcel')].sort(compare)).toEqual(again.keys('parcel'));
        applied(again, inverse);
        expect(plainProject(again.project)).toEqual(plainProject(land.project));
      }),
    );
  });

  it('leaves behind the rows of forks that are gone, and undoes as before', () => {
    const land = Land.of(project);
    const cost = (own: Land, costWan: number): Change => ({
      base: own.version,
      tables: { parcel: { patch: [{ key: 0, fields: { costWan } }] } },
    });
    const { inverse } = applied(land, cost(land, -1));
    const held = land.fork();
    const heldBack = applied(held, cost(held, -2)).inverse;
    for (let n = 0; n < 10_000; n++) {
      const fork = land.fork();
      applied(fork, cost(fork, n));
    }
    applied(land, cost(land, -3));
    expect(land.table('parcel').record(0)?.costWan).toBe(-3);
    expect(held.table('parcel').record(0)?.costWan).toBe(-2);
    applied(held, heldBack);
    expect(held.table('parcel').record(0)?.costWan).toBe(-1);
    expect(land.apply(inverse)).toMatchObject({ ok: false });
    applied(land, cost(land, -1));
    applied(land, inverse);
    expect(plainProject(land.project)).toEqual(plainProject(project));
    expect(land.table('parcel').drawn(0).layer).toBe(project.parcels.layer);
    // Rows of forks that are gone are not carried along: what is done next stands among few.
    applied(land, cost(land, -4));
    expectCalled(land);
    expectCalled(held);
    expect(land.table('parcel').drawn(0).layer.size).toBeLessThan(5000);
  });

  it('gives a key that was written somewhere to no one else, also once its record is gone', () => {
    const land = Land.of(project);
    const key = land.table('parcel').takeKey();
    applied(land, {
      base: 0,
      tables: { parcel: { put: [{ key, record: { id: 'n' }, shape: noShape(), after: null }] } },
    });
    land.kept();
    expect(Land.of(land.project).table('parcel').takeKey()).toBe(key + 1);
    applied(land, { base: land.version, tables: { parcel: { remove: [key] } } });
    expect(Land.of(land.project).table('parcel').takeKey()).toBe(key + 1);
  });

  it('a boundary of two features and a key that stands twice are faults that change nothing, in any table', () => {
    const land = Land.of(project);
    const parcel = { patch: [{ key: 0, fields: { costWan: 1 } }] };
    const two = buildLayer([triangle(1), triangle(2)]);
    const building = { put: [{ key: land.table('building').takeKey(), record: { id: 'b' }, shape: two, after: null }] };
    expect(() => land.apply({ base: 0, tables: { parcel, building } })).toThrow(RangeError);
    expect(() => land.apply({ base: 0, tables: { parcel: { ...parcel, remove: [0] } } })).toThrow(RangeError);
    expect([land.version, land.project]).toEqual([0, project]);
  });

  it('a key that was never given, and a boundary in other coordinates, are faults that change nothing', () => {
    const land = Land.of(project);
    expect(() => land.apply({ base: 0, tables: { parcel: { remove: [0, 3] } } })).toThrow(RangeError);
    const crs = planeCrsOf(4526)!;
    const surveyed = surveyedLayer([], crs);
    const elsewhere = { ...shape(1), surveyed: { crs, eastNorth: surveyed.surveyed!.eastNorth } };
    const moved: Change = {
      base: 0,
      tables: { parcel: { remove: [1], put: [{ key: 0, record: { id: 'a' }, shape: elsewhere }] } },
    };
    expect(() => land.apply(moved)).toThrow(RangeError);
    expect(land.version).toBe(0);
    expect(land.project).toBe(project);
  });
});
