import { unzipSync } from 'fflate';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostBytes } from '../limits.ts';
import { scanXml, type XmlHandler } from '../xml/scan.ts';
import { mostColumns, mostSheetRows, type Grid, type GridRow } from './grid.ts';
import { dateStyles, dateText } from './xlsx-dates.ts';

type Parts = Readonly<Record<string, Uint8Array>>;
const wanted =
  /^(xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/i;

/** The sheets of an .xlsx workbook, in their order, as rows of cells. Formulas count by the value they were saved with. */
export function readWorkbook(name: string, bytes: Uint8Array): Result<readonly Grid[], FormatRefusal> {
  // An old .xls, or a workbook behind a password, is a compound file.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refuse('unsupported', { name, what: 'old-workbook' });
  const parts = unzipped(name, bytes);
  if (!parts.ok) return parts;
  const book = new Book(name, parts.value);
  return book.read();
}

function unzipped(name: string, bytes: Uint8Array): Result<Parts, FormatRefusal> {
  let size = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: (entry) => {
        if (!wanted.test(entry.name)) return false;
        size += entry.originalSize;
        return size <= mostBytes;
      },
    });
    if (size > mostBytes) return refuse('too-large', { where: name, what: 'bytes', found: size, most: mostBytes });
    return ok(Object.fromEntries(Object.entries(parts).map(([path, content]) => [path.toLowerCase(), content])));
  } catch {
    return refuse('truncated', { name, record: 0 });
  }
}

/** A refusal on the way through a part. */
class Stop extends Error {
  readonly refusal: FormatRefusal;
  constructor({ refusal }: { readonly refusal: FormatRefusal }) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

class Book {
  readonly #name: string;
  readonly #parts: Parts;

  constructor(name: string, parts: Parts) {
    this.#name = name;
    this.#parts = parts;
  }

  read(): Result<readonly Grid[], FormatRefusal> {
    try {
      const sheets = this.#sheets();
      if (sheets.length === 0) return refuse('unknown-format', { name: this.#name });
      const strings = this.#strings();
      const styles = this.#text('xl/styles.xml');
      const dates = styles === null ? new Set<number>() : dateStyles(styles);
      const { since1904 } = this;
      return ok(
        sheets.map(({ title, path }) => ({
          name: sheets.length > 1 ? `${this.#name} [${title}]` : this.#name,
          title,
          rows: this.#rows(path, strings, (style, value) => (dates.has(style) ? dateText(value, since1904) : null)),
        })),
      );
    } catch (error) {
      if (error instanceof Stop) return { ok: false, refusal: error.refusal };
      throw error;
    }
  }

  since1904 = false;

  #text(path: string): string | null {
    const bytes = Object.hasOwn(this.#parts, path) ? this.#parts[path] : undefined;
    return bytes ? new TextDecoder().decode(bytes) : null;
  }

  #scan(path: string, handler: Partial<XmlHandler>): void {
    const text = this.#text(path);
    if (text === null) return;
    const nothing = () => undefined;
    const fault = scanXml(text, { open: nothing, close: nothing, text: nothing, ...handler });
    if (fault) throw new Stop(refuse('not-xml', { name: `${this.#name}/${path}`, ...fault }));
  }

  #sheets(): { title: string; path: string }[] {
    const targets = new Map<string, string>();
    this.#scan('xl/_rels/workbook.xml.rels', {
      open: (element, { Id, Target }) => {
        if (element === 'Relationship' && Id && Target) targets.set(Id, Target);
      },
    });
    const found: { title: string; path: string }[] = [];
    this.#scan('xl/workbook.xml', {
      open: (element, attributes) => {
        if (element === 'workbookPr') this.since1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
        // Many programs write `visible` out, which is what no word means.
        if (element !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
        const target = targets.get(attributes.id ?? '');
        if (target === undefined) return;
        const path = (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase();
        if (Object.hasOwn(this.#parts, path)) found.push({ title: attributes.name ?? '', path });
      },
    });
    return found;
  }

  /** Texts shared by the cells; readings of characters beside them are no part of the text. */
  #strings(): string[] {
    const strings: string[] = [];
    let pieces: string[] = [];
    let reading = 0;
    let inText = false;
    this.#scan('xl/sharedstrings.xml', {
      open: (element) => {
        if (element === 'si') pieces = [];
        else if (element === 'rPh') reading++;
        else if (element === 't') inText = reading === 0;
      },
      text: (text) => {
        if (inText) pieces.push(text);
      },
      close: (element) => {
        if (element === 'si') strings.push(pieces.join(''));
        else if (element === 'rPh') reading--;
        else if (element === 't') inText = false;
      },
    });
    return strings;
  }

  #rows(path: string, strings: readonly string[], asDate: (style: number, value: number) => string | null): GridRow[] {
    const rows: GridRow[] = [];
    let line = 0;
    let cells: string[] = [];
    let cell: { column: number; type: string; style: number; value: string[] } | null = null;
    let inValue = false;
    const textOf = ({ type, style, value }: NonNullable<typeof cell>): string => {
      const text = value.join('');
      if (type === 's') return strings[Number(text)] ?? '';
      if (type === 'e') return '';
      if (type === 'b') return text === '1' ? 'true' : 'false';
      if (type !== 'n' || text === '') return text;
      return asDate(style, Number(text)) ?? String(Number(text));
    };
    this.#scan(path, {
      open: (element, { r, t, s }) => {
        if (element === 'row') {
          line = r === undefined ? line + 1 : Number(r);
          cells = [];
          if (!(line >= 1 && line <= mostSheetRows) || rows.length >= mostSheetRows)
            throw new Stop(refuse('too-large', { where: this.#name, what: 'rows', found: line, most: mostSheetRows }));
        } else if (element === 'c') {
          const column = r === undefined ? cells.length : columnOf(r);
          if (!(column >= 0 && column < mostColumns))
            throw new Stop(
              refuse('too-large', { where: this.#name, what: 'columns', found: column + 1, most: mostColumns }),
            );
          cell = { column, type: t ?? 'n', style: Number(s ?? 0), value: [] };
        } else if (element === 'v' || element === 't') inValue = cell !== null;
      },
      text: (text) => {
        if (inValue) cell?.value.push(text);
      },
      close: (element) => {
        if (element === 'v' || element === 't') inValue = false;
        else if (element === 'c' && cell) {
          const text = textOf(cell);
          while (cells.length < cell.column) cells.push('');
          cells[cell.column] = text;
          cell = null;
        } else if (element === 'row' && cells.some((text) => text.trim() !== '')) rows.push({ line, cells });
      },
    });
    return rows;
  }
}

/** `AB12` is column 27, counted from 0. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '';
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
