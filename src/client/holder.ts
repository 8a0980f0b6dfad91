import type { Judging, OpenRefusal, ProjectView } from '../city/view.ts';
import type { Result } from '../domain/outcome.ts';
import type { Health, OpenOptions } from './client.ts';
import { aborted, Line, WorkerLost, type Asked, type Question, type WorkerLike } from './line.ts';
import type { Answers, Ask } from './protocol.ts';

type Opening = Extract<Question, { call: 'sample' | 'files' }>;

/** What questions are asked of. Another project, or the same judged anew, is another object. */
interface Standing {
  /** How the project was opened, and is once more if its worker ends. */
  readonly opening: Opening;
  readonly judging: Judging;
}

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
  readonly #turns = new Map<Ask['call'], number>();
  onHealth: (health: Health) => void = () => undefined;

  constructor(start: () => WorkerLike) {
    this.#start = start;
  }

  /** A question about no project. */
  ask<C extends Ask['call']>(question: Question): Promise<Answers[C]> {
    const line = this.#back?.catch(() => this.#current());
    return line ? line.then((own) => own.ask<C>(question)) : this.#current().ask<C>(question);
  }

  /**
   * A question about the open project, whatever it is judged by, or about how it is judged. Rejected as cancelled once
   * the answer would stand beside another project or law, or, with `latest`, once the same was asked anew.
   */
  async askOf<C extends Ask['call']>(
    what: 'land' | 'law',
    question: (judging: Judging) => Question,
    latest = false,
  ): Promise<Answers[C]> {
    const of = this.#standing;
    const own = question(of?.judging ?? {});
    if (own.call === 'list') this.#listed = own;
    const turn = (this.#turns.get(own.call) ?? 0) + 1;
    if (latest) this.#turns.set(own.call, turn);
    const value = await (this.#back?.then((line) => line.ask<C>(own)) ?? this.#current().ask<C>(own));
    const now = this.#standing;
    if (of?.opening !== now?.opening || (latest && this.#turns.get(own.call) !== turn)) throw aborted();
    if (what === 'land' || of === now) return value;
    // Judged anew meanwhile: who asks again by themselves are told, the others are answered by the law of now.
    if (latest) throw aborted();
    return this.askOf<C>(what, question);
  }

  /** Judges what is open anew: from then on questions are of that. Of several askings the last one counts. */
  async judge(judging: Judging): Promise<Answers['judge']> {
    const result = await this.askOf<'judge'>('land', () => ({ call: 'judge', judging }), true);
    if (result?.ok && this.#standing) this.#standing = { ...this.#standing, judging };
    return result;
  }

  /** Cancelling ends the worker that reads, because a running computation cannot hear a message. */
  async open(opening: Opening, { signal, onProgress }: OpenOptions): Promise<Result<ProjectView, OpenRefusal>> {
    if (signal?.aborted) throw aborted();
    const reader = this.#back || this.#current().holds ? this.#newLine() : this.#current();
    const stop = () => reader.end();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const result = await reader.ask<'files'>(opening, onProgress);
      if (result.ok) this.#take(reader, opening);
      else if (reader !== this.#line) reader.end();
      return result;
    } catch (error) {
      if (reader !== this.#line) reader.end();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  #take(reader: Line, opening: Opening): void {
    reader.holds = true;
    if (this.#line !== reader) this.#line?.end();
    this.#line = reader;
    this.#standing = { opening, judging: opening.judging ?? {} };
    this.#listed = this.#back = null;
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

  #lost(line: Line, left: readonly Asked[], error: WorkerLost): void {
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
    const back = line.ask<'files'>({ ...opening, judging }).then((result) => {
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
