import type { Grid } from './grid.ts';

/** 点号,编码,Y(east),X(north),H: a point of a CASS coordinate file; the height may be missing. */
const line =
  /^\s*([^,\s]{1,20}),([^,]{0,30}),\s*((?:\d{2})?\d{6}(?:\.\d+)?),\s*(\d{7}(?:\.\d+)?)(?:,\s*(-?\d+(?:\.\d+)?)?)?,?\s*$/;
/** Enough to know the kind of a text by its first lines. */
const sampled = 3;

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** Whether a text is a coordinate file (.dat) of the survey program CASS: its first lines are points of that form. */
export function isCass(text: string): boolean {
  // The last line may be cut: only the beginning of a file is looked at.
  const whole = linesOf(text).slice(0, -1);
  const first = whole.filter((own) => own.trim() !== '').slice(0, sampled);
  return first.length > 0 && first.every((own) => line.test(own));
}

/** A coordinate file as a table of points, east before north as it has them; what is no point stays a row of its own. */
export function cassGrid(name: string, text: string): Grid {
  const head = { line: 0, cells: ['编码', 'Y', 'X', '高程'] };
  const rows = linesOf(text).flatMap((own, i) => {
    if (own.trim() === '') return [];
    const [, , code, east, north, height] = line.exec(own) ?? [];
    return [{ line: i + 1, cells: east === undefined ? [own] : [code, east, north, height ?? ''] }];
  });
  return { name, rows: [head, ...rows] };
}
