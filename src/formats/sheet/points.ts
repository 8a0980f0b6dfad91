import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Dictionary } from '../fields/dictionary.ts';
import type { FormatRefusal } from '../contract.ts';
import { cellAt, type Grid, type GridRow } from './grid.ts';
import { firstHeader, headerAt, isLabel, type Group, type Header } from './header.ts';
import { isTotal } from './headings.ts';
import { numberOf } from './numbers.ts';

export interface TablePoint {
  readonly line: number;
  readonly ring: string;
  /** 序号 of the row; NaN without one. */
  readonly order: number;
  /** [second coordinate of the convention, first]: east and north, or longitude and latitude. */
  readonly at: Position;
  /** The two as they are written. */
  readonly texts: readonly [string, string];
}
export interface TablePlot {
  readonly properties: Record<string, string>;
  readonly points: TablePoint[];
}
export interface PointTable {
  readonly plots: readonly TablePlot[];
  readonly degrees: boolean;
  /** What the headings say of how angles are written. */
  readonly angle: Header['angle'];
  /** Nothing says to which parcel a point belongs or where in its boundary it stands: no number, no ring, no order. */
  readonly bare: boolean;
  /** Rows that sum up others. */
  readonly totals: number;
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

const isIdIn =
  (dictionary: Dictionary) =>
  (name: string): boolean =>
    idNames.has(name) || dictionary.fieldOf('parcel', name) === 'id';

/** Number and name of the parcel go by their fields, whatever the dictionary of the pack adds. */
export function fieldNameOf(dictionary: Dictionary): (heading: string) => string {
  const isId = isIdIn(dictionary);
  return (heading) => (isId(heading) ? 'id' : nameNames.has(heading) ? 'name' : heading);
}

/** Boundary points of one or several parcels; null where the table has no coordinate columns. */
export function pointsIn(grid: Grid, dictionary: Dictionary): Result<PointTable | null, FormatRefusal> {
  const first = firstHeader(grid);
  if (!first) return ok(null);
  const reader = new PointReader(
    first.header,
    isIdIn(dictionary),
    (name) => nameNames.has(name) || dictionary.fieldOf('parcel', name) !== undefined,
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
  readonly #isField: (name: string) => boolean;
  readonly #plots = new Map<string, TablePlot>();
  /** What titles say of the parcel that follows. */
  #about: Record<string, string> = {};
  #current: string | null = null;
  #leftOut = 0;
  #totals = 0;
  /** Points of the second and further groups of a wide table, which follow those of the first. */
  #beside: { key: string; point: TablePoint }[][] = [];

  constructor(header: Header, isId: (name: string) => boolean, isField: (name: string) => boolean) {
    this.#header = header;
    this.#isId = isId;
    this.#isField = isField;
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
      // Two names side by side are a line of a heading.
      if (value === undefined || !key || this.#isHeading(value)) continue;
      if (this.#isId(key) && (this.#about.id ?? value) !== value) this.#about = {};
      this.#about[this.#field(key.replace(/[（(].*$/, ''))] = value;
      told = true;
    }
    if (told && this.#about.id !== undefined) this.#flush();
    return told;
  }

  #isHeading(cell: string): boolean {
    return isLabel(cell) || this.#isId(cell) || this.#isField(cell);
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
    if (points === 0 && isTotal(row)) {
      this.#totals++;
      return null;
    }
    if (points === 0 && !this.about(row) && words) this.#leftOut++;
    return null;
  }

  #pointAt(row: GridRow, { north, east, point, ring, order }: Group): TablePoint | 'none' | FormatRefusal {
    const [first, second] = [cellAt(row, north), cellAt(row, east)];
    const at: Position = [numberOf(second), numberOf(first)];
    if (at.every(Number.isFinite)) {
      const place = numberOf(cellAt(row, order));
      return { line: row.line, ring: cellAt(row, ring), order: place, at, texts: [second, first] };
    }
    const label = cellAt(row, point);
    const named = label !== '' && !isLabel(label) && (first !== '' || second !== '');
    if (isTotal(row)) return 'none';
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
      // The number in the row outranks one in a title above.
      plot = { properties: { ...this.#about, ...(idField && said !== '' && { id: said }) }, points: [] };
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
    const { degrees, angle, groups, fields } = this.#header;
    const told = groups.some(({ point, ring, order }) => [point, ring, order].some((column) => column !== undefined));
    const numbered = this.#about.id !== undefined || fields.some(({ name }) => this.#isId(name));
    const plots = [...this.#plots.values()].map(({ properties, points }) => ({ properties, points: inOrder(points) }));
    return { plots, degrees, angle, bare: !told && !numbered, totals: this.#totals, leftOut: this.#leftOut };
  }
}

/**
 * The points of a parcel by their 序号, where every ring has each number once; a number repeated (the first point again, at
 * the end) says no more than the rows do.
 */
function inOrder(points: readonly TablePoint[]): TablePoint[] {
  const rings = new Map<string, TablePoint[]>();
  for (const point of points) {
    const ring = rings.get(point.ring);
    if (ring) ring.push(point);
    else rings.set(point.ring, [point]);
  }
  const said = [...rings.values()].every(
    (ring) =>
      ring.every(({ order }) => Number.isFinite(order)) && new Set(ring.map(({ order }) => order)).size === ring.length,
  );
  return said ? [...rings.values()].flatMap((ring) => ring.toSorted((a, b) => a.order - b.order)) : [...points];
}
