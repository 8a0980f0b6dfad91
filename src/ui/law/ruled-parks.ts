import type { ParkLine, RuledPark as Ruled } from '../../city/view.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';

/** One park under one rule. */
export interface RuledPark {
  readonly line: ParkLine;
  readonly finding: Finding;
}

/** What was told of parks, beside what the list has of them. */
export function besideLines(ruled: readonly Ruled[], lines: readonly ParkLine[]): readonly RuledPark[] {
  const byKey = new Map(lines.map((line) => [line.key, line]));
  return ruled.flatMap(({ park, finding }) => {
    const line = byKey.get(park);
    return line ? [{ line, finding }] : [];
  });
}

/** Outcome by park, with what a trial flips. */
export const outcomesByPark = (
  parks: readonly RuledPark[],
  flips: readonly { readonly park: string; readonly to: Outcome }[],
): ReadonlyMap<string, Outcome> =>
  new Map([
    ...parks.map(({ line, finding }) => [line.id, finding.outcome] as const),
    ...flips.map(({ park, to }) => [park, to] as const),
  ]);

export const idsOf = (parks: readonly RuledPark[]): ReadonlySet<string> => new Set(parks.map(({ line }) => line.id));

export const parksOfFlips = (flips: readonly { readonly park: string }[]): ReadonlySet<string> =>
  new Set(flips.map(({ park }) => park));
