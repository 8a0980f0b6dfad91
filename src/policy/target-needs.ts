import type { ParkFacts } from '../domain/land/facts.ts';
import type { Missing } from '../domain/land/figure.ts';
import type { JurisdictionCategory, ParkStage } from '../domain/land/model.ts';
import { noFacts } from './evaluate.ts';
import { jurisdictionsOf } from './jurisdictions.ts';
import { measure } from './measures/compute.ts';
import { newScope } from './new-scope.ts';
import type { PolicyContext } from './shape/context.ts';
import type { Pack } from './shape/pack.ts';
import type { JurisdictionFacts } from './shape/scope.ts';
import { requiredOf, yearOf } from './targets.ts';

/** How many parks a jurisdiction 责任单位 is to have, and how many of them there are or are on their way. */
export interface TargetNeed {
  readonly jurisdiction: string;
  readonly name: string;
  readonly category: JurisdictionCategory | null;
  /** Of each year; null where the law asks none of it. */
  readonly yearly: number | null;
  /** In all from the base year on. */
  readonly cumulative: number | null;
  /** New parks that count in each of the years asked for, and those that count in all by the last of them. */
  readonly there: readonly number[];
  readonly thereInAll: number;
  /** Parks of which it cannot be told whether they count, with what is missing: they are not counted. */
  readonly open: readonly { readonly park: string; readonly missing: readonly Missing[] }[];
}

/** The last year by which the law asks for the cumulative number; null where the pack sets no targets. */
export function lastTargetYear(pack: Pack, context: PolicyContext): number | null {
  return pack.targets ? yearOf(pack.targets.year, pack, context, '9999-12-31') : null;
}

/**
 * What the targets ask of each jurisdiction in years to come. Parks of the stages that count are taken as built in
 * their year, by the pack's own measures. Empty where the pack sets no targets.
 */
export function targetNeeds(
  pack: Pack,
  parks: readonly ParkFacts[],
  context: PolicyContext,
  date: string,
  years: readonly number[],
): readonly TargetNeed[] {
  const { targets } = pack;
  if (!targets) return [];
  const counted = parks.flatMap((facts) => asBuilt(facts, pack.plan.counted) ?? []);
  return jurisdictionsOf(counted, context).map((jurisdiction) => {
    const scopeIn = (year: number, of: JurisdictionFacts) =>
      newScope({
        pack,
        facts: noFacts(of.code),
        jurisdiction: of,
        context: { ...context, settings: { ...context.settings, [targets.year]: year } },
        date,
        tracing: false,
      });
    const open = new Map<string, readonly Missing[]>();
    const count = (name: string, year: number): number =>
      jurisdiction.parks.reduce((sum, park) => {
        const { input } = measure(name, scopeIn(year, { ...jurisdiction, parks: [park] }));
        if (input.state === 'unknown') open.set(park.facts.park.id, input.missing);
        return sum + (input.state === 'value' ? input.value.value : 0);
      }, 0);
    const now = scopeIn(years[0], jurisdiction);
    return {
      jurisdiction: jurisdiction.code,
      name: jurisdiction.name,
      category: jurisdiction.category ?? null,
      yearly: requiredOf(targets.annual, now),
      cumulative: requiredOf(targets.cumulative, now),
      there: years.map((year) => count(targets.annual, year)),
      thereInAll: count(targets.cumulative, years[years.length - 1]),
      open: [...open].map(([park, missing]) => ({ park, missing })),
    };
  });
}

/** A park of a stage that counts as it will be; null for the others. One without a stage is left to the measures. */
function asBuilt(facts: ParkFacts, counted: readonly ParkStage[]): ParkFacts | null {
  const { stage } = facts.park;
  if (stage === undefined) return facts;
  return counted.includes(stage) ? { ...facts, park: { ...facts.park, stage: 'operating' } } : null;
}
