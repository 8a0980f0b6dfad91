import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLayer } from '../domain/geometry/columns/builder.ts';
import type { Change, ChangeNote } from '../domain/land/change.ts';
import { Land } from '../domain/land/land.ts';
import type { Project } from '../domain/land/model.ts';
import { arrayRecords } from '../domain/land/records/array-records.ts';
import { History } from './history.ts';

const none = () => ({ records: arrayRecords<never>([]), layer: buildLayer([]) });
const project = (): Project => ({
  parks: [{ id: 'P' }, { id: 'Q' }],
  parcels: { records: arrayRecords([{ id: 'a' }, { id: 'b' }, { id: 'c' }]), layer: buildLayer([null, null, null]) },
  buildings: none(),
  townships: none(),
  zones: none(),
  jurisdictions: [],
  others: [],
});

const note = (n: number): ChangeNote => ({ code: 'edit', params: { id: `${n}` } });
const edit = (land: Land, key: number, costWan: number): Change => ({
  base: land.version,
  note: note(costWan),
  tables: { parcel: { patch: [{ key, fields: { costWan } }] } },
});
const stateOf = (land: Land) => JSON.stringify([...land.project.parcels.records]);

/** The witness: every state there was, and which of them is now. */
class Pages {
  readonly #states: string[];
  #at = 0;
  #savedAt = 0;

  constructor(first: string) {
    this.#states = [first];
  }

  turn(to: string): void {
    this.#states.length = ++this.#at;
    if (this.#savedAt >= this.#at) this.#savedAt = -1;
    this.#states.push(to);
  }

  back(): string {
    this.#at = Math.max(0, this.#at - 1);
    return this.#states[this.#at];
  }

  forth(): string {
    this.#at = Math.min(this.#states.length - 1, this.#at + 1);
    return this.#states[this.#at];
  }

  save(): void {
    this.#savedAt = this.#at;
  }

  get unsaved(): number {
    return this.#savedAt < 0 ? Math.max(1, this.#at) : Math.abs(this.#at - this.#savedAt);
  }
}

const act = fc.record({
  what: fc.constantFrom('do', 'do', 'undo', 'undo', 'redo', 'save'),
  key: fc.nat(2),
  n: fc.nat(3),
});

describe('history', () => {
  it('turns back and forth among the states there were, and knows what is not saved', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const land = Land.of(project());
        const history = new History();
        const apply = (change: Change) => land.apply(change);
        const pages = new Pages(stateOf(land));
        for (const { what, key, n } of acts) {
          if (what === 'do') {
            expect(history.do(edit(land, key, n), apply).ok).toBe(true);
            pages.turn(stateOf(land));
          } else if (what === 'save') {
            history.saved();
            pages.save();
          } else {
            const state = what === 'undo' ? pages.back() : pages.forth();
            const turned = what === 'undo' ? history.undo(apply) : history.redo(apply);
            expect(turned?.ok).not.toBe(false);
            expect(stateOf(land)).toBe(state);
          }
          expect(history.unsaved).toBe(pages.unsaved);
        }
      }),
    );
  });

  it('does not undo a step whose record someone else has changed since, and says which', () => {
    const land = Land.of(project());
    const history = new History();
    const apply = (change: Change) => land.apply(change);
    history.do(edit(land, 0, 1), apply);
    land.apply(edit(land, 0, 7));
    const refused = history.undo(apply);
    expect(refused).toEqual({
      ok: false,
      refusal: { code: 'changed-meanwhile', params: { count: 1, records: 'parcel a' } },
    });
    expect(history.depth).toEqual({ undo: 1, redo: 0 });
    // Once they have it back as it was, it is undone.
    land.apply(edit(land, 0, 1));
    expect(history.undo(apply)?.ok).toBe(true);
    expect(history.next).toEqual({ undo: null, redo: note(1) });
  });
});
