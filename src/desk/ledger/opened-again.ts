import type { Key, Patch } from '../../domain/land/change.ts';
import type { Parcel, SupplyRow } from '../../domain/land/model.ts';
import { stateOf } from '../../domain/land/supply/row-life.ts';
import type { Books, RowEntry } from './books.ts';
import { copiesOf, goesOnAs, withoutLastStep } from './life.ts';

interface OpenedAgain {
  readonly patches: readonly Patch<SupplyRow>[];
  /** The year whose plan holds their parcels again. */
  readonly marks: ReadonlyMap<string, Partial<Parcel>>;
}

/** Rows of the year before that were carried over into rows that now go: nothing goes on from them, so they are unfinished as they were. */
export function openedAgain(books: Books, going: readonly RowEntry[]): OpenedAgain {
  const gone = new Set(going.map(({ key }) => key));
  const yearOf = (row: SupplyRow) => books.planOf(row)?.plan.year;
  const byId = new Map(books.rows.map((entry) => [entry.row.id, entry]));
  const patches = new Map<Key, Patch<SupplyRow>>();
  const marks = new Map<string, Partial<Parcel>>();
  for (const { row } of going) {
    const before = byId.get(row.continues ?? '');
    if (!before || stateOf(before.row) !== 'carried-over' || yearOf(before.row) === yearOf(row)) continue;
    const copies = copiesOf(books, before);
    if (goesOnAs(books, copies, gone)) continue;
    for (const copy of copies) patches.set(copy.key, withoutLastStep(copy));
    for (const id of before.row.parcelIds ?? []) marks.set(id, { planYear: yearOf(before.row) });
  }
  return { patches: [...patches.values()], marks };
}
