import { put } from '../../domain/land/records/column-records.ts';
import type { Properties } from '../exchange/object.ts';
import { realOf } from '../text/real.ts';
import type { Scanner } from './scan.ts';

/** A kind of feature 要素类型: its code, its name and the table of its fields. */
export interface FeatureKind {
  readonly code: string;
  readonly name: string;
  /** What stands in its row after what it is drawn as: the name of its table is among it. */
  readonly more: readonly string[];
}

interface Field {
  readonly name: string;
  /** `Char`, `Int`, `Float`, `Date`, … in lower case. */
  readonly type: string;
}
export interface Table {
  readonly name: string;
  readonly fields: readonly Field[];
}

/** `2001010100,地类图斑,Polygon,DLTB`; older files have a colour and more between. */
export function readFeatureKinds(scanner: Scanner): FeatureKind[] {
  const kinds: FeatureKind[] = [];
  for (let line = scanner.within('featurecode'); line !== null; line = scanner.within('featurecode')) {
    const [code, name = '', , ...more] = scanner.cells(line);
    kinds.push({ code, name, more });
  }
  return kinds;
}

/** More fields than any table has. */
const MOST_FIELDS = 1000;

/** `DLTB,21`, a line for each field, and a 0 that some leave out; by name in upper case. */
export function readTables(scanner: Scanner): Map<string, Table> {
  const tables = new Map<string, Table>();
  for (let line = scanner.within('tablestructure'); line !== null; line = scanner.within('tablestructure')) {
    if (line === '0') continue;
    const [name, count = ''] = scanner.cells(line);
    if (!/^\d{1,6}$/.test(count) || Number(count) > MOST_FIELDS) scanner.wrong(line, 'vct-count');
    const fields = Array.from({ length: Number(count) }, (): Field => {
      const [field, type = ''] = scanner.cells(scanner.must());
      return { name: field, type: type.toLowerCase() };
    });
    tables.set(name.toUpperCase(), { name, fields });
  }
  return tables;
}

const isText = ({ type }: Field): boolean => /char|text|string/.test(type);
const isNumber = ({ type }: Field): boolean => /int|float|double|number|decimal/.test(type);

/** Whether a value can be one of its field: what shifts a row by one shows in its numbers and days. */
function suits(field: Field, value: string): boolean {
  if (value === '' || isText(field)) return true;
  if (isNumber(field)) return !Number.isNaN(realOf(value));
  return !/date/.test(field.type) || /^[\d\-/.:年月日 T]+$/.test(value);
}

/** Whole numbers beyond what a number holds stay as text. */
function valueOf(field: Field, value: string): string | number | null {
  if (value === '') return null;
  if (!isNumber(field)) return value;
  const number = realOf(value);
  return Number.isNaN(number) || (!value.includes('.') && !Number.isSafeInteger(number)) ? value : number;
}

/** More separators stand in no text of a row. */
const MOST_COMMAS = 50;

/** A row as it could be read: all of it, or without the fields between which a text has separators of its own. */
export interface ReadRow {
  readonly row: Properties;
  readonly state: 'whole' | 'joined' | 'unclear';
}

/**
 * The values of a row by its fields. Texts are not quoted, so a comma in one makes a value too many: it is put back where
 * one text alone can have it, by the numbers and days beside; else the fields it may be in are left out.
 */
export function rowOf({ fields }: Table, values: readonly string[], separator: string): ReadRow {
  const extra = values.length - fields.length;
  if (extra > MOST_COMMAS) return { row: {}, state: 'unclear' };
  if (extra <= 0) {
    const fits = values.every((value, f) => suits(fields[f], value));
    return fits ? { row: rowFrom(fields, values), state: 'whole' } : { row: {}, state: 'unclear' };
  }
  const homes = fields.flatMap((field, f) => {
    if (!isText(field)) return [];
    const tried = joinedAt(values, f, extra, separator);
    return tried.every((value, k) => suits(fields[k], value)) ? [f] : [];
  });
  if (homes.length === 0) return { row: {}, state: 'unclear' };
  const [first, last] = [homes[0], homes[homes.length - 1]];
  if (first === last) return { row: rowFrom(fields, joinedAt(values, first, extra, separator)), state: 'joined' };
  const known = fields.map((_, f) => (f < first ? values[f] : f > last ? values[f + extra] : ''));
  return { row: rowFrom(fields, known), state: 'unclear' };
}

const joinedAt = (values: readonly string[], f: number, extra: number, separator: string): string[] => [
  ...values.slice(0, f),
  values.slice(f, f + extra + 1).join(separator),
  ...values.slice(f + extra + 1),
];

function rowFrom(fields: readonly Field[], values: readonly string[]): Properties {
  const row: Record<string, unknown> = {};
  for (let f = 0; f < values.length; f++) {
    const value = valueOf(fields[f], values[f]);
    if (value !== null) put(row, fields[f].name, value);
  }
  return row;
}
