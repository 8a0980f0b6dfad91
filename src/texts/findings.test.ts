import { describe, expect, it } from 'vitest';
import type { Finding } from '../policy/shape/finding.ts';
import { missingText, sayFinding } from './findings.ts';
import type { Labels } from './labels.ts';

const labels: Labels = {
  measures: {
    landArea: { zh: '占地面积', en: 'land area' },
    floorArea: { zh: '建筑面积', en: 'floor area' },
    ancillaryShare: { zh: '非生产性用房占地比例', en: 'ancillary share of land', percent: true },
  },
  fields: { 'parcel.floorAreaM2': { zh: '现状建筑面积', en: 'existing floor area' } },
  values: {},
  exceptions: { 'scale.relaxed': { zh: '可适当降低的情形', en: 'may be lower' } },
};

const finding = (fields: Partial<Finding>): Finding => ({
  rule: 'scale.manufacturing',
  clause: '4',
  phrase: '占地面积100亩以上',
  strength: 'principle',
  outcome: 'advisory',
  measured: [],
  required: [],
  margin: null,
  missing: [],
  trace: [],
  repairs: [],
  ...fields,
});

const land = (value: number, resolution = 0) => ({ what: 'landArea', value, unit: 'mu', resolution }) as const;
const atLeast100 = { what: 'landArea', op: '>=', value: 100, unit: 'mu' } as const;

describe('a finding in one sentence', () => {
  it('says what is measured, required and missing', () => {
    const short = finding({ measured: [land(80)], required: [atLeast100] });
    expect(sayFinding('zh', short, labels)).toBe('占地面积 80.0000 亩，要求 ≥ 100 亩，差 20.0000 亩。');
    expect(sayFinding('en', short, labels)).toBe('land area 80.0000 mu, required ≥ 100 mu, short by 20.0000 mu.');
  });

  it('does not say that a figure equal to the bound within its resolution is short of it', () => {
    const equal = finding({ outcome: 'pass', measured: [land(99.999_999, 1e-5)], required: [atLeast100] });
    expect(sayFinding('zh', equal, labels)).toBe(
      '占地面积 100.0000 亩，要求 ≥ 100 亩（坐标精度 ±0.00001 亩之内，视同 100 亩）。',
    );
  });

  it('writes a share in per cent, and what is missing in percentage points', () => {
    const share = (value: number, op: '<=' | '>=', bound: number, margin: number) =>
      finding({
        outcome: margin < 0 ? 'fail' : 'pass',
        measured: [{ what: 'ancillaryShare', value, unit: 'ratio' }],
        required: [{ what: 'ancillaryShare', op, value: bound, unit: 'ratio' }],
        margin: { value: margin, unit: 'ratio' },
      });
    const say = (f: Finding, language: 'zh' | 'en' = 'zh') => sayFinding(language, f, labels);
    expect(say(share(0.039_25, '<=', 0.07, 0.03))).toBe('非生产性用房占地比例 3.93%，要求 ≤ 7%。');
    expect(say(share(0.082_5, '<=', 0.07, -0.0125))).toBe('非生产性用房占地比例 8.25%，要求 ≤ 7%，超 1.25 个百分点。');
    expect(say(share(0.15, '>=', 0.2, -0.05), 'en')).toBe(
      'ancillary share of land 15.00%, required ≥ 20%, short by 5.00 percentage points.',
    );
    // Never rounded onto its bound, and what is missing never to nothing.
    expect(say(share(0.070_000_4, '<=', 0.07, -0.000_000_4))).toBe(
      '非生产性用房占地比例 7.00004%，要求 ≤ 7%，超 0.00004 个百分点。',
    );
    expect(say(share(0.07, '<=', 0.07, 0))).toBe('非生产性用房占地比例 7.00%，要求 ≤ 7%。');
  });

  it('names only the limbs that are met of a passed either-or', () => {
    const either = finding({
      outcome: 'pass',
      measured: [land(80), { what: 'floorArea', value: 120_000, unit: 'm2' }],
      required: [atLeast100, { what: 'floorArea', op: '>=', value: 100_000, unit: 'm2' }],
    });
    expect(sayFinding('zh', either, labels)).toBe('建筑面积 120,000.00 m²，要求 ≥ 100,000 m²。');
  });

  it('names the exception in play and leaves the decision to the authority', () => {
    const relaxed = finding({
      outcome: 'relaxed',
      measured: [land(80)],
      required: [atLeast100],
      trace: [{ depth: 0, node: 'scale.relaxed', outcome: 'relaxed' }],
    });
    expect(sayFinding('zh', relaxed, labels)).toContain('属“可适当降低的情形”，须由主管部门认定');
  });

  it('holds a measure between two bounds against each of them', () => {
    const at = (op: '>=' | '<=', value: number) => ({ what: 'industries', op, value, unit: 'count' }) as const;
    const two = { what: 'industries', value: 3, unit: 'count' } as const;
    const between = finding({ measured: [two, two], required: [at('>=', 1), at('<=', 2)] });
    expect(sayFinding('zh', between, labels)).toBe('industries 3，要求 1–2，超 1。');
    expect(sayFinding('en', between, labels)).toBe('industries 3, required 1–2, over by 1.');
    const none = { ...two, value: 0 };
    const empty = finding({ measured: [none, none], required: [at('>=', 1), at('<=', 2)] });
    expect(sayFinding('zh', empty, labels)).toBe('industries 0，要求 1–2，差 1。');
  });

  it('asks of what must not be for none, not for at most none', () => {
    const sold = finding({
      outcome: 'fail',
      measured: [{ what: 'sold', value: 2, unit: 'count' }],
      required: [{ what: 'sold', op: '<=', value: 0, unit: 'count' }],
    });
    expect(sayFinding('zh', sold, labels)).toBe('sold 2，应为 0，超 2。');
    expect(sayFinding('en', sold, labels)).toBe('sold 2, must be 0, over by 2.');
  });

  it('says of none what people say, where nothing more is asked and it is known', () => {
    const none = { zh: '无转租合同', en: 'no lease is sublet' };
    const words = { ...labels, measures: { sublet: { zh: '转租的租赁合同', en: 'sublet leases', none } } };
    const sublet = (value: number, outcome: 'pass' | 'fail') =>
      finding({
        outcome,
        measured: [{ what: 'sublet', value, unit: 'count' }],
        required: [{ what: 'sublet', op: '<=', value: 0, unit: 'count' }],
      });
    expect(sayFinding('zh', sublet(0, 'pass'), words)).toBe('无转租合同。');
    expect(sayFinding('en', sublet(0, 'pass'), words)).toBe('no lease is sublet.');
    expect(sayFinding('zh', sublet(1, 'fail'), words)).toBe('转租的租赁合同 1，应为 0，超 1。');
  });

  it('says a term in years and days', () => {
    const term = (value: number) =>
      finding({
        outcome: 'fail',
        measured: [{ what: 'term', value, unit: 'year' }],
        required: [{ what: 'term', op: '<=', value: 5, unit: 'year' }],
      });
    expect(sayFinding('zh', term(5 + 1 / 365), labels)).toBe('term 5 年 1 天，要求 ≤ 5 年，超 1 天。');
    expect(sayFinding('en', term(6 + 40 / 366), labels)).toBe(
      'term 6 years 40 days, required ≤ 5 years, over by 1 year 40 days.',
    );
    expect(sayFinding('zh', term(5.5), labels)).toBe('term 5 年 6 个月，要求 ≤ 5 年，超 6 个月。');
    expect(sayFinding('zh', term(5.003), labels)).toContain('term 5.003 年');
  });

  it('says of a phase that cannot be told what is missing', () => {
    const missing = [{ kind: 'parcel', id: 'B', field: 'geometry' }] as const;
    const rules = [{ rule: 'scale', outcome: 'unknown', measured: [], required: [], margin: null, missing }] as const;
    const open = finding({ outcome: 'pass', parts: [{ by: 'phase', part: '2', inputs: ['B'], measured: [], rules }] });
    expect(sayFinding('zh', open, labels)).toBe('phase 2：scale 资料不足（缺宗地 B 的有效界线）。');
    expect(sayFinding('en', open, labels)).toMatch(/scale .* \(missing: a valid boundary of parcel B\)\.$/);
  });

  it('says of a park without land that it lacks parcels', () => {
    const missing = [{ kind: 'park', id: 'P', field: 'geometry' }] as const;
    expect(missingText('zh', missing, labels)).toBe('园区 P 的宗地');
    expect(missingText('en', missing, labels)).toBe('parcels of park P');
  });

  it('tells each phase with its figures and what the size rule says of it alone', () => {
    const phase = {
      by: 'phase',
      part: '1',
      inputs: ['A'],
      measured: [land(60), { what: 'ancillaryShare', value: 0.05, unit: 'ratio' } as const],
      rules: [
        { rule: 'scale.manufacturing', outcome: 'advisory', measured: [], required: [], margin: null, missing: [] },
      ],
    } as const;
    const named = {
      ...labels,
      fields: { 'parcel.phase': { zh: '期次', en: 'phase' } },
      titles: { 'scale.manufacturing': { zh: '园区规模', en: 'size' } },
    };
    const phases = finding({ outcome: 'pass', parts: [phase, { ...phase, part: '2', rules: [] }] });
    expect(sayFinding('zh', phases, named)).toBe(
      '期次 1：占地面积 60.0000 亩，非生产性用房占地比例 5.00%，园区规模 未达原则性要求；' +
        '期次 2：占地面积 60.0000 亩，非生产性用房占地比例 5.00%。',
    );
    expect(sayFinding('en', phases, named)).toContain('phase 1: land area 60.0000 mu');
  });

  it('says on which side of an equality a figure lies', () => {
    const term = (value: number) =>
      finding({
        outcome: 'fail',
        measured: [{ what: 'heldTerm', value, unit: 'year' }],
        required: [{ what: 'heldTerm', op: '=', value: 50, unit: 'year' }],
      });
    expect(sayFinding('zh', term(51), labels)).toBe('heldTerm 51 年，要求 ＝ 50 年，超 1 年。');
    expect(sayFinding('en', term(51), labels)).toBe('heldTerm 51 years, required ＝ 50 years, over by 1 year.');
    expect(sayFinding('zh', term(48), labels)).toBe('heldTerm 48 年，要求 ＝ 50 年，差 2 年。');
  });

  it('gives both figures of a borderline finding, and what is left to do', () => {
    const other = {
      what: 'landArea',
      on: 'ellipsoid',
      basis: 'ellipsoid',
      value: 99.9911,
      outcome: 'advisory',
    } as const;
    const on = (basis: 'plane' | 'registered') =>
      finding({
        outcome: 'pass',
        measured: [{ ...land(100.0125), basis }],
        required: [atLeast100],
        borderline: [other],
      });
    expect(sayFinding('zh', on('plane'), labels)).toBe(
      '占地面积 100.0125 亩，要求 ≥ 100 亩；临界：按椭球面积 99.9911 亩，结论是“未达原则性要求”；以登记面积为准可定论。',
    );
    // Nothing is settled by a registered area where it is the registered area that was judged.
    expect(sayFinding('zh', on('registered'), labels)).toContain('；已按登记面积判断，请核对登记面积与界线。');
    expect(sayFinding('en', on('registered'), labels)).toBe(
      'land area 100.0125 mu, required ≥ 100 mu; borderline: on the ellipsoidal basis 99.9911 mu it would be ' +
        '"Below guideline"; judged by the registered area: check it against the boundary.',
    );
  });

  it('names the lease or unit that decides, and how many miss', () => {
    const late = (misses: number) =>
      finding({
        outcome: 'fail',
        measured: [{ what: 'leaseFiling', value: 31, unit: 'day', of: { kind: 'lease', id: 'L1', misses } }],
        required: [{ what: 'leaseFiling', op: '<=', value: 30, unit: 'day' }],
      });
    expect(sayFinding('zh', late(1), labels)).toBe('leaseFiling（租约 L1） 31 天，要求 ≤ 30 天，超 1 天。');
    expect(sayFinding('zh', late(3), labels)).toContain('（租约 L1 等 3 项）');
    expect(sayFinding('en', late(3), labels)).toContain('leaseFiling (lease L1 and 2 more) 31 days');
  });

  it('gives the other figure of an either-or in the unit of the limb it is of', () => {
    const floor = { what: 'floorArea', value: 99_999.96, unit: 'm2', basis: 'plane', resolution: 0.13 } as const;
    const either = finding({
      outcome: 'pass',
      measured: [land(65.2), floor],
      required: [atLeast100, { what: 'floorArea', op: '>=', value: 100_000, unit: 'm2' }],
      borderline: [{ what: 'floorArea', on: 'precision', basis: 'plane', value: 99_999.8272, outcome: 'advisory' }],
    });
    expect(sayFinding('zh', either, labels)).toContain('也可为 99,999.83 m²，');
  });

  it('gives the figure a boundary point may as well have', () => {
    const edge = { what: 'landArea', on: 'precision', basis: 'plane', value: 99.9999, outcome: 'advisory' } as const;
    const near = finding({ outcome: 'pass', measured: [land(100.0001, 2e-4)], required: [atLeast100] });
    expect(sayFinding('zh', { ...near, borderline: [edge] }, labels)).toContain(
      '；临界：在坐标精度之内也可为 99.9999 亩，结论是“未达原则性要求”；须核对界址点。',
    );
    expect(sayFinding('zh', { ...near, borderline: [{ ...edge, basis: 'registered' }] }, labels)).toContain(
      '；临界：登记面积的末位之内也可为 99.9999 亩，结论是“未达原则性要求”；须以写得更细的登记面积为准。',
    );
    expect(sayFinding('zh', { ...near, borderline: [{ ...edge, sigma: 0.01 }] }, labels)).toContain(
      '临界：在两倍中误差之内，须重新测量或以登记面积为准。',
    );
  });

  it('says the outcome where there is no number', () => {
    expect(sayFinding('zh', finding({ outcome: 'pass' }), labels)).toBe('符合。');
  });

  it('says of what contradicts itself that it does, not that it is missing', () => {
    const missing = ['heldAreaM2', 'floorArea'].map(
      (field) => ({ kind: 'park', id: 'P', field, clash: true }) as const,
    );
    const clash = finding({ outcome: 'unknown', missing });
    expect(sayFinding('zh', clash, labels)).toBe('填报相互矛盾：园区 P 的heldAreaM2、园区 P 的建筑面积。');
    expect(sayFinding('en', clash, labels)).toBe(
      'recorded values contradict each other: heldAreaM2 of park P; floor area of park P.',
    );
  });

  it('names the records and fields that are missing', () => {
    const missing = { kind: 'parcel', id: 'A', field: 'floorAreaM2' } as const;
    const open = finding({ outcome: 'unknown', missing: [missing] });
    expect(sayFinding('zh', open, labels)).toBe('缺宗地 A 的现状建筑面积。');
    expect(sayFinding('en', open, labels)).toBe('missing: existing floor area of parcel A.');
  });
});
