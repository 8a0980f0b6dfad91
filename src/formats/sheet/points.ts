import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/layer.ts';
import type { Dictionary } from '../fields/dictionary.ts';
import type { FormatRefusal } from '../contract.ts';
import { cellAt, type Grid, type GridRow } from './grid.ts';
import { firstHeader, headerAt, isLabel, type Group, type Header } from './header.ts';

export interface TablePoint {
  readonly line: number;
  readonly ring: string;
  /** [second coordinate of the convention, first]: east and north, or longitude and latitude. */
  readonly at: Position;
}
export interface TablePlot {
  readonly properties: Record<string, string>;
  readonly points: TablePoint[];
}
export interface PointTable {
  readonly plots: readonly TablePlot[];
  readonly degrees: boolean;
  /** Rows with words that are no points: titles repeated, sums, signatures. */
  readonly leftOut: number;
}

/** The parcel's number, whatever the dictionary of the pack adds. */
const idNames = new Set([
  '宗地号',
  '宗地编号',
  '宗地代码',
  '地块编号',
  '地块号',
  '地块代码',
  'DKBH',
  'ZDDM',
  'id',
  'ID',
]);

const nameNames = new Set(['宗地名称', '地块名称', 'DKMC', 'ZDMC']);

/** Boundary points of one or several parcels; null where the table has no coordinate columns. */
export function pointsIn(grid: Grid, dictionary: Dictionary): Result<PointTable | null, FormatRefusal> {
  const first = firstHeader(grid);
  if (!first) return ok(null);
  const reader = new PointReader(
    first.header,
    (name) => idNames.has(name) || dictionary.fieldOf('parcel', name) === 'id',
  );
  for (const row of grid.rows.slice(0, first.at)) reader.about(row);
  for (const [r, row] of grid.rows.slice(first.at + 1).entries()) {
    const refusal = reader.take(row, grid.rows[first.at + r]);
    if (refusal) return { ok: false, refusal };
  }
  return ok(reader.end());
}

class PointReader {
  #header: Header;
  readonly #isId: (name: string) => boolean;
  readonly #plots = new Map<string, TablePlot>();
  /** What titles say of the parcel that follows. */
  #about: Record<string, string> = {};
  #current: string | null = null;
  #leftOut = 0;
  /** Points of the second and further groups of a wide table, which follow those of the first. */
  #beside: { key: string; point: TablePoint }[][] = [];

  constructor(header: Header, isId: (name: string) => boolean) {
    this.#header = header;
    this.#isId = isId;
  }

  /** `宗地号：410100-7` in one cell, or its name and value in two; true where the row says something of the kind. */
  about(row: GridRow): boolean {
    const cells = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    let told = false;
    for (let c = 0; c < cells.length; c++) {
      const found = /^([^:：]{1,20})[:：]\s*(.*)$/s.exec(cells[c]);
      const name = found?.[1].trim();
      const value = found?.[2] || (found || this.#isId(cells[c]) ? cells[++c] : undefined);
      const key = name ?? cells[c - 1];
      if (value === undefined || !key) continue;
      if (this.#isId(key) && (this.#about.id ?? value) !== value) this.#about = {};
      this.#about[this.#field(key.replace(/[（(].*$/, ''))] = value;
      told = true;
    }
    if (told && this.#about.id !== undefined) this.#flush();
    return told;
  }

  /** Number and name of the parcel go by their fields, whatever the dictionary of the pack adds. */
  #field(name: string): string {
    return this.#isId(name) ? 'id' : nameNames.has(name) ? 'name' : name;
  }

  take(row: GridRow, above: GridRow | undefined): FormatRefusal | null {
    const again = headerAt(row, above);
    if (again) {
      this.#flush();
      this.#header = again;
      return null;
    }
    let points = 0;
    for (const [g, group] of this.#header.groups.entries()) {
      const read = this.#pointAt(row, group);
      if (read === 'none') continue;
      if ('code' in read) return read;
      points++;
      const key = this.#plotOf(row);
      if (g === 0) this.#plots.get(key)?.points.push(read);
      else (this.#beside[g] ??= []).push({ key, point: read });
    }
    // A row of a length alone stands between two points in many tables.
    const words = row.cells.some((cell) => /\p{L}/u.test(cell));
    if (points === 0 && !this.about(row) && words) this.#leftOut++;
    return null;
  }

  #pointAt(row: GridRow, { north, east, point, ring }: Group): TablePoint | 'none' | FormatRefusal {
    const [first, second] = [cellAt(row, north), cellAt(row, east)];
    const at: Position = [numberOf(second), numberOf(first)];
    if (at.every(Number.isFinite)) return { line: row.line, ring: cellAt(row, ring), at };
    const label = cellAt(row, point);
    const named = label !== '' && !isLabel(label) && (first !== '' || second !== '');
    const half = Number.isFinite(at[0]) !== Number.isFinite(at[1]) && first !== '' && second !== '';
    if (!named && !half) return 'none';
    const text = row.cells.join(',').slice(0, 80);
    return refuse('bad-line', { line: row.line, text, detail: 'number' }).refusal;
  }

  /** The key of the parcel a row belongs to; an empty cell means the same as above, as merged cells do. */
  #plotOf(row: GridRow): string {
    const { fields } = this.#header;
    const idField = fields.find(({ name }) => this.#isId(name));
    const nameField = idField ?? fields.find(({ name }) => /名称|name/i.test(name));
    const said = cellAt(row, nameField?.column);
    if (said !== '') this.#current = said;
    else this.#current ??= this.#about.id ?? '';
    const key = this.#current;
    let plot = this.#plots.get(key);
    if (!plot) {
      plot = { properties: { ...this.#about }, points: [] };
      this.#plots.set(key, plot);
    }
    for (const { column, name } of fields) {
      const value = cellAt(row, column);
      const field = this.#field(name);
      if (value !== '' && plot.properties[field] === undefined) plot.properties[field] = value;
    }
    return key;
  }

  /** The columns beside are the continuation of the first; after them another parcel or page begins. */
  #flush(): void {
    for (const group of this.#beside)
      for (const { key, point } of group ?? []) this.#plots.get(key)?.points.push(point);
    this.#beside = [];
    this.#current = null;
  }

  end(): PointTable {
    this.#flush();
    return { plots: [...this.#plots.values()], degrees: this.#header.degrees, leftOut: this.#leftOut };
  }
}

const minutes = /^(\d{1,3})[°度](\d{1,2})[′'分](\d{1,2}(?:\.\d+)?)[″"秒]?$/;

/** A plain number, with or without thousands commas, or degrees, minutes and seconds; NaN for anything else. */
function numberOf(text: string): number {
  if (/^[+-]?\d+(\.\d*)?([eE][+-]?\d{1,2})?$/.test(text)) return Number(text);
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  const found = minutes.exec(text.replace(/''|”/g, '″').replace(/’/g, '′'));
  return found ? Number(found[1]) + Number(found[2]) / 60 + Number(found[3]) / 3600 : NaN;
}

/** Points as rings: a new one where the ring number changes or the last came back to its first point. */
export function ringsOf(points: readonly TablePoint[]): {
  rings: (readonly Position[])[];
  open: number;
  lastOpen: boolean;
} {
  const rings: Position[][] = [];
  let open = 0;
  let current: Position[] = [];
  let ring = '';
  let closed = true;
  for (const point of points) {
    if (closed || point.ring !== ring) {
      if (!closed) open++;
      current = [];
      rings.push(current);
      ring = point.ring;
    }
    current.push(point.at);
    const [first, last] = [current[0], current[current.length - 1]];
    closed = current.length > 3 && first[0] === last[0] && first[1] === last[1];
  }
  return { rings, open: closed ? open : open + 1, lastOpen: !closed };
}
