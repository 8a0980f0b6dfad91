import { beforeAll, describe, expect, it } from 'vitest';
import { bestOf, everyPark } from '../check/test-brute.ts';
import { listsOf, smallCity } from '../check/test-cities.ts';
import { noChoices, type Choices, type Limit, type PlanProblem } from '../shape/problem.ts';
import type { Solver } from '../shape/solver.ts';
import { openHighs } from '../solver/highs.ts';
import { conflictOf } from './conflict.ts';
import { ladder } from './ladder.ts';
import type { Relaxation } from './relaxed.ts';
import { askingOf, exactly } from './test-asking.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openHighs();
});

/*
 * Two townships A and B of four parcels each, 10 亩 in a row 100 m apart, each bordering on the next. A park is 20 亩 or 20 000 m² of floor,
 * so each township can form two. Two are wanted of A in the first of two years. Nothing stands in the way.
 */
const parcels = Array.from({ length: 8 }, (_, place) => place);
const column = (of: (place: number) => number) => Float64Array.from(parcels, of);
const isA = (place: number) => place < 4;
const open: PlanProblem = {
  years: [2026, 2027],
  townships: Int32Array.from([0, 4, 8]),
  parcels: {
    size: 8,
    landMu: column(() => 10),
    floorM2: column(() => 10_000),
    spareM2: column(() => 0),
    points: column((place) => (isA(place) ? 5 : 20)),
    ready: new Uint8Array(8),
    kinds: new Uint8Array(8).fill(1),
    fallThrough: new Float64Array(8),
    xM: column((place) => 100 * place),
    yM: column(() => 0),
    near: listsOf(
      8,
      [0, 1, 2, 4, 5, 6].map((place) => [place, place + 1] as const),
    ),
  },
  kinds: [
    { id: 'a', landMu: Float64Array.from([20, 20]), floorM2: Float64Array.from([20_000, 20_000]), mostLandMu: 45 },
  ],
  mostSites: 3,
  parkPoints: { share: [1, 0.9], park: 1, site: 1, muKm: 0.1 },
  reach: { radiusM: 1000, nearest: 8, most: 8 },
  limits: [],
  targets: [
    { jurisdiction: 'A', townships: Uint8Array.from([1, 0]), from: 0, to: 0, least: 2, penalty: 30 },
    { jurisdiction: 'B', townships: Uint8Array.from([0, 1]), from: 0, to: 1, least: 1, penalty: 30 },
  ],
};
const withParcels = (more: Partial<PlanProblem['parcels']>): PlanProblem => ({
  ...open,
  parcels: { ...open.parcels, ...more },
});
const limit = (what: Limit['what'], most: number, use = column(() => 10)): Limit => ({
  what,
  from: 0,
  to: 0,
  use,
  most,
});
const sized = (least: number): PlanProblem['kinds'] => [
  { ...open.kinds[0], landMu: Float64Array.from([least, 20]), floorM2: Float64Array.from([1000 * least, 20_000]) },
];

type Planted = readonly [string, PlanProblem, readonly Relaxation[], Choices?];

const planted: readonly Planted[] = [
  ['land that is not ready', withParcels({ ready: Uint8Array.from(parcels, (p) => (isA(p) ? 1 : 0)) }), ['readiness']],
  ['land that never is', withParcels({ ready: Uint8Array.from(parcels, (p) => (isA(p) ? 2 : 0)) }), ['readiness']],
  [
    'a plot ratio that is too low',
    withParcels({ spareM2: column((p) => (isA(p) ? -100 : 0)), floorM2: column((p) => (isA(p) ? 9900 : 10_000)) }),
    ['plot-ratio', 'planned-ratio'],
  ],
  ['parks that must be too large', { ...open, kinds: sized(28) }, ['size']],
  ['land that lies too far apart', withParcels({ xM: column((p) => 1500 * p) }), ['reach']],
  ['land that does not hang together', { ...withParcels({ near: listsOf(8, []) }), mostSites: 1 }, ['sites']],
  ['no money', { ...open, limits: [limit('money', 10)] }, ['money']],
  ['no quota', { ...open, limits: [limit('quota', 20)] }, ['quota']],
  ['no land to be given', { ...open, limits: [limit('land', 30)] }, ['land']],
  ['others who take it', { ...open, limits: [{ ...limit('money', 40), to: 1 }] }, ['others', 'money']],
  [
    'land that is not ready, where others take what there is',
    {
      ...withParcels({ ready: Uint8Array.from(parcels, (p) => (isA(p) ? 1 : 0)) }),
      targets: [open.targets[0], { ...open.targets[1], to: 0, least: 2 }],
      limits: [limit('land', 40)],
    },
    ['readiness'],
  ],
  ['a ban', open, ['bans'], { ...noChoices, bannedParcels: [1] }],
  ['a set that is banned', open, ['bans'], { ...noChoices, bannedSets: [{ parcels: [0, 1, 2, 3], most: 1 }] }],
];

describe('the ladder', () => {
  it.each(planted.map((one) => ({ what: one[0], one })))('names what was planted: $what', async ({ one }) => {
    const [, problem, causes, choices = noChoices] = one;
    const asking = await askingOf(problem, solver, choices);
    expect(asking.plan.short[0]).toBeGreaterThan(0);
    const rungs = await ladder(asking, problem.targets[0], { plan: exactly, sizeFactor: 0.7, reachFactor: 2 });
    const enough = rungs.filter(({ canForm }) => canForm >= 2).map(({ relax }) => relax);
    expect(enough).toEqual([...causes, 'all']);
    for (const { canForm, atMost } of rungs) expect(atMost).toBe(canForm);
  });
  it('says that there is nothing to relax where parks are missing because others are worth more', async () => {
    const targets = [{ ...open.targets[0], penalty: 0.5 }];
    const asking = await askingOf({ ...withParcels({ points: column(() => -1) }), targets }, solver);
    expect(asking.plan.short[0]).toBe(2);
    const rungs = await ladder(asking, open.targets[0], { plan: exactly, sizeFactor: 0.7, reachFactor: 2 });
    expect(rungs).toEqual([{ relax: 'none', canForm: 2, atMost: 2 }]);
  });
});

describe('the conflict', () => {
  const of = async (problem: PlanProblem, target = 0) => conflictOf(await askingOf(problem, solver), target);
  it('is the target alone where no land can do it, and no conflict where others are worth more', async () => {
    for (const [, problem] of planted.slice(0, 6))
      expect(await of(problem)).toEqual({ limits: [], targets: [0], isSmallest: true });
    const targets = [{ ...open.targets[0], penalty: 0.5 }];
    expect(await of({ ...withParcels({ points: column(() => -1) }), targets })).toBeNull();
  });
  it('is what there is too little of, and the targets that share it', async () => {
    expect(await of({ ...open, limits: [limit('quota', 100), limit('money', 10)] })).toEqual({
      limits: [1],
      targets: [0],
      isSmallest: true,
    });
    const all = { ...open.targets[1], jurisdiction: 'C', townships: Uint8Array.from([1, 1]), least: 1 };
    const targets = [open.targets[0], { ...open.targets[1], to: 0, least: 2 }, all];
    expect(await of({ ...open, targets, limits: [limit('money', 1000), limit('land', 60)] })).toEqual({
      limits: [1],
      targets: [0, 1],
      isSmallest: true,
    });
  });
  it('is money alone where money alone is short, and the ladder says so', async () => {
    let seen = 0;
    for (let seed = 0; seed < 8; seed++) {
      const city = smallCity(seed, { townships: 2, parcels: 6 });
      const targets = city.targets
        .filter(({ jurisdiction }) => jurisdiction !== null)
        .map((t) => ({ ...t, penalty: 1000 }));
      const free = await askingOf({ ...city, targets, limits: [] }, solver);
      if (free.plan.short.some((missing) => missing > 0) || targets.every(({ least }) => least === 0)) continue;
      const use = city.limits[0].use;
      const dear = Math.min(
        ...everyPark(city, noChoices).map(({ parcels: own }) => own.reduce((sum, p) => sum + use[p], 0)),
      );
      const money: Limit = { what: 'money', from: 0, to: 1, use, most: 0.9 * dear };
      const asking = await askingOf({ ...city, targets, limits: [money] }, solver);
      const target = asking.plan.short.findIndex((missing) => missing > 0);
      expect(await conflictOf(asking, target)).toEqual({ limits: [0], targets: [target], isSmallest: true });
      const rungs = await ladder(asking, targets[target], { plan: exactly, sizeFactor: 0.7, reachFactor: 2 });
      const formed = (relax: Relaxation) => rungs.find((rung) => rung.relax === relax)?.canForm;
      expect([formed('none'), formed('plot-ratio')]).toEqual([0, 0]);
      expect(formed('money')).toBeGreaterThanOrEqual(targets[target].least);
      seen++;
    }
    expect(seen).toBeGreaterThan(1);
  });
  it('stands against itself, and without any one of it no more, by looking at every park', async () => {
    let seen = 0;
    for (let seed = 0; seed < 12; seed++) {
      const city = smallCity(seed, { townships: 3, parcels: 6 });
      const asking = await askingOf(city, solver);
      const short = [...asking.plan.short.keys()].filter((target) => asking.plan.short[target] > 0);
      for (const target of short.slice(0, 1)) {
        const found = await conflictOf(asking, target);
        if (!found) continue;
        seen++;
        const missing = ({ limits, targets }: { limits: readonly number[]; targets: readonly number[] }) => {
          const rows = { limits: limits.map((n) => city.limits[n]), targets: targets.map((n) => ({ ...city.targets[n], penalty: 1 })) }; // prettier-ignore
          const parks = everyPark(city, noChoices).map((park) => ({ ...park, points: 0 }));
          return -bestOf({ ...city, ...rows }, noChoices, parks, solver)!.objective;
        };
        expect(missing(found)).toBeGreaterThan(0.5);
        for (const n of found.limits)
          expect(missing({ ...found, limits: found.limits.filter((other) => other !== n) })).toBeCloseTo(0, 6);
        for (const n of found.targets)
          expect(missing({ ...found, targets: found.targets.filter((other) => other !== n) })).toBeCloseTo(0, 6);
      }
    }
    expect(seen).toBeGreaterThan(2);
  });
});
