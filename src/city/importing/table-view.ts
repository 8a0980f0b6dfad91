import { areasOf } from '../../domain/geometry/measure/measures.ts';
import type { Parcel, Table } from '../../domain/land/model.ts';
import { sourceFileField } from '../../formats/fields/numbers.ts';
import { cellAt } from '../../formats/sheet/grid.ts';
import { keyChoices } from '../../formats/sheet/key-choices.ts';
import { isRounded } from '../../formats/sheet/number-keys.ts';
import type { TableChoice, TableJoin } from '../../formats/sheet/table-join.ts';
import { boundsOfRows } from '../drawing/rows.ts';
import type { ColumnView, LandLeft, RowLeft, TableView } from './view.ts';

type Parcels = Table<Parcel>;

/** So many values of a column are shown, of so many rows. */
const [SAMPLES, LOOKED_AT] = [3, 200];

/** `isWhole`: land without a row is told too. */
export function tableView(join: TableJoin, parcels: Parcels, said: TableChoice = {}, isWhole = true): TableView {
  const { name, sheet, sheets, rows, totals, match, unread, unreadFurther } = join;
  const ids = parcels.records.field('id');
  const lineOf = (r: number) => rows[r].line;
  return {
    name,
    sheet,
    sheets,
    rows: rows.length,
    totals,
    columns: columnsOf(join, said),
    key: match && { column: match.heading, land: match.land },
    keys: keyChoices(join, parcels.records),
    joined: [...(match?.rowOf ?? [])]
      .map(([p, { row, how }]) => ({ line: lineOf(row), number: cellAt(rows[row], match!.column), id: ids(p)!, how }))
      .sort((a, b) => a.line - b.line),
    rowsLeft: rowsLeft(join, said),
    landLeft: isWhole ? landLeft(join, parcels) : [],
    ambiguous: (match?.ambiguous ?? []).map(({ number, taken, ...of }) => ({
      number,
      taken,
      lines: of.rows.map(lineOf),
      ids: of.parcels.map((p) => ids(p)!),
    })),
    unread: unread.map(({ row, ...cell }) => ({ ...cell, line: lineOf(row) })),
    unreadFurther,
  };
}

const columnsOf = ({ columns, rows }: TableJoin, said: TableChoice): readonly ColumnView[] =>
  columns.map(({ column, ...own }) => ({
    ...own,
    isSaid: said.columns !== undefined && Object.hasOwn(said.columns, own.heading),
    samples: [...new Set(rows.slice(0, LOOKED_AT).map((row) => cellAt(row, column)))]
      .filter((cell) => cell !== '')
      .slice(0, SAMPLES),
  }));

/** Of a table without a match the column that would have the numbers: the one that was said, or means them. */
function numberColumn({ match, columns, headings }: TableJoin, said: TableChoice): number | undefined {
  if (match) return match.column;
  if (said.key) return headings.indexOf(said.key.column);
  return columns.find(({ isNumber }) => isNumber)?.column;
}

/** Rows that give nothing to any parcel, by their place in the table. */
export function rowsLeftOf(join: TableJoin, said: TableChoice = {}): readonly { row: number; left: RowLeft }[] {
  const { rows, match } = join;
  const column = numberColumn(join, said);
  const used = new Set([...(match?.rowOf.values() ?? [])].map(({ row }) => row));
  const why = new Map<number, RowLeft['why']>();
  for (const { rows: several, taken } of match?.ambiguous ?? [])
    for (const row of several) why.set(row, taken === 'none' ? 'unclear' : 'repeated');
  return rows.flatMap((own, row) => {
    if (used.has(row)) return [];
    const number = cellAt(own, column);
    const told = number === '' ? 'no-number' : isRounded(number) ? 'rounded' : 'no-parcel';
    return [{ row, left: { line: own.line, number, why: why.get(row) ?? told } }];
  });
}

const rowsLeft = (join: TableJoin, said: TableChoice): readonly RowLeft[] =>
  rowsLeftOf(join, said).map(({ left }) => left);

function landLeft({ match }: TableJoin, { records, layer }: Parcels): readonly LandLeft[] {
  const left: LandLeft[] = [];
  for (let p = 0; p < records.length; p++) {
    if (match?.rowOf.has(p)) continue;
    const { id, name, extra } = records.peek(p);
    const file = extra?.[sourceFileField];
    const area = layer.partStart[p] === layer.partStart[p + 1] ? 0 : areasOf(layer, p).planeM2;
    left.push({
      id,
      name: name ?? '',
      file: typeof file === 'string' ? file : '',
      areaM2: area > 0 ? area : null,
      bounds: boundsOfRows(layer, [p]),
    });
  }
  return left;
}
