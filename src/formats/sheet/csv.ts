import Papa from 'papaparse';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FileNote, FormatRefusal } from '../contract.ts';

import { decodeText } from '../text/decode.ts';
import { cassGrid, isCass } from './cass.ts';
import { isShapeName, mostColumns, mostSheetRows, type Grid } from './grid.ts';

/** A CSV as rows of cells: comma, tab, semicolon or bar, whichever the file uses; GBK or UTF-8. */
export function readCsv(name: string, bytes: Uint8Array, notes: FileNote[]): Result<Grid, FormatRefusal> {
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return decoded;
  if (decoded.value.guessed) notes.push({ code: 'encoding-guessed', params: { encoding: decoded.value.encoding } });
  // An empty line at the end would be a row of one cell, by which the delimiter is guessed.
  const text = decoded.value.text.replace(/^\ufeff/, '').replace(/[\r\n]+$/, '\n');
  if (isCass(text)) return ok(cassGrid(name, text));
  const parsed = Papa.parse<string[]>(text.replace(/\n$/, ''), {
    delimiter: besideShapes(text),
    delimitersToGuess: [',', '\t', ';', '|'],
    // One more than are read: a file without end is not read to its end.
    preview: mostSheetRows + 1,
  });
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken) return refuse('bad-line', { line: (broken.row ?? 0) + 1, text: '"', detail: 'quotes' });
  if (parsed.data.length > mostSheetRows)
    return refuse('too-large', { where: name, what: 'rows', found: `> ${mostSheetRows}`, most: mostSheetRows });
  const wide = parsed.data.findIndex((cells) => cells.length > mostColumns);
  if (wide >= 0)
    return refuse('too-large', { where: name, what: 'columns', found: parsed.data[wide].length, most: mostColumns });
  const rows = parsed.data.map((cells, r) => ({ line: r + 1, cells: cells.map(unguarded) }));
  return ok({ name, rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) });
}

/**
 * The delimiter beside a column of shapes in the first line; empty, to be guessed, without one. A shape in words is full
 * of commas, and would be taken for many columns.
 */
const besideShapes = (text: string): string => {
  const [line] = text.slice(0, 4096).split(/\r?\n/, 1);
  return [',', '\t', ';', '|'].find((sign) => line.includes(sign) && line.split(sign).some(isShapeName)) ?? '';
};

/** The apostrophe that keeps a spreadsheet from computing a text is taken off again. */
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

const isNumber = (text: string): boolean => /^[+-]?\d+(\.\d+)?$/.test(text);

export interface Encoded {
  readonly text: string;
  /** Texts written after an apostrophe. */
  readonly guarded: number;
}

/** Rows as CSV with CRLF ends. Text a spreadsheet would take for a formula is written after an apostrophe. */
export function csvText(rows: readonly (readonly string[])[]): Encoded {
  let guarded = 0;
  const safe = rows.map((cells) =>
    cells.map((cell) => {
      if (!/^[=+\-@\t\r]/.test(cell) || isNumber(cell)) return cell;
      guarded++;
      return `'${cell}`;
    }),
  );
  return { text: `${Papa.unparse(safe, { newline: '\r\n' })}\r\n`, guarded };
}
