import { aborted } from '../city/turn-taking.ts';
import { calls, type Answer, type Call, type Input } from '../city/calls.ts';
import type { Judging, OpenedView } from '../city/view.ts';
import type { Result } from '../domain/outcome.ts';
import type { Health } from './client.ts';
import type { Draft } from './drafts/draft.ts';
import { DraftKeeper, type Kept, type Turn } from './drafts/keeper.ts';
import { deedOf, timed } from './deed-of.ts';
import { Line, WorkerLost, type PendingQuestion, type AskOptions, type Question, type WorkerLike } from './line.ts';

/** So long after a change nothing else is likely to be done at once. */
const DESCRIBED_AFTER_MS = 400;

type Opening = Question<'openSample' | 'openFiles'>;

/** What questions are asked of. Another project, or the same judged anew, is another object. */
interface Standing {
  /** How the project was opened, and is once more if its worker ends. */
  readonly opening: Opening;
  readonly judging: Judging;
}

/** A sample city is opened again as that of this release. */
const sameAgain = (opening: Opening, { fingerprint }: OpenedView): Opening =>
  fingerprint === undefined ? opening : ({ ...opening, input: { ...opening.input, fingerprint } } as Opening);

/** Whoever holds whatever land can answer it; the opening of a project that is left is not asked of the next. */
const isOfAnyLand = (call: Call): boolean => calls[call].about === 'nothing' && calls[call].changes === 'nothing';

/**
 * The worker that holds the open project. While one is open another is read by a second worker, which takes its place
 * when it is done: what is open stays, map and all, until then. Every question is put of one standing; an answer to
 * another than the page shows by then is dropped. A worker that ends by itself is replaced, the project read again as
 * it was, and what was asked meanwhile put once more.
 */
export class Holder {
  readonly #start: () => WorkerLike;
  #line: Line | null = null;
  #standing: Standing | null = null;
  /** While a lost project is read again. */
  #back: Promise<Line> | null = null;
  /** The parcels whose tiles the worker was last told to keep. */
  #listed: Question | null = null;
  readonly #turns = new Map<Call, number>();
  onHealth: (health: Health) => void = () => undefined;
  /** Told when something was taken over from another window. */
  onTaken: () => void = () => undefined;

  /** Of all that was done to the open project: it is done again if its worker ends. */
  readonly #keeper: DraftKeeper;
  /** The title of what is open. */
  #title = '';
  #describing: ReturnType<typeof setTimeout> | undefined;

  constructor(start: () => WorkerLike, keeper: DraftKeeper) {
    this.#start = start;
    this.#keeper = keeper;
  }

  /** A draft with everything that was done to it, open as it was left. */
  openDraft(draft: Draft, options: AskOptions): Promise<Answer<'openFiles'>> {
    const { entry, source, deeds } = draft;
    const again = { judging: entry.judging, deeds };
    const opening = (
      source.files
        ? { call: 'openFiles', input: { files: source.files, choices: source.choices, ...again }, judging: {} }
        : { call: 'openSample', input: { ...again, fingerprint: source.fingerprint }, judging: {} }
    ) as Opening;
    return this.#open(opening, options, draft);
  }

  /**
   * Puts a call as its row says. About the land or the law it is rejected as cancelled once the answer would stand beside
   * another project, or, where only the last of several is wanted, once the same was asked anew.
   */
  ask<C extends Call>(call: C, input: Input<C>, options: AskOptions = {}): Promise<Answer<C>> {
    const { about, changes } = calls[call];
    const question = { call, input, judging: {} } as Question<C>;
    if (changes === 'project') return this.#open(question as Question as Opening, options) as Promise<Answer<C>>;
    if (changes === 'land') return this.#change(question as Question, options) as Promise<Answer<C>>;
    return about === 'nothing' ? this.#askAny(question, options) : this.#askOf(question, options);
  }

  /** Does what other windows did to the draft that is open, as far as it was not done here. */
  takeOver(): Promise<void> {
    const { opening } = this.#standing ?? {};
    return this.#keeper.inTurn(async (turn) => {
      if (turn.unseen.length > 0 && opening === this.#standing?.opening) await this.#takeOver(turn);
    });
  }

  #askAny<C extends Call>(question: Question<C>, options: AskOptions): Promise<Answer<C>> {
    const line = this.#back?.catch(() => this.#current());
    return line ? line.then((own) => own.ask(question, options)) : this.#current().ask(question, options);
  }

  async #askOf<C extends Call>({ call, input }: Question<C>, options: AskOptions): Promise<Answer<C>> {
    const { about, changes, latest } = calls[call];
    const of = this.#standing;
    const question: Question<C> = { call, input, judging: of?.judging ?? {} };
    if (changes === 'listed') this.#listed = question as Question;
    const turn = (this.#turns.get(call) ?? 0) + 1;
    if (latest) this.#turns.set(call, turn);
    const value = await this.#put(question, options);
    const now = this.#standing;
    if (of?.opening !== now?.opening || (latest && this.#turns.get(call) !== turn)) throw aborted();
    if (changes === 'law') this.#judged(input as Judging, value as Answer<'judge'>);
    if (about === 'land' || of === now) return value;
    // Judged anew meanwhile: who asks again by themselves are told, the others are answered by the law of now.
    if (latest) throw aborted();
    return this.#askOf(question, options);
  }

  /** Asked of who holds the open project, as soon as someone does. */
  #put<C extends Call>(question: Question<C>, options: AskOptions = {}): Promise<Answer<C>> {
    return this.#back?.then((line) => line.ask(question, options)) ?? this.#current().ask(question, options);
  }

  /** Something is done to the open land, upon what other windows did. */
  #change(question: Question, options: AskOptions): Promise<Answer<'apply'>> {
    const opening = this.#standing?.opening;
    return this.#keeper.inTurn(async (turn) => {
      if (turn.unseen.length > 0) await this.#takeOver(turn);
      const of = this.#standing;
      if (of?.opening !== opening) throw aborted();
      const asked = { ...timed(question), judging: of?.judging ?? {} } as Question<'apply'>;
      return this.#changed(asked, await this.#put(asked, options), of, turn);
    });
  }

  async #takeOver(turn: Turn): Promise<void> {
    const judging = this.#standing?.judging ?? {};
    const taken = await this.#put({ call: 'takeOver', input: { deeds: turn.unseen }, judging });
    if (taken?.ok) turn.took();
    else if (taken) {
      // Half of it may have been done: the land is read again, with what was done here alone.
      turn.part();
      const line = this.#current();
      this.#lost(line, line.end(), new WorkerLost(taken.refusal.code));
    }
    this.onTaken();
  }

  /** From now on questions are of that law. */
  #judged(judging: Judging, result: Answer<'judge'>): void {
    if (result?.ok && this.#standing) this.#standing = { ...this.#standing, judging };
  }

  /** What was done stays done; beside another law than it was told by, it is told once more by that of now. */
  async #changed(
    { call, input }: Question,
    result: Answer<'apply'>,
    of: Standing | null,
    turn: Turn,
  ): Promise<Answer<'apply'>> {
    if (!result?.ok) return result;
    const kept = await turn.keep(deedOf(call, input), this.#kept());
    // Another project is shown by now: this is told to nobody, and kept with the one it was done to.
    if (of?.opening !== this.#standing?.opening) throw aborted();
    if (kept?.unkept === null) this.#describe();
    const told = { ...result, value: { ...result.value, ...kept } };
    if (of === this.#standing) return told;
    const { from } = result.value.delta;
    const delta = await this.#askOf<'since'>({ call: 'since', input: { version: from }, judging: {} }, {});
    return delta && { ok: true, value: { ...told.value, version: delta.version, delta } };
  }

  /** What lists show of the draft, soon after it was last changed: it is no part of what is kept. */
  #describe(): void {
    clearTimeout(this.#describing);
    this.#describing = setTimeout(() => {
      this.ask('draftCard', {}).then(
        (card) => card && this.#keeper.describe(card),
        // Another project is open, or the next change asks again.
        () => undefined,
      );
    }, DESCRIBED_AFTER_MS);
  }

  #kept(): Kept {
    const { opening, judging } = this.#standing!;
    const { input } = opening;
    const source =
      'files' in input
        ? { files: input.files, choices: input.choices }
        : { files: null, fingerprint: (input as Input<'openSample'>).fingerprint };
    return { title: this.#title, judging, source };
  }

  async #open(
    opening: Opening,
    { signal, onProgress }: AskOptions,
    draft: Draft | null = null,
  ): Promise<Answer<'openFiles'>> {
    if (signal?.aborted) throw aborted();
    const reader = this.#back || this.#current().holds ? this.#newLine() : this.#current();
    const answer = reader.ask(opening, { onProgress });
    const stop = () => this.#stop(reader, opening);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const result = await answer;
      if (result.ok) {
        this.#take(reader, sameAgain(opening, result.value));
        this.#title = result.value.title;
        this.#keeper.opened(opening.input.deeds ?? [], draft);
      } else if (reader !== this.#line) reader.end();
      return result;
    } catch (error) {
      if (reader !== this.#line) reader.end();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Ends the worker that reads, because a running computation cannot hear a message. What else it was asked goes on. */
  #stop(reader: Line, opening: Opening): void {
    for (const asked of reader.end())
      if (asked.question === opening) asked.reject(aborted());
      else this.#current().put(asked);
  }

  #take(reader: Line, opening: Opening): void {
    reader.holds = true;
    const before = this.#line === reader ? null : this.#line;
    this.#line = reader;
    this.#standing = { opening, judging: opening.input.judging ?? {} };
    this.#listed = this.#back = null;
    for (const asked of before?.end() ?? [])
      if (isOfAnyLand(asked.question.call)) reader.put(asked);
      else asked.reject(aborted());
    this.onHealth('well');
  }

  #current(): Line {
    if (!this.#line || this.#line.ended) this.#line = this.#newLine();
    return this.#line;
  }

  #newLine(): Line {
    const line: Line = new Line(this.#start(), (left, error) => this.#lost(line, left, error));
    return line;
  }

  #lost(line: Line, left: readonly PendingQuestion[], error: WorkerLost): void {
    const restored = line === this.#line && line.holds && this.#standing ? this.#restore(this.#standing) : null;
    for (const asked of left) {
      // What ends a second worker too is likely what ended the first.
      if (!restored || asked.again) asked.reject(error);
      else restored.then((next) => next.put({ ...asked, again: true }), asked.reject);
    }
  }

  #restore({ opening, judging }: Standing): Promise<Line> {
    const line = (this.#line = this.#newLine());
    this.onHealth('lost');
    const again = { ...opening, input: { ...opening.input, judging, deeds: [...this.#keeper.done] } } as Opening;
    const back = line.ask(again).then((result: Result<unknown>) => {
      if (!result.ok) throw new WorkerLost(result.refusal.code);
      line.holds = true;
      if (this.#listed) void line.ask(this.#listed).catch(() => undefined);
      return line;
    });
    this.#back = back;
    back.then(
      () => this.#is(back, null, 'back'),
      // Everything asked from now on fails as this did, until something is opened.
      () => this.#is(back, back, 'gone'),
    );
    return back;
  }

  #is(attempt: Promise<Line>, then: Promise<Line> | null, health: Health): void {
    if (this.#back !== attempt) return;
    this.#back = then;
    this.onHealth(health);
  }
}
