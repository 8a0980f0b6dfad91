import type { PlanFigures } from '../../policy/plan-settings.ts';
import { lastTargetYear, targetNeeds, type TargetNeed } from '../../policy/target-needs.ts';
import { mostParksOf } from '../../supply/plan/master/most-parks.ts';
import type { TargetProblem } from '../../supply/plan/shape/land.ts';
import type { PlanKind, PlanParcels, Target } from '../../supply/plan/shape/problem.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import type { PlanAsked } from './asked.ts';
import type { Region } from './regions.ts';

/** A target as people know it, with the one of the problem that stands for what of it land is there for. */
export interface PlannedTarget {
  readonly jurisdiction: string | null;
  readonly name: string | null;
  /** Null: over all years. */
  readonly year: number | null;
  /** Parks that are asked for, those that are there or on their way, and what is left. */
  readonly required: number;
  readonly there: number;
  readonly least: number;
  /** Places of the first and the last year, both included. */
  readonly from: number;
  readonly to: number;
  /** Place in the problem's targets; null where nothing of it can be met or nothing is missing. */
  readonly place: number | null;
  /** Parks for which there is no land, whatever is chosen: they are short in any plan and cost it no points. */
  readonly beyondLand: number;
}

export interface PlannedTargets {
  readonly targets: readonly Target[];
  readonly told: readonly PlannedTarget[];
  readonly problems: readonly TargetProblem[];
}

interface Planning {
  readonly city: City;
  readonly judgement: Judgement;
  readonly asked: PlanAsked;
  readonly years: readonly number[];
  readonly figures: PlanFigures;
  readonly regions: readonly Region[];
  readonly townships: Int32Array;
  readonly kinds: readonly PlanKind[];
  readonly columns: PlanParcels;
}

/** What is wanted, before it is held against the land. */
type Wanted = Pick<PlannedTarget, 'jurisdiction' | 'name' | 'year' | 'required' | 'there' | 'from' | 'to'> & {
  readonly penalty: number;
};

/** The targets of the law in the years of the plan, less the parks there are, as far as there is land. */
export function plannedTargets(planning: Planning): PlannedTargets {
  const { city, judgement, years } = planning;
  const parks = city.parks.map((key) => judgement.facts(key));
  const { pack, date } = judgement.law;
  const needs = targetNeeds(pack, parks, judgement.context, date, years);
  const wanted = [...needs.flatMap((need) => wantedOf(planning, need)), ...wantedOfCity(planning)];
  const targets: Target[] = [];
  const problems: TargetProblem[] = needs.flatMap(({ jurisdiction, open }) =>
    open.map(({ park, missing }) => ({
      code: 'open-park' as const,
      jurisdiction,
      year: null,
      params: { park, fields: missing.map(({ field }) => field).join(',') },
    })),
  );
  const told = wanted.map(({ penalty, ...own }): PlannedTarget => {
    const { jurisdiction, year, required, there, from, to } = own;
    const least = Math.max(0, required - there);
    const townships = Uint8Array.from(planning.regions, (region) =>
      Number(jurisdiction === null || region.jurisdiction === jurisdiction),
    );
    const most = mostParks(planning, townships, to);
    if (most < least)
      problems.push({
        code: most === 0 ? 'no-land' : 'beyond-land',
        jurisdiction,
        year,
        params: most === 0 ? { least } : { least, most },
      });
    const asked = Math.min(least, most);
    if (asked > 0) targets.push({ jurisdiction, townships, from, to, least: asked, penalty });
    return { ...own, least, place: asked > 0 ? targets.length - 1 : null, beyondLand: least - asked };
  });
  return { targets, told, problems };
}

function wantedOf({ asked, years, figures, judgement }: Planning, need: TargetNeed): readonly Wanted[] {
  const kept = asked.targets ?? ['yearly', 'cumulative'];
  const { jurisdiction, name, yearly, cumulative, there, thereInAll } = need;
  const last = years.length - 1;
  const penalty = figures['weight.missing-year'];
  const ofYears =
    yearly === null || !kept.includes('yearly')
      ? []
      : years.map((year, n) => ({ jurisdiction, name, year, required: yearly, there: there[n], from: n, to: n, penalty })); // prettier-ignore
  const end = lastTargetYear(judgement.law.pack, judgement.context) ?? Infinity;
  const until = figures['target.carried-over'] > 0 ? last : years.findLastIndex((year) => year <= end);
  if (cumulative === null || !kept.includes('cumulative') || until < 0) return ofYears;
  const inAll = {
    required: cumulative,
    there: thereInAll,
    from: 0,
    to: until,
    penalty: figures['weight.missing-total'],
  };
  return [...ofYears, { jurisdiction, name, year: null, ...inAll }];
}

function wantedOfCity({ asked, years, figures }: Planning): readonly Wanted[] {
  if (asked.cityParks === undefined) return [];
  const penalty = figures['weight.missing-total'];
  return [{ jurisdiction: null, name: null, year: null, required: asked.cityParks, there: 0, from: 0, to: years.length - 1, penalty }]; // prettier-ignore
}

/** No more parks can be made there by that year: all land there is shared out to parks of the least size. */
function mostParks({ townships, kinds, years, columns }: Planning, isMeant: Uint8Array, until: number): number {
  const most = mostParksOf({ townships, kinds, years, parcels: columns }, until);
  return most.reduce((sum, own, region) => sum + (isMeant[region] ? own : 0), 0);
}
