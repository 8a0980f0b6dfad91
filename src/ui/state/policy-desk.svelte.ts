import type { Outcome } from '../../policy/finding.ts';
import type { OpenProject } from './project.svelte.ts';
import { idsOf, numbersOf, outcomesOf, parksByRule, ruledClauses, type PolicyRule, type RuledPark } from './ruled.ts';

export type DeskView = 'rule' | 'trial' | 'history';

/** The policy view: which rule is read, and what it does to the parks that are open. */
export class PolicyDesk {
  ruleId = $state<string | null>(null);
  view = $state<DeskView>('rule');
  readonly #open: OpenProject;

  readonly clauses = $derived.by(() => (this.#open.policy ? ruledClauses(this.#open.policy) : []));
  readonly numbers = $derived(numbersOf(this.clauses));
  readonly rule: PolicyRule | null = $derived.by(
    () => this.#open.policy?.rules.find((rule) => rule.id === this.ruleId) ?? null,
  );
  readonly #parks = $derived.by(() => parksByRule(this.#open.project));
  /** Ids of the parks the map shows; null: all. */
  readonly visible = $derived.by(() => (this.ruleId === null ? null : idsOf(this.parksOf(this.ruleId))));

  /** Verdicts the map shows: those of the rule that is read; null: each park's worst. */
  readonly outcomes = $derived.by(() => (this.ruleId === null ? null : outcomesOf(this.parksOf(this.ruleId))));

  constructor(open: OpenProject) {
    this.#open = open;
  }

  parksOf(rule: string): readonly RuledPark[] {
    return this.#parks.get(rule) ?? [];
  }

  count(rule: string, outcome: Outcome): number {
    return this.parksOf(rule).filter(({ finding }) => finding.outcome === outcome).length;
  }

  choose(rule: string | null) {
    this.ruleId = rule;
    this.view = 'rule';
  }
}
