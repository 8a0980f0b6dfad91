import type { Patch } from '../../domain/land/change.ts';
import type { Parcel, SupplyRow } from '../../domain/land/model.ts';
import { stateOf } from '../../domain/land/supply/row-life.ts';
import type { Books, RowEntry } from './books.ts';
import { copiesOf, withoutLastStep } from './life.ts';

interface OpenedAgain {
  readonly patches: readonly Patch<SupplyRow>[];
  /** The year whose plan holds their parcels again. */
  readonly marks: ReadonlyMap<string, Partial<Parcel>>;
}

/** Rows of the year before that were carried over into rows that now go: nothing goes on from them, so they are unfinished as they were. */
export function openedAgain(books: Books, going: readonly RowEntry[]): OpenedAgain {
  const keys = new Set(going.map(({ key }) => key));
  const year = (row: SupplyRow) => books.planOf(row)?.plan.year;
  const stays = ({ key, row }: RowEntry) => !keys.has(key) && row.continues !== undefined;
  const goOn = new Set(books.rows.filter(stays).map(({ row }) => `${row.continues} ${year(row)}`));
  const byId = new Map(books.rows.map((entry) => [entry.row.id, entry]));
  const patches = new Map<number, Patch<SupplyRow>>();
  const marks = new Map<string, Partial<Parcel>>();
  for (const { row } of going) {
    const before = byId.get(row.continues ?? '');
    if (!before || stateOf(before.row) !== 'carried-over' || year(before.row) === year(row)) continue;
    const copies = copiesOf(books, before);
    if (copies.some((copy) => goOn.has(`${copy.row.id} ${year(row)}`))) continue;
    for (const copy of copies) patches.set(copy.key, withoutLastStep(copy));
    for (const id of before.row.parcelIds ?? []) marks.set(id, { planYear: year(before.row) });
  }
  return { patches: [...patches.values()], marks };
}
