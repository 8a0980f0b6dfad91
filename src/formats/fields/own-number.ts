import { isLacking } from '../../domain/land/fields/fits.ts';
import { keyOf, type Kind } from '../../domain/land/fields/kinds.ts';
import type { Properties } from '../exchange/object.ts';
import { ownNumberField, type Numbers } from './numbers.ts';
import type { Reading } from './reading.ts';

/** The record with a number of its own: as it says, else as its feature does (`said`), else its place in the file. */
export function withNumber(
  kind: Kind,
  record: Properties,
  said: unknown,
  { plain, telling, row }: Reading,
  numbers: Numbers,
): Properties {
  const key = keyOf(kind);
  const called = [record[key], said].find((v) => (typeof v === 'string' && !isLacking(v)) || typeof v === 'number');
  const wanted = called === undefined ? String(row) : String(called);
  const number = numbers.take(wanted);
  if (called === undefined && !plain) telling.unnamed(kind, row);
  if (number === wanted) return record[key] === number ? record : { ...record, [key]: number };
  telling.repeated(wanted, number);
  return { ...record, [key]: number, extra: { ...(record.extra as Properties | undefined), [ownNumberField]: wanted } };
}
