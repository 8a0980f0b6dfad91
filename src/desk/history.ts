import type { Change, ChangeNote } from '../domain/land/change.ts';
import type { Applied, ChangeRefusal } from '../domain/land/land.ts';
import { ok, type Result } from '../domain/outcome.ts';

/** Something done that can be undone, or undone that can be done again. */
interface Step {
  readonly number: number;
  /** What it is known by, undone and done again too; forks share it. */
  readonly known: object;
  readonly note: ChangeNote | null;
  /** What leads there. */
  readonly change: Change;
  /** What led to the land by this step, in place of the steps before it: it took over what was done elsewhere. */
  readonly instead?: readonly ChangeNote[];
}

/** Does a change to what the history is of. */
export type Apply = (change: Change) => Result<Applied, ChangeRefusal>;

/**
 * 撤销与重做: what was done, step by step. A step is undone by a new change, so that whoever follows the land hears of it
 * as of any other. What is one step for a person is one change: a drag, a form, a batch over several records.
 */
export class History {
  readonly #done: Step[];
  readonly #undone: Step[];
  #counted = 0;
  /** Number of the step that was the latest when the land was last saved; 0: as it was opened. */
  #savedAt = 0;

  constructor(done: readonly Step[] = [], undone: readonly Step[] = []) {
    this.#done = [...done];
    this.#undone = [...undone];
  }

  /** The same, to go on apart from this one. */
  fork(): History {
    const fork = new History(this.#done, this.#undone);
    fork.#counted = this.#counted;
    fork.#savedAt = this.#savedAt;
    return fork;
  }

  /** What would be undone next, and done again next; null where nothing would. */
  get next(): { readonly undo: ChangeNote | null; readonly redo: ChangeNote | null } {
    return { undo: this.#done.at(-1)?.note ?? null, redo: this.#undone.at(-1)?.note ?? null };
  }

  /** What was done and is done still, the first step first. */
  get notes(): readonly ChangeNote[] {
    const from = this.#done.findLastIndex(({ instead }) => instead !== undefined);
    const own = this.#done.slice(Math.max(0, from)).flatMap(({ note }) => note ?? []);
    return [...(this.#done[from]?.instead ?? []), ...own];
  }

  /** What was done and is done still: of each what it is known by, in forks too. */
  get steps(): readonly object[] {
    return this.#done.map(({ known }) => known);
  }

  /** The notes of its own steps, of what one of them took over its own note alone. */
  get stepNotes(): readonly ChangeNote[] {
    return this.#done.flatMap(({ note }) => note ?? []);
  }

  get depth(): { readonly undo: number; readonly redo: number } {
    return { undo: this.#done.length, redo: this.#undone.length };
  }

  /** How many steps lie between the land and what was last saved, or opened. */
  get unsaved(): number {
    const isSaved = ({ number }: Step) => number === this.#savedAt;
    const behind = this.#savedAt === 0 ? -1 : this.#done.findIndex(isSaved);
    if (behind >= 0 || this.#savedAt === 0) return this.#done.length - 1 - behind;
    const ahead = this.#undone.findIndex(isSaved);
    // What was saved can no longer be reached by undoing: at least one step is not in it.
    return ahead >= 0 ? this.#undone.length - ahead : Math.max(1, this.#done.length);
  }

  saved(): void {
    this.#savedAt = this.#done.at(-1)?.number ?? 0;
  }

  /** Does a change, as a step called by its note; `instead`: what it took over was done by these. */
  do(change: Change, apply: Apply, instead?: readonly ChangeNote[]): Result<Applied, ChangeRefusal> {
    const applied = apply(change);
    if (!applied.ok) return applied;
    const step = { number: ++this.#counted, known: {}, note: change.note ?? null, change: applied.value.inverse };
    this.#done.push(instead ? { ...step, instead } : step);
    this.#undone.length = 0;
    return applied;
  }

  /** Null where there is nothing to undo. A refusal leaves everything as it is. */
  undo(apply: Apply): Result<null, ChangeRefusal> | null {
    return moved(this.#done, this.#undone, apply);
  }

  /** Null where there is nothing to do again; as `undo`. */
  redo(apply: Apply): Result<null, ChangeRefusal> | null {
    return moved(this.#undone, this.#done, apply);
  }
}

function moved(from: Step[], to: Step[], apply: Apply): Result<null, ChangeRefusal> | null {
  const step = from.at(-1);
  if (!step) return null;
  const applied = apply(step.change);
  if (!applied.ok) return applied;
  from.pop();
  to.push({ ...step, change: applied.value.inverse });
  return ok(null);
}
