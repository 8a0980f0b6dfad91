import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/policy/context.ts';
import { evaluateJurisdictions } from '../../src/policy/evaluate.ts';
import { outcomes } from '../../src/policy/outcomes.ts';
import { dictionaryOf } from '../../src/formats/fields/dictionary.ts';
import { findingsOf, readCases, readPack } from './cases.ts';

const pack = readPack('zhengzhou-draft');
const cases = readCases();

describe('evaluation', () => {
  it('is deterministic and leaves its inputs alone', () => {
    for (const c of cases) {
      const before = structuredClone(c);
      expect(findingsOf(c, pack)).toEqual(findingsOf(c, pack));
      expect(c).toEqual(before);
    }
  });

  it('gives one finding per rule, in the order of the pack, quoting its clause', () => {
    const ids = pack.rules.filter((r) => !r.about).map((r) => r.id);
    for (const finding of cases.flatMap((c) => findingsOf(c, pack))) {
      const clause = pack.clauses.find((k) => k.id === finding.clause)!;
      expect(clause.text).toContain(finding.phrase);
    }
    for (const c of cases.filter((k) => k.of === undefined))
      expect(findingsOf(c, pack).map((f) => f.rule)).toEqual(ids);
  });

  it('says what is missing whenever it is unknown, and only then has no number to show', () => {
    for (const finding of cases.flatMap((c) => findingsOf(c, pack))) {
      expect(finding.missing.length > 0).toBe(finding.outcome === 'unknown');
      // A rule without a number has no margin; one that excludes its number is missed at it.
      if (finding.margin === null) continue;
      if (finding.outcome === 'pass') expect(finding.margin.value).toBeGreaterThanOrEqual(0);
      if (finding.outcome === 'advisory' || finding.outcome === 'fail')
        expect(finding.margin.value).toBeLessThanOrEqual(0);
    }
  });

  it('names every measure, unit and field it speaks of in the pack', () => {
    const fields = new Set(Object.values(pack.fields).flatMap((kind) => Object.keys(kind)));
    for (const { measured, required, missing } of cases.flatMap((c) => findingsOf(c, pack))) {
      for (const { what, unit } of [...measured, ...required]) {
        expect(pack.measures[what].en && pack.measures[what].zh).toBeTruthy();
        expect(pack.units).toHaveProperty(unit);
      }
      for (const { field, clash } of missing)
        expect(
          ['geometry', 'buildings'].includes(field) || fields.has(field) || (clash && field in pack.measures),
        ).toBe(true);
    }
  });

  it('marks the bounds that stand in the data, and no others', () => {
    const own = new Set<string>();
    for (const { rule, required } of cases.flatMap((c) => findingsOf(c, pack)))
      for (const bound of required) {
        if (bound.ofRecord) own.add(rule);
        // Thirty days are the law's; a last day that moved on is the lease's.
        if (rule === 'lease.filing') expect(bound.ofRecord ?? false).toBe(bound.value !== 30);
      }
    expect([...own].sort()).toEqual(['held.term', 'lease.filing', 'lease.rent', 'performance', 'price']);
  });

  it('covers every outcome', () => {
    const seen = new Set(cases.flatMap((c) => findingsOf(c, pack).map((f) => f.outcome)));
    expect([...seen].sort()).toEqual([...outcomes].sort());
  });

  it('of the jurisdictions are one entry for each of the list', () => {
    const context = contextOf({ zones: [], jurisdictions: [] }, pack);
    const found = evaluateJurisdictions(pack, [], context, '2026-01-01');
    expect(found.map((j) => j.id)).toEqual(pack.jurisdictions.map((j) => j.code));
  });
});

describe('names accepted on import', () => {
  it.each([
    ['面积', 'statedAreaM2'],
    ['用途', 'landClass'],
    ['容积率', 'plannedFar'],
    ['登记面积', 'statedAreaM2'],
  ])('%s of a parcel is %s', (alias, field) => expect(dictionaryOf(pack.fields).fieldOf('parcel', alias)).toBe(field));

  it('belong to one field each within a kind of record', () => {
    for (const kind of Object.keys(pack.fields) as (keyof typeof pack.fields)[]) {
      const names = Object.values(pack.fields[kind]).flatMap((f) => [...new Set([f.zh, f.en, ...f.aliases])]);
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    }
  });
});
