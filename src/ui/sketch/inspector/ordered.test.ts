import { describe, expect, it } from 'vitest';
import type { RuleRepairs } from '../../../policy/repairs/repairs.ts';
import type { Finding } from '../../../policy/shape/finding.ts';
import type { Outcome } from '../../../policy/shape/outcome.ts';
import { countsOf, ordered } from './ordered.ts';

const finding = (rule: string, outcome: Outcome): Finding => ({
  rule,
  clause: '8',
  phrase: '',
  strength: 'hard',
  outcome,
  measured: [],
  required: [],
  margin: null,
  missing: [],
  trace: [],
  repairs: [],
});
const storey: RuleRepairs = {
  rule: '',
  conflicts: [],
  repairs: [{ code: 'add-storey', steps: [{ kind: 'storeys', id: 'B', by: 1, byM2: 9 }], outcome: 'pass', breaks: [] }],
};
const late: RuleRepairs = {
  rule: '',
  conflicts: [],
  repairs: [
    {
      code: 'do-late',
      steps: [{ kind: 'done-late', of: 'lease', id: 'L', field: 'filedOn', on: '2026-01-01' }],
      outcome: 'fail',
      breaks: [],
    },
  ],
};
const rules = (rows: readonly { now: Finding }[]) => rows.map(({ now }) => now.rule);

describe('findings in the inspector', () => {
  const all = [
    finding('pass', 'pass'),
    finding('relaxed', 'relaxed'),
    finding('late', 'fail'),
    finding('advisory', 'advisory'),
    finding('na', 'not-applicable'),
    finding('fail', 'fail'),
    finding('unknown', 'unknown'),
  ];
  const repairs: Record<string, RuleRepairs> = { advisory: storey, fail: storey, late, relaxed: storey };
  const repairsOf = (rule: string) => repairs[rule] ?? null;

  it('what can be acted on comes first, what is not applicable last', () => {
    const found = ordered(all, null, repairsOf);
    expect(rules(found.acting)).toEqual(['fail', 'advisory', 'late', 'relaxed']);
    expect([rules(found.unknown), rules(found.passed), rules(found.apart)]).toEqual([['unknown'], ['pass'], ['na']]);
  });

  it('stand where they stood while something is in hand; what passed and does not any more comes out', () => {
    const now = all.map((own) =>
      own.rule === 'fail' ? finding('fail', 'pass') : own.rule === 'pass' ? finding('pass', 'advisory') : own,
    );
    const found = ordered(now, all, repairsOf);
    expect(rules(found.acting)).toEqual(['fail', 'advisory', 'late', 'relaxed', 'pass']);
    expect(found.acting[0]).toMatchObject({ now: { outcome: 'pass' }, before: { outcome: 'fail' } });
    expect(found.passed).toEqual([]);
  });

  it('are counted in the order of lists', () => {
    expect(countsOf(all).map(({ outcome, count }) => [outcome, count])).toEqual([
      ['fail', 2],
      ['advisory', 1],
      ['relaxed', 1],
      ['unknown', 1],
      ['pass', 1],
      ['not-applicable', 1],
    ]);
  });
});
