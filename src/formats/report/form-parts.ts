import type { FormTable, HeadCell } from './form.ts';

/*
 * A table that is too wide for its paper, in parts beside each other 续表: each begins with the columns that say which line
 * it is, and no head over several columns is cut.
 */

/** A span of columns, `to` without. */
export type Span = readonly [from: number, to: number];

/** The fewest parts of no more than `most` characters side by side, about equally wide; the form itself where it fits, or where no cut would help. */
export function partsOf(form: FormTable, most: number): readonly FormTable[] {
  const spans = spansOf(form, most);
  return spans.length < 2 ? [form] : spans.map((span, n) => partOf(form, span, n > 0));
}

/** Which columns the parts have besides those that stand in each; the first begins with them. */
export function spansOf(form: FormTable, most: number): readonly Span[] {
  const keys = keysOf(form);
  const groups = groupsOf(form).filter(([from]) => from >= keys);
  const widths = groups.map((span) => wideOf(form, span));
  const left = most - wideOf(form, [0, keys]);
  if (widths.reduce((sum, width) => sum + width, 0) <= left) return [[0, form.columns.length]];
  return evenCuts(widths, left).map(([from, to], n) => [n === 0 ? 0 : groups[from][0], groups[to - 1][1]]);
}

/** Columns that stand in each part: as many as are asked, no head over several of them cut. */
export function keysOf(form: FormTable): number {
  const wanted = form.keys ?? 0;
  return Math.max(0, ...groupsOf(form).flatMap(([, to]) => (to <= wanted ? [to] : [])));
}

export const wideOf = ({ columns }: FormTable, [from, to]: Span): number =>
  columns.slice(from, to).reduce((sum, { width }) => sum + width, 0);

/** Columns that stand under one cell of the uppermost row of the head. */
function groupsOf({ head }: FormTable): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const { columns } of head[0] ?? []) spans.push([at, (at += columns)]);
  return spans;
}

/** Spans of the groups: as few as keep each within `most`, then the widest of them as narrow as can be. */
function evenCuts(widths: readonly number[], most: number): readonly Span[] {
  const fewest = cutAt(widths, most).length;
  const bounds = sumsOf(widths).filter((sum) => sum <= most).sort((a, b) => a - b); // prettier-ignore
  const least = bounds.find((bound) => cutAt(widths, bound).length <= fewest);
  return cutAt(widths, least ?? most);
}

/** Widths of all runs of groups: one of them is that of the widest part. */
const sumsOf = (widths: readonly number[]): number[] =>
  widths.flatMap((_, from) => {
    let sum = 0;
    return widths.slice(from).map((width) => (sum += width));
  });

/** From the left, a new span where the next group would be too much; a group that is too wide by itself stands alone. */
function cutAt(widths: readonly number[], most: number): readonly Span[] {
  const spans: [number, number][] = [];
  let left = -1;
  for (const [n, width] of widths.entries()) {
    if (spans.length === 0 || width > left + SUMMED) {
      spans.push([n, n + 1]);
      left = most - width;
    } else {
      spans.at(-1)![1] = n + 1;
      left -= width;
    }
  }
  return spans;
}

/** Sums in another order differ by less. */
const SUMMED = 1e-6;

function partOf(form: FormTable, [from, to]: Span, isContinued: boolean): FormTable {
  const keys = keysOf(form);
  const own = <T>(cells: readonly T[]): readonly T[] => [
    ...cells.slice(0, keys),
    ...cells.slice(Math.max(keys, from), to),
  ];
  return {
    ...form,
    title: isContinued ? `${form.title}${form.continued ?? ''}` : form.title,
    head: headOf(form, (column) => column < keys || (column >= from && column < to)),
    columns: own(form.columns),
    rows: form.rows.map(own),
    // What is added up stands in one of them: a line of words alone says nothing.
    totals: form.totals.map(own).filter((cells) => cells.slice(keys).some((cell) => cell !== '')),
  };
}

/** Cells of the head that stand over columns of the part. */
function headOf({ head, columns }: FormTable, isIn: (column: number) => boolean): HeadCell[][] {
  const taken = head.map(() => new Uint8Array(columns.length));
  return head.map((cells, r) =>
    cells.filter((cell) => {
      const at = taken[r].indexOf(0);
      for (const line of taken.slice(r, r + cell.rows)) line.fill(1, at, at + cell.columns);
      return isIn(at);
    }),
  );
}
