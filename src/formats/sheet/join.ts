import type { Parcel } from '../../domain/land/model.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';
import type { FileNote, ReadResult } from '../contract.ts';
import { withStatedAreas } from '../areas.ts';
import type { Dictionary } from '../fields/dictionary.ts';
import type { WrittenArea } from '../fields/written-area.ts';
import { findMatch } from './find-match.ts';
import { cellAt, type Grid } from './grid.ts';
import { joinedColumns, rowFields, withRow, type RowFields } from './join-fields.ts';
import { isRounded } from './number-keys.ts';
import type { Match, TableChoice, TableJoin } from './table-join.ts';
import { tableRowsOf, type TableRows } from './table-rows.ts';

const mostNamed = 10;
const named = (ids: readonly string[]): string =>
  ids.slice(0, mostNamed).join(', ') + (ids.length > mostNamed ? ' …' : '');

/** Which sheet of which file is joined. */
export type JoinOf = Pick<TableJoin, 'name' | 'sheet' | 'sheets'>;

/**
 * A table of attributes put to the parcels of a file read with it, by the column that tells most of them: their id, or
 * a field of the same name (BSM, 宗地代码). What both say stays as the file of boundaries has it. Null for a sheet without rows.
 */
export function joinTable(
  read: ReadResult,
  grid: Grid,
  of: JoinOf,
  dictionary: Dictionary,
  key?: TableChoice['key'],
): { readonly join: TableJoin; readonly read: ReadResult } | null {
  const table = tableRowsOf(grid);
  if (!table) return null;
  const parcels = read.project.parcels.records;
  const match = findMatch(table, parcels, dictionary, key);
  const fields = rowFields(table, dictionary);
  const join: TableJoin = {
    ...of,
    ...table,
    columns: joinedColumns(table, fields.columns, dictionary),
    match,
    unread: fields.unread.named.map(({ row, column, value, ...cell }) => ({
      ...cell,
      row: row - 1,
      heading: column,
      value: String(value),
    })),
    unreadFurther: fields.unread.further,
  };
  if (!match) return { join, read: { ...read, joins: [...(read.joins ?? []), join] } };
  const put = putToParcels(read, match, fields);
  const notes = [...put.notes, ...matchNotes(grid.name, table, match, read, put.kept)];
  return {
    join,
    read: {
      ...read,
      project: put.project,
      notes: [...read.notes, ...fields.notes, ...notes],
      columns: [...(read.columns ?? []), ...fields.columns],
      joins: [...(read.joins ?? []), join],
    },
  };
}

function putToParcels({ project }: ReadResult, { rowOf }: Match, fields: RowFields) {
  let kept = 0;
  const written = new Map<number, WrittenArea>();
  const merged = project.parcels.records.map((parcel, p): Parcel => {
    const found = rowOf.get(p);
    if (!found) return parcel;
    const area = fields.rows.areaOf(found.row);
    if (area && parcel.statedAreaM2 === undefined) written.set(p, area);
    const both = withRow(parcel, fields.rows.records.peek(found.row));
    kept += both.kept;
    return both.parcel;
  });
  const areas = withStatedAreas(arrayRecords(merged), project.parcels.layer, (p) => written.get(p) ?? null);
  const records = written.size > 0 ? areas.records : arrayRecords(merged);
  return {
    project: { ...project, parcels: { ...project.parcels, records } },
    notes: written.size > 0 ? areas.notes : [],
    kept,
  };
}

/** What is said of rows and parcels, in sentences. */
function matchNotes(
  name: string,
  { rows, totals }: TableRows,
  { column, heading, rowOf, ambiguous }: Match,
  { project }: ReadResult,
  kept: number,
): FileNote[] {
  const parcels = project.parcels.records;
  const ids = parcels.field('id');
  const numberOf = (r: number) => cellAt(rows[r], column);
  const used = new Set([...rowOf.values()].map(({ row }) => row));
  const notes: FileNote[] = [{ code: 'joined', params: { name, key: heading, count: rowOf.size } }];
  const tell = (code: FileNote['code'], all: readonly string[]) => {
    if (all.length > 0) notes.push({ code, params: { name, count: all.length, ids: named(all) } });
  };
  const loose = [...rowOf].filter(([, { how }]) => how !== 'exact');
  tell('join-loosely', loose.map(([p, { row }]) => `${numberOf(row)} → ${ids(p)}`)); // prettier-ignore
  tell('join-rows-twice', ambiguous.flatMap(({ taken, parcels: [p] }) => (taken === 'first-row' ? [ids(p)!] : []))); // prettier-ignore
  tell('join-unclear', ambiguous.flatMap(({ taken, number }) => (taken === 'none' || taken === 'first-parcel' ? [number] : []))); // prettier-ignore
  tell('join-numbers-rounded', rows.map((_, r) => numberOf(r)).filter(isRounded)); // prettier-ignore
  tell('join-rows-left', rows.flatMap((row, r) => (used.has(r) ? [] : [numberOf(r) || `#${row.line}`]))); // prettier-ignore
  tell('join-parcels-left', Array.from(parcels, ({ id }) => id).filter((_, p) => !rowOf.has(p))); // prettier-ignore
  if (totals > 0) notes.push({ code: 'totals-left-out', params: { count: totals } });
  if (kept > 0) notes.push({ code: 'join-values-kept', params: { name, count: kept } });
  return notes;
}
