import type { LedgerLine } from '../../../../supply/ledger/shape.ts';

/** What a line is of, where it can be chosen: a row of a plan, or a parcel. */
export type Chosen = `${'supplyRow' | 'parcel'} ${number}`;
export type ChosenLines = ReadonlySet<Chosen>;

export const noneChosen: ChosenLines = new Set();

export const chosenAs = ({ of }: LedgerLine): Chosen | null =>
  of === null || of.kind === 'park' ? null : `${of.kind} ${of.key}`;

const shownIn = (lines: readonly LedgerLine[]): readonly Chosen[] => lines.flatMap((line) => chosenAs(line) ?? []);

export const allOf = (lines: readonly LedgerLine[]): ChosenLines => new Set(shownIn(lines));
export const only = (one: Chosen): ChosenLines => new Set([one]);

/** With it, or without it where it was chosen. */
export function toggled(chosen: ChosenLines, one: Chosen): ChosenLines {
  const now = new Set(chosen);
  if (!now.delete(one)) now.add(one);
  return now;
}

/** With all that stand between the two in the table. */
export function through(lines: readonly LedgerLine[], chosen: ChosenLines, from: Chosen, to: Chosen): ChosenLines {
  const shown = shownIn(lines);
  const [a, b] = [shown.indexOf(from), shown.indexOf(to)];
  const between = a < 0 || b < 0 ? [to] : shown.slice(Math.min(a, b), Math.max(a, b) + 1);
  return new Set([...chosen, ...between]);
}

/** Those that are still there: rows of the plan, and lines of the table. */
export function stillThere(chosen: ChosenLines, rows: readonly number[], lines: readonly LedgerLine[]): ChosenLines {
  const there = new Set<Chosen | null>([...rows.map((key): Chosen => `supplyRow ${key}`), ...lines.map(chosenAs)]);
  return new Set([...chosen].filter((one) => there.has(one)));
}
