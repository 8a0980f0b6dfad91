import { describe, expect, it } from 'vitest';
import type { Finding, Measured, Required } from '../../../policy/shape/finding.ts';
import { barWords } from './bar-words.ts';
import { barsOf, leadOf, shareAt, ticksOf } from './bars.ts';

type Pair = [what: string, value: number, unit: Measured['unit'], op: Required['op'], bound: number];
const finding = (rule: string, outcome: Finding['outcome'], ...pairs: Pair[]): Finding => ({
  rule,
  clause: '8',
  phrase: '',
  strength: 'principle',
  outcome,
  measured: pairs.map(([what, value, unit]) => ({ what, value, unit })),
  required: pairs.map(([what, , unit, op, value]) => ({ what, op, value, unit })),
  margin: null,
  missing: [],
  trace: [],
  repairs: [],
});

const far = (value: number) =>
  finding('far', value < 1.5 ? 'advisory' : 'pass', ['plotRatio', value, 'ratio', '>=', 1.5]);

describe('bars', () => {
  it('one for every figure of the plan that a rule bounds, whatever the rule is called', () => {
    const scale = finding(
      'scale',
      'pass',
      ['landArea', 80, 'mu', '>=', 100],
      ['floorArea', 120_000, 'm2', '>=', 100_000],
    );
    const others = [
      finding('held', 'pass', ['heldSold', 0, 'count', '<=', 0]),
      finding('rent', 'fail', ['leaseRent', 15, 'yuanPerM2Month', '<=', 14]),
      finding('none', 'not-applicable', ['siteShare', 0.1, 'ratio', '<=', 0.3]),
    ];
    const bars = barsOf([scale, far(1.437), ...others], null);
    expect(bars.map(({ key, outcome, before }) => [key, outcome, before])).toEqual([
      ['landArea mu', 'not-applicable', null],
      ['floorArea m2', 'pass', null],
      ['plotRatio ratio', 'advisory', null],
    ]);
    expect(leadOf(bars, {})?.key).toBe('plotRatio ratio');
    expect(leadOf(bars, { plotRatio: { zh: '', en: '', percent: true } })).toBeNull();
  });

  it('of an either-or the limb that is missed is shown missed where the rule is', () => {
    const scale = finding('scale', 'advisory', ['landArea', 99, 'mu', '>=', 100], ['floorArea', 9e4, 'm2', '>=', 1e5]);
    expect(barsOf([scale], null).map(({ outcome }) => outcome)).toEqual(['advisory', 'advisory']);
  });

  it('of an either-or that is met the limb that is not says so, and is never shown as met', () => {
    const scale = finding('scale', 'pass', ['landArea', 120, 'mu', '>=', 100], ['floorArea', 9e4, 'm2', '>=', 1e5]);
    const bars = barsOf([scale], null);
    expect(bars.map(({ outcome, isSpared }) => [outcome, isSpared])).toEqual([
      ['pass', false],
      ['not-applicable', true],
    ]);
    expect(barWords('zh', bars[1], { measures: {} } as never).said).toContain('另一项已符合');
  });

  it('show what was before, and stay while data are missing with what is in hand', () => {
    expect(barsOf([far(1.437)], [far(1.803)])[0]).toMatchObject({ before: 1.803, outcome: 'advisory' });
    const [gone] = barsOf([finding('far', 'unknown')], [far(1.8)]);
    expect(gone).toMatchObject({ now: null, before: 1.8, outcome: 'unknown' });
    expect(gone.limits.map(({ value }) => value)).toEqual([1.5]);
  });

  it('have the limit in the middle; beyond, as many times more; a share ends at all of it', () => {
    const most = (value: number) => barsOf([far(value)], null)[0].most;
    expect([0.2, 3, 3.1, 7].map(most)).toEqual([3, 3, 4.5, 7.5]);
    const share = (value: number, bound: number) =>
      barsOf([finding('s', 'pass', ['share', value, 'ratio', '>=', bound])], null)[0].most;
    expect([share(0.2, 0.07), share(0.7, 0.6)]).toEqual([expect.closeTo(0.21), 1]);
    expect(shareAt(1.5, 3)).toBe(50);
    expect([shareAt(9, 3), shareAt(-1, 3)]).toEqual([100, 0]);
  });

  it('have whole numbers under them, none where a limit stands', () => {
    expect(ticksOf(barsOf([far(1.437)], null)[0])).toEqual([0, 1, 2, 3]);
    expect(ticksOf(barsOf([finding('far', 'pass', ['r', 1, 'ratio', '>=', 2])], null)[0])).toEqual([0, 1, 3, 4]);
  });
});
