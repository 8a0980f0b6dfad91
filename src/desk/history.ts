import { squashed, type Change, type ChangeNote } from '../domain/land/change.ts';
import type { Applied, ChangeRefusal } from '../domain/land/land.ts';
import { ok, type Result } from '../domain/outcome.ts';

/** Something done that can be undone, or undone that can be done again. */
interface Step {
  readonly number: number;
  readonly note: ChangeNote | null;
  /** What leads there, one after the other. */
  readonly changes: readonly Change[];
}

/** Does a change to what the history is of. */
export type Apply = (change: Change) => Result<Applied, ChangeRefusal>;

/**
 * 撤销与重做: what was done, step by step. A step is undone by a new change, so that whoever follows the land hears of it
 * as of any other; all that is done between `begin` and `end` is one step: a drag, a form.
 */
export class History {
  readonly #done: Step[] = [];
  readonly #undone: Step[] = [];
  #group: { readonly note: ChangeNote; inverses: readonly Change[] } | null = null;
  #steps = 0;
  /** Number of the step that was the latest when the land was last saved; 0: as it was opened. */
  #savedAt = 0;

  /** What would be undone next, and done again next; null where nothing would. */
  get next(): { readonly undo: ChangeNote | null; readonly redo: ChangeNote | null } {
    return { undo: this.#done.at(-1)?.note ?? null, redo: this.#undone.at(-1)?.note ?? null };
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

  begin(note: ChangeNote): void {
    this.#group ??= { note, inverses: [] };
  }

  end(): void {
    const group = this.#group;
    this.#group = null;
    if (group && group.inverses.length > 0) this.#push(group.note, group.inverses);
  }

  /** Does a change, as a step called by its note. */
  do(change: Change, apply: Apply): Result<Applied, ChangeRefusal> {
    const applied = apply(change);
    if (!applied.ok) return applied;
    const { inverse } = applied.value;
    if (this.#group) this.#group.inverses = before(inverse, this.#group.inverses);
    else this.#push(change.note ?? null, [inverse]);
    return applied;
  }

  /** Null where there is nothing to undo. A refusal leaves everything as it is. */
  undo(apply: Apply): Result<null, ChangeRefusal> | null {
    this.end();
    return moved(this.#done, this.#undone, apply);
  }

  /** Null where there is nothing to do again; as `undo`. */
  redo(apply: Apply): Result<null, ChangeRefusal> | null {
    this.end();
    return moved(this.#undone, this.#done, apply);
  }

  #push(note: ChangeNote | null, changes: readonly Change[]): void {
    this.#done.push({ number: ++this.#steps, note, changes });
    this.#undone.length = 0;
  }
}

/** Changes with one that is made before them: one with the first of them, unless someone else changed land in between. */
function before(change: Change, changes: readonly Change[]): readonly Change[] {
  const [next, ...rest] = changes;
  return next && change.base === next.base + 1 ? [squashed(change, next), ...rest] : [change, ...changes];
}

function moved(from: Step[], to: Step[], apply: Apply): Result<null, ChangeRefusal> | null {
  const step = from.at(-1);
  if (!step) return null;
  let back: readonly Change[] = [];
  for (const change of step.changes) {
    const applied = apply(change);
    if (!applied.ok) {
      // All of the step or nothing.
      for (const undo of back) apply(undo);
      return applied;
    }
    back = before(applied.value.inverse, back);
  }
  from.pop();
  to.push({ ...step, changes: back });
  return ok(null);
}
