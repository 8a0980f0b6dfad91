import type { Position } from '../../domain/geometry/columns/layer.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { cellAt, type Grid, type GridRow } from './grid.ts';
import { headingsOf, isTotal } from './headings.ts';
import { halfWidth } from './numbers.ts';
import type { PointTable, TablePlot, TablePoint } from './points.ts';

const figure = /[+-]?\d+(?:\.\d+)?/g;

/**
 * The points of a list in one cell: `x,y;x,y`, `J1(x,y)、J2(x,y)`, `x y,x y` or `x,y,x,y`, whatever width its signs have; null
 * where the cell is no list of three points and more.
 */
function pointsInCell(cell: string): readonly (readonly [string, string])[] | null {
  const text = halfWidth(cell).replace(/[[\](){}<>"'（）【】]/g, ' ').replace(/\p{L}+[\w-]*[:：]?/gu, ' '); // prettier-ignore
  if (/[^\d\s.,+\-;|、/]/.test(text)) return null;
  const pieces = (sign: RegExp) => text.split(sign).filter((piece) => piece.trim() !== '');
  for (const sign of [/[;|、\n]+/, /,/]) {
    const pairs = pieces(sign).map((piece) => piece.match(figure) ?? []);
    if (pairs.length >= 3 && pairs.every((pair) => pair.length === 2)) return pairs as [string, string][];
  }
  const all = text.match(figure) ?? [];
  if (all.length < 6 || all.length % 2 === 1 || /[;|、]/.test(text)) return null;
  return Array.from({ length: all.length / 2 }, (_, i) => [all[2 * i], all[2 * i + 1]] as const);
}

/** Titles stand above a header, no more than this many rows. */
const DEEPEST = 20;

interface Place {
  readonly at: number;
  readonly column: number;
}

/** The column of lists: the first that has one under a heading. */
function listColumn({ rows }: Grid): Place | null {
  for (let at = 0; at < Math.min(DEEPEST, rows.length - 1); at++) {
    const column = rows[at + 1].cells.findIndex((cell) => pointsInCell(cell) !== null);
    if (column >= 0 && cellAt(rows[at], column) !== '' && pointsInCell(cellAt(rows[at], column)) === null) return { at, column }; // prettier-ignore
  }
  return null;
}

/** A table whose rows have all their boundary points in one cell, as the points of one parcel each; null for any other. */
export function listsIn(grid: Grid, fieldName: (heading: string) => string): Result<PointTable | null, FormatRefusal> {
  const place = listColumn(grid);
  if (!place) return ok(null);
  const headings = headingsOf(grid.rows[place.at], grid.rows[place.at - 1]);
  const plots: TablePlot[] = [];
  let totals = 0;
  let degrees = true;
  for (const row of grid.rows.slice(place.at + 1)) {
    const cell = cellAt(row, place.column);
    if (isTotal(row) && pointsInCell(cell) === null) {
      totals++;
      continue;
    }
    const pairs = cell === '' ? [] : pointsInCell(cell);
    if (!pairs) return refuse('bad-line', { line: row.line, text: cell.slice(0, 80), detail: 'point-list' });
    degrees &&= pairs.every((pair) => pair.every((text) => Math.abs(Number(text)) <= 180));
    plots.push({ properties: propertiesOf(row, headings, place.column, fieldName), points: pointsOf(pairs, row.line) });
  }
  if (degrees) for (const { points } of plots) for (const point of points) standEastFirst(point);
  return ok({ plots, degrees, angle: null, bare: false, totals, leftOut: 0 });
}

const propertiesOf = (row: GridRow, headings: readonly string[], lists: number, fieldName: (name: string) => string) =>
  Object.fromEntries(
    headings.flatMap((heading, c): [string, string][] =>
      c === lists || heading === '' || cellAt(row, c) === '' ? [] : [[fieldName(heading), cellAt(row, c)]],
    ),
  );

/** X, the northing, comes first by custom, as in a table of points. */
const pointsOf = (pairs: readonly (readonly [string, string])[], line: number): TablePoint[] =>
  pairs.map(([first, second]) => ({
    line,
    ring: '',
    order: NaN,
    at: [Number(second), Number(first)],
    texts: [second, first],
  }));

/** Degrees come in either order; a latitude of China is below 60. */
function standEastFirst(point: TablePoint): void {
  const own = point as { -readonly [K in keyof TablePoint]: TablePoint[K] };
  if (point.at[0] >= 60 || point.at[1] < 60) return;
  own.at = [point.at[1], point.at[0]] as Position;
  own.texts = [point.texts[1], point.texts[0]];
}
