import type { Answer } from '../../../../city/calls.ts';
import { BASE, type ScenarioId, type ScenarioStep } from '../../../../desk/scenario.ts';
import type { ScenarioLine } from '../../../../city/scenarios/view.ts';
import type { Client } from '../../../../client/client.ts';
import { dayInChina } from '../../../../domain/china-day.ts';
import type { Refusal } from '../../../../domain/outcome.ts';
import { changeSentences } from '../../../../texts/changes.ts';
import { sayRefusal } from '../../../../texts/index.ts';
import { scenarioSentences } from '../../../../texts/scenarios.ts';
import type { SketchDesk } from '../sketch-desk.svelte.ts';
import type { SketchPage } from '../workbench.ts';

export type Compared = Exclude<Answer<'compareScenarios'>, null>;

/** What the panel asks of the page. */
export interface ScenarioPage extends SketchPage {
  readonly laying: { close(): void };
  readonly sketch: Pick<SketchDesk, 'refusal' | 'say'>;
  readonly floors: { close(): void };
}

/** So many are compared at once. */
const MOST_COMPARED = 3;

/** 方案: the one in hand and the others, gone between, compared, taken over. */
export class ScenarioDesk {
  isOpen = $state(false);
  /** Counts how often the panel was asked to be seen. */
  shown = $state(0);
  /** Those that are compared, the first read against. */
  chosen = $state.raw<readonly ScenarioId[]>([]);
  compared = $state.raw<Compared | null>(null);
  isComparing = $state(false);
  /** Why the last step was not done. */
  refusal = $state.raw<Refusal | null>(null);
  /** With which scenario that could not be done. */
  refusedOf = $state<ScenarioId | null>(null);
  /** A record that differs and is looked at, by table and key. */
  looked = $state<string | null>(null);
  readonly all = $derived.by(() => this.#page.open.history.scenarios.all);
  readonly hand = $derived.by(() => this.#page.open.history.scenarios.hand);
  readonly there: readonly ScenarioLine[] = $derived(this.all.filter(({ isDropped }) => !isDropped));
  readonly dropped: readonly ScenarioLine[] = $derived(this.all.filter(({ isDropped }) => isDropped));
  readonly #page: ScenarioPage;
  readonly #calls: Pick<Client, 'compareScenarios'>;
  /** The park that was in hand when one was left: it is in hand again there. */
  #parks: Readonly<Record<ScenarioId, string | null>> = {};
  #asked = 0;
  /** A person ticked, rather than the panel for them. */
  #isOwnChoice = false;

  constructor(page: ScenarioPage, calls: Pick<Client, 'compareScenarios'>) {
    this.#page = page;
    this.#calls = calls;
  }

  get #say() {
    return this.#page.settings.texts.scenarios;
  }

  /** There are others than the base. */
  get isBegun(): boolean {
    return this.all.length > 1;
  }

  nameOf(id: ScenarioId): string {
    return id === BASE ? this.#say.base : (this.all[id]?.name ?? '');
  }

  get refused(): string | null {
    const { language } = this.#page.settings;
    return this.refusal && sayRefusal(language, this.refusal, { ...scenarioSentences, ...changeSentences });
  }

  /** What the next one is called: by the first number no other has, dropped ones too; `taken`: names others have besides. */
  #nextName(taken: readonly string[]): string {
    const isFree = (name: string) => !taken.includes(name) && this.all.every((own) => own.name !== name);
    for (let n = 1; ; n++) if (isFree(this.#say.called(n))) return this.#say.called(n);
  }

  /** 另起, or 复制 of one that is not in hand: true once it is in hand. */
  async begin(of: ScenarioId = this.hand, taken: readonly string[] = []): Promise<boolean> {
    const name = this.#nextName(taken);
    const done = await this.#do({ do: 'begin', of, name }, () => this.#say.begun(this.nameOf(this.hand)));
    // Another window has given the name to its own, which may not be shown here yet.
    const isTaken = !done && this.refusal?.code === 'scenario-name-taken';
    return isTaken ? this.begin(of, [...taken, name]) : done;
  }

  go(of: ScenarioId): Promise<boolean> {
    if (of === this.hand) return Promise.resolve(true);
    return this.#do({ do: 'go', of }, () => this.#say.went(this.nameOf(of)));
  }

  rename(of: ScenarioId, name: string): Promise<boolean> {
    return this.#do({ do: 'rename', of, name }, () => this.#say.renamed(this.nameOf(of)));
  }

  drop(of: ScenarioId): Promise<boolean> {
    const name = this.nameOf(of);
    return this.#do({ do: 'drop', of }, () => this.#say.dropped(name));
  }

  restore(of: ScenarioId): Promise<boolean> {
    return this.#do({ do: 'restore', of }, () => this.#say.restored(this.nameOf(of)));
  }

  take(of: ScenarioId, reason: string): Promise<boolean> {
    return this.#do({ do: 'take', of, reason, on: dayInChina() }, () => this.#say.took(this.nameOf(of)));
  }

  async #do(step: ScenarioStep, said: () => string): Promise<boolean> {
    const { edits } = this.#page;
    this.#parks = { ...this.#parks, [this.hand]: this.#page.selection.parkId };
    this.refusal = null;
    const done = await edits.scenario(step);
    if (done && !done.ok) {
      this.refusal = done.refusal;
      this.refusedOf = step.of;
      this.#page.announcement = this.refused ?? '';
    }
    if (!done?.ok) return false;
    this.#holdPark();
    this.#page.announcement = said();
    return true;
  }

  #holdPark(): void {
    const { selection, open } = this.#page;
    const id = this.#parks[this.hand];
    if (selection.parkId === null && id && open.project?.parks.some((park) => park.id === id))
      this.#page.selectPark(id, false);
  }

  open(): void {
    // They stand in the same place.
    this.#page.laying.close();
    this.#page.floors.close();
    this.isOpen = true;
    this.shown++;
    if (this.chosen.length < 2) this.#chooseFirst();
  }

  close(): void {
    this.isOpen = false;
    this.looked = null;
    this.refusal = null;
  }

  /** The base, the one in hand, and those begun last, as many as are compared. */
  #chooseFirst(): void {
    this.#isOwnChoice = false;
    const others = this.there.map(({ id }) => id).filter((id) => id !== BASE && id !== this.hand);
    const inHand = this.hand === BASE ? [] : [this.hand];
    const all = [BASE, ...inHand, ...others.toReversed()].slice(0, MOST_COMPARED).sort((a, b) => a - b);
    this.chosen = all.length > 1 ? all : [];
  }

  /** What could not be done in one that was begun for it leaves none behind; who has gone to another by now stays there. */
  async giveUp(begun: ScenarioId, of: ScenarioId): Promise<void> {
    const { refusal } = this.#page.sketch;
    const isInHand = this.hand === begun;
    if ((await this.drop(begun)) && isInHand) await this.go(of);
    this.#page.sketch.say(refusal);
  }

  get canChooseMore(): boolean {
    return this.chosen.length < MOST_COMPARED;
  }

  /** In the order of the list. */
  toggle(id: ScenarioId): void {
    this.#isOwnChoice = true;
    const rest = this.chosen.filter((own) => own !== id);
    if (rest.length < this.chosen.length) this.chosen = rest;
    else if (this.canChooseMore) this.chosen = [...this.chosen, id].sort((a, b) => a - b);
  }

  /** While the panel is open, whenever the land, the law or what is compared is another. */
  async follow(): Promise<void> {
    const asked = ++this.#asked;
    const kept = this.chosen.filter((id) => this.there.some((own) => own.id === id));
    if (kept.length < this.chosen.length) this.chosen = kept;
    if (this.chosen.length === 0 && this.isBegun && !this.#isOwnChoice) this.#chooseFirst();
    if (this.chosen.length < 2) {
      this.compared = null;
      this.isComparing = false;
      return;
    }
    this.isComparing = true;
    const park = this.#page.park?.key ?? null;
    const compared = await this.#calls.compareScenarios({ scenarios: this.chosen, park }).catch(() => null);
    if (asked !== this.#asked) return;
    this.isComparing = false;
    this.compared = compared;
  }

  /** Another project is open. */
  clear(): void {
    this.close();
    this.#asked++;
    this.chosen = [];
    this.compared = null;
    this.#parks = {};
  }
}
