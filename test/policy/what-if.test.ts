import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/policy/context.ts';
import { evaluatePark } from '../../src/policy/evaluate.ts';
import { isMissed } from '../../src/policy/outcomes.ts';
import { baselineOf, difference } from '../../src/policy/what-if/difference.ts';
import { landParametersOf } from '../../src/policy/what-if/land-parameters.ts';
import { parametersOf, withParameter } from '../../src/policy/what-if/parameters.ts';
import { caseFacts, readCases, readPack } from './cases.ts';

const pack = readPack('zhengzhou-draft');
const date = '2026-01-01';
const context = contextOf({ zones: [], jurisdictions: [] }, pack);
const parks = readCases()
  .filter((c) => c.of === undefined)
  .map((c, i) => {
    const facts = caseFacts(c, pack);
    return { ...facts, park: { ...facts.park, id: `P${i}` } };
  });
const base = baselineOf(pack, parks, context, date);
const parameters = parametersOf(pack, date);
const named = (rule: string, value: number) => parameters.find((p) => p.rule === rule && p.value === value)!;

/** Every rule of every park judged under both packs. */
function flipsByHand(id: string, value: number): string[] {
  const other = withParameter(pack, id, value);
  return parks.flatMap((facts) => {
    const [before, after] = [pack, other].map((p) => evaluatePark(p, facts, context, date));
    return before.flatMap(({ rule, outcome }, i) =>
      outcome === after[i].outcome ? [] : [`${facts.park.id} ${rule} ${outcome} ${after[i].outcome}`],
    );
  });
}

describe('the parameters of a pack', () => {
  it('are the numbers of its rules and measures, each with an id of its own', () => {
    expect(new Set(parameters.map((p) => p.id)).size).toBe(parameters.length);
    const shown = (rule: string) =>
      parameters.filter((p) => p.rule === rule).map((p) => `${p.op} ${p.value} ${p.unit}`);
    expect(shown('scale.manufacturing')).toEqual(['>= 100 mu', '>= 100000 m2']);
    expect(shown('far.minimum')).toEqual(['>= 1.5 ratio']);
    expect(shown('lease.filing')).toEqual(['<= 30 day']);
    expect(shown('price')).toEqual(['= 1.15 ratio']);
    expect(shown('subsidy.digital')).toEqual(['= 0.2 ratio', '= 300 wanYuan']);
  });

  it('are laid over the pack, which stays as it is', () => {
    const { id } = named('far.minimum', 1.5);
    expect(parametersOf(withParameter(pack, id, 2), date).find((p) => p.id === id)!.value).toBe(2);
    expect(parametersOf(pack, date)).toEqual(parameters);
    expect(() => withParameter(pack, 'far.minimum:test.none.value', 2)).toThrow('no parameter');
  });
});

describe('the figures land is screened by', () => {
  const land = landParametersOf(pack, date);

  it('are parameters of their own, each with where it is from and how sure that is', () => {
    expect(new Set(land.map(({ id }) => id)).size).toBe(pack.thresholds.length);
    expect(land.find(({ threshold }) => threshold === 'idle.take-back')).toMatchObject({
      id: 'idle.take-back:value',
      op: '>=',
      value: 2,
      unit: 'year',
      confidence: 0.95,
    });
  });

  it('are laid over the pack like any figure of the law, and flip no finding of a park', () => {
    for (const { id, value } of land) {
      const tried = landParametersOf(withParameter(pack, id, value + 1), date);
      expect(tried.filter((own, i) => own.value !== land[i].value).map((own) => own.id)).toEqual([id]);
    }
    expect(landParametersOf(pack, date)).toEqual(land);
    expect(difference(base, [{ id: land[0].id, value: 9 }])).toMatchObject({ rules: [], flips: [], parks: [] });
  });
});

describe('a change of a parameter', () => {
  it('flips what judging every rule again under both packs flips', () => {
    fc.assert(
      fc.property(fc.constantFrom(...parameters), fc.double({ min: 0, max: 3, noNaN: true }), ({ id, value }, by) => {
        const { flips } = difference(base, [{ id, value: value === 0 ? by : value * by }]);
        expect(flips.map((f) => `${f.park} ${f.rule} ${f.from} ${f.to}`).sort()).toEqual(
          flipsByHand(id, value === 0 ? by : value * by).sort(),
        );
      }),
      { numRuns: 12 },
    );
  });

  it('counts the land of parks that stop or start to miss, once each', () => {
    const { id } = named('scale.manufacturing', 100);
    const { flips, landFreedM2, landLostM2, rules } = difference(base, [{ id, value: 80 }]);
    expect(rules).toEqual(['scale.manufacturing', 'scale.service', 'scale.relaxed', 'phases']);
    expect(flips.length).toBeGreaterThan(0);
    const other = withParameter(pack, id, 80);
    const missesUnder = (p: typeof pack) =>
      parks.map((f) => evaluatePark(p, f, context, date).some((x) => isMissed(x.outcome)));
    const [before, after] = [missesUnder(pack), missesUnder(other)];
    const freed = parks.filter((_, i) => before[i] && !after[i]);
    expect(freed.length).toBeGreaterThan(0);
    const areas = freed.map(({ figures: { landArea } }) => (landArea.state === 'value' ? landArea.value.value : 0));
    expect(landFreedM2).toBeCloseTo(
      areas.reduce((a, b) => a + b, 0),
      6,
    );
    expect(landLostM2).toBe(0);
  });

  it('says how much floor area a plot ratio of 2.0 asks more: half the industrial land', () => {
    const { id } = named('far.minimum', 1.5);
    const [need] = difference(base, [{ id, value: 2 }]).floor;
    expect(need.afterM2 / need.beforeM2).toBeCloseTo(2 / 1.5, 12);
    expect(need.missingAfterM2).toBeGreaterThan(need.missingBeforeM2);
    const land = parks.flatMap((facts) => {
      const rule = evaluatePark(pack, facts, context, date).find((f) => f.rule === 'far.minimum')!;
      const far = rule.measured[0];
      const { industrialLandArea: own } = facts.figures;
      return far && own.state === 'value' ? [own.value.value] : [];
    });
    expect(need.afterM2 - need.beforeM2).toBeCloseTo(0.5 * land.reduce((a, b) => a + b, 0), 3);
  });

  it('is nothing where a figure is set to what it is', () => {
    for (const { id, value } of parameters)
      expect(difference(base, [{ id, value }])).toMatchObject({ flips: [], parks: [], landFreedM2: 0, landLostM2: 0 });
  });
});
