import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FileNote, FormatRefusal } from '../contract.ts';
import { declaredEpsg } from '../features/crs.ts';
import { ShapeCollector } from '../features/shapes.ts';
import type { FeatureTable } from '../features/read.ts';
import { isHexWkb, readHexWkb } from '../wkb/hex.ts';
import { isWkt, readWkt } from '../wkt/read.ts';
import { cellAt, isShapeName, type Grid, type GridRow } from './grid.ts';
import { isTotal } from './headings.ts';

/** Titles stand above a header, no more than this many rows. */
const DEEPEST = 20;

interface Place {
  readonly header: GridRow;
  readonly rows: readonly GridRow[];
  readonly column: number;
}

/** The column of shapes: named so, and its first cell is one. */
function shapeColumn({ rows }: Grid): Place | null {
  for (let at = 0; at < Math.min(DEEPEST, rows.length - 1); at++) {
    const column = rows[at].cells.findIndex(isShapeName);
    if (column < 0) continue;
    const below = rows.slice(at + 1);
    const first = below.find((row) => cellAt(row, column) !== '');
    const shape = first && cellAt(first, column);
    if (shape && (isWkt(shape) || isHexWkb(shape))) return { header: rows[at], rows: below, column };
  }
  return null;
}

/**
 * A table whose rows have their boundary in words (WKT), as GDAL writes CSV, or in hexadecimal WKB, as databases do; null
 * for any other.
 */
export function shapesIn(grid: Grid, notes: readonly FileNote[]): Result<FeatureTable | null, FormatRefusal> {
  const place = shapeColumn(grid);
  if (!place) return ok(null);
  const { header, column } = place;
  const rows = place.rows.filter((row) => cellAt(row, column) !== '' || !isTotal(row));
  const totals = place.rows.length - rows.length;
  const builder = new ShapeCollector();
  const srids = new Set<number>();
  for (const [r, row] of rows.entries()) {
    const text = cellAt(row, column);
    if (text === '') {
      builder.endFeature();
      continue;
    }
    const read = isHexWkb(text) ? readHexWkb(text, builder) : readWkt(text, builder);
    if (!read.ok) return refuse(read.refusal.code, { ...read.refusal.params, name: grid.name, where: `#${r + 1}` });
    if (read.value) srids.add(read.value);
  }
  if (srids.size > 1) return refuse('damaged', { name: grid.name, detail: 'several-srids' });
  const fields = header.cells.flatMap((name, c) =>
    c === column || name.trim() === '' ? [] : [[name.trim(), c] as const],
  );
  return ok({
    name: grid.name,
    rows: rows.map((row) =>
      Object.fromEntries(fields.flatMap(([name, c]) => (cellAt(row, c) === '' ? [] : [[name, cellAt(row, c)]]))),
    ),
    outlines: builder.build(),
    shapeOutcomes: builder.outcomes(),
    declared: () => (srids.size === 0 ? ok(null) : declaredEpsg([...srids][0])),
    notes: totals > 0 ? [...notes, { code: 'totals-left-out', params: { count: totals } }] : notes,
  });
}
