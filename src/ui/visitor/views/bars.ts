import type { PublishedTable, Words } from '../../../publish/shape/published.ts';

/** Bars of a table: a row each, of the columns it says are drawn; the table has the rest. */
export interface BarChart {
  /** Of one or two columns: the bar, and what is marked across it. */
  readonly series: readonly Words[];
  readonly rows: readonly { readonly name: Words; readonly values: readonly (number | null)[] }[];
  readonly most: number;
  readonly unit: Words | null;
}

/** More rows than this are read in the table. */
const MOST_ROWS = 24;

/** Null where there is nothing to draw: no figures, or too many rows. Rows of nothing but noughts are read in the table. */
export function barsOf({ head, rows, units, drawn }: PublishedTable): BarChart | null {
  const bars = rows.flatMap((row) => {
    const [name] = row;
    const values = drawn.map((i) => (typeof row[i] === 'number' ? row[i] : null));
    return name !== null && typeof name === 'object' && values.some(Boolean) ? [{ name, values }] : [];
  });
  if (bars.length === 0 || bars.length > MOST_ROWS) return null;
  const most = Math.max(...bars.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return most > 0 ? { series: drawn.map((i) => head[i]), rows: bars, most, unit: units[drawn[0]] } : null;
}
