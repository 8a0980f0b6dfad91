import type { Client } from '../../client/client.ts';
import type { PackVersion } from '../../policy/history.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';
import type { Parameter } from '../../policy/what-if/parameters.ts';
import { isMissed } from '../../policy/outcomes.ts';
import type { OpenProject } from './project.svelte.ts';
import type { Trial } from './trial.svelte.ts';
import { numbersOf, ruledClauses, type PolicyRule } from '../law/ruled-clauses.ts';
import { idsOf, outcomesOf, parksByRule, parksOfFlips, type RuledPark } from '../law/ruled-parks.ts';

export type DeskView = 'rule' | 'trial' | 'history';

/** The policy view: which rule is read, and what it does to the parks that are open. */
export class PolicyDesk {
  ruleId = $state<string | null>(null);
  view = $state<DeskView>('rule');
  readonly #open: OpenProject;
  readonly #trial: Trial;
  readonly #client: Client;

  readonly clauses = $derived.by(() => (this.#open.policy ? ruledClauses(this.#open.policy) : []));
  readonly numbers = $derived(numbersOf(this.clauses));
  readonly rule: PolicyRule | null = $derived.by(
    () => this.#open.policy?.rules.find((rule) => rule.id === this.ruleId) ?? null,
  );
  readonly #parks = $derived.by(() => parksByRule(this.#open.project));
  /** Ids of the parks the map shows; null: all. */
  readonly visible = $derived.by(() => (this.ruleId === null ? null : idsOf(this.parksOf(this.ruleId))));

  /** What the trial flips under the rule that is read. */
  readonly flips = $derived.by(() => {
    const { difference, parameter } = this.#trial;
    const own = this.view === 'trial' && parameter?.rule === this.ruleId;
    return own && difference ? difference.flips.filter((flip) => flip.rule === this.ruleId) : [];
  });
  readonly trialFlips = $derived.by(() => parksOfFlips(this.flips));
  /** Verdicts the map and the axis show: those of the rule that is read, as the trial has them; null: each park's worst. */
  readonly outcomes = $derived.by(() =>
    this.ruleId === null ? null : outcomesOf(this.parksOf(this.ruleId), this.flips),
  );
  readonly trialTally = $derived.by(() => {
    const stays =
      this.ruleId === null ? [] : this.parksOf(this.ruleId).filter((p) => !this.trialFlips.has(p.view.park.id));
    const count = (test: (outcome: Outcome) => boolean) => stays.filter((p) => test(p.finding.outcome)).length;
    return {
      flipped: this.flips.length,
      flippedM2: this.flips.reduce((sum, { landM2 }) => sum + (landM2 ?? 0), 0),
      stillMet: count((outcome) => outcome === 'pass'),
      stillMissed: count(isMissed),
    };
  });

  /** Every pack there is; asked for when someone looks. */
  versions = $state.raw<readonly PackVersion[]>([]);

  constructor(open: OpenProject, trial: Trial, client: Client) {
    this.#client = client;
    this.#open = open;
    this.#trial = trial;
  }

  /** Figures of a rule's own test that can be tried; whether one thing is none at all is no matter of degree. */
  parametersOf(rule: string): readonly Parameter[] {
    const judged = this.#open.policy?.rules.find(({ id }) => id === rule);
    if (!judged || judged.about) return [];
    return (this.#open.policy?.parameters ?? []).filter(
      (p) => p.rule === rule && p.path[0] !== 'applies' && p.value !== 0,
    );
  }

  parksOf(rule: string): readonly RuledPark[] {
    return this.#parks.get(rule) ?? [];
  }

  count(rule: string, outcome: Outcome): number {
    return this.parksOf(rule).filter(({ finding }) => finding.outcome === outcome).length;
  }

  async askVersions() {
    if (this.versions.length > 0) return;
    this.versions = await this.#client.versions().catch(() => []);
  }

  choose(rule: string | null) {
    this.ruleId = rule;
    this.view = 'rule';
  }
}
