import type { ParkView, PolicyView, ProjectView } from '../../city/view.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';

export type PolicyRule = PolicyView['rules'][number];
export type PolicyClause = PolicyView['clauses'][number];

/** A clause with the rules that rest on its words. */
export interface RuledClause {
  readonly clause: PolicyClause;
  readonly rules: readonly PolicyRule[];
}

/** One park under one rule. */
export interface RuledPark {
  readonly view: ParkView;
  readonly finding: Finding;
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

/** Parks by rule, those it does not apply to left out. */
export function parksByRule(project: ProjectView | null): ReadonlyMap<string, readonly RuledPark[]> {
  const parks = new Map<string, RuledPark[]>();
  for (const view of project?.parks ?? [])
    for (const finding of view.findings) {
      if (finding.outcome === 'not-applicable') continue;
      const list = parks.get(finding.rule);
      if (list) list.push({ view, finding });
      else parks.set(finding.rule, [{ view, finding }]);
    }
  return parks;
}

/** Outcome by park, with what a trial flips. */
export const outcomesOf = (
  parks: readonly RuledPark[],
  flips: readonly { readonly park: string; readonly to: Outcome }[],
): ReadonlyMap<string, Outcome> =>
  new Map([
    ...parks.map(({ view, finding }) => [view.park.id, finding.outcome] as const),
    ...flips.map(({ park, to }) => [park, to] as const),
  ]);

export const idsOf = (parks: readonly RuledPark[]): ReadonlySet<string> =>
  new Set(parks.map(({ view }) => view.park.id));

export const parksOfFlips = (flips: readonly { readonly park: string }[]): ReadonlySet<string> =>
  new Set(flips.map(({ park }) => park));
