import type { PolicyView } from '../../city/view.ts';

export type PolicyRule = PolicyView['rules'][number];
type PolicyClause = PolicyView['clauses'][number];

/** A clause with the rules that rest on its words. */
export interface RuledClause {
  readonly clause: PolicyClause;
  readonly rules: readonly PolicyRule[];
}

/** Clauses in the order of the text; rules in the order their words stand in it. */
export function ruledClauses(policy: PolicyView): RuledClause[] {
  const place = (clause: PolicyClause, { phrase }: PolicyRule) => clause.text.indexOf(phrase.split('…')[0]);
  return policy.clauses.map((clause) => ({
    clause,
    rules: policy.rules.filter((rule) => rule.clause === clause.id).sort((a, b) => place(clause, a) - place(clause, b)),
  }));
}

/** Rules are numbered as they stand in the text. */
export const numbersOf = (clauses: readonly RuledClause[]): ReadonlyMap<string, number> =>
  new Map(clauses.flatMap(({ rules }) => rules).map((rule, i) => [rule.id, i + 1]));
