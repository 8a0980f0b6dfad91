import type { Client } from '../../client/client.ts';
import type { PackVersion } from '../../policy/history.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';
import type { Parameter } from '../../policy/what-if/parameters.ts';
import { isMissed } from '../../policy/outcomes.ts';
import type { RuledPark as Ruled, RuleTally } from '../../city/view.ts';
import type { OpenProject } from './project.svelte.ts';
import type { Prepared } from './shown-project.svelte.ts';
import type { Trial } from './trial.svelte.ts';
import { numbersOf, ruledClauses, type PolicyRule } from '../law/ruled-clauses.ts';
import { besideLines, idsOf, outcomesByPark, parksOfFlips, type RuledPark } from '../law/ruled-parks.ts';

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
  /** What every rule comes to; null until it is asked for. */
  tallies = $state.raw<Readonly<Record<string, RuleTally>> | null>(null);
  /** The parks of the rule that is read; until another’s are here those of the rule before. */
  readonly parks: readonly RuledPark[] = $derived.by(() => besideLines(this.#ruled, this.#open.project?.parks ?? []));
  #ruled = $state.raw<readonly Ruled[]>([]);
  /** Whether those of the rule that is read are on their way. */
  waiting = $state(false);
  #looking = false;
  #asked = 0;
  /** Ids of the parks the map shows; null: all. */
  readonly visible = $derived.by(() => (this.ruleId === null ? null : idsOf(this.parks)));

  /** What the trial flips under the rule that is read. */
  readonly flips = $derived.by(() => {
    const { difference, parameter } = this.#trial;
    const own = this.view === 'trial' && parameter?.rule === this.ruleId;
    return own && difference ? difference.flips.filter((flip) => flip.rule === this.ruleId) : [];
  });
  readonly trialFlips = $derived.by(() => parksOfFlips(this.flips));
  /** Verdicts the map and the axis show: those of the rule that is read, as the trial has them; null: each park's worst. */
  readonly outcomes = $derived.by(() => (this.ruleId === null ? null : outcomesByPark(this.parks, this.flips)));
  readonly trialTally = $derived.by(() => {
    const stays = this.ruleId === null ? [] : this.parks.filter(({ line }) => !this.trialFlips.has(line.id));
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
    open.followers.push(() => (this.#looking ? this.#prepare() : Promise.resolve(() => undefined)));
  }

  /** Asks for what every rule comes to, and for the parks of the one that is read. */
  async look(): Promise<void> {
    this.#looking = true;
    this.waiting = true;
    (await this.#prepare())();
  }

  /** Nobody looks any more. */
  leave(): void {
    this.#looking = this.waiting = false;
    this.#asked++;
  }

  async #prepare(): Promise<Prepared> {
    const turn = ++this.#asked;
    const rule = this.ruleId;
    const told = await Promise.all([
      this.#client.tallies().catch(() => null),
      rule === null ? [] : this.#client.ruled({ rule }).catch(() => null),
    ]);
    return () => {
      if (turn !== this.#asked) return;
      const [tallies, ruled] = told;
      this.waiting = false;
      if (tallies) this.tallies = tallies;
      if (ruled) this.#ruled = ruled;
    };
  }

  /** Figures of a rule's own test that can be tried; whether one thing is none at all is no matter of degree. */
  parametersOf(rule: string): readonly Parameter[] {
    const judged = this.#open.policy?.rules.find(({ id }) => id === rule);
    if (!judged || judged.about) return [];
    return (this.#open.policy?.parameters ?? []).filter(
      (p) => p.rule === rule && p.path[0] !== 'applies' && p.value !== 0,
    );
  }

  count(rule: string, outcome: Outcome): number {
    return this.tallies?.[rule]?.outcomes[outcome] ?? 0;
  }

  /** How many parks a rule applies to. */
  parkCount(rule: string): number {
    return Object.values(this.tallies?.[rule]?.outcomes ?? {}).reduce((sum, count) => sum + count, 0);
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
