import { area, polygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { groundIn } from '../../src/city/sketching/ground.ts';
import { sketchView } from '../../src/city/sketching/sketch-view.ts';
import { tryIntent } from '../../src/city/sketching/tried.ts';
import type { Intent } from '../../src/desk/intent.ts';
import { editOf } from '../../src/desk/intents/intents.ts';
import { LandGround } from '../../src/desk/tools/index.ts';
import { planeCrsOf, toLonLat } from '../../src/domain/geodesy/zones.ts';
import type { Shape } from '../../src/domain/geometry/edit/frame.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { building, bytes, collection, lonLat, parcel, park, rectangle } from '../helpers/city.ts';
import { readPack } from '../policy/cases.ts';

const law = { pack: readPack('zhengzhou-draft'), date: '2026-01-01' };
const CRS = 4526;
const crs = planeCrsOf(CRS)!;
const [EAST, NORTH] = [38_467_000, 3_846_000];
const box = (east: number, north: number, width: number, depth = width): Shape => {
  const at = (e: number, n: number) => [EAST + east + e, NORTH + north + n] as const;
  return [[[at(0, 0), at(width, 0), at(width, depth), at(0, depth)]]];
};

function begun() {
  const read = readExchange(
    'city.geojson',
    bytes(
      collection(
        park({ stage: 'planned' }),
        parcel('A', rectangle(0, 0, 200, 200)),
        parcel('B', rectangle(200, 0, 100, 200), { parkId: undefined }),
        parcel('C', rectangle(900, 900, 100, 200), { parkId: undefined }),
        building('A-1', 'A', rectangle(10, 10, 40, 40), { name: '1#', storeyHeightsM: [9, 5], floorAreaBelowM2: 100 }),
        building('A-2', 'A', rectangle(180, 60, 40, 40), { storeys: 3 }),
        building('loose', undefined, rectangle(60, 60, 20, 20)),
      ),
    ),
    { fields: law.pack.fields },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const city = City.open(read.value.project)!;
  return { city, judgement: city.judge(law), key: (id: string) => city.land.table('parcel').called(id)! };
}

function done(city: City, intent: Intent): void {
  const edit = editOf(city.placed, intent);
  if (!edit.ok || !city.apply(edit.value.change).ok) throw new Error('not done');
}

/** m² of a shape of the plane, by Turf on a sphere: within a half percent of any other. */
const turfM2 = (shape: Shape): number =>
  shape.reduce((sum, rings) => {
    const closed = rings.map((ring) => [...ring, ring[0]].map(([x, y]) => [...toLonLat(crs, x, y)]));
    return sum + area(polygon(closed));
  }, 0);

describe('what is tried', () => {
  it('names what it lies over, with the ground they have in common', () => {
    const { city, judgement, key } = begun();
    const intent: Intent = { do: 'draw-parcel', park: { key: 0 }, crs: CRS, shape: box(150, 150, 100) };
    const tried = tryIntent(city, judgement, { park: 0, intent });
    if (!tried.ok) throw new Error(tried.refusal.code);
    const { overlaps } = tried.value;
    expect(overlaps.map(({ id, key: of, areaM2 }) => [id, of, Math.round(areaM2)])).toEqual([
      ['A', key('A'), 2500],
      ['B', key('B'), 2500],
    ]);
    for (const { shape, areaM2 } of overlaps) expect(turfM2(shape!) / areaM2).toBeCloseTo(1, 2);
    expect(city.version).toBe(0);
    // Of another the same park is as it was.
    expect(tried.value.park!.facts.parcels.map(({ parcel: { id } }) => id)).toEqual(['A', '草绘-1']);
    expect(judgement.facts(0).parcels).toHaveLength(1);
  });

  it('tells of a park that begins with it, of none where none is looked at', () => {
    const { city, judgement } = begun();
    const draw = { do: 'draw-parcel', crs: CRS, shape: box(400, 400, 100) } as const;
    const fresh = tryIntent(city, judgement, {
      park: null,
      intent: { ...draw, park: { fresh: { parkType: 'manufacturing' } } },
    });
    expect(fresh).toMatchObject({
      ok: true,
      value: { park: { park: { id: '草绘园-1', stage: 'idea' } }, sites: [{ number: 1 }], overlaps: [] },
    });
    expect(tryIntent(city, judgement, { park: null, intent: { ...draw, park: null } })).toMatchObject({
      ok: true,
      value: { park: null, sites: null, key: null },
    });
    const gone = tryIntent(city, judgement, { park: 0, intent: { do: 'remove', table: 'park', keys: [0] } });
    expect(gone).toMatchObject({ ok: true, value: { park: null } });
  });
});

describe('the ground tools snap to', () => {
  const around = (east: number, north: number, size: number) =>
    [...lonLat(east - size, north - size), ...lonLat(east + size, north + size)] as const;
  const ids = (view: ReturnType<typeof groundIn>) => view.tables.map((table) => [...table.ids].sort());

  it('is what lies in a box, by key and by name', () => {
    const { city } = begun();
    const view = groundIn(city, { box: around(100, 100, 250) });
    expect(view).toMatchObject({ version: 0, crs: 4526, more: false, whole: true });
    expect(ids(view)).toEqual([
      ['A', 'B'],
      ['1#', 'A-2', 'loose'],
    ]);
    // As tools take it.
    const ground = new LandGround(
      view.tables.map(({ table, layer, keys }) => ({ table, layer, keys })),
      crs,
    );
    const [[east, north]] = ground.boundary({ table: 'parcel', key: 0 })!.shape[0][0];
    expect([east - EAST, north - NORTH]).toEqual([expect.closeTo(0, 3), expect.closeTo(0, 3)]);
  });

  it('tells since a version only what is another there', () => {
    const { city, key } = begun();
    done(city, { do: 'draw-parcel', park: null, crs: CRS, shape: box(0, 300, 50) });
    done(city, {
      do: 'redraw',
      crs: CRS,
      redrawn: [{ table: 'parcel', key: key('B'), shape: box(2000, 2000, 50) }],
      note: { code: 'shape-moved', params: { distanceM: 1 } },
    });
    done(city, { do: 'remove', table: 'building', keys: [2] });
    const view = groundIn(city, { box: around(100, 100, 250), since: 0 });
    expect(view).toMatchObject({ version: 3, whole: false });
    expect(ids(view)).toEqual([['草绘-1'], []]);
    expect(view.tables.map(({ gone }) => gone)).toEqual([[key('B')], [2]]);
  });
});

it('the tables of the desk show parcels and buildings with what is counted of them', () => {
  const { city, judgement } = begun();
  const view = sketchView(city, judgement, 0);
  expect(view.parcels).toMatchObject([{ id: 'A', site: 1, ofFile: true, valid: true, buildings: 3 }]);
  const [one, two, loose] = view.buildings;
  expect(one).toMatchObject({ id: 'A-1', name: '1#', storeys: 2, heightM: 14, existing: true, parcels: [0] });
  // Two plates of 1600 m² and 100 m² below ground; the storey of 9 m counts twice.
  expect(one.floorArea!.value).toBeCloseTo(3300, 0);
  expect(one.counted!.value).toBeCloseTo(4800, 0);
  // Half of it stands beyond the border.
  expect(two.insideShare).toBeCloseTo(0.5, 3);
  expect(two.footprint!.value).toBeCloseTo(800, 0);
  expect(loose).toMatchObject({ id: 'loose', storeys: null, floorArea: null });
  done(city, { do: 'existing', buildings: [0], what: 'clear' });
  expect(sketchView(city, judgement, 0).cleared).toEqual([{ key: 0, id: 'A-1', name: '1#' }]);
});
