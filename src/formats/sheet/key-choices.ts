import type { Parcel } from '../../domain/land/model.ts';
import type { Records } from '../../domain/land/records/records.ts';
import { sourceFileField } from '../fields/numbers.ts';
import { numbersOf } from './find-match.ts';
import { cellAt } from './grid.ts';
import { keyBy } from './number-keys.ts';
import type { LandKey, TableJoin } from './table-join.ts';

/** A column that may hold the numbers, and how many rows have that of a parcel. */
export interface KeyChoice {
  readonly column: string;
  readonly land: LandKey;
  readonly count: number;
}

/** So many parcels tell what columns of their own there are. */
const LOOKED_AT = 200;
/** Columns of their own beyond these are not offered. */
const MOST_OWN = 40;

/** What of the land may have the numbers of a table: the id, the name of the file where there are several, columns of its own. */
export function landKeysOf(parcels: Records<Parcel>): readonly LandKey[] {
  const own = new Set<string>();
  for (let row = 0; row < Math.min(LOOKED_AT, parcels.length); row++)
    for (const name of Object.keys(parcels.peek(row).extra ?? {})) own.add(name);
  const hasFiles = own.delete(sourceFileField);
  return ['id', ...(hasFiles ? [sourceFileField] : []), ...[...own].filter((name) => !name.startsWith('@')).slice(0, MOST_OWN)]; // prettier-ignore
}

/** Every column held against the id of parcels and the name of their file: those of which a row has one, most first. */
export function keyChoices({ headings, rows }: TableJoin, parcels: Records<Parcel>): readonly KeyChoice[] {
  const lands = landKeysOf(parcels).filter((land) => land === 'id' || land === sourceFileField);
  const known = lands.map((land) => {
    const keys = numbersOf(parcels, land).flatMap((number) => (number === null ? [] : [keyBy.figure(number)]));
    return { land, keys: new Set(keys) };
  });
  const choices = headings.flatMap((column, c) => {
    if (column === '') return [];
    const cells = rows.map((row) => keyBy.figure(cellAt(row, c))).filter((cell) => cell !== '');
    return known.map(({ land, keys }) => ({ column, land, count: cells.filter((cell) => keys.has(cell)).length }));
  });
  return choices.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}
