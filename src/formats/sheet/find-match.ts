import type { Parcel } from '../../domain/land/model.ts';
import { each, type Records } from '../../domain/land/records/records.ts';
import type { Dictionary } from '../fields/dictionary.ts';
import { ownNumberField, sourceFileField, stemOf } from '../fields/numbers.ts';
import { cellAt } from './grid.ts';
import { matchRows } from './match-rows.ts';
import type { LandKey, Match, TableChoice } from './table-join.ts';
import type { TableRows } from './table-rows.ts';

type Parcels = Records<Parcel>;

/** What the parcels have under a key; null where one has nothing. */
export function numbersOf(parcels: Parcels, land: LandKey): (string | null)[] {
  const valueOf: (row: number) => unknown = land === 'id' ? parcels.field('id') : parcels.kept(land);
  return each(parcels, (row) => {
    const value = valueOf(row);
    if (typeof value !== 'string' && typeof value !== 'number') return null;
    return land === sourceFileField ? stemOf(String(value)) : String(value);
  });
}

/** Whether a heading means the number of a parcel. */
export const isNumber = (heading: string, dictionary: Dictionary): boolean =>
  heading === 'id' || dictionary.fieldOf('parcel', heading) === 'id';

/**
 * The column that tells most parcels apart, by their id or a column of the same name (BSM, 宗地代码), or the one a person
 * chose; null where none has the number of any.
 */
export function findMatch(
  table: TableRows,
  parcels: Parcels,
  dictionary: Dictionary,
  said: TableChoice['key'],
): Match | null {
  let best: Match | null = null;
  let bestApart = -1;
  for (const [column, heading] of table.headings.entries()) {
    if (heading === '') continue;
    for (const land of said ? [said.land] : landKeys(heading, parcels, dictionary)) {
      if (said && said.column !== heading) continue;
      const match = matchBy(table, parcels, column, land);
      const apart = apartIn(match);
      const isBetter = apart > bestApart || (apart === bestApart && match.rowOf.size > best!.rowOf.size);
      if (match.rowOf.size > 0 && isBetter) [best, bestApart] = [match, apart];
    }
  }
  return best;
}

const landKeys = (heading: string, parcels: Parcels, dictionary: Dictionary): readonly LandKey[] => [
  ...(each(parcels, parcels.kept(heading)).some((value) => value !== undefined) ? [heading] : []),
  ...(isNumber(heading, dictionary) ? ['id'] : []),
];

function matchBy(table: TableRows, parcels: Parcels, column: number, land: LandKey): Match {
  const rows = table.rows.map((row) => cellAt(row, column));
  const numbers = numbersOf(parcels, land);
  const before = land === 'id' ? numbersOf(parcels, ownNumberField) : undefined;
  return { column, heading: table.headings[column], land, ...matchRows({ rows, parcels: numbers, before }) };
}

/** How many parcels have a row that no other has: a township or a class tells none apart. */
function apartIn({ rowOf }: Match): number {
  const users = new Map<number, number>();
  for (const { row } of rowOf.values()) users.set(row, (users.get(row) ?? 0) + 1);
  return [...users.values()].filter((count) => count === 1).length;
}
