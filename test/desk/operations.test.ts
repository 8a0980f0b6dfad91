import { describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import type { Intent } from '../../src/desk/intent.ts';
import { editOf } from '../../src/desk/intents/intents.ts';
import type { IntentEdit } from '../../src/desk/intents/operation.ts';
import { mergeParcels } from '../../src/desk/merge.ts';
import { splitParcel } from '../../src/desk/split.ts';
import type { Shape } from '../../src/domain/geometry/edit/frame.ts';
import type { Key } from '../../src/domain/land/change.ts';
import type { Parcel, Park } from '../../src/domain/land/model.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { sayChangeNote } from '../../src/texts/change-notes.ts';
import { intentSentences } from '../../src/texts/intents.ts';
import { sayRefusal } from '../../src/texts/refusals.ts';
import { building, bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';
import { readPack } from '../policy/cases.ts';

const pack = readPack('zhengzhou-draft');
const CRS = 4526;
/** An upright rectangle on the plane of the helper's cities, from its corner, metres. */
const box = (east: number, north: number, width: number, depth = width): Shape => {
  const at = (e: number, n: number) => [38_467_000 + east + e, 3_846_000 + north + n] as const;
  return [[[at(0, 0), at(width, 0), at(width, depth), at(0, depth)]]];
};

/** Park P on A, whose neighbour B is of no park; park Q, built, on C. */
function begun(): City {
  const read = readExchange(
    'city.geojson',
    bytes(
      collection(
        park({ stage: 'planned' }),
        park({ id: 'Q', name: '已建园', stage: 'operating' }),
        parcel('A', rectangle(0, 0, 200, 200), { statedAreaM2: 40_000 }),
        parcel('B', rectangle(200, 0, 100, 200), { parkId: undefined, status: 'idle' }),
        parcel('C', rectangle(500, 0, 100, 200), { parkId: 'Q' }),
        building('A-old', 'A', rectangle(10, 10, 40, 40), { name: '旧厂房', storeys: 2, footprintM2: 1600 }),
        building('A-high', 'A', rectangle(60, 10, 40, 40), {
          name: '3#',
          storeyHeightsM: [6, 5, 2],
          floorAreaM2: 4500,
          floorAreaBelowM2: 500,
        }),
        building('A-tall', 'A', rectangle(110, 10, 40, 40), { name: '高层' }),
      ),
    ),
    { fields: pack.fields },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return City.open(read.value.project)!;
}

function done(city: City, intent: Intent): IntentEdit {
  const edit = editOf(city.placed, intent);
  if (!edit.ok) throw new Error(JSON.stringify(edit.refusal));
  const applied = city.apply(edit.value.change);
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusal));
  return edit.value;
}

function refused(city: City, intent: Intent) {
  const edit = editOf(city.placed, intent);
  if (edit.ok) throw new Error('it was not refused');
  return edit.refusal;
}
const saidOf = (city: City, intent: Intent) =>
  sayRefusal('zh', refused(city, intent), intentSentences, { ...pack, values: {}, fields: pack.fields } as never);
const nameOf = ({ change }: IntentEdit) =>
  (['zh', 'en'] as const).map((language) => sayChangeNote(language, change.note!, {}));

const keyOf = (city: City, table: 'park' | 'parcel' | 'building', id: string): Key =>
  city.land.table(table).called(id)!;
const recordOf = (city: City, table: 'park' | 'parcel' | 'building', id: string) =>
  city.land.table(table).record(keyOf(city, table, id));
const codes = ({ notes }: IntentEdit) => notes.map(({ code }) => code);

describe('a parcel that is drawn', () => {
  it('is of the park it is drawn for, and nothing is said of it that no one has said', () => {
    const city = begun();
    const edit = done(city, {
      do: 'draw-parcel',
      park: { key: keyOf(city, 'park', 'P') },
      crs: CRS,
      shape: box(0, 300, 100),
    });
    expect(recordOf(city, 'parcel', '草绘-1')).toEqual({ id: '草绘-1', parkId: 'P' });
    expect(edit.effects).toEqual([
      { kind: 'parcel', id: '草绘-1', areaBeforeM2: null, areaAfterM2: expect.closeTo(10_000, 1), steps: [] },
    ]);
    expect(nameOf(edit)[0]).toBe('画 草绘-1');
    done(city, { do: 'draw-parcel', park: null, crs: CRS, shape: box(0, 500, 100) });
    expect(recordOf(city, 'parcel', '草绘-2')).toEqual({ id: '草绘-2' });
  });

  it('may begin a park, which is an idea of that type and name', () => {
    const city = begun();
    const fresh = { parkType: 'service', name: ' 东园 ' } as const;
    const edit = done(city, { do: 'draw-parcel', park: { fresh }, crs: CRS, shape: box(0, 300, 100) });
    expect(city.park(edit.park!)).toEqual({ id: '草绘园-1', name: '东园', parkType: 'service', stage: 'idea' });
    expect(recordOf(city, 'parcel', '草绘-1')).toEqual({ id: '草绘-1', parkId: '草绘园-1' });
  });

  it('is refused with an id that is taken, a value that is none, and lines that cross', () => {
    const city = begun();
    const draw = { do: 'draw-parcel', park: null, crs: CRS, shape: box(0, 300, 100) } as const;
    expect(refused(city, { ...draw, fields: { id: 'A' } })).toMatchObject({ code: 'id-taken', params: { id: 'A' } });
    expect(refused(city, { ...draw, fields: { parkId: 'nowhere' } })).toMatchObject({ code: 'no-such-reference' });
    const [[[a, b, c, d]]] = draw.shape;
    expect(refused(city, { ...draw, shape: [[[a, c, b, d]]] })).toMatchObject({ code: 'would-break' });
    expect(refused(city, { ...draw, crs: 4326 })).toMatchObject({ code: 'no-such-plane' });
  });

  it('comes with others of a file in one step; an id that is taken makes way', () => {
    const city = begun();
    const parcels = ['A', 'F', 'F'].map((id, i) => ({ shape: box(200 * i, 300, 100), fields: { id, name: '甲' } }));
    const edit = done(city, { do: 'import', park: null, crs: CRS, parcels, file: '地块.txt' });
    expect(edit.change.tables.parcel?.put?.map(({ record }) => record.id)).toEqual(['A-2', 'F', 'F-2']);
    expect(codes(edit)).toEqual(['renamed', 'renamed']);
    expect(nameOf(edit)).toEqual(['从 地块.txt 导入 3 宗地', '3 parcels imported from 地块.txt']);
    // What a file says beyond belief, or in a way of its own, stays as it was read; nobody types it.
    const odd = { statedAreaM2: 1e12, plannedFar: '不小于1.5' };
    const shape = box(0, 600, 100);
    done(city, { do: 'import', park: null, crs: CRS, parcels: [{ shape, fields: { id: 'odd', ...odd } }] });
    expect(recordOf(city, 'parcel', 'odd')).toMatchObject(odd);
    expect(refused(city, { do: 'draw-parcel', park: null, crs: CRS, shape, fields: odd }).code).toBe('bad-value');
  });
});

describe('buildings that are drawn', () => {
  it('stand on the parcel under most of them, numbered on within its park', () => {
    const city = begun();
    const outlines = [box(120, 60, 40), box(180, 100, 60), box(2000, 0, 10)].map((shape) => ({ shape }));
    const edit = done(city, { do: 'draw-buildings', crs: CRS, outlines });
    const put = edit.change.tables.building!.put!.map(({ record }) => record);
    expect(put).toEqual([
      { id: 'P-4#', name: '4#', parcelId: 'A', existing: false },
      // Two thirds of it are beyond the border, on a parcel of no park.
      { id: 'B-1#', name: '1#', parcelId: 'B', existing: false },
      { id: '草绘-1#', name: '1#', existing: false },
    ]);
    expect(edit.notes).toEqual([{ code: 'building-on-no-parcel', params: { id: '1#' } }]);
    expect(nameOf(edit)).toEqual(['画 4#、1#、1#', 'draw 4#, 1#, 1#']);
    const row = [0, 1, 2, 3].map((n) => ({ shape: box(10 + 45 * n, 120, 30) }));
    const copied = { code: 'shape-copied', params: { count: 4, id: '旧厂房' } } as const;
    const copies = done(city, { do: 'draw-buildings', crs: CRS, outlines: row, note: copied });
    expect(nameOf(copies)[0]).toBe('复制 旧厂房，4 个');
    expect(nameOf(done(city, { do: 'draw-buildings', crs: CRS, outlines: row }))[0]).toBe('画 9#、10#、11# 等 4 个');
    const outline = { shape: box(120, 60, 40), fields: { storeys: 3, storeyHeightsM: [4, 4] } };
    expect(refused(city, { do: 'draw-buildings', crs: CRS, outlines: [outline] })).toMatchObject({
      code: 'bad-value',
      params: { field: 'storeyHeightsM' },
    });
  });

  it('moved onto another parcel are of that one, and keep the footprint that is stated of them', () => {
    const city = begun();
    const key = keyOf(city, 'building', 'A-old');
    const note = { code: 'shape-moved', params: { distanceM: 200 } } as const;
    const edit = done(city, {
      do: 'redraw',
      crs: CRS,
      redrawn: [{ table: 'building', key, shape: box(210, 10, 40) }],
      note,
    });
    expect(recordOf(city, 'building', 'A-old')).toMatchObject({ parcelId: 'B', footprintM2: 1600 });
    expect(edit.notes).toEqual([{ code: 'building-moved', params: { id: '旧厂房', parcel: 'B' } }]);
    expect(nameOf(edit)).toEqual(['移动 旧厂房 200.00 m', 'move 旧厂房 by 200.00 m']);
  });
});

it('a boundary that is moved takes its registered area away, with a neighbour that moves along', () => {
  const city = begun();
  const edit = done(city, {
    do: 'redraw',
    crs: CRS,
    redrawn: [
      { table: 'parcel', key: keyOf(city, 'parcel', 'A'), shape: box(0, 0, 210, 200) },
      { table: 'parcel', key: keyOf(city, 'parcel', 'B'), shape: box(210, 0, 90, 200) },
    ],
    note: { code: 'edge-moved', params: { number: 2, to: 3, distanceM: 10 } },
  });
  expect(recordOf(city, 'parcel', 'A')).not.toHaveProperty('statedAreaM2');
  expect(edit.effects.map(({ id, areaAfterM2 }) => [id, Math.round(areaAfterM2!)])).toEqual([
    ['A', 42_000],
    ['B', 18_000],
  ]);
  expect(nameOf(edit)[0]).toBe('平移 J2—J3 10.00 m（A）');
});

describe('parcels into and out of a park', () => {
  it('come and go in one step, and whose they were is said', () => {
    const city = begun();
    const [P, A, B, C] = [keyOf(city, 'park', 'P'), ...['A', 'B', 'C'].map((id) => keyOf(city, 'parcel', id))];
    const edit = done(city, { do: 'assign', park: { key: P }, in: [B, C, A], out: [] });
    expect(city.placed.parcelsOfPark('P')).toEqual([A, B, C]);
    expect(edit.notes).toEqual([{ code: 'taken-from', params: { id: 'C', park: 'Q' } }]);
    expect(nameOf(edit)).toEqual(['把 B、C 纳入 试验园', 'B, C taken into 试验园']);
    const back = done(city, { do: 'assign', park: { key: P }, in: [], out: [A] });
    expect(nameOf(back)[0]).toBe('把 A 划出 试验园');
    expect(refused(city, { do: 'assign', park: { key: P }, in: [], out: [A] })).toMatchObject({ code: 'not-of-park' });
    expect(refused(city, { do: 'assign', park: { key: P }, in: [B], out: [] }).code).toBe('nothing-to-do');
  });

  it('may begin one', () => {
    const city = begun();
    const edit = done(city, {
      do: 'assign',
      park: { fresh: { parkType: 'manufacturing' } },
      in: [keyOf(city, 'parcel', 'B')],
      out: [],
    });
    expect(recordOf(city, 'parcel', 'B')).toMatchObject({ parkId: '草绘园-1', status: 'idle' });
    expect(nameOf(edit)[0]).toBe('新建园区 草绘园-1，纳入 B');
  });
});

describe('fields', () => {
  it('leases follow a building and a unit that are renamed, and keep the name of one that is gone', () => {
    const city = begun();
    const units = [{ id: '101', floorAreaM2: 300 }, { id: '102' }];
    const set = (table: 'park' | 'building', id: string, fields: object) =>
      done(city, { do: 'fields', table, keys: [keyOf(city, table, id)], fields: { ...fields } });
    set('building', 'A-old', { units });
    const let101 = { id: 'L1', buildingId: 'A-old', unitId: '101' };
    set('park', 'P', { leases: [let101, { id: 'L2' }] });
    const first = () => (recordOf(city, 'park', 'P') as Park).leases![0];
    set('building', 'A-old', { units: [{ ...units[0], id: '甲' }, units[1]] });
    expect(first()).toEqual({ ...let101, unitId: '甲' });
    set('building', 'A-old', { id: 'A-new' });
    expect(first()).toEqual({ ...let101, unitId: '甲', buildingId: 'A-new' });
    // Another unit in its place is not the same under another number.
    set('building', 'A-new', { units: [{ id: '乙', floorAreaM2: 280 }, units[1]] });
    expect(first().unitId).toBe('甲');
    set('building', 'A-new', { units: [] });
    expect(first()).toEqual({ ...let101, unitId: '甲', buildingId: 'A-new' });
  });

  const fields =
    (table: 'park' | 'parcel' | 'building', ids: readonly string[], given: Record<string, unknown>) =>
    (city: City): Intent => ({ do: 'fields', table, keys: ids.map((id) => keyOf(city, table, id)), fields: given });

  it('are held against the table of fields: a wrong value is named with what is allowed', () => {
    const city = begun();
    expect(saidOf(city, fields('parcel', ['A'], { status: 'asleep' })(city))).toMatch(
      /^宗地 A 的.*填写有误：“asleep”，应为.*in-use.*之一。$/,
    );
    expect(refused(city, fields('building', ['A-old'], { storeys: 201 })(city))).toMatchObject({
      code: 'bad-value',
      params: { field: 'storeys', value: '201', expected: 'integer 0..200' },
    });
    expect(refused(city, fields('building', ['A-old'], { storeys: 2.5 })(city))).toMatchObject({ code: 'bad-value' });
    expect(refused(city, fields('building', ['A-old'], { colour: 'red' })(city)).code).toBe('no-such-field');
    expect(refused(city, fields('building', ['A-old'], { parcelId: 'X' })(city)).code).toBe('no-such-reference');
    expect(refused(city, fields('building', ['A-old'], { storeys: 2 })(city)).code).toBe('nothing-to-do');
  });

  it('are given to several records at once, and taken away by null or nothing', () => {
    const city = begun();
    const edit = done(city, fields('parcel', ['A', 'B'], { status: 'vacant', statedAreaM2: null, name: ' ' })(city));
    expect(recordOf(city, 'parcel', 'A')).not.toHaveProperty('statedAreaM2');
    expect(recordOf(city, 'parcel', 'B')).toMatchObject({ status: 'vacant' });
    expect(edit.change.note).toEqual({
      code: 'fields-set',
      params: { kind: 'parcel', ids: 'A、B', field: 'status、statedAreaM2、name' },
    });
    // Null says of a date that it is known to be none.
    done(city, fields('park', ['P'], { registeredOn: null })(city));
    expect(recordOf(city, 'park', 'P')).toHaveProperty('registeredOn', null);
  });

  it('bounds are typed in every form in which files have them', () => {
    const city = begun();
    expect(refused(city, fields('parcel', ['A'], { plannedFar: '一点五' })(city)).code).toBe('bad-value');
    expect(refused(city, fields('parcel', ['A'], { plannedFar: '≥1.5,≥2' })(city)).code).toBe('bad-value');
    done(city, fields('parcel', ['A'], { plannedFar: '>1.1,<1.8' })(city));
    done(city, fields('parcel', ['A'], { plannedFar: '不小于1.5且不大于2.5' })(city));
  });

  it('planning conditions are given to parcels bound by bound, beside what else they say', () => {
    const city = begun();
    const keys = ['A', 'B'].map((id) => keyOf(city, 'parcel', id));
    done(city, { do: 'fields', table: 'parcel', keys: [keys[0]], fields: { conditions: { termYears: 20 } } });
    const edit = done(city, { do: 'conditions', parcels: keys, bounds: { far: { min: 1.5 }, density: { max: 0.6 } } });
    expect(edit.change.note).toEqual({ code: 'fields-set', params: { kind: 'parcel', ids: 'A、B', field: 'conditions' } }); // prettier-ignore
    const conditionsOf = (id: string) => (recordOf(city, 'parcel', id) as Parcel | undefined)?.conditions;
    expect(conditionsOf('A')).toEqual({ termYears: 20, far: { min: 1.5 }, density: { max: 0.6 } }); // prettier-ignore
    expect(conditionsOf('B')).toEqual({ far: { min: 1.5 }, density: { max: 0.6 } });
    done(city, { do: 'conditions', parcels: keys, bounds: { far: undefined, density: undefined } });
    expect(conditionsOf('A')).toEqual({ termYears: 20 });
    expect(recordOf(city, 'parcel', 'B')).not.toHaveProperty('conditions');
    const over = { do: 'conditions', parcels: keys, bounds: { green: { max: 20 } } } as const;
    expect(refused(city, over)).toMatchObject({ code: 'bad-value', params: { kind: 'parcel', id: 'A' } });
    expect(refused(city, { ...over, bounds: { far: undefined } }).code).toBe('nothing-to-do');
  });

  it('an id is given once, and whatever names the record follows', () => {
    const city = begun();
    done(city, fields('parcel', ['A'], { id: 'A9' })(city));
    expect(recordOf(city, 'building', 'A-old')).toMatchObject({ parcelId: 'A9' });
    done(city, fields('park', ['P'], { id: 'P9' })(city));
    expect(recordOf(city, 'parcel', 'A9')).toMatchObject({ parkId: 'P9' });
    expect(refused(city, fields('parcel', ['A9'], { id: 'B' })(city)).code).toBe('id-taken');
    expect(refused(city, fields('parcel', ['A9', 'B'], { id: 'N' })(city)).code).toBe('id-taken');
    expect(refused(city, fields('parcel', ['A9'], { id: '' })(city)).code).toBe('bad-value');
  });

  it('of storeys carry along what is stated of all of them', () => {
    const city = begun();
    const edit = done(city, fields('building', ['A-high'], { storeys: 4 })(city));
    // Above ground 4000 m² on 2.5 plates of 1600 m², the top one 2 m high and counted half.
    expect(recordOf(city, 'building', 'A-high')).toMatchObject({
      storeys: 4,
      storeyHeightsM: [6, 5, 2, 2],
      floorAreaM2: 5300,
    });
    expect(codes(edit)).toEqual(['floor-area-follows', 'heights-follow']);
    // Typed storey by storey too: 4800 m² on three plates, now on five.
    const typed = done(city, fields('building', ['A-high'], { storeyHeightsM: [6, 5, 5, 5, 5] })(city));
    expect(recordOf(city, 'building', 'A-high')).toMatchObject({ storeys: 5, floorAreaM2: 8500 });
    expect(codes(typed)).toContain('floor-area-follows');
    done(city, fields('building', ['A-high'], { storeyHeightsM: [6, 5, 2, 2], storeys: 4 })(city));
    expect(recordOf(city, 'building', 'A-high')).toMatchObject({ storeys: 4, floorAreaM2: 5300 });
    done(city, fields('building', ['A-high'], { storeyHeightM: 5 })(city));
    expect(recordOf(city, 'building', 'A-high')).toMatchObject({ storeys: 4, storeyHeightM: 5 });
    expect(recordOf(city, 'building', 'A-high')).not.toHaveProperty('storeyHeightsM');
    expect(refused(city, fields('building', ['A-high'], { floorAreaBelowM2: 9000 })(city))).toMatchObject({
      code: 'bad-value',
      params: { field: 'floorAreaBelowM2' },
    });
  });
});

describe('storeys', () => {
  const storeys =
    (id: string, by: number) =>
    (city: City): Intent => ({ do: 'storeys', buildings: [keyOf(city, 'building', id)], by });

  it('are put on and taken off, and put on again give the same', () => {
    const city = begun();
    const before = recordOf(city, 'building', 'A-high');
    const edit = done(city, storeys('A-high', 1)(city));
    expect(nameOf(edit)).toEqual(['3# 加 1 层', '1 storey on 3#']);
    const off = done(city, storeys('A-high', -1)(city));
    expect(nameOf(off)[0]).toBe('3# 减 1 层');
    expect(recordOf(city, 'building', 'A-high')).toEqual(before);
    done(city, storeys('A-old', 2)(city));
    expect(recordOf(city, 'building', 'A-old')).toMatchObject({ storeys: 4, footprintM2: 1600 });
  });

  it('are not guessed, and do not go below one', () => {
    const city = begun();
    expect(refused(city, storeys('A-tall', 1)(city)).code).toBe('storeys-unknown');
    expect(refused(city, storeys('A-old', -2)(city))).toMatchObject({
      code: 'too-few-storeys',
      params: { storeys: 2, by: -2 },
    });
    expect(refused(city, storeys('A-old', 0)(city)).code).toBe('nothing-to-do');
    expect(refused(city, storeys('A-old', 1e9)(city))).toMatchObject({
      code: 'bad-value',
      params: { field: 'storeys' },
    });
  });
});

it('copies have the use, storeys and heights of their building, whichever park is in hand', () => {
  const city = begun();
  const key = keyOf(city, 'building', 'A-old');
  const { use, storeys, storeyHeightM } = city.land.table('building').record(key)!;
  done(city, { do: 'draw-buildings', crs: CRS, outlines: [{ shape: box(0, 900, 20) }], like: key });
  const copy = city.land.table('building').record(city.land.keys('building').at(-1)!)!;
  expect([copy.use, copy.storeys, copy.storeyHeightM]).toEqual([use, storeys, storeyHeightM]);
  expect(use ?? storeys).toBeDefined();
  expect(refused(city, { do: 'draw-buildings', crs: CRS, outlines: [], like: 999 }).code).toBe('no-such-record');
});

describe('what is removed', () => {
  it('a parcel of the file leaves its park first; what was drawn goes', () => {
    const city = begun();
    const [P, A] = [keyOf(city, 'park', 'P'), keyOf(city, 'parcel', 'A')];
    const edit = done(city, { do: 'remove', table: 'parcel', keys: [A] });
    expect(codes(edit)).toEqual(['left-park']);
    expect(nameOf(edit)).toEqual(['把 A 划出 试验园', 'A taken out of 试验园']);
    expect(recordOf(city, 'parcel', 'A')).not.toHaveProperty('parkId');
    const gone = done(city, { do: 'remove', table: 'parcel', keys: [A] });
    expect(city.land.table('parcel').record(A)).toBeUndefined();
    expect(gone.notes).toEqual([{ code: 'buildings-left', params: { id: 'A', count: 3, ids: '旧厂房、3#、高层' } }]);
    expect(recordOf(city, 'building', 'A-old')).not.toHaveProperty('parcelId');
    done(city, { do: 'draw-parcel', park: { key: P }, crs: CRS, shape: box(0, 300, 100) });
    const drawn = keyOf(city, 'parcel', '草绘-1');
    expect(nameOf(done(city, { do: 'remove', table: 'parcel', keys: [drawn] }))[0]).toBe('删除宗地 草绘-1');
    expect(city.land.table('parcel').record(drawn)).toBeUndefined();
  });

  it('the step is called by what went, not by what left its park beside it', () => {
    const city = begun();
    done(city, { do: 'draw-parcel', park: { key: keyOf(city, 'park', 'P') }, crs: CRS, shape: box(0, 300, 100) });
    const keys = ['A', '草绘-1'].map((id) => keyOf(city, 'parcel', id));
    const edit = done(city, { do: 'remove', table: 'parcel', keys });
    expect(nameOf(edit)).toEqual(['删除宗地 草绘-1', 'parcel 草绘-1 removed']);
    expect(edit.notes).toContainEqual(expect.objectContaining({ code: 'left-park' }));
    expect(recordOf(city, 'parcel', 'A')).not.toHaveProperty('parkId');
  });

  it('a parcel and a building go in one step, which is called by both', () => {
    const city = begun();
    const P = keyOf(city, 'park', 'P');
    done(city, { do: 'draw-parcel', park: { key: P }, crs: CRS, shape: box(0, 300, 100) });
    const drawn = keyOf(city, 'parcel', '草绘-1');
    const other = keyOf(city, 'building', 'A-old');
    const outlines = [{ shape: box(10, 310, 20) }, { shape: box(50, 310, 20) }];
    done(city, { do: 'draw-buildings', crs: CRS, outlines });
    const [gone, left] = city.land.keys('building').slice(-2);
    const edit = done(city, { do: 'remove', table: 'parcel', keys: [drawn], buildings: [gone, other] });
    expect(nameOf(edit)).toEqual([
      '删除宗地 草绘-1、建筑 4#、旧厂房、5#',
      'parcel 草绘-1 and building 4#, 旧厂房, 5# removed',
    ]);
    // What was drawn on it goes too, and is named where it was not chosen.
    expect(edit.notes).toEqual([{ code: 'buildings-gone', params: { id: '草绘-1', count: 1, ids: '5#' } }]);
    for (const key of [gone, other, left]) expect(city.land.table('building').record(key)).toBeUndefined();
    // Only out of its park goes a parcel of the file: then the step is called by the buildings.
    const A = keyOf(city, 'parcel', 'A');
    const tall = keyOf(city, 'building', 'A-tall');
    expect(nameOf(done(city, { do: 'remove', table: 'parcel', keys: [A], buildings: [tall] }))[0]).toBe(
      '删除建筑 高层',
    );
    expect(refused(city, { do: 'remove', table: 'parcel', keys: [A], buildings: [tall] }).code).toBe('no-such-record');
  });

  it('buildings that were drawn on it go with a parcel, in the one step; those of the file stay', () => {
    const city = begun();
    done(city, { do: 'draw-parcel', park: { key: keyOf(city, 'park', 'P') }, crs: CRS, shape: box(0, 300, 100) });
    const drawn = keyOf(city, 'parcel', '草绘-1');
    done(city, { do: 'draw-buildings', crs: CRS, outlines: [box(10, 310, 20), box(50, 310, 20)].map((shape) => ({ shape })) }); // prettier-ignore
    done(city, { do: 'fields', table: 'building', keys: [keyOf(city, 'building', 'A-old')], fields: { parcelId: '草绘-1' } }); // prettier-ignore
    const own = city.placed.buildingsOfParcel('草绘-1');
    expect(own).toHaveLength(3);
    const before = city.land.project;
    const edit = editOf(city.placed, { do: 'remove', table: 'parcel', keys: [drawn] });
    if (!edit.ok) throw new Error(edit.refusal.code);
    expect(edit.value.notes.map((note) => [note.code, note.params.count])).toEqual([['buildings-gone', 2], ['buildings-left', 1]]); // prettier-ignore
    const applied = city.apply(edit.value.change);
    if (!applied.ok) throw new Error(applied.refusal.code);
    const table = city.land.table('building');
    expect(own.map((key) => table.record(key)?.id)).toEqual(['A-old', undefined, undefined]);
    expect(recordOf(city, 'building', 'A-old')).not.toHaveProperty('parcelId');
    city.apply(applied.value.inverse);
    expect(city.land.project).toEqual(before);
  });

  it('a park that is an idea or planned lets its parcels go; one that is built stays', () => {
    const city = begun();
    const edit = done(city, { do: 'remove', table: 'park', keys: [keyOf(city, 'park', 'P')] });
    expect(edit.notes).toEqual([{ code: 'parcels-released', params: { park: '试验园', count: 1 } }]);
    expect(recordOf(city, 'parcel', 'A')).not.toHaveProperty('parkId');
    expect(refused(city, { do: 'remove', table: 'park', keys: [keyOf(city, 'park', 'Q')] })).toMatchObject({
      code: 'park-stands',
      params: { stage: 'operating' },
    });
  });

  it('existing buildings are cleared, and kept after all as the file has them', () => {
    const city = begun();
    const key = keyOf(city, 'building', 'A-old');
    const before = recordOf(city, 'building', 'A-old');
    done(city, { do: 'storeys', buildings: [key], by: 1 });
    expect(nameOf(done(city, { do: 'existing', buildings: [key], what: 'clear' }))[0]).toBe('拆除现状建筑 旧厂房');
    expect(city.land.table('building').record(key)).toBeUndefined();
    done(city, { do: 'existing', buildings: [key], what: 'keep' });
    expect(recordOf(city, 'building', 'A-old')).toEqual(before);
    expect(refused(city, { do: 'existing', buildings: [key], what: 'keep' }).code).toBe('nothing-to-do');
    done(city, { do: 'existing', buildings: [key], what: 'clear' });
    done(city, { do: 'fields', table: 'parcel', keys: [keyOf(city, 'parcel', 'A')], fields: { id: 'A9' } });
    done(city, { do: 'existing', buildings: [key], what: 'keep' });
    expect(recordOf(city, 'building', 'A-old')).not.toHaveProperty('parcelId');
  });
});

it('split and merge give what they give looking at all the land', () => {
  const city = begun();
  const [A, B] = ['A', 'B'].map((id) => keyOf(city, 'parcel', id));
  const direction = { bearingDeg: 90, from: 'left' } as const;
  const split = editOf(city.placed, { do: 'split', parcel: A, how: { direction, count: 3 } });
  const whole = splitParcel(city.land, { id: 'A', direction, count: 3 });
  if (!split.ok || !whole.ok) throw new Error('refused');
  expect(split.value.effects).toEqual(whole.value.effects);
  expect(split.value.effects.map(({ id }) => id)).toContain('B');
  expect(split.value.notes).toEqual(whole.value.notes);
  const merged = editOf(city.placed, { do: 'merge', parcels: [A, B] });
  const all = mergeParcels(city.land, { ids: ['A', 'B'] });
  if (!merged.ok || !all.ok) throw new Error('refused');
  expect(merged.value).toEqual({ ...all.value, park: null });
});
