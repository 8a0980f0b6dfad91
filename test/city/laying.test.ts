import { describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { History } from '../../src/desk/history.ts';
import { editOf } from '../../src/desk/intents/intents.ts';
import { drawingOf, landToLay, type LandToLay } from '../../src/desk/laying/laying.ts';
import { USUAL_WISHES } from '../../src/desk/laying/wishes.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { layouts } from '../../src/layout/layouts.ts';
import { faultsOf } from '../../src/layout/test-checker.ts';
import { building, bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';
import { readPack } from '../policy/cases.ts';

const law = { pack: readPack('zhengzhou-draft'), date: '2026-01-01' };

/** Two parcels of a park side by side, one apart; a building that stands on the first and one that was drawn on it. */
function begun() {
  const read = readExchange(
    'city.geojson',
    bytes(
      collection(
        park({ stage: 'planned' }),
        parcel('A', rectangle(0, 0, 150, 200), { conditions: { far: { min: 1.2 }, density: { max: 0.5 } } }),
        parcel('B', rectangle(150, 0, 150, 200)),
        parcel('C', rectangle(900, 900, 100, 200)),
        building('A-1', 'A', rectangle(20, 20, 40, 20), { name: '1#', storeys: 2 }),
        building('loose', undefined, rectangle(80, 150, 30, 20), { name: '2#' }),
      ),
    ),
    { fields: law.pack.fields },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const city = City.open(read.value.project)!;
  const keys = (...ids: string[]) => ids.map((id) => city.land.table('parcel').called(id)!);
  return { city, keys };
}

function laid(city: City, keys: readonly number[], wishes = USUAL_WISHES): LandToLay {
  const land = landToLay(city.placed, keys, wishes);
  if (!land.ok) throw new Error(land.refusal.code);
  return land.value;
}

describe('land to be laid out', () => {
  it('has locked buildings among those of every layout, where they stood, and the rest round them', () => {
    const { city, keys } = begun();
    const first = laid(city, keys('B'));
    const [before] = layouts(first.site, first.conditions, USUAL_WISHES);
    const locked = before.buildings.slice(-1);
    const wishes = { ...USUAL_WISHES, locked };
    const { site, conditions } = laid(city, keys('B'), wishes);
    const all = [...layouts(site, conditions, wishes)];
    expect(all.length).toBeGreaterThanOrEqual(2);
    for (const layout of all) {
      expect(faultsOf(site, layout, wishes), layout.family).toEqual([]);
      layout.buildings[0].ring.forEach(([x, y], i) => {
        expect(x).toBeCloseTo(locked[0].ring[i][0], 3);
        expect(y).toBeCloseTo(locked[0].ring[i][1], 3);
      });
    }
  });

  it('has its sides by the way they face, each with its setback, and is entered from the one that is wished', () => {
    const { city, keys } = begun();
    const { sides, site } = laid(city, keys('A'), { ...USUAL_WISHES, sideSetbacksM: { 1: 15 }, entranceSide: 1 });
    expect(sides.map(({ facingDeg }) => Math.round(facingDeg / 90) % 4).toSorted()).toEqual([0, 1, 2, 3]);
    expect(sides.map(({ lengthM }) => Math.round(lengthM)).toSorted((a, b) => a - b)).toEqual([150, 150, 200, 200]);
    expect(site.setbacksM[0].filter((m) => m === 15)).toHaveLength(1);
    expect(site.setbacksM[0][sides[1].edges[0]]).toBe(15);
    expect(site.entrance).toEqual(sides[1].at);
  });

  it('keeps what stands, named or not, unless it is told which stays', () => {
    const { city, keys } = begun();
    expect(laid(city, keys('A')).site.standing).toHaveLength(2);
    const { buildings, site } = laid(city, keys('A'), { ...USUAL_WISHES, kept: [1] });
    expect(buildings.map(({ key, isKept }) => [key, isKept])).toEqual([[0, false], [1, true]]); // prettier-ignore
    expect(site.standing).toHaveLength(1);
    // What names no parcel is of the one it stands on.
    expect(laid(city, keys('B')).buildings).toEqual([]);
  });

  it('is one piece where parcels adjoin, by the conditions of both, and refused where they do not', () => {
    const { city, keys } = begun();
    const { site, conditions, parcels } = laid(city, keys('A', 'B'));
    expect(site.rings).toHaveLength(1);
    expect(parcels.map(({ record }) => record.id)).toEqual(['A', 'B']);
    expect(conditions.density.min).toBeNull();
    expect(landToLay(city.placed, keys('A', 'C'), USUAL_WISHES).ok).toBe(false);
  });
});

it('a layout that is taken is one step with its name: what does not stay goes, numbers begin anew, and undone it is as before', () => {
  const { city, keys } = begun();
  const land = laid(city, keys('A', 'B'), { ...USUAL_WISHES, kept: [] });
  const [layout] = layouts(land.site, land.conditions, USUAL_WISHES);
  const before = JSON.stringify(city.project.buildings.records.get(0));
  const edit = editOf(city.placed, drawingOf(layout, land));
  if (!edit.ok) throw new Error(edit.refusal.code);
  expect(edit.value.change.note).toMatchObject({ code: 'laid-out', params: { id: 'A、B', family: layout.family } });
  const history = new History();
  const done = history.do(edit.value.change, (change) => city.apply(change));
  expect(done?.ok).toBe(true);
  const { records } = city.project.buildings;
  expect(records).toHaveLength(layout.buildings.length);
  const drawn = Array.from({ length: records.length }, (_, i) => records.get(i));
  expect(drawn.map(({ name }) => name)).toEqual(drawn.map((_, i) => `${i + 1}#`));
  // Each is on the parcel that holds most of it.
  expect(new Set(drawn.map(({ parcelId }) => parcelId))).toEqual(new Set(['A', 'B']));
  history.undo((change) => city.apply(change));
  expect(city.project.buildings.records).toHaveLength(2);
  expect(JSON.stringify(city.project.buildings.records.get(0))).toBe(before);
});
