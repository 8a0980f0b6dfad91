import { readCell } from '../fields/cell.ts';
import type { Dictionary } from '../fields/dictionary.ts';
import { fieldsOfKind } from '../../domain/land/fields/kinds.ts';
import type { FieldType } from '../../domain/land/fields/type.ts';
import { fieldOfColumn } from '../features/columns.ts';
import type { Encoding } from '../text/decode.ts';
import { encodeGbk } from '../text/gbk.ts';
import type { Cells } from './cells.ts';
import { nameBytes, type DbfField } from './dbf.ts';

const parcelFields = fieldsOfKind('parcel');

/**
 * Column → whole name, of those cut at 10 bytes (in UTF-8 after three Chinese characters): where all names of a parcel's
 * fields that begin so mean one field, no other column means it, and its cells can be that: every figure and date, and
 * some of the words (the others are named as they always are).
 */
export function wholeNames(
  fields: readonly DbfField[],
  names: readonly string[],
  rows: readonly Cells[],
  encoding: Encoding,
  dictionary: Dictionary,
): ReadonlyMap<string, string> {
  const fieldOf = (name: string): string | undefined =>
    fieldOfColumn[name.toUpperCase()] ??
    (Object.hasOwn(parcelFields, name) ? name : dictionary.fieldOf('parcel', name));
  const taken = new Set(names.map(fieldOf));
  const whole = new Map<string, string>();
  for (const [c, name] of names.entries()) {
    const found = fieldOf(name) === undefined ? wholeName(fields[c].name, encoding, dictionary) : null;
    const field = found === null ? undefined : fieldOf(found);
    if (found === null || field === undefined || taken.has(field) || names.includes(found)) continue;
    const cells = rows.flatMap((row) => (row[name] === null ? [] : [row[name]]));
    const areFigures = ['number', 'integer', 'date'].includes(plainType(parcelFields[field]).is);
    const one = (cell: Cells[string]) => fits(field, cell, dictionary);
    if (!(areFigures ? cells.every(one) : cells.some(one))) continue;
    if (field === 'id' && new Set(cells).size < rows.length) continue;
    taken.add(field);
    whole.set(name, found);
  }
  return whole;
}

const plainType = (type: FieldType): FieldType => (type.is === 'nullable' ? type.of : type);

function fits(field: string, cell: Cells[string], dictionary: Dictionary): boolean {
  const type = parcelFields[field];
  return dictionary.meaningOf('parcel', field, cell) !== undefined || readCell(cell, type, []) !== null;
}

/** The name of a field that begins with these bytes; null where there is none, or several fields have one. */
function wholeName(cut: Uint8Array, encoding: Encoding, dictionary: Dictionary): string | null {
  if (cut.length < nameBytes) return null;
  const names = [...Object.keys(parcelFields), ...dictionary.namesOf('parcel')].filter((name) => {
    const bytes = encoding === 'GBK' ? encodeGbk(name) : new TextEncoder().encode(name);
    return bytes !== null && bytes.length > cut.length && cut.every((byte, b) => bytes[b] === byte);
  });
  const fields = new Set(names.map((name) => dictionary.fieldOf('parcel', name) ?? name));
  return fields.size === 1 ? names[0] : null;
}
