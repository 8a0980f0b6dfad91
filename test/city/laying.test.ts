import { describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { Judgement } from '../../src/city/judgement.ts';
import { LayingOut } from '../../src/city/laying/laying-out.ts';
import { History } from '../../src/desk/history.ts';
import { editOf } from '../../src/desk/intents/intents.ts';
import { sidesOf } from '../../src/desk/laying/sides.ts';
import { drawingOf, landToLay, type LandToLay } from '../../src/desk/laying/laying.ts';
import { USUAL_WISHES } from '../../src/desk/laying/wishes.ts';
import type { Layout } from '../../src/layout/shape/layout.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { packedBytes } from '../../src/formats/packed/write.ts';
import { mostPlotRatio } from '../../src/layout/bound.ts';
import { layouts } from '../../src/layout/layouts.ts';
import { faultsOf } from '../../src/layout/test-checker.ts';
import { landUsesOf } from '../../src/policy/land-uses.ts';
import { building, bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';
import { readPack } from '../policy/cases.ts';

const law = { pack: readPack('zhengzhou-draft'), date: '2026-01-01' };
const landUses = landUsesOf(law.pack);

/** Two parcels of a park side by side, one apart; a building that stands on the first and one that was drawn on it. */
const begun = () =>
  opened(
    park({ stage: 'planned' }),
    parcel('A', rectangle(0, 0, 150, 200), { conditions: { far: { min: 1.2 }, density: { max: 0.5 } } }),
    parcel('B', rectangle(150, 0, 150, 200)),
    parcel('C', rectangle(900, 900, 100, 200)),
    building('A-1', 'A', rectangle(20, 20, 40, 20), { name: '1#', storeys: 2 }),
    building('loose', undefined, rectangle(80, 150, 30, 20), { name: '2#' }),
  );

function opened(...features: Parameters<typeof collection>) {
  const read = readExchange('city.geojson', bytes(collection(...features)), { fields: law.pack.fields });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const city = City.open(read.value.project)!;
  const keys = (...ids: string[]) => ids.map((id) => city.land.table('parcel').called(id)!);
  return { city, keys };
}

function laid(city: City, keys: readonly number[], wishes = USUAL_WISHES): LandToLay {
  const land = landToLay(city.placed, keys, wishes, landUses);
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

  it('has no building locked where another stands by now', () => {
    const { city, keys } = begun();
    const bare = laid(city, keys('A'), { ...USUAL_WISHES, kept: [] });
    const [{ buildings: locked }] = layouts(bare.site, bare.conditions, USUAL_WISHES);
    const wishes = { ...USUAL_WISHES, locked };
    const { site, conditions } = laid(city, keys('A'), wishes);
    expect(site.locked.length).toBeLessThan(locked.length);
    for (const layout of layouts(site, conditions, wishes)) expect(faultsOf(site, layout, wishes)).toEqual([]);
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
    expect(landToLay(city.placed, keys('A', 'C'), USUAL_WISHES, landUses).ok).toBe(false);
  });
});

it('tells the plot ratio that the buildings have once they stand: storeys over 8 m count twice, basements not', () => {
  const fields = { storeyHeightsM: [9, 4, 4], floorAreaM2: 4000, floorAreaBelowM2: 1600 };
  const { city, keys } = opened(
    park({ stage: 'planned' }),
    parcel('A', rectangle(0, 0, 150, 200)),
    building('A-1', 'A', rectangle(20, 20, 40, 20), fields),
    building('A-2', 'A', rectangle(110, 20, 20, 20), { storeyHeightsM: [4, 4] }),
  );
  const wishes = { ...USUAL_WISHES, heights: { firstM: 9, upperM: 4.8 } };
  const land = laid(city, keys('A'), wishes);
  const most = mostPlotRatio(land.site, land.conditions, wishes);
  const made = [...layouts(land.site, land.conditions, wishes)];
  expect(made.filter(({ misses }) => misses.length === 0).length).toBeGreaterThanOrEqual(3);
  for (const layout of made) {
    const fork = city.fork();
    const edit = editOf(fork.placed, drawingOf(layout, land));
    if (!edit.ok) throw new Error(edit.refusal.code);
    fork.apply(edit.value.change);
    const { plotRatio } = new Judgement(fork, law).facts(0).figures;
    expect(plotRatio).toMatchObject({ state: 'value', value: { value: expect.closeTo(layout.figures.plotRatio, 3) } });
    expect(layout.figures.plotRatio).toBeLessThanOrEqual(most);
  }
});

describe('storeys over 8 m count for the plot ratio as the buildings are judged once they stand', () => {
  const heights = { firstM: 9, upperM: 4.8 };
  const wishes = { ...USUAL_WISHES, heights };
  const classed = (code: string) => ({ landClass: { system: 'planning-guide-2023', code } });
  const onLand = (...codes: string[]) =>
    opened(
      park({ stage: 'planned' }),
      ...codes.map((code, i) => parcel('ABC'[i], rectangle(150 * i, 0, 150, 200), classed(code))),
      building('A-1', 'A', rectangle(20, 20, 40, 20), { use: 'production', storeyHeightsM: [9, 4, 4] }),
    );
  /** 计容 and plot ratio of the park with a layout taken. */
  const judged = (city: City, land: LandToLay, layout: Layout) => {
    const fork = city.fork();
    const edit = editOf(fork.placed, drawingOf(layout, land));
    if (!edit.ok) throw new Error(edit.refusal.code);
    fork.apply(edit.value.change);
    const { countedFloorArea, plotRatio } = new Judgement(fork, law).facts(0).figures;
    if (countedFloorArea.state !== 'value' || plotRatio.state !== 'value') throw new Error('not known');
    return { countedM2: countedFloorArea.value.value, plotRatio: plotRatio.value.value };
  };

  it.each([
    ['industry', '100101', true],
    ['logistics 物流仓储', '1101', false],
    ['research 科研', '0802', false],
    ['commerce 商业服务业', '09', false],
    ['a class that no table has', '7777', true],
  ])('on land of %s', (_, code, isTwice) => {
    const { city, keys } = onLand(code);
    const bare = laid(city, keys('A'), wishes);
    const [{ buildings }] = layouts(bare.site, bare.conditions, wishes);
    // Locked when the land was of the other kind.
    const locked = buildings.slice(-1).map((one) => ({ ...one, countedM2: one.floorM2 * 3 }));
    const wished = { ...wishes, locked };
    const land = laid(city, keys('A'), wished);
    const most = mostPlotRatio(land.site, land.conditions, wished);
    const made = [...layouts(land.site, land.conditions, wished)];
    expect(made.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...made.map(({ buildings: { length } }) => length))).toBeGreaterThan(locked.length + 1);
    for (const layout of made) {
      expect(faultsOf(land.site, layout, wished)).toEqual([]);
      const { figures } = layout;
      const as = judged(city, land, layout);
      // As far as degrees of a file hold metres.
      expect(Math.abs(figures.plotRatio * figures.landM2 - as.countedM2), layout.family).toBeLessThan(0.2);
      expect(figures.plotRatio.toFixed(4)).toBe(as.plotRatio.toFixed(4));
      expect(figures.plotRatio).toBeLessThanOrEqual(most);
      expect(as.countedM2 > figures.floorM2 + 1).toBe(isTwice);
    }
  });

  it('with fewer storeys and a higher bound where they count twice', () => {
    const [industry, logistics] = ['100101', '1101'].map((code) => {
      const { city, keys } = onLand(code);
      return laid(city, keys('A'), { ...wishes, kept: [] });
    });
    const [twice, once] = [industry, logistics].map(({ site, conditions }) => ({
      bound: mostPlotRatio(site, conditions, wishes),
      floorM2: [...layouts(site, conditions, wishes)][0].figures.floorM2,
    }));
    expect(once.bound).toBeLessThan(twice.bound);
    expect(once.floorM2).toBeGreaterThan(1.1 * twice.floorM2);
  });

  it('once on adjoining parcels of which some are no industry: for no more than they are judged to have', () => {
    const { city, keys } = onLand('100101', '1101');
    const land = laid(city, keys('A', 'B'), wishes);
    for (const layout of layouts(land.site, land.conditions, wishes))
      expect(layout.figures.plotRatio).toBeLessThanOrEqual(judged(city, land, layout).plotRatio + 1e-6);
    expect(land.site.isIndustrial).toBe(false);
    expect(land.countsUnlike).toBe(true);
    expect(laid(city, keys('A', 'B'), USUAL_WISHES).countsUnlike).toBe(false);
    expect(laid(city, keys('A'), wishes).countsUnlike).toBe(false);
    expect(laid(city, keys('B'), wishes).countsUnlike).toBe(false);
  });
});

it('a layout that is taken is one step with its name: what does not stay goes, numbers begin anew, and undone it is as before', () => {
  const { city, keys } = begun();
  const land = laid(city, keys('A', 'B'), { ...USUAL_WISHES, kept: [] });
  const [layout] = layouts(land.site, land.conditions, USUAL_WISHES);
  const before = packedBytes(city.project);
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
  // Saved, it is the same file to the byte; done again and undone again too.
  expect(Buffer.compare(packedBytes(city.project), before)).toBe(0);
  history.redo((change) => city.apply(change));
  expect(Buffer.compare(packedBytes(city.project), before)).not.toBe(0);
  history.undo((change) => city.apply(change));
  expect(Buffer.compare(packedBytes(city.project), before)).toBe(0);
});

it('layouts taken one after the other are each in place of the one before, by its numbers, and undone one after the other', () => {
  const { city, keys } = begun();
  const history = new History();
  const numbers = () => {
    const { records } = city.project.buildings;
    return Array.from({ length: records.length }, (_, i) => records.get(i).id).toSorted();
  };
  const seen: string[][] = [numbers()];
  for (const n of [0, 1, 2]) {
    const land = laid(city, keys('A', 'B'), { ...USUAL_WISHES, kept: [] });
    const layout = [...layouts(land.site, land.conditions, USUAL_WISHES)][n];
    const edit = editOf(city.placed, drawingOf(layout, land));
    if (!edit.ok) throw new Error(`${n}: ${edit.refusal.code}`);
    expect(history.do(edit.value.change, (change) => city.apply(change))?.ok).toBe(true);
    expect(numbers()).toEqual(layout.buildings.map((_, i) => `P-${i + 1}#`).toSorted());
    // What goes by a number is the new one.
    const table = city.land.table('building');
    for (const id of numbers()) expect(table.record(table.called(id)!)?.id).toBe(id);
    seen.push(numbers());
  }
  for (const before of seen.toReversed().slice(1)) {
    history.undo((change) => city.apply(change));
    expect(numbers()).toEqual(before);
  }
});

describe('layouts that are offered', () => {
  const asking = (wishes = USUAL_WISHES) => {
    const { city, keys } = begun();
    const laying = new LayingOut(city, landUses);
    return (known: number, more: Partial<typeof wishes> = {}) => {
      const answer = laying.layOut({ parcels: keys('B'), wishes: { ...wishes, ...more }, known });
      if (!answer.ok) throw new Error(answer.refusal.code);
      return answer.value;
    };
  };

  it('come one at a time, are those of the engine, and can be asked for again from any of them', () => {
    const ask = asking();
    const first = ask(0);
    expect(first).toMatchObject({ isAll: false, mostPlotRatio: null });
    expect(first.layouts).toHaveLength(1);
    const made = [...first.layouts];
    let last = first;
    while (!last.isAll) made.push(...(last = ask(made.length)).layouts);
    expect(last.mostPlotRatio).toBeGreaterThanOrEqual(Math.max(...made.map(({ figures }) => figures.plotRatio)));
    const { city, keys } = begun();
    const { site, conditions } = laid(city, keys('B'));
    const own = [...layouts(site, conditions, USUAL_WISHES)];
    expect(made.map(({ figures }) => figures)).toEqual(own.map(({ figures }) => figures));
    expect(ask(1).layouts.map(({ family }) => family)).toEqual(made.slice(1).map(({ family }) => family));
    // One under 24 m and one over.
    const highest = made.map(({ buildings }) => Math.max(...buildings.map(({ heightM }) => heightM)));
    expect(Math.min(...highest)).toBeLessThanOrEqual(24);
    expect(Math.max(...highest)).toBeGreaterThan(24);
  });

  it('say what binds, and of each miss what stands against it', () => {
    const ask = asking();
    const [low] = ask(0, { plotRatio: 2 }).layouts;
    expect(low.tight).toMatchObject({ what: 'density', bound: 'max' });
    const few = ask(0, { mostStoreys: 1 }).layouts[0];
    const at = few.misses.findIndex(({ what }) => what === 'plotRatio');
    expect(few.against[at]).toBe('most-storeys');
    expect(few.tight).toMatchObject({ what: 'plotRatio', bound: 'min' });
    expect(few.tight!.spare).toBeLessThan(0);
  });

  it('have the price of each wish, never below nothing', async () => {
    const { city, keys } = begun();
    const laying = new LayingOut(city, landUses);
    const asked = { parcels: keys('B'), wishes: { ...USUAL_WISHES, bayM: 12 } };
    const first = laying.layOut({ ...asked, known: 0 });
    if (!first.ok) throw new Error(first.refusal.code);
    const [layout] = first.value.layouts;
    const prices = await laying.prices({ ...asked, layout });
    if (!prices.ok) throw new Error(prices.refusal.code);
    expect(prices.value.map(({ wish }) => wish)).toContain('bay');
    // No yards are wished for.
    expect(prices.value.map(({ wish }) => wish)).not.toContain('aprons');
    for (const { withM2, withoutM2 } of prices.value) expect(withoutM2).toBeGreaterThanOrEqual(withM2);
  });

  it('are none where what stays leaves no room', () => {
    const ask = asking();
    const none = ask(0, { setbackM: 80 });
    expect(none).toMatchObject({ layouts: [], isAll: true });
  });
});

it('a curve is one side, and a hole has sides of its own that look into it', () => {
  const arc = Array.from({ length: 13 }, (_, i) => [50 + 50 * Math.cos((i * Math.PI) / 12), 100 + 50 * Math.sin((i * Math.PI) / 12)] as const); // prettier-ignore
  const hole = [[40, 40], [40, 60], [60, 60], [60, 40]] as const; // prettier-ignore
  const sides = sidesOf([[[0, 0], [100, 0], ...arc], hole], [false, true]); // prettier-ignore
  const [outer, inner] = [sides.filter(({ isInner }) => !isInner), sides.filter(({ isInner }) => isInner)];
  // South, and one from the east over the arc to the west, which goes on into the straight ones.
  expect(outer.map(({ facingDeg }) => Math.round(facingDeg)).toSorted((a, b) => a - b)).toEqual([0, 180]);
  expect(inner.map(({ facingDeg }) => facingDeg).toSorted((a, b) => a - b)).toEqual([0, 90, 180, 270]);
  // From the land one looks east over the west side of the hole.
  expect(inner.find(({ at }) => at[0] === 40)!.facingDeg).toBe(90);
});
