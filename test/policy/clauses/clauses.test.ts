import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytes, collection } from '../../helpers/city.ts';
import { yuantu } from '../../helpers/command.ts';
import { date, featuresOf, type Case } from './case.ts';
import { ratios, scale } from './land.ts';
import { leases } from './leases.ts';
import { others } from './others.ts';
import { sales } from './sales.ts';
import { sites } from './sites.ts';

/*
 * Every clause that has a number, held against the words of the policy through a real file and the command: exactly at
 * its bound, one step to either side, and with what it asks for missing. The figures are worked out by hand from the
 * clause (the sums stand beside the cases), never by the code under test. All parks travel in one file, 3 km apart.
 */
interface Found {
  readonly rule: string;
  readonly clause: string;
  readonly outcome: string;
  readonly message: string;
  readonly repairs: readonly { readonly message: string }[];
  readonly required: readonly unknown[];
}

const groups = { scale, ratios, sales, leases, sites, others };
const all = Object.values(groups).flat();
const folder = mkdtempSync(path.join(tmpdir(), 'yuantu-clauses-'));
afterAll(() => rmSync(folder, { recursive: true }));

let checked: { readonly code: number; readonly parks: readonly { readonly findings: readonly Found[] }[] };
beforeAll(async () => {
  const file = path.join(folder, 'clauses.geojson');
  writeFileSync(file, bytes(collection(...all.flatMap(featuresOf))));
  const { code, out, err } = await yuantu('check', file, '--json', '--date', date);
  if (!out) throw new Error(err);
  checked = { code, ...(JSON.parse(out) as Pick<typeof checked, 'parks'>) };
});
const found = (of: Case, rule: string): Found => checked.parks[all.indexOf(of)].findings.find((f) => f.rule === rule)!;

describe.each(Object.entries(groups))('%s', (_, cases) => {
  it.each(cases)('$name', (one) => {
    const outcomes = Object.keys(one.expect).map((rule) => [rule, found(one, rule).outcome]);
    expect(Object.fromEntries(outcomes)).toEqual(one.expect);
  });
});

describe('the command', () => {
  it('ends with 1, because hard rules fail', () => expect(checked.code).toBe(1));

  it('says by how much each bound is missed, and of which clause', () => {
    const said = (name: string, rule: string) => {
      const { clause, message } = found(
        all.find((c) => c.name === name)!,
        rule,
      );
      return `第${clause}条：${message}`;
    };
    expect(said('66 666.66 m² and 99 999.99 m² of floor: both short', 'scale.manufacturing')).toBe(
      '第4条：占地面积 99.99999 亩，要求 ≥ 100 亩，差 0.00001 亩；建筑面积 99,999.99 m²，要求 ≥ 100,000 m²，差 0.01 m²。',
    );
    expect(said('a hundredth above both', 'ancillary.land')).toContain('7.0001%，要求 ≤ 7%，超 0.0001 个百分点');
    expect(said('use of one building not known: too much without it', 'ancillary.land')).toMatch(
      /30\.00%，要求 ≤ 7%，超 23\.00 个百分点；缺建筑 P\d+-B2 的用途/,
    );
    expect(said('299.99 m² in 3 storeys', 'unit.high')).toContain('299.99 m²，要求 ≥ 300 m²，差 0.01 m²');
    const twice = 'number 1 of two buildings, each sold to a person';
    expect(said(twice, 'buyer')).toContain('单元 2，应为 0，超 2');
    expect(said(twice, 'unit.high')).toMatch(/（分割单元 P\d+-B0\/1） 250\.00 m²，要求 ≥ 300 m²，差 50\.00 m²/);
    expect(said('one step over each', 'lease.term')).toBe('第12条：租期（租约 L0） 5 年 1 天，要求 ≤ 5 年，超 1 天。');
    expect(said('two townships', 'sites.township')).toBe('第15条：所在镇（街道）数 2，要求 ＝ 1，超 1。');
    expect(said('floor area of the parcel, and no building', 'buyer')).toMatch(/缺宗地 P\d+-0 的建筑明细/);
  });

  it('says of a filing done too late that it cannot be made good', () => {
    const late = found(
      all.find((c) => c.name === 'one step over each')!,
      'lease.filing',
    );
    expect(late.repairs.map((r) => r.message)).toEqual([
      '租约 L0 的网签备案日期为 2026-04-02，已逾期，事后不能补正；日期填错的请更正。',
    ]);
  });
});
