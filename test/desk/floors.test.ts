import { describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { floorPlans } from '../../src/city/plates/floor-plans.ts';
import { History } from '../../src/desk/history.ts';
import { editOf } from '../../src/desk/intents/intents.ts';
import type { Intent } from '../../src/desk/intent.ts';
import { floorOf, writtenPart, type Floor } from '../../src/desk/plates/floor.ts';
import { keptNumbers, numbered } from '../../src/desk/plates/numbers.ts';
import { fieldsOf, kindName, markOf, MARKS } from '../../src/desk/plates/marks.ts';
import { divisionOf, storeysAlike, unitsOn } from '../../src/desk/plates/steps.ts';
import { adjoining, unitsMerged, unitSplit, wallMoved, wallsOfFloor } from '../../src/desk/plates/walls.ts';
import { USUAL_FLOOR_WISHES } from '../../src/desk/plates/wishes.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { framedPlate } from '../../src/layout/plate/frame.ts';
import { plateProposals } from '../../src/layout/plate/proposals.ts';
import type { Ring } from '../../src/layout/shape/site.ts';
import { partAreaM2, partRings } from '../../src/layout/plate/plan.ts';
import { tilingFaults } from '../../src/layout/plate/test-plate-checker.ts';
import { building, bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';
import { readPack } from '../policy/cases.ts';

const law = { pack: readPack('zhengzhou-draft'), date: '2026-01-01' };

/** A park with a factory of four storeys, 84 m by 36 m, and a small one of two. */
function begun(fields: object = {}, by = law) {
  const read = readExchange(
    'city.geojson',
    bytes(
      collection(
        park({ stage: 'planned', origin: 'new', ...('heldAreaM2' in fields ? { heldAreaM2: fields.heldAreaM2 } : {}) }),
        parcel('A', rectangle(0, 0, 150, 200)),
        building('A-1', 'A', rectangle(20, 20, 84, 36), { name: '1#', storeys: 4, storeyHeightM: 5, use: 'production', ...('units' in fields ? { units: fields.units } : {}) }), // prettier-ignore
        building('A-2', 'A', rectangle(20, 90, 60, 24), {
          name: '2#',
          storeys: 2,
          storeyHeightM: 5,
          use: 'production',
        }),
      ),
    ),
    { fields: law.pack.fields },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const city = City.open(read.value.project)!;
  const judgement = city.judge(by);
  const history = new History();
  const key = (id: string) => city.land.table('building').called(id)!;
  const record = (id = 'A-1') => city.land.table('building').record(key(id))!;
  const plans = (id = 'A-1', storey = 2) => {
    const found = floorPlans(city, judgement, { building: key(id), storey, wishes: USUAL_FLOOR_WISHES });
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value;
  };
  const doIt = (intent: Intent) => {
    const edit = editOf(city.placed, intent);
    if (!edit.ok) return edit;
    history.do(edit.value.change, (change) => city.apply(change));
    return edit;
  };
  const floor = (storey: number): Floor => floorOf(record(), storey, plans().ring, USUAL_FLOOR_WISHES.bayM)!;
  return { city, judgement, history, key, record, plans, doIt, floor };
}

const byStorey = ({ units = [] }: ReturnType<ReturnType<typeof begun>['record']>, storey: number) =>
  units.filter((unit) => unit.storey === storey).map(({ id }) => id);

describe('storeys divided', () => {
  it('by the least area the law has for the storeys of the building', () => {
    const { plans } = begun();
    expect(plans('A-1').leastM2).toBe(300);
    expect(plans('A-2', 1).leastM2).toBe(500);
  });

  it('by the rules of another city, whatever it calls them, wherever it draws the line and whomever it means', () => {
    const { pack } = law;
    const low = (most: number) => ({ measure: 'storeyCount', op: '<=', value: most, unit: 'count' }) as const;
    const measures = {
      ...pack.measures,
      floorArea1: {
        ...pack.measures.lowUnitArea,
        from: { least: { of: 'units', where: { all: [{ building: low(4) }, { field: 'held', is: false }] }, value: { field: 'floorAreaM2' } } }, // prettier-ignore
      },
    } as typeof pack.measures;
    const rules = pack.rules
      .filter(({ id }) => id !== 'unit.high')
      .map((rule) =>
        rule.id === 'unit.low'
          ? { ...rule, id: 'part.area', test: { kind: 'each', measure: 'floorArea1', op: '>=', value: 420, unit: 'm2' } as const } // prettier-ignore
          : rule,
      );
    const ruled = begun({}, { ...law, pack: { ...pack, measures, rules } });
    const least = (use: string, held: boolean | '') => ruled.plans('A-1').law.least[kindName({ use, held })];
    expect(ruled.plans('A-1').leastM2).toBe(420);
    expect(ruled.plans('A-2', 1).leastM2).toBe(420);
    expect(least('production', false)).toEqual({ rule: 'part.area', op: '>=', areaM2: 420 });
    expect(least('amenity', false)).toEqual({ rule: 'part.area', op: '>=', areaM2: 420 });
    expect(least('production', true)).toBeNull();
    expect(ruled.plans('A-1').law.rules).toContain('part.area');
    const none = begun({}, { ...law, pack: { ...pack, rules: rules.filter(({ id }) => id !== 'part.area') } });
    expect(none.plans('A-1')).toMatchObject({ leastM2: 0 });
    expect(none.plans('A-1').proposals.length).toBeGreaterThan(0);
  });

  it('in ways that do above the ground floor where storeys are divided together', () => {
    const { city, judgement, key } = begun();
    const codes = (alike: boolean) => {
      const asked = {
        building: key('A-1'),
        storey: 1,
        alike,
        wishes: { ...USUAL_FLOOR_WISHES, cores: 1, unitM2: 310 },
      };
      const found = floorPlans(city, judgement, asked);
      if (!found.ok) throw new Error(found.refusal.code);
      return found.value.proposals.flatMap(({ choice, misses }) => (choice.corridor === 'none' ? misses : [])).map(({ code }) => code); // prettier-ignore
    };
    // One core and no corridor: units of the ground floor have their own doors, a slice of a 丙 building above it one exit.
    expect(codes(false)).toEqual([]);
    expect(codes(true)).toContain('second-exit');
    expect(codes(true)).not.toContain('unreached');
  });

  it('by the draft: ancillary units have no least area, and rules of clauses 11 and 12 are those of units, sale and lease', () => {
    const { plans } = begun();
    const { least, rules, shares } = plans('A-1').law;
    expect(least[kindName({ use: 'production' })]).toEqual({ rule: 'unit.high', op: '>=', areaM2: 300 });
    expect(least[kindName({ use: 'rnd', held: true })]?.areaM2).toBe(300);
    expect(least[kindName({ use: 'dormitory', held: true })]).toBeNull();
    const ofClauses = law.pack.rules.filter(({ clause }) => clause === '11' || clause === '12').map(({ id }) => id);
    expect(rules).toEqual(ofClauses);
    expect(shares.map(({ what }) => what).sort()).toEqual(['ancillaryFloorShare', 'heldShare']);
  });

  it('have a guide price made of what is stated, and the park the highest price of its units', () => {
    const { plans, key, doIt, city, floor } = begun();
    expect(plans().law.guide).toMatchObject({ rule: 'price', yuanPerM2: null });
    const costs = { landCostWan: 3000, buildCostYuanPerM2: 2000, publicFacilityCostWan: 1000 };
    const [park] = city.parks;
    doIt({ do: 'fields', table: 'park', keys: [park], fields: costs });
    const floorM2 = 84 * 36 * 4 + 60 * 24 * 2;
    const guide = plans().law.guide!;
    expect(guide.yuanPerM2).toBeCloseTo((3e7 / floorM2 + 2000 + 1e7 / floorM2) * 1.15, 0);
    expect(guide.fields[0]).toBe('salePriceYuanPerM2');
    expect([...guide.fields].sort()).toEqual([...Object.keys(costs), 'salePriceYuanPerM2'].sort());

    doIt(divisionOf(key('A-1'), [2], numbered(plans().proposals[0].plan), 'storeys-divided'));
    const units = floor(2).parts.flatMap(({ kind }, part) => (kind === 'unit' ? [part] : []));
    const priced = (part: number, salePriceYuanPerM2: number | undefined) =>
      doIt(divisionOf(key('A-1'), [2], floor(2), 'unit-filled', { set: { part, fields: { salePriceYuanPerM2 } } }));
    const price = () => city.park(park)!.salePriceYuanPerM2;
    expect(priced(units[0], 3000)).toMatchObject({ value: { notes: [{ code: 'sale-price-follows', params: { before: -1, after: 3000 } }] } }); // prettier-ignore
    priced(units[1], 2800);
    expect(price()).toBe(3000);
    priced(units[0], undefined);
    expect(price()).toBe(2800);
    // The rule is meant for new parks alone.
    doIt({ do: 'fields', table: 'park', keys: [park], fields: { origin: 'renovated' } });
    expect(plans().law.guide).toBeNull();
    // What someone states otherwise is their own.
    doIt({ do: 'fields', table: 'park', keys: [park], fields: { salePriceYuanPerM2: 3500 } });
    priced(units[0], 9000);
    expect(price()).toBe(3500);
  });

  it('stand in records and are read back as they were, of every storey that is alike', () => {
    const { plans, key, doIt, record, history, city, floor } = begun();
    for (const { plan } of plans().proposals) {
      expect(doIt(divisionOf(key('A-1'), [1, 2, 3, 4], numbered(plan), 'storeys-divided'))).toMatchObject({ ok: true });
      const own = floor(3);
      expect(own.parts.map(({ kind }) => kind).sort()).toEqual(plan.parts.map(({ kind }) => kind).sort());
      const units = unitsOn(record(), 3);
      units.forEach((unit, i) => expect(unit.id).toBe(`3-${String(i + 1).padStart(2, '0')}`));
      for (const unit of units) {
        const part = own.parts.findIndex(({ number }) => `3-${number}` === unit.id);
        expect(Math.abs(partAreaM2(own, part) - unit.floorAreaM2!)).toBeLessThan(0.5);
      }
      expect(storeysAlike(record(), 2, 4)).toEqual([1, 2, 3, 4]);
    }
    while (history.depth.undo > 0) history.undo((change) => city.apply(change));
    expect(record().units).toBeUndefined();
    expect(record().commonParts).toBeUndefined();
  });

  it('keep tiling the plate whatever walls are moved, units merged and split', () => {
    const { plans } = begun();
    let state = 5;
    const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
    const pick = (n: number) => Math.floor(random() * n);
    let changes = 0;
    for (const { plan } of plans().proposals) {
      let floor = numbered(plan);
      for (let n = 0; n < 40; n++) {
        const units = floor.parts.flatMap(({ kind }, part) => (kind === 'unit' ? [part] : []));
        const walls = wallsOfFloor(floor);
        const one = units[pick(units.length)];
        const beside = adjoining(floor, one);
        const way = pick(3);
        const edited =
          way === 0 && walls.length > 0
            ? wallMoved(floor, walls[pick(walls.length)], pick(floor.grid.bayLines.length + 2) - 1)
            : way === 1 && beside.length > 0
              ? unitsMerged(floor, one, beside[pick(beside.length)])
              : unitSplit(floor, one);
        if (!edited.ok) continue;
        changes++;
        floor = edited.floor;
        const numbers = floor.parts.filter(({ kind }) => kind === 'unit').map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
        const parts = floor.parts.map(({ kind }, part) => ({ kind, rings: partRings(floor, part) }));
        expect(tilingFaults({ plate: floor.grid.ring, parts, random })).toEqual([]);
      }
    }
    expect(changes).toBeGreaterThan(60);
  });

  it('a wall moved and moved back leaves all as it was', () => {
    const { plans } = begun();
    const floors = plans().proposals.map(({ plan }) => numbered(plan));
    let moved = 0;
    for (const [floor, wall] of floors.flatMap((own) => wallsOfFloor(own).map((wall) => [own, wall] as const))) {
      const there = wallMoved(floor, wall, wall.line + 1);
      if (!there.ok) continue;
      moved++;
      const back = wallsOfFloor(there.floor).find((own) => own.left === wall.left && own.right === wall.right)!;
      const again = wallMoved(there.floor, back, wall.line);
      if (!again.ok) throw new Error(again.fault);
      again.floor.parts.forEach(({ cells }, i) => expect([...cells].sort()).toEqual([...floor.parts[i].cells].sort()));
    }
    expect(moved).toBeGreaterThan(0);
  });

  it('never silently replace a unit that is sold, and say what goes', () => {
    const units = [
      { id: '2-01', storey: 2, floorAreaM2: 700, soldOn: '2025-05-01', buyerType: 'production' },
      { id: '101', floorAreaM2: 400 },
    ];
    const { plans, key, doIt, record } = begun({ units });
    const floor = numbered(plans().proposals[0].plan);
    expect(doIt(divisionOf(key('A-1'), [2], floor, 'storeys-divided'))).toMatchObject({
      ok: false,
      refusal: { code: 'units-sold', params: { units: '2-01' } },
    });
    expect(record().units).toEqual(units);
    expect(doIt(divisionOf(key('A-1'), [9], floor, 'storeys-divided'))).toMatchObject({ refusal: { code: 'no-such-storey' } }); // prettier-ignore
    const done = doIt(divisionOf(key('A-1'), [2], floor, 'storeys-divided', { evenSold: true, unplaced: true }));
    if (!done.ok) throw new Error(done.refusal.code);
    expect(done.value.notes).toContainEqual({ code: 'units-gone', params: { id: '1#', count: 1, ids: '101' } });
    // The unit of the same number keeps what is known of it.
    expect(unitsOn(record(), 2)[0]).toMatchObject({ id: '2-01', soldOn: '2025-05-01', buyerType: 'production' });
  });

  it('keep the numbers of units that are let, sold or held, also of those that are gone, from other units', () => {
    const { plans, key, doIt, record, floor, city } = begun();
    const [parkKey] = city.parks;
    const divide = (plan: Floor, more = {}) => doIt(divisionOf(key('A-1'), [2], plan, 'storeys-divided', more));
    const ids = () => unitsOn(record(), 2).map(({ id }) => id);
    const [first, ...others] = plans().proposals.map(({ plan }) => plan);
    const other = others.find((plan) => numbered(plan).parts.length !== numbered(first).parts.length)!;
    divide(numbered(first));
    const before = record();
    const fields = { leases: [{ id: 'L1', buildingId: 'A-1', unitId: '2-01' }, { id: 'L2', buildingId: 'A-2', unitId: '2-03' }] }; // prettier-ignore
    doIt({ do: 'fields', table: 'park', keys: [parkKey], fields });
    const held = floor(2).parts.findIndex(({ number }) => number === '02');
    doIt(divisionOf(key('A-1'), [2], floor(2), 'units-marked', { set: { part: held, fields: { held: true } } }));
    expect(plans().leased).toEqual(['2-01']);
    const kept = () => keptNumbers(record(), [2], plans().leased);
    expect([...kept().keys()].sort()).toEqual(['01', '02']);
    // As it stood, its units have the numbers they had.
    expect(numbered(first, kept()).parts.map(({ number }) => number)).toEqual(numbered(first).parts.map(({ number }) => number)); // prettier-ignore

    // Of another plan those that stand where they stood keep theirs; of the others none gets it.
    const standing = new Map((before.units ?? []).map(({ id, outlineM }) => [JSON.stringify(outlineM), id]));
    for (const [plan, numbers] of [
      [other, ['2-01', '2-02']],
      [first, ['2-01']],
    ] as const) {
      divide(numbered(plan, kept()));
      for (const { id, outlineM } of unitsOn(record(), 2))
        if ((numbers as readonly string[]).includes(id)) expect(standing.get(JSON.stringify(outlineM))).toBe(id);
      expect(new Set(ids()).size).toBe(ids().length);
    }
    // What a lease names and is gone is no new unit's, and no half's of one that is split.
    expect(kept().has('01')).toBe(true);
    const wide = floor(2).parts.findIndex((_, part) => unitSplit(floor(2), part).ok);
    const split = unitSplit(floor(2), wide, kept());
    if (!split.ok) throw new Error(split.fault);
    expect(['01', '02']).not.toContain(split.floor.parts.at(-1)!.number);
  });

  it('keep units of another make as they are called, with all that is known of them, where one of them is changed', () => {
    const { plans, key, doIt, record } = begun();
    const plan = numbered(plans().proposals[0].plan);
    doIt(divisionOf(key('A-1'), [2], plan, 'storeys-divided'));
    const units = unitsOn(record(), 2).map((unit, n) => ({ ...unit, id: `A20${n + 1}`, held: true }));
    const own = begun({ units });
    own.doIt({
      do: 'fields',
      table: 'building',
      keys: [own.key('A-1')],
      fields: { commonParts: record().commonParts },
    });
    const floor = own.floor(2);
    const part = floor.parts.findIndex(({ number }) => number === 'A202');
    own.doIt(divisionOf(own.key('A-1'), [2], floor, 'units-marked', { set: { part, fields: { held: false } } }));
    expect(unitsOn(own.record(), 2)).toEqual(units.map((unit) => ({ ...unit, held: unit.id !== 'A202' })));
  });

  it('have what the park holds follow the units that are marked, and leave a figure of another make', () => {
    for (const stated of [undefined, 9000]) {
      const { plans, key, doIt, city, floor } = begun({ heldAreaM2: stated });
      doIt(divisionOf(key('A-1'), [1, 2], numbered(plans().proposals[0].plan), 'storeys-divided'));
      const own = floor(2);
      const part = own.parts.findIndex(({ kind }) => kind === 'unit');
      const set = { part, fields: { held: true } };
      doIt(divisionOf(key('A-1'), [2], own, 'units-marked', { set }));
      const [parkKey] = city.parks;
      const held = city.park(parkKey)!.heldAreaM2;
      if (stated === undefined) expect(held).toBeCloseTo(Math.floor(100 * partAreaM2(own, part)) / 100, 1);
      else expect(held).toBe(stated);
      doIt(divisionOf(key('A-1'), [2], floor(2), 'units-marked', { set: { part, fields: { held: undefined } } }));
      expect(city.park(parkKey)!.heldAreaM2).toBe(stated ?? 0);
    }
  });

  it('are read back on plates with inner corners, that stand at no whole millimetre', () => {
    const [w, d, a, b] = [83.12345, 47.65432, 31.41592, 21.71828];
    const plates: Record<string, Ring> = {
      L: [[0, 0], [w, 0], [w, b], [a, b], [a, d], [0, d]], // prettier-ignore
      T: [[0, 0], [w, 0], [w, b], [w - a, b], [w - a, d], [a, d], [a, b], [0, b]], // prettier-ignore
      Z: [[0, 0], [w - a, 0], [w - a, b], [w, b], [w, d], [a, d], [a, d - b], [0, d - b]], // prettier-ignore
    };
    for (const [name, outline] of Object.entries(plates)) {
      const [cos, sin] = [Math.cos(0.7), Math.sin(0.7)];
      const ring = framedPlate(outline.map(([x, y]) => [x * cos - y * sin, x * sin + y * cos] as const));
      const place = { isGround: false, storeys: 4, isHigh: false };
      const found = plateProposals(ring, { ...USUAL_FLOOR_WISHES, leastM2: 300 }, place);
      expect(found.length, name).toBeGreaterThan(1);
      for (const { plan } of found) {
        const floor = numbered(plan);
        const parts = floor.parts.map((part, i) => ({ ...part, storey: 2, ...writtenPart(floor, i) }));
        const own = {
          id: 'x',
          parcelId: 'A',
          units: parts.flatMap(({ kind, number, outlineM }) => (kind === 'unit' ? [{ id: `2-${number}`, storey: 2, outlineM }] : [])), // prettier-ignore
          commonParts: parts.flatMap(({ kind, storey, outlineM }) => (kind === 'unit' ? [] : [{ kind, storey, outlineM }])), // prettier-ignore
        };
        const again = floorOf(own, 2, ring, USUAL_FLOOR_WISHES.bayM);
        expect(again, `${name} ${JSON.stringify(plan.grid.rowLines)}`).not.toBeNull();
        for (const [i, { kind, number }] of again!.parts.entries()) {
          const before = floor.parts.findIndex((part) => part.kind === kind && part.number === number);
          if (kind === 'unit') expect(Math.abs(partAreaM2(again!, i) - partAreaM2(floor, before))).toBeLessThan(0.1);
        }
      }
    }
  });

  it('leave the area of a unit whose walls stay, though a surveyor wrote another', () => {
    const { plans, key, doIt, record, floor } = begun();
    doIt(divisionOf(key('A-1'), [2], numbered(plans().proposals[0].plan), 'storeys-divided'));
    const units = record().units!.map((unit, i) => (i ? unit : { ...unit, floorAreaM2: 611.5, soldOn: '2025-05-01' }));
    doIt({ do: 'fields', table: 'building', keys: [key('A-1')], fields: { units } });
    const own = floor(2);
    const part = own.parts.findIndex(({ kind, number }) => kind === 'unit' && `2-${number}` === units.at(-1)!.id);
    expect(doIt(divisionOf(key('A-1'), [2], own, 'units-marked', { set: { part, fields: { held: true } } }))).toMatchObject({ ok: true }); // prettier-ignore
    expect(record().units).toEqual([...units.slice(0, -1), { ...units.at(-1)!, held: true }]);
    const split = unitSplit(floor(2), floor(2).parts.findIndex(({ number }) => `2-${number}` === units.at(-1)!.id)); // prettier-ignore
    if (!split.ok) throw new Error(split.fault);
    expect(doIt(divisionOf(key('A-1'), [2], split.floor, 'unit-split'))).toMatchObject({ ok: true });
    expect(unitsOn(record(), 2)).toHaveLength(units.length + 1);
    expect(unitsOn(record(), 2)[0]).toEqual(units[0]);
  });

  it('go with storeys that are taken off, which is told, and never where a unit of them is sold', () => {
    const ways: ((building: number) => Intent)[] = [
      (building) => ({ do: 'storeys', buildings: [building], by: -2 }),
      (building) => ({ do: 'fields', table: 'building', keys: [building], fields: { storeys: 2 } }),
    ];
    for (const way of ways) {
      const { plans, key, doIt, record, floor, city, history } = begun();
      doIt(divisionOf(key('A-1'), [1, 2, 3, 4], numbered(plans().proposals[0].plan), 'storeys-divided'));
      const own = floor(4);
      const part = own.parts.findIndex(({ kind }) => kind === 'unit');
      doIt(divisionOf(key('A-1'), [2, 4], own, 'units-marked', { set: { part, fields: { held: true } } }));
      const [parkKey] = city.parks;
      const before = { ...record(), heldAreaM2: city.park(parkKey)!.heldAreaM2! };
      const done = doIt(way(key('A-1')));
      if (!done.ok) throw new Error(done.refusal.code);
      expect(done.value.notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['units-off', 'held-area-follows'])); // prettier-ignore
      expect(new Set(record().units!.map(({ storey }) => storey))).toEqual(new Set([1, 2]));
      expect(new Set(record().commonParts!.map(({ storey }) => storey))).toEqual(new Set([1, 2]));
      expect(city.park(parkKey)!.heldAreaM2).toBeCloseTo(before.heldAreaM2 / 2, 1);
      history.undo((change) => city.apply(change));
      expect({ ...record(), heldAreaM2: city.park(parkKey)!.heldAreaM2! }).toEqual(before);
      doIt(divisionOf(key('A-1'), [4], floor(4), 'unit-filled', { set: { part, fields: { soldOn: '2025-05-01' } } }));
      expect(doIt(way(key('A-1')))).toMatchObject({ ok: false, refusal: { code: 'storeys-sold' } });
      expect(record().storeys).toBe(4);
    }
  });

  it('are no plan any more once the building has another outline', () => {
    const { plans, key, doIt, record } = begun();
    doIt(divisionOf(key('A-1'), [1], numbered(plans().proposals[0].plan), 'storeys-divided'));
    const wider = plans().ring.map(([u, v]) => [u * 1.2, v] as const);
    expect(floorOf(record(), 1, plans().ring, 8.4)).not.toBeNull();
    expect(floorOf(record(), 1, wider, 8.4)).toBeNull();
    expect(byStorey(record(), 1).length).toBeGreaterThan(1);
  });

  it('every mark is read as it was made', () => {
    for (const use of ['production', 'amenity', undefined] as const)
      for (const mark of MARKS) {
        const unit = { id: '1-01', use: 'dormitory' as const, held: true };
        const made = { ...unit, ...fieldsOf(mark, unit, { use }) };
        expect(markOf(made, { use }), `${mark} in ${use}`).toBe(mark);
      }
  });
});
