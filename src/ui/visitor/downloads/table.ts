import type { Sheet, SheetCell } from '../../../formats/sheet/xlsx-write.ts';
import { aboutRows } from './about.ts';
import { idleColumns, idleRow, inWords, parkColumns, parkRow, type Column, type Row, type Saying } from './rows.ts';
import type { Seen } from './seen.ts';

/** A head and a row each; what is not told is an empty cell. */
function table(columns: readonly Column[], rows: readonly Row[], saying: Saying): SheetCell[][] {
  const head = columns.map((column) => saying.words.columns[column]);
  return [head, ...rows.map((row) => cells(columns, inWords(row, saying)))];
}

const cells = (columns: readonly Column[], row: Row): SheetCell[] => columns.map((column) => row[column] ?? '');

const parksOf = (seen: Seen, saying: Saying): Row[] => seen.parks.map((row) => parkRow(seen, row, saying));
const idleOf = (seen: Seen, saying: Saying): Row[] => seen.idle.map((land) => idleRow(land, saying));

/** One table of all: what it is stands in front where there is more than parks. */
export function oneTable(seen: Seen, saying: Saying): SheetCell[][] {
  if (seen.idle.length === 0) return table(parkColumns, parksOf(seen, saying), saying);
  const columns: readonly Column[] = ['kind', ...parkColumns, 'use'];
  return table(columns, [...parksOf(seen, saying), ...idleOf(seen, saying)], saying);
}

/** A sheet a kind, and one that says where the data come from. */
export function sheetsOf(seen: Seen, saying: Saying): Sheet[] {
  const { sheets } = saying.words;
  return [
    { title: sheets.parks, rows: table(parkColumns, parksOf(seen, saying), saying) },
    ...(seen.idle.length > 0 ? [{ title: sheets.idle, rows: table(idleColumns, idleOf(seen, saying), saying) }] : []),
    { title: sheets.about, rows: aboutRows(seen, saying) },
  ];
}
