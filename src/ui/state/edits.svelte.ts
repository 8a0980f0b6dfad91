import type { Change, ChangeNote } from '../../domain/land/change.ts';
import type { Refusal, Result } from '../../domain/outcome.ts';
import { wordsAsked, type Answers, type WordsAsked } from '../../policy/repairs/words.ts';
import type { Repair } from '../../policy/shape/finding.ts';
import type { MendStep } from '../../policy/shape/mend-step.ts';
import { sayChangeNote } from '../../texts/change-notes.ts';
import { changeSentences, draftSentences } from '../../texts/changes.ts';
import { outcomeWord, sayRefusal } from '../../texts/index.ts';
import { labelsFrom } from '../../texts/labels.ts';
import { sayRepair } from '../../texts/policy-repairs.ts';
import type { NamedBytes } from '../../formats/contract.ts';
import type { ParkLine, ParkView } from '../../city/view.ts';
import type { Workspace } from '../address/address.ts';
import type { OpenProject } from './project.svelte.ts';
import type { Settings } from './settings.svelte.ts';

/** What someone has typed for a repair, by the place of the step: several names, or one text. */
export type Draft = Record<number, string[]>;

/** What changing the open land asks of the page. */
export interface EditsPage {
  readonly open: OpenProject;
  readonly settings: Settings;
  readonly park: ParkLine | null;
  readonly parkView: ParkView | null;
  /** Said to a screen reader once. */
  announcement: string;
  readonly workspace: Workspace;
  goTo(workspace: 'public'): void;
}

/** What someone does to the open land: a repair applied, a step undone or done again, all of it saved. */
export class Edits {
  busy = $state(false);
  /** Why a step could not be undone, done again or saved. */
  failure = $state.raw<string | null>(null);
  /** Why a repair was not applied, and which. */
  #refused = $state.raw<{ readonly of: string; readonly refusal: Refusal } | null>(null);
  #drafts = $state<Record<string, Draft>>({});
  /** Something is to be opened once it is said what becomes of the changes. */
  waiting = $state(false);
  #answer: ((isAgreed: boolean) => void) | null = null;
  #moving: Promise<void> = Promise.resolve();
  /** Counts what was done, undone and done again. */
  moves = $state(0);
  readonly #page: EditsPage;

  constructor(page: EditsPage) {
    this.#page = page;
  }

  /** The step that is undone next, and the one that is done again. */
  get last(): ChangeNote | null {
    return this.#page.open.history.undo;
  }

  get next(): ChangeNote | null {
    return this.#page.open.history.redo;
  }

  get unsaved(): number {
    return this.#page.open.history.unsaved;
  }

  /** The same of all scenarios together: what would be lost where the device keeps nothing. */
  get unsavedInAll(): number {
    return this.#page.open.history.scenarios.unsaved;
  }

  /** Whether everything that was done is on this device. */
  get isKept(): boolean {
    return this.#page.open.unkept === null;
  }

  /** Why it is not; null where it is, or nothing was done. */
  get unkept(): string | null {
    const { open, settings } = this.#page;
    return open.unkept ? sayRefusal(settings.language, open.unkept, draftSentences) : null;
  }

  nameOf(note: ChangeNote): string {
    const { open, settings } = this.#page;
    return sayChangeNote(settings.language, note, this.#titles, open.policy ?? undefined);
  }

  /** The same where it stands in the card of the park: that need not be named. */
  nameHere(note: ChangeNote): string {
    const { park, settings } = this.#page;
    const isHere = park !== null && note.params.park === (park.name ?? park.id);
    return sayChangeNote(
      settings.language,
      isHere ? { ...note, params: { ...note.params, park: '' } } : note,
      this.#titles,
    );
  }

  /** What is typed for a repair; it stays until the repair is applied, whatever is read meanwhile. */
  draftOf(rule: string, steps: readonly MendStep[]): Draft {
    return this.#drafts[keyOf(rule, steps)];
  }

  /** Opens the draft: with the day with which the repair was judged, and nothing else. */
  begin(rule: string, steps: readonly MendStep[]): void {
    this.#drafts[keyOf(rule, steps)] ??= Object.fromEntries(
      wordsAsked(steps).map((asked) => [asked.step, blank(asked)]),
    );
  }

  refusalOf(rule: string, steps: readonly MendStep[]): string | null {
    const { open, settings } = this.#page;
    if (this.#refused?.of !== keyOf(rule, steps)) return null;
    return sayRefusal(settings.language, this.#refused.refusal, changeSentences, open.policy ?? undefined);
  }

  dismiss(): void {
    this.#refused = null;
  }

  /** 采用: true once it is done and shown. */
  async mend(rule: string, repair: Repair): Promise<boolean> {
    const { open, settings, parkView } = this.#page;
    if (this.busy || !parkView) return false;
    const { steps } = repair;
    const answers = answersIn(wordsAsked(steps), this.draftOf(rule, steps));
    const of = keyOf(rule, steps);
    this.#refused = null;
    const done = await this.#working(async () => {
      const change = await open.mend({ park: parkView.key, rule, steps, answers });
      return change?.ok ? open.change(change.value) : change;
    });
    if (done && !done.ok) this.#refused = { of, refusal: done.refusal };
    if (!done?.ok) return false;
    delete this.#drafts[of];
    const { language, texts } = settings;
    const what = sayRepair(language, { ...repair, breaks: [] }, labelsFrom(open.policy), {});
    const now = this.#page.parkView?.findings.find((finding) => finding.rule === rule)?.outcome ?? repair.outcome;
    this.#page.announcement = texts.edits.applied(what, this.#titles[rule] ?? rule, outcomeWord(language, now));
    return true;
  }

  /** A change that was made elsewhere; null where it was not answered. */
  change(change: Change): Promise<Result<unknown> | null> {
    return this.#working(() => this.#page.open.change(change));
  }

  /** One that is made of the land as it is: nothing else is asked of it meanwhile. */
  changeMade(make: () => Promise<Result<Change> | null>): Promise<Result<unknown> | null> {
    return this.#working(async () => {
      const made = await make();
      return made?.ok ? this.#page.open.change(made.value) : made;
    });
  }

  /** Something with scenarios 方案; null where it was not answered. */
  scenario(step: Parameters<OpenProject['scenario']>[0]): ReturnType<OpenProject['scenario']> {
    return this.#working(() => this.#page.open.scenario(step));
  }

  undo(): Promise<void> {
    return this.#move(
      () => this.last,
      () => this.#page.open.undo(),
      'undone',
    );
  }

  redo(): Promise<void> {
    return this.#move(
      () => this.next,
      () => this.#page.open.redo(),
      'redone',
    );
  }

  /** All that is open, with what was changed, as a file; null where it could not be made: then that is said. */
  async file(format: 'ytp' | 'geojson'): Promise<NamedBytes | null> {
    const { open, settings } = this.#page;
    const made = await this.#working(() => open.save(format));
    if (!made?.ok) {
      if (made) this.failure = sayRefusal(settings.language, made.refusal);
      return null;
    }
    this.#page.announcement = settings.texts.edits.saved(made.value.name);
    return made.value;
  }

  /** Whether something else may be opened: at once where all is saved, else as someone says. */
  async mayGo(): Promise<boolean> {
    // What is kept as a draft can be opened again.
    if (this.unsavedInAll === 0 || this.isKept) return true;
    this.#answer?.(false);
    this.waiting = true;
    // It is asked beside the map, which the desk of the law has no room for.
    if (this.#page.workspace !== 'sketch') this.#page.goTo('public');
    return new Promise((answer) => (this.#answer = answer));
  }

  /** What becomes of what waits to be opened. */
  answer(isAgreed: boolean): void {
    this.waiting = false;
    this.#answer?.(isAgreed);
    this.#answer = null;
  }

  /** What had the focus may be gone with what was done: who shows the steps takes it. */
  moved(): void {
    this.moves++;
  }

  /** Another project is open. */
  clear(): void {
    this.#drafts = {};
    this.#refused = this.failure = null;
    this.answer(false);
  }

  /** One after the other: a key that is pressed twice takes back two steps. */
  #move(
    noteOf: () => ChangeNote | null,
    move: () => Promise<Result<unknown> | null>,
    said: 'undone' | 'redone',
  ): Promise<void> {
    const own = this.#moving.then(async () => {
      const note = noteOf();
      if (!note || this.busy) return;
      const done = await this.#working(move);
      const { language, texts } = this.#page.settings;
      if (done?.ok) this.#page.announcement = texts.edits[said](this.nameOf(note));
      else if (done) this.failure = sayRefusal(language, done.refusal, changeSentences);
      this.moved();
    });
    this.#moving = own.catch(() => undefined);
    return own;
  }

  /** Null where it was not answered: then that is said. */
  async #working<T>(work: () => Promise<T | null>): Promise<T | null> {
    this.busy = true;
    this.failure = null;
    const done = await work().catch(() => null);
    this.busy = false;
    if (done === null) this.failure = this.#page.settings.texts.edits.failed;
    return done;
  }

  get #titles(): Readonly<Record<string, string>> {
    const { open, settings } = this.#page;
    return Object.fromEntries((open.policy?.rules ?? []).map(({ id, title }) => [id, title[settings.language]]));
  }
}

const keyOf = (rule: string, steps: readonly MendStep[]): string => `${rule} ${JSON.stringify(steps)}`;

const blank = ({ asks, count = 1, day }: WordsAsked): string[] =>
  asks === 'names' ? Array<string>(count).fill('') : [asks === 'day' ? (day ?? '') : ''];

/** Of what was typed what the operation asks. */
const answersIn = (asked: readonly WordsAsked[], draft: Draft | undefined): Answers =>
  Object.fromEntries(
    asked.map(({ step, asks }) => {
      const typed = draft?.[step] ?? [];
      return [step, asks === 'names' ? [...typed] : (typed[0] ?? '')];
    }),
  );
