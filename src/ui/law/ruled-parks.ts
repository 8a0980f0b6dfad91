import type { ParkView, ProjectView } from '../../city/view.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';

/** One park under one rule. */
export interface RuledPark {
  readonly view: ParkView;
  readonly finding: Finding;
}

/** Parks by rule, those it does not apply to left out. */
export function parksByRule(project: ProjectView | null): ReadonlyMap<string, readonly RuledPark[]> {
  const parks = new Map<string, RuledPark[]>();
  for (const view of project?.parks ?? [])
    for (const finding of view.findings) {
      if (finding.outcome === 'not-applicable') continue;
      const list = parks.get(finding.rule);
      if (list) list.push({ view, finding });
      else parks.set(finding.rule, [{ view, finding }]);
    }
  return parks;
}

/** Outcome by park, with what a trial flips. */
export const outcomesOf = (
  parks: readonly RuledPark[],
  flips: readonly { readonly park: string; readonly to: Outcome }[],
): ReadonlyMap<string, Outcome> =>
  new Map([
    ...parks.map(({ view, finding }) => [view.park.id, finding.outcome] as const),
    ...flips.map(({ park, to }) => [park, to] as const),
  ]);

export const idsOf = (parks: readonly RuledPark[]): ReadonlySet<string> =>
  new Set(parks.map(({ view }) => view.park.id));

export const parksOfFlips = (flips: readonly { readonly park: string }[]): ReadonlySet<string> =>
  new Set(flips.map(({ park }) => park));
