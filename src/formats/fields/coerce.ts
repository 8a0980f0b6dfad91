import type { FieldType } from './types.ts';

/**
 * A value of a table that knows only text and numbers (.dbf, plain GeoJSON), in the type of its field where that can be
 * read without guessing; else as it is, so that the check names it. Words are the dictionary's.
 */
export function coerce(value: unknown, type: FieldType): unknown {
  if (type.is === 'nullable') return coerce(value, type.of);
  if (typeof value === 'string') {
    const text = value.trim();
    if (text === '') return null;
    if ((type.is === 'number' || type.is === 'integer') && /^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text))
      return Number(text);
    if (type.is === 'date') return text.replace(/^(\d{4})[/.]?(\d{2})[/.]?(\d{2})$/, '$1-$2-$3');
    if (type.is === 'list' || type.is === 'record') return parsed(text);
    if (type.is === 'bounds' && /^\d+(\.\d+)?$/.test(text)) return Number(text);
    return text;
  }
  if (type.is === 'text' && typeof value === 'number') return String(value);
  return value;
}

/** Lists and records are written to a table cell as JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
