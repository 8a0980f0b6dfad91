import { describe, expect, it } from 'vitest';
import type { Finding } from '../policy/shape/finding.ts';
import type { Labels } from './labels.ts';
import { plainFinding } from './plain-findings.ts';

const labels: Labels = {
  measures: {
    landArea: { zh: '占地面积', en: 'land area' },
    share: { zh: '自持比例', en: 'share held', percent: true },
    siteCount: { zh: '分园数', en: 'number of sites' },
    heldTerm: { zh: '自持年限', en: 'term held' },
    industries: { zh: '主导产业数', en: 'leading industries' },
    sold: { zh: '售出单元', en: 'units sold', none: { zh: '没有售出', en: 'none is sold' } },
  },
  fields: {},
  values: {},
  titles: { adjacent: { zh: '宗地相邻', en: 'Adjacent parcels' }, duty: { zh: '公开选址', en: 'Sites made public' } },
  exceptions: { 'adjacent.because': { zh: '客观条件限制', en: 'constraints' } },
};

const finding = (fields: Partial<Finding>): Finding => ({
  rule: 'scale',
  clause: '4',
  phrase: '占地面积100亩以上',
  strength: 'principle',
  outcome: 'pass',
  measured: [],
  required: [],
  margin: null,
  missing: [],
  trace: [],
  repairs: [],
  ...fields,
});
const one = (
  what: string,
  value: number,
  op: '>=' | '>' | '<=' | '=',
  bound: number,
  fields: Partial<Finding> = {},
) => {
  const unit = what === 'landArea' ? 'mu' : what === 'share' ? 'ratio' : what === 'heldTerm' ? 'year' : 'count';
  return finding({ measured: [{ what, value, unit }], required: [{ what, op, value: bound, unit }], ...fields });
};
const zh = (f: Finding, lie: string | null = null) => plainFinding('zh', f, labels, lie);
const en = (f: Finding, lie: string | null = null) => plainFinding('en', f, labels, lie);

describe('a finding in plain words', () => {
  it('says what is met without signs and without needless digits', () => {
    expect(zh(one('landArea', 207.8, '>=', 100))).toBe('占地面积 207.8 亩，达到 100 亩的要求。');
    expect(en(one('landArea', 207.8, '>=', 100))).toBe('Land area 207.8 mu, at least the 100 mu asked for.');
    expect(zh(one('share', 0.25, '>=', 0.2))).toBe('自持比例 25%，达到 20% 的要求。');
    expect(zh(one('share', 0.0393, '<=', 0.07))).toBe('自持比例 3.93%，不超过 7%。');
    expect(zh(one('heldTerm', 50, '=', 50))).toBe('自持年限 50 年，符合要求。');
  });

  it('keeps the digits that tell a figure from its bound', () => {
    const near = one('landArea', 99.999_96, '>=', 100, { outcome: 'advisory' });
    expect(zh(near)).toBe('占地面积 99.99996 亩，原则上不低于 100 亩，差 0.00004 亩。');
    expect(en(near)).toBe('Land area 99.99996 mu, in principle at least 100 mu: 0.00004 mu short.');
  });

  it('says what is missed: in principle or in any case, and by how much', () => {
    const long = one('share', 0.0766, '<=', 0.07, { outcome: 'fail', strength: 'hard' });
    expect(zh(long)).toBe('自持比例 7.66%，要求不超过 7%，超 0.66 个百分点。');
    expect(en(long)).toBe('Share held 7.66%, must be at most 7%: 0.66 percentage points too much.');
    const measured = [
      { what: 'heldTerm', value: 20, unit: 'year', of: { kind: 'parcel', id: 'D06892', misses: 2 } },
    ] as const;
    const short = one('heldTerm', 20, '=', 50, { outcome: 'fail', measured });
    expect(zh(short)).toBe('自持年限（2 宗，最差的）20 年，应为 50 年，差 30 年。');
    expect(en(short)).toBe('Term held (the worst of 2 parcels) 20 years, must be 50 years: 30 years short.');
  });

  it('tells one record that misses from the whole park', () => {
    const measured = [
      { what: 'heldTerm', value: 20, unit: 'year', of: { kind: 'parcel', id: 'D06892', misses: 1 } },
    ] as const;
    const short = one('heldTerm', 20, '=', 50, { outcome: 'fail', measured });
    expect(zh(short)).toBe('自持年限（1 宗）20 年，应为 50 年，差 30 年。');
    expect(en(short)).toBe('Term held (1 parcel) 20 years, must be 50 years: 30 years short.');
  });

  it('names no parcel and no unit', () => {
    const measured = [
      { what: 'heldTerm', value: 50, unit: 'year', of: { kind: 'parcel', id: 'D06892', misses: 0 } },
    ] as const;
    expect(zh(one('heldTerm', 50, '=', 50, { measured }))).toBe('自持年限 50 年，符合要求。');
  });

  it('holds one measure against two bounds at once', () => {
    const between = (value: number, outcome: Finding['outcome']) => {
      const what = { what: 'industries', value, unit: 'count' } as const;
      const bounds = [
        { what: 'industries', op: '>=', value: 1, unit: 'count' },
        { what: 'industries', op: '<=', value: 2, unit: 'count' },
      ] as const;
      return finding({ outcome, measured: [what, what], required: bounds });
    };
    expect(zh(between(2, 'pass'))).toBe('主导产业数 2，在要求的 1–2 之内。');
    expect(zh(between(3, 'advisory'))).toBe('主导产业数 3，原则上为 1–2，超 1。');
  });

  it('says how sites lie in the place of their number, with its title', () => {
    const lie = '两处分园，相距 1.2 公里，同属一个镇（街道）';
    const apart = one('siteCount', 2, '<=', 1, { rule: 'adjacent', outcome: 'advisory' });
    expect(zh(apart, lie)).toBe(`宗地相邻：${lie}。`);
    expect(zh(one('siteCount', 1, '<=', 1, { rule: 'adjacent' }))).toBe('全园是一处，没有分开。');
    const trace = [{ node: 'adjacent.because', outcome: 'relaxed' }] as unknown as Finding['trace'];
    expect(zh({ ...apart, outcome: 'relaxed', trace }, lie)).toBe(
      `宗地相邻：${lie}；属“客观条件限制”，由主管部门认定。`,
    );
  });

  it('has the title before what does not speak for itself', () => {
    expect(zh(finding({ rule: 'duty' }))).toBe('公开选址：符合。');
    expect(zh(one('sold', 0, '<=', 0, { rule: 'duty' }))).toBe('没有售出。');
  });

  it('says of what lies at a bound that is left out that it is missed', () => {
    const half = one('share', 0.5, '>', 0.5, { outcome: 'advisory' });
    expect(zh(half)).toBe('自持比例 50%，原则上超过 50%。');
    expect(en(half)).toBe('Share held 50%, in principle more than 50%.');
    expect(zh(one('share', 0.51, '>', 0.5))).toBe('自持比例 51%，超过要求的 50%。');
  });

  it('says 原则上 of the limbs alone that are so', () => {
    const held = (share: number) => {
      const measured = [
        { what: 'share', value: share, unit: 'ratio' },
        { what: 'sold', value: 2, unit: 'count' },
      ] as const;
      const required = [
        { what: 'share', op: '>=', value: 0.2, unit: 'ratio' },
        { what: 'sold', op: '<=', value: 0, unit: 'count' },
      ] as const;
      const trace = [
        { depth: 0, node: 'all-of', outcome: 'fail' },
        { depth: 1, node: 'limit', outcome: share < 0.2 ? 'advisory' : 'pass' },
        { depth: 2, node: 'share', value: share },
        { depth: 1, node: 'count', outcome: 'fail' },
        { depth: 2, node: 'sold', value: 2 },
      ] as const;
      return finding({ outcome: 'fail', measured, required, trace });
    };
    expect(zh(held(0.15))).toBe('自持比例 15%，原则上不低于 20%，差 5 个百分点；售出单元 2，应为 0，超 2。');
    expect(en(held(0.3))).toBe('Share held 30%, at least the 20% asked for; units sold 2, must be 0: 2 too much.');
  });

  it('says where one of two is enough', () => {
    const measured = [
      { what: 'landArea', value: 80, unit: 'mu' },
      { what: 'industries', value: 1, unit: 'count' },
    ] as const;
    const required = [
      { what: 'landArea', op: '>=', value: 100, unit: 'mu' },
      { what: 'industries', op: '>=', value: 2, unit: 'count' },
    ] as const;
    const trace = [{ depth: 0, node: 'any-of', outcome: 'advisory' }] as const;
    const both = finding({ outcome: 'advisory', measured, required, trace });
    expect(zh(both)).toBe('占地面积 80 亩，原则上不低于 100 亩，差 20 亩；或主导产业数 1，原则上不低于 2，差 1。');
    expect(en(both)).toBe(
      'Land area 80 mu, in principle at least 100 mu: 20 mu short; or leading industries 1, in principle at least 2: 1 short.',
    );
  });

  it('names no record that data lack, of the park or of a phase of it', () => {
    const missing = ['B1', 'B2'].map((id) => ({ kind: 'building', id, field: 'use' }) as const);
    const measured = [{ what: 'share', value: 0.3, unit: 'ratio', end: 'at-least' }] as const;
    const fields = { measured, missing, outcome: 'fail', strength: 'hard' } as const;
    expect(zh(one('share', 0.3, '<=', 0.25, fields))).toBe(
      '自持比例 至少 30%，要求不超过 25%，超 5 个百分点；资料不全：建筑的use（2 栋）。',
    );
    const alone = { rule: 'scale', outcome: 'unknown', measured: [], required: [], margin: null, missing } as const;
    const area = [{ what: 'landArea', value: 144.46, unit: 'mu' }] as const;
    const parts = [{ by: 'phase', part: '1', inputs: ['D1'], measured: area, rules: [alone] }];
    expect(zh(finding({ rule: 'duty', parts }))).toBe('公开选址：phase 1：占地面积 144.46 亩，scale 资料不足。');
  });
});
