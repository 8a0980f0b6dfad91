import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { hasValue, valueAt, type Column } from '../../domain/land/records/column.ts';
import { recordAt } from '../../domain/land/records/column-records.ts';
import { Texts } from '../../domain/land/records/texts.ts';
import type { FormatRefusal } from '../contract.ts';
import { isObject, type Properties } from '../exchange/object.ts';
import { featureKey } from '../exchange/sort.ts';
import { structureFault } from '../exchange/structure.ts';
import { clashIn } from '../../domain/land/fields/clash.ts';
import { fieldsOfKind, keyOf, type Kind } from '../../domain/land/fields/kinds.ts';
import type { FieldType } from '../../domain/land/fields/type.ts';
import { misfitIn, shown, type Misfit } from '../fields/misfit.ts';
import { damaged } from './damaged.ts';
import { TextIndex } from './texts.ts';
import type { PackedColumns, PackedTable } from './unpacked.ts';

/*
 * What the reader of the exchange file asks of a record, asked of columns: a value that many rows share is looked at
 * once, and no record is made.
 */
type Checked = Result<null, FormatRefusal>;
const fine = ok(null);

const columnOf = ({ columns }: PackedTable, field: string): Column | undefined =>
  columns.find((c) => c.role === 'own' && c.field === field);

/** `#3 (A)` */
function whereIs(table: PackedTable, kind: Kind, row: number): string {
  const key = columnOf(table, keyOf(kind));
  return key ? `#${row + 1} (${String(valueAt(key, row))})` : `#${row + 1}`;
}

/** Fields, numbers 编号 and references of all tables. */
export function checkColumns(packed: PackedColumns): Checked {
  const keys = {} as Record<Kind, TextIndex>;
  for (const [kind, table] of Object.entries(packed.tables) as [Kind, PackedTable][]) {
    const index = keysOf(table, kind);
    if (!index.ok) return index;
    keys[kind] = index.value;
    for (const column of table.columns) {
      const checked = checkColumn(table, kind, column);
      if (!checked.ok) return checked;
    }
    const whole = kind === 'building' || kind === 'park' ? checkRecords(table, kind) : fine;
    if (!whole.ok) return whole;
  }
  return checkReferences(packed, keys);
}

/** Every record is named, and each otherwise. */
function keysOf(table: PackedTable, kind: Kind): Result<TextIndex, FormatRefusal> {
  const field = keyOf(kind);
  const column = columnOf(table, field);
  const texts = column ? textsOf(column, table.rows) : new Texts('', new Uint32Array(1));
  if (texts.count !== table.rows || column?.present) throw damaged(field);
  const bare = texts.starts.findIndex((start, i) => i > 0 && start === texts.starts[i - 1]);
  if (bare > 0) return refuse('bad-field', { where: `#${bare}`, kind, field, value: '""', expected: 'text' });
  const index = new TextIndex(texts);
  return index.repeated === null ? ok(index) : refuse('duplicate-id', { kind, id: index.repeated });
}

function textsOf(column: Column, rows: number): Texts {
  if (column.as === 'text' && column.codes === null) return column.texts;
  const all = Array.from({ length: rows }, (_, row) => valueAt(column, row));
  if (!all.every((value) => typeof value === 'string')) throw damaged(column.field);
  const starts = new Uint32Array(rows + 1);
  all.forEach((text, row) => (starts[row + 1] = starts[row] + text.length));
  return new Texts(all.join(''), starts);
}

function checkColumn(table: PackedTable, kind: Kind, column: Column): Checked {
  const { field, role } = column;
  if (role !== 'own') {
    const misfit = (value: unknown) => role === 'rest' && !isObject(value);
    const unsound = (value: unknown) => field === featureKey && !isSoundFeature(value);
    return each(table, column, (value) => {
      if (misfit(value) || unsound(value)) throw damaged('extra');
      return fine;
    });
  }
  const type = fieldsOfKind(kind)[field];
  if (type.is === 'text' && column.as === 'text') return fine;
  if (column.as === 'number' && areFit(column, table.rows, type)) return fine;
  return each(table, column, (value, row) => {
    const misfit = misfitIn(field, value, type);
    return misfit ? bad(table, kind, row(), misfit) : fine;
  });
}

/** Figures are most of a file: looked at as numbers; which one is wrong, and how it is said, is asked one by one. */
function areFit(column: Column & { readonly as: 'number' }, rows: number, type: FieldType): boolean {
  if (type.is !== 'number' && type.is !== 'integer' && type.is !== 'bounds') return false;
  const { min = -Number.MAX_VALUE, max = Number.MAX_VALUE } = type.is === 'bounds' ? { min: 0 } : type;
  const { values } = column;
  const isWhole = type.is === 'integer';
  for (let row = 0; row < rows; row++) {
    const value = values[row];
    const isFit = value >= min && value <= max && (!isWhole || Number.isSafeInteger(value));
    if (!isFit && hasValue(column, row)) return false;
  }
  return true;
}

const bad = (table: PackedTable, kind: Kind, row: number, misfit: Misfit) =>
  refuse('bad-field', { where: whereIs(table, kind, row), kind, ...misfit });

/** The geometry of a park's feature kept aside is walked by the writers: it must be one. */
const isSoundFeature = (value: unknown): boolean =>
  isObject(value) && (value.geometry === undefined || structureFault(value.geometry, '$') === null);

/** Every value a column holds, with the way to the first row that has it; shared ones once. */
function each(table: PackedTable, column: Column, check: (value: unknown, row: () => number) => Checked): Checked {
  const codes = column.as === 'number' ? null : column.codes;
  if (column.as !== 'number' && codes !== null) {
    const values = column.as === 'any' ? column.shared : null;
    const count = column.as === 'any' ? column.shared.length : column.texts.count;
    for (let code = 0; code < count; code++) {
      const value = values ? values[code] : column.as === 'text' && column.texts.at(code);
      const checked = check(value, () => codes.findIndex((c, row) => c === code && hasValue(column, row)));
      if (!checked.ok) return checked;
    }
    return fine;
  }
  for (let row = 0; row < table.rows; row++) {
    if (!hasValue(column, row)) continue;
    const checked = check(valueAt(column, row), () => row);
    if (!checked.ok) return checked;
  }
  return fine;
}

/** Without any of these a record cannot contradict itself. */
const DOUBTFUL: ReadonlySet<string> = new Set(['floorAreaBelowM2', 'storeyHeightsM', 'units', 'leases']);
/** What these are held against. */
const HELD_AGAINST: ReadonlySet<string> = new Set(['floorAreaM2', 'storeys']);

/** Fields that must agree with each other, and members that have numbers of their own. */
function checkRecords(table: PackedTable, kind: Kind): Checked {
  const own = table.columns.filter(({ role }) => role === 'own');
  const doubtful = own.filter(({ field }) => DOUBTFUL.has(field));
  const judged = own.filter(({ field }) => DOUBTFUL.has(field) || HELD_AGAINST.has(field));
  for (let row = 0; row < table.rows; row++) {
    if (!doubtful.some((column) => hasValue(column, row))) continue;
    const record = recordAt(judged, row);
    const clash = kind === 'building' ? clashIn(record) : null;
    if (clash) return bad(table, kind, row, { field: clash, value: shown(record[clash]), expected: 'text' });
    const twice = repeatedId(record);
    if (twice) return refuse('duplicate-id', { ...twice, where: whereIs(table, kind, row) });
  }
  return fine;
}

/** A park or parcel that a record names is in the file: so it was when it was written; zones may be the policy pack's. */
function checkReferences({ tables }: PackedColumns, keys: Readonly<Record<Kind, TextIndex>>): Checked {
  const checks: [Kind, string, TextIndex][] = [
    ['parcel', 'parkId', keys.park],
    ['building', 'parcelId', keys.parcel],
  ];
  for (const [kind, field, there] of checks) {
    const column = columnOf(tables[kind], field);
    if (!column || (column.as === 'text' && there.hasAll(column.texts))) continue;
    const checked = each(tables[kind], column, (value, row) =>
      there.has(String(value))
        ? fine
        : refuse('missing-reference', { where: whereIs(tables[kind], kind, row()), kind, field, id: String(value) }),
    );
    if (!checked.ok) return checked;
  }
  return fine;
}

/** Units of a building and leases of a park are told apart by id. */
function repeatedId(record: Properties): { kind: string; id: string } | null {
  for (const kind of ['units', 'leases']) {
    const seen = new Set<string>();
    for (const { id } of (record[kind] ?? []) as readonly { id: string }[]) {
      if (seen.has(id)) return { kind, id };
      seen.add(id);
    }
  }
  return null;
}
