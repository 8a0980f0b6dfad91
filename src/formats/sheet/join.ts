import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Parcel } from '../../domain/land/model.ts';
import type { FileNote, FormatRefusal, ReadOptions, ReadResult } from '../contract.ts';
import { withStatedAreas } from '../areas.ts';
import { sortFeatures, type Row, type Sorted } from '../exchange/sort.ts';
import { dictionaryOf, type Dictionary } from '../fields/dictionary.ts';
import type { WrittenArea } from '../fields/written-area.ts';
import { cellAt, type Grid, type GridRow } from './grid.ts';
import { headingsOf, isSecondLine, isTotal } from './headings.ts';
import type { Records } from '../../domain/land/records/records.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';

const mostNamed = 10;
const named = (ids: readonly string[]): string =>
  ids.slice(0, mostNamed).join(', ') + (ids.length > mostNamed ? ' …' : '');

interface Key {
  readonly column: number;
  readonly name: string;
  /** Row of the table by the parcel it belongs to. */
  readonly rowOf: ReadonlyMap<number, number>;
  /** Parcels that several rows are of; the first row counts. */
  readonly twice: readonly string[];
}

/**
 * A table of attributes put to the parcels of a file read with it, by the column that matches most of them: their id, or
 * a field of the same name (BSM, 宗地代码). What both say stays as the file of boundaries has it.
 */
export function joinTable(read: ReadResult, grid: Grid, options: ReadOptions): Result<ReadResult, FormatRefusal> {
  const at = headerRow(grid);
  const dictionary = dictionaryOf(options.fields, options.landClasses);
  const { name } = grid;
  const { header, rows, totals } = tableFrom(grid, at);
  const parcels = read.project.parcels.records;
  const key = header && bestKey(header, rows, parcels, dictionary);
  if (!header || !key) return refuse('nothing-joined', { name });
  const checked = fieldsOf(header, rows, dictionary);
  let kept = 0;
  const written = new Map<number, WrittenArea>();
  const merged = parcels.map((parcel, p): Parcel => {
    const row = key.rowOf.get(p);
    if (row === undefined) return parcel;
    const { record, area } = checked.rows[row];
    if (area && parcel.statedAreaM2 === undefined) written.set(p, area);
    const both = merge(parcel, record);
    kept += both.kept;
    return both.parcel;
  });
  const areas = withStatedAreas(arrayRecords(merged), read.project.parcels.layer, (p) => written.get(p) ?? null);
  const records = written.size > 0 ? areas.records : arrayRecords(merged);
  const used = new Set(key.rowOf.values());
  const rowsLeft = rows.flatMap((row, r) => (used.has(r) ? [] : [cellAt(row, key.column) || `#${row.line}`]));
  const parcelsLeft = [...parcels].flatMap(({ id }, p) => (key.rowOf.has(p) ? [] : [id]));
  const notes: FileNote[] = [{ code: 'joined', params: { name, key: key.name, count: key.rowOf.size } }];
  const left = (code: 'join-rows-twice' | 'join-rows-left' | 'join-parcels-left', ids: readonly string[]) => {
    if (ids.length > 0) notes.push({ code, params: { name, count: ids.length, ids: named(ids) } });
  };
  left('join-rows-twice', key.twice);
  left('join-rows-left', rowsLeft);
  left('join-parcels-left', parcelsLeft);
  if (totals > 0) notes.push({ code: 'totals-left-out', params: { count: totals } });
  if (kept > 0) notes.push({ code: 'join-values-kept', params: { name, count: kept } });
  const { project } = read;
  return ok({
    ...read,
    project: { ...project, parcels: { ...project.parcels, records } },
    notes: [...read.notes, ...checked.notes, ...(written.size > 0 ? areas.notes : []), ...notes],
    columns: [...(read.columns ?? []), ...checked.columns],
  });
}

/** The header is the first of the rows on top that fills most of the columns used. */
function headerRow({ rows }: Grid): number {
  const filled = ({ cells }: GridRow) => cells.filter((cell) => cell.trim() !== '').length;
  const top = rows.slice(0, 20);
  const most = Math.max(0, ...top.map(filled));
  return Math.max(
    0,
    top.findIndex((row) => filled(row) >= Math.max(2, most * 0.6)),
  );
}

/** The heading of a table, of one line or two, and its rows without those that sum up others. */
function tableFrom({ rows }: Grid, at: number) {
  const first = rows[at] as GridRow | undefined;
  const second = rows[at + 1] as GridRow | undefined;
  const isTwo = first !== undefined && second !== undefined && isSecondLine(second, first);
  const header = isTwo ? { ...second, cells: headingsOf(second, first) } : first;
  const all = rows.slice(isTwo ? at + 2 : at + 1);
  const own = all.filter((row) => !isTotal(row));
  return { header, rows: own, totals: all.length - own.length };
}

function bestKey(
  header: GridRow,
  rows: readonly GridRow[],
  parcels: Records<Parcel>,
  dictionary: Dictionary,
): Key | null {
  let best: Key | null = null;
  for (const [column, cell] of header.cells.entries()) {
    const name = cell.trim();
    if (name === '') continue;
    const isId = name === 'id' || dictionary.fieldOf('parcel', name) === 'id';
    const valueOf = ({ id, extra }: Parcel): unknown =>
      extra?.[name] !== undefined ? extra[name] : isId ? id : undefined;
    const byValue = new Map<string, number[]>();
    rows.forEach((row, r) => {
      const value = cellAt(row, column);
      if (value !== '') byValue.set(value, [...(byValue.get(value) ?? []), r]);
    });
    const matched = parcels.map((parcel) => {
      const value = valueOf(parcel);
      return value === undefined || value === null ? undefined : byValue.get(String(value));
    });
    const rowOf = new Map(matched.flatMap((found, p) => (found ? [[p, found[0]] as const] : [])));
    if (rowOf.size <= (best?.rowOf.size ?? 0)) continue;
    const twice = isId ? matched.flatMap((found, p) => ((found?.length ?? 0) > 1 ? [parcels.get(p).id] : [])) : [];
    best = { column, name, rowOf, twice };
  }
  return best;
}

/** The rows as fields of a parcel, checked as those of any table are. */
function fieldsOf(
  header: GridRow,
  rows: readonly GridRow[],
  dictionary: Dictionary,
): Pick<Sorted, 'notes' | 'columns'> & { readonly rows: readonly Row<Parcel>[] } {
  const features = rows.map((row, r) => {
    const cells = header.cells.map((name, column) => [name.trim(), cellAt(row, column)] as const);
    const properties = Object.fromEntries(cells.filter(([name, cell]) => name !== '' && cell !== ''));
    const idColumns = Object.keys(properties).filter(
      (name) => name === 'id' || dictionary.fieldOf('parcel', name) === 'id',
    );
    // The row's own number here keeps rows apart that repeat an id; the parcel's id is the one that stays.
    const rest = Object.fromEntries(Object.entries(properties).filter(([name]) => !idColumns.includes(name)));
    return { type: 'Feature', properties: { ...rest, id: `#${r}` }, geometry: null } as const;
  });
  const { rows: sorted, notes, columns } = sortFeatures(features, dictionary, true);
  return { rows: sorted.parcel, notes, columns };
}

function merge(parcel: Parcel, row: Parcel): { parcel: Parcel; kept: number } {
  const { id, extra, ...fields } = row;
  void id;
  let kept = 0;
  const absent = (own: object, more: object) =>
    Object.fromEntries(
      Object.entries(more).filter(([name, value]) => {
        const mine = (own as Record<string, unknown>)[name];
        if (mine !== undefined && String(mine) !== String(value)) kept++;
        return mine === undefined;
      }),
    );
  const more = { ...parcel.extra, ...absent(parcel.extra ?? {}, extra ?? {}) };
  const merged = { ...parcel, ...absent(parcel, fields), ...(Object.keys(more).length > 0 ? { extra: more } : {}) };
  return { parcel: merged, kept };
}
