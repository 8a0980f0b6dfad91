import type { Key } from '../../domain/land/change.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { atOnce, type Steps } from '../../domain/steps.ts';
import { planSettings, type PlanFigures, type UsedSetting } from '../../policy/plan-settings.ts';
import type { Aside } from '../../supply/plan/shape/land.ts';
import type { PlanKind, PlanProblem } from '../../supply/plan/shape/problem.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import type { CityScreen } from '../screening/city-screen.ts';
import type { PlanAsked, PlanRefusal } from './asked.ts';
import { withAssumed } from './assumptions.ts';
import { parkTypes, sortedLand, type NamedProblem, type SortedLand } from './candidates.ts';
import { plannedLand, startsOf, type PlannedLand, type PlannedParcel } from './columns.ts';
import { plannedLimits } from './limits.ts';
import { regionsOf, type Region } from './regions.ts';
import { askedMu, sizeOf } from './sizes.ts';
import { plannedTargets, type PlannedTargets } from './targets.ts';

/** The land of a city as a problem of planning, with what leads back from it. */
export interface PlanLand extends Pick<PlannedTargets, 'told'> {
  /** Of the city it was made of. */
  readonly version: number;
  readonly problem: PlanProblem;
  /** By place. */
  readonly parcels: readonly PlannedParcel[];
  /** By the problem's townships. */
  readonly regions: readonly Region[];
  /** By the problem's kinds: the type of park, and whether the office lets it be smaller. */
  readonly kinds: readonly { readonly parkType: (typeof parkTypes)[number]; readonly isSmaller: boolean }[];
  readonly aside: ReadonlyMap<Key, Aside>;
  readonly problems: readonly NamedProblem[];
  readonly targetProblems: PlannedTargets['problems'];
  readonly settings: readonly UsedSetting[];
}

/** More years than this are no plan. */
const MOST_YEARS = 15;
/** A problem has no more townships, sites or kinds than fit; sites where no rule counts them. */
const ANY_SITES = 32;

type Asked = readonly [city: City, judgement: Judgement, screened: CityScreen, asked: PlanAsked];

/** What is asked, of the land as it is now. */
export const planLand = (...asked: Asked): Result<PlanLand, PlanRefusal> => atOnce(planLandSteps(...asked));

/** The same in small steps, between which the land must stay as it is. */
export function* planLandSteps(...[city, judgement, screened, asked]: Asked): Steps<Result<PlanLand, PlanRefusal>> {
  const { version } = city;
  const { context, law } = judgement;
  const years = yearsOf(asked);
  if (!years.ok) return years;
  const refused = unusable(asked, judgement);
  if (refused) return refused;
  const { figures, used } = planSettings(law.pack, law.date, asked.figures);
  const needsCost = asked.missingCost === 'out';
  const sorted = yield* sortedLand({ city, judgement, screened, figures, firstYear: years.value[0], needsCost });
  if (sorted.candidates.length === 0) return refuse('plan-nothing', whyNothing(sorted));
  const regions = regionsOf(sorted.candidates, context);
  const areSmaller = new Set(Object.keys(asked.sizeFactors ?? {}));
  yield;
  const land = yield* plannedLand({ city, judgement, regions, figures, years: years.value, areSmaller });
  const { kinds, of } = kindsOf(land, regions, asked, figures);
  yield;
  const problem = withAssumed(
    {
      years: years.value,
      townships: startsOf(regions),
      parcels: land.columns,
      kinds,
      mostSites: mostSites(land),
      ...worth(figures, years.value),
      limits: plannedLimits(asked, years.value, land.parcels, land.columns, figures),
      targets: [],
    },
    regions,
    asked,
  );
  const { parcels: columns, kinds: planned, townships } = problem;
  const base = { asked, years: years.value, figures, regions, townships, kinds: planned, columns };
  const { targets, told, problems: targetProblems } = plannedTargets({ city, judgement, ...base });
  return ok({
    version,
    problem: { ...problem, targets },
    parcels: land.parcels,
    regions,
    kinds: of,
    told,
    aside: sorted.aside,
    problems: sorted.problems,
    targetProblems,
    settings: used,
  });
}

/** How many parcels are out, and why. */
function whyNothing({ aside, problems }: Pick<SortedLand, 'aside' | 'problems'>): Readonly<Record<string, number>> {
  const keysOf = (of: 'no-township' | 'unknown-township') =>
    new Set(problems.filter(({ code }) => code === of).map(({ key }) => key)).size;
  const [placeless, unknown] = [keysOf('no-township'), keysOf('unknown-township')];
  const all = new Set(problems.map(({ key }) => key)).size;
  const counts: Record<string, number> = { 'no-township': placeless, broken: all - placeless - unknown };
  if (unknown > 0) counts['unknown-township'] = unknown;
  for (const why of aside.values()) counts[why] = (counts[why] ?? 0) + 1;
  return counts;
}

function yearsOf({ years: [first, last] }: PlanAsked): Result<number[], PlanRefusal> {
  const isSound = [first, last].every((year) => Number.isInteger(year) && year >= 1980 && year <= 2200);
  if (!isSound || last < first || last - first >= MOST_YEARS)
    return refuse('plan-years', { first, last, most: MOST_YEARS });
  return ok(Array.from({ length: last - first + 1 }, (_, n) => first + n));
}

/** A number that makes no sense, or a jurisdiction that is none. */
function unusable(
  { caps = [], cityParks, sizeFactors = {}, figures = {} }: PlanAsked,
  { context }: Judgement,
): Result<never, PlanRefusal> | null {
  const known = context.jurisdictions.map(({ code }) => code);
  const code = Object.keys(sizeFactors).find((own) => !known.includes(own));
  if (code !== undefined) return refuse('plan-no-jurisdiction', { code, known: known.join(', ') });
  const amounts = [
    ...caps.map(({ what, most }) => [what, most] as const),
    ...(cityParks === undefined ? [] : [['city', cityParks] as const]),
    ...Object.entries(figures),
  ];
  const wrong = amounts.find(([, value]) => !(value >= 0 && value < Infinity));
  if (wrong) return refuse('plan-not-positive', { what: wrong[0], value: wrong[1] });
  const factor = Object.entries(sizeFactors).find(([, own]) => !(own > 0 && own <= 1));
  return factor ? refuse('plan-not-positive', { what: factor[0], value: factor[1] }) : null;
}

/** Each type of park by the size that the law asks for; after them, where the office lets parks be smaller, those. */
function kindsOf(
  { asked: inRegions }: PlannedLand,
  regions: readonly Region[],
  { sizeFactors }: PlanAsked,
  figures: PlanFigures,
): { readonly kinds: readonly PlanKind[]; readonly of: PlanLand['kinds'] } {
  const ways = sizeFactors === undefined ? [false] : [false, true];
  const of = ways.flatMap((isSmaller) => parkTypes.map((parkType) => ({ parkType, isSmaller })));
  const kinds = of.map(({ parkType, isSmaller }): PlanKind => {
    const type = parkTypes.indexOf(parkType);
    const sizes = regions.map(({ jurisdiction }, region) => {
      const factor = isSmaller ? sizeFactors?.[jurisdiction ?? ''] : 1;
      if (factor === undefined) return { landMu: Infinity, floorM2: Infinity };
      return sizeOf(inRegions[region][type], factor);
    });
    const most = Math.max(...inRegions.map((own) => askedMu(own[type])));
    return {
      id: isSmaller ? `${parkType}-smaller` : parkType,
      landMu: Float64Array.from(sizes, ({ landMu }) => landMu),
      floorM2: Float64Array.from(sizes, ({ floorM2 }) => floorM2),
      mostLandMu: figures['size.most'] * most,
    };
  });
  return { kinds, of };
}

/** The most sites that every rule about them allows. */
const mostSites = ({ asked }: PlannedLand): number =>
  Math.min(ANY_SITES, ...asked.flat().flatMap(({ sites }) => sites.at(-1)?.most ?? []));

const worth = (figures: PlanFigures, years: readonly number[]): Pick<PlanProblem, 'parkPoints' | 'reach'> => ({
  parkPoints: {
    share: years.map((_, year) => Math.max(0, 1 - year * figures['weight.later'])),
    park: figures['weight.park'],
    site: figures['weight.site'],
    muKm: figures['weight.distance'],
  },
  reach: {
    radiusM: 1000 * figures['reach.radius'],
    nearest: Math.min(32, Math.round(figures['reach.nearest'])),
    most: Math.min(32, Math.round(figures['reach.most'])),
  },
});
