import type { PublishedTable, Words } from '../../../publish/shape/published.ts';

/** Bars of a table: a row each, of its first two columns of figures; the table has the rest. */
export interface BarChart {
  /** Of one or two columns. */
  readonly series: readonly Words[];
  readonly rows: readonly { readonly name: Words; readonly values: readonly (number | null)[] }[];
  readonly most: number;
  readonly unit: Words | null;
}

/** More rows than this are read in the table. */
const MOST_ROWS = 24;

/** Null where there is nothing to draw: no figures, or too many rows. */
export function barsOf({ head, rows, unit }: PublishedTable): BarChart | null {
  const columns = head
    .map((_, i) => i)
    .filter((i) => i > 0 && rows.every((row) => row[i] === null || typeof row[i] === 'number'))
    .slice(0, 2);
  const drawn = rows.flatMap((row) => {
    const [name] = row;
    const values = columns.map((i) => row[i] as number | null);
    return name !== null && typeof name === 'object' ? [{ name, values }] : [];
  });
  const most = Math.max(0, ...drawn.flatMap(({ values }) => values.map((value) => value ?? 0)));
  if (columns.length === 0 || drawn.length === 0 || drawn.length > MOST_ROWS || most <= 0) return null;
  return { series: columns.map((i) => head[i]), rows: drawn, most, unit };
}
