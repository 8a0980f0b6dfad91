import { describe, expect, it } from 'vitest';
import type { Pack } from '../../src/policy/shape/pack.ts';
import { loadPack } from '../../src/policy/load/pack.ts';
import { findingsOf, packTexts, type Case } from './cases.ts';

/*
 * What one rule asks of another asks for its day too: an exception that has ended relaxes nothing, and a rule that is not
 * in force is not missed.
 */
function packWith(...changes: readonly (readonly [string, string])[]): Pack {
  const texts = packTexts('zhengzhou-draft');
  const rules = changes.reduce((text, [old, now]) => {
    if (!text.includes(old)) throw new Error(`no ${old}`);
    return text.replace(old, now);
  }, texts['rules.yaml']);
  const loaded = loadPack({ ...texts, 'rules.yaml': rules });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal));
  return loaded.value;
}

const small: Case = {
  name: 'too small, nested',
  base: { park: { parkType: 'manufacturing', origin: 'nested' } },
  parcels: [{ id: 'A', mu: 50, status: 'in-use', districtCode: '410122' }],
  buildings: [{ id: 'B', floorAreaM2: 1000 }],
  expect: {},
};
const outcomeOf = (rule: string, of: Case, date: string, pack: Pack) =>
  findingsOf({ ...of, date }, pack).find((f) => f.rule === rule)?.outcome;

describe('an exception that is a rule', () => {
  const pack = packWith(['  - id: scale.relaxed\n', '  - id: scale.relaxed\n    until: 2026-06-30\n']);

  it.each([
    ['2026-06-30', 'relaxed'],
    ['2026-07-01', 'advisory'],
  ])('on %s leaves a park too small %s', (date, outcome) => {
    expect(outcomeOf('scale.manufacturing', small, date, pack)).toBe(outcome);
  });

  it('says nothing itself once it has ended', () => {
    expect(outcomeOf('scale.relaxed', small, '2026-06-30', pack)).toBe('relaxed');
    expect(outcomeOf('scale.relaxed', small, '2026-07-01', pack)).toBeUndefined();
  });

  it('is not needed by a rule that has ended', () => {
    const ended = packWith(['  - id: scale.manufacturing\n', '  - id: scale.manufacturing\n    until: 2026-06-30\n']);
    expect(outcomeOf('scale.relaxed', small, '2026-06-30', ended)).toBe('relaxed');
    expect(outcomeOf('scale.relaxed', small, '2026-07-01', ended)).toBe('not-applicable');
  });
});

describe('an exception of a rule itself', () => {
  const pack = packWith(['      - id: far.limited\n', '      - id: far.limited\n        until: 2026-06-30\n']);
  const low: Case = {
    name: 'too low for a reason',
    base: { park: { origin: 'new', farLimitReason: '紧邻危化品仓库' } },
    parcels: [{ id: 'A', mu: 50, landClass: { system: 'planning-guide-2023', code: '100101' } }],
    buildings: [{ id: 'B', floorAreaM2: 1000, use: 'production' }],
    expect: {},
  };

  it.each([
    ['2026-06-30', 'relaxed'],
    ['2026-07-01', 'advisory'],
  ])('on %s leaves a low plot ratio %s', (date, outcome) => {
    expect(outcomeOf('far.minimum', low, date, pack)).toBe(outcome);
  });
});

describe('the part of a park judged alone', () => {
  it('knows the days of the rules and of their exceptions', () => {
    const pack = packWith(['  - id: scale.relaxed\n', '  - id: scale.relaxed\n    until: 2026-06-30\n']);
    const phased: Case = {
      ...small,
      parcels: [{ id: 'A', mu: 50, phase: 1, status: 'in-use', districtCode: '410122' }],
    };
    const alone = (date: string) =>
      findingsOf({ ...phased, date }, pack).find((f) => f.rule === 'phases')!.parts![0].rules[0].outcome;
    expect([alone('2026-06-30'), alone('2026-07-01')]).toEqual(['relaxed', 'advisory']);
  });
});
