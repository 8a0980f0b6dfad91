import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import type { Encoding } from '../text/decode.ts';
import { cellText, columnName, type Dbf } from './dbf.ts';

type Cell = string | number | boolean | null;
export type Cells = Readonly<Record<string, Cell>>;

export interface CellTable {
  readonly names: readonly string[];
  readonly rows: readonly Cells[];
}

/** Of columns with one name, as cutting leaves them, the later ones are numbered. */
function numbered(names: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let n = 1; used.has(own); n++) own = `${name}_${n}`;
    used.add(own);
    return own;
  });
}

/** Names of the columns, and rows as name → text, number, boolean or null (empty); dates as `YYYY-MM-DD`. */
export function readCells(name: string, dbf: Dbf, encoding: Encoding): Result<CellTable, FormatRefusal> {
  const read = dbf.fields.map((field) => columnName(field.name, encoding));
  const names = numbered(read.map((own) => own ?? ''));
  const unread = read.indexOf(null);
  if (unread >= 0) return refuse('encoding-broken', { where: `${name} [${unread + 1}]` });
  const rows: Cells[] = [];
  for (const [r, record] of dbf.records.entries()) {
    const row: [string, Cell][] = [];
    for (const [f, field] of dbf.fields.entries()) {
      const where = `${name} #${r + 1} ${names[f]}`;
      const text = cellText(record.subarray(field.start, field.start + field.length), encoding);
      if (text === null) return refuse('encoding-broken', { where });
      const cell = valueOf(text, field.type);
      if (cell === undefined) return refuse('bad-number', { where, value: text.slice(0, 40) });
      row.push([names[f], cell]);
    }
    rows.push(Object.fromEntries(row));
  }
  return ok({ names, rows });
}

/** Undefined where a number is none. */
function valueOf(text: string, type: string): Cell | undefined {
  if (text === '' || /^\*+$/.test(text)) return null;
  if (type === 'N' || type === 'F') return Number.isFinite(Number(text)) ? Number(text) : undefined;
  if (type === 'L') return /^[yYtT]$/.test(text) ? true : /^[nNfF]$/.test(text) ? false : null;
  // Programs write a day that no one knows as blanks or as zeros.
  if (type === 'D' && /^0+$/.test(text)) return null;
  if (type === 'D') return text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return text;
}
