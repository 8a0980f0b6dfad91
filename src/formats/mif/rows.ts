import Papa from 'papaparse';
import { put } from '../../domain/land/records/column-records.ts';
import type { NamedBytes } from '../contract.ts';
import type { Properties } from '../exchange/object.ts';
import { mostTextBytes } from '../limits.ts';
import { stop } from '../refused.ts';
import { realOf } from '../text/real.ts';
import { decodeText } from '../text/decode.ts';
import type { MifHeader } from './header.ts';

/** The rows of the .mid, each of one object of the .mif. */
export function readRows({ name, bytes }: NamedBytes, { delimiter, columns }: MifHeader): readonly Properties[] {
  if (bytes.length > mostTextBytes)
    stop('too-large', { where: name, what: 'bytes', found: bytes.length, most: mostTextBytes });
  const text = decodeText(bytes, name);
  if (!text.ok) return stop(text.refusal.code, text.refusal.params);
  const whole = text.value.text.replace(/^\ufeff/, '').replace(/(\r?\n)+$/, '');
  if (whole === '') return [];
  const { data, errors } = Papa.parse<string[]>(whole, { delimiter });
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken) return stop('bad-line', { line: (broken.row ?? 0) + 1, text: '"', detail: 'quotes' });
  return data.map((cells) => {
    const row: Record<string, unknown> = {};
    for (const [c, column] of columns.entries()) {
      const value = valueOf(cells[c] ?? '', column.type);
      if (value !== null) put(row, column.name, value);
    }
    return row;
  });
}

function valueOf(text: string, type: string): string | number | boolean | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (/^(integer|smallint|largeint|float|decimal)$/.test(type)) {
    const number = realOf(trimmed);
    // Whole numbers beyond what a number holds stay as text.
    return Number.isNaN(number) || (type === 'largeint' && !Number.isSafeInteger(number)) ? trimmed : number;
  }
  if (type === 'logical') return /^t/i.test(trimmed) ? true : /^f/i.test(trimmed) ? false : null;
  if (type === 'date') return trimmed.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return trimmed;
}
