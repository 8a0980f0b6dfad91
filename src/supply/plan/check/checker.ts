import type { FoundPlan } from '../shape/found.ts';
import { SUM_SLACK, type Choices, type PlanPark, type PlanProblem } from '../shape/problem.ts';
import { faultsOf, pointsRound, reckoned, type ParkFault } from './park.ts';

/** Something that a plan states and that is not so, or a rule that it breaks. Parks by their place in the plan. */
export type PlanFault =
  | { readonly what: 'no-such-place'; readonly park: number }
  | { readonly what: ParkFault; readonly park: number }
  | {
      readonly what: 'figure';
      readonly park: number;
      readonly figure: 'landMu' | 'floorM2' | 'sites' | 'points' | 'middle';
      readonly stated: number;
      readonly found: number;
    }
  | { readonly what: 'twice'; readonly parcel: number; readonly parks: readonly [number, number] }
  | { readonly what: 'limit'; readonly limit: number; readonly used: number; readonly most: number }
  | { readonly what: 'short'; readonly target: number; readonly stated: number; readonly found: number }
  | { readonly what: 'objective'; readonly stated: number; readonly found: number }
  | { readonly what: 'bound'; readonly objective: number; readonly bound: number }
  | { readonly what: 'status'; readonly objective: number; readonly bound: number }
  /** Neither in the plan nor named as missed, or both. */
  | { readonly what: 'fixed-park'; readonly fixed: number }
  | { readonly what: 'fixed-parcel'; readonly parcel: number }
  | { readonly what: 'banned-parcel'; readonly parcel: number; readonly park: number }
  | { readonly what: 'banned-set'; readonly set: number; readonly park: number };

/** Figures are stated to so much of themselves. */
const STATED = 1e-7;

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= STATED * Math.max(1, Math.abs(a), Math.abs(b));

/** Every fault of a plan, found from the problem alone; none of a plan that keeps to it. */
export function faultsOfPlan(problem: PlanProblem, choices: Choices, plan: FoundPlan): readonly PlanFault[] {
  const places = plan.parks.flatMap((park, n) => (isThere(problem, park) ? [] : [n]));
  if (places.length > 0) return places.map((park) => ({ what: 'no-such-place', park }));
  return [
    ...plan.parks.flatMap((park, n) => knownFaults(problem, park).map((fault): PlanFault => ({ ...fault, park: n }))),
    ...twice(plan.parks),
    ...overLimits(problem, plan.parks),
    ...shortfalls(problem, plan),
    ...standing(plan),
    ...unkept(choices, plan),
  ];
}

function isThere({ parcels, kinds, years, townships }: PlanProblem, park: PlanPark): boolean {
  const isPlace = (place: number, count: number) => Number.isInteger(place) && place >= 0 && place < count;
  const named = isPlace(park.kind, kinds.length) && isPlace(park.year, years.length);
  return (
    named && isPlace(park.township, townships.length - 1) && park.parcels.every((place) => isPlace(place, parcels.size))
  );
}

/** A fault of one park, wherever it stands in a plan. */
type OwnFault = { readonly what: ParkFault } | Omit<Extract<PlanFault, { readonly what: 'figure' }>, 'park'>;

/** So many parks of a problem are known: those of many plans of the largest cities. */
const MOST_KNOWN = 20_000;
const checked = new WeakMap<PlanProblem, Map<string, readonly OwnFault[]>>();

/** Plans that follow one another have most of their parks in common: one that states the same of the same problem is added up once. */
function knownFaults(problem: PlanProblem, park: PlanPark): readonly OwnFault[] {
  let known = checked.get(problem);
  if (!known || known.size > MOST_KNOWN) checked.set(problem, (known = new Map()));
  const { township, kind, year, middle, landMu, floorM2, sites, points, parcels } = park;
  const stated = [township, kind, year, middle, landMu, floorM2, sites, points, ...parcels].join();
  const faults = known.get(stated) ?? faultsOfPark(problem, park);
  known.set(stated, faults);
  return faults;
}

function faultsOfPark(problem: PlanProblem, park: PlanPark): readonly OwnFault[] {
  const places = [...park.parcels];
  const found = reckoned(problem, park.township, places, park);
  const faults = faultsOf(problem, park.township, places, park, found).map((what): OwnFault => ({ what }));
  if (faults.some(({ what }) => what === 'reach')) return faults;
  for (const figure of ['landMu', 'floorM2', 'sites', 'points'] as const)
    if (!isNear(park[figure], found[figure]))
      faults.push({ what: 'figure', figure, stated: park[figure], found: found[figure] });
  const isMiddle = places.includes(park.middle);
  if (!isMiddle || !isNear(pointsRound(problem, park.township, places, park, park.middle), found.points))
    faults.push({ what: 'figure', figure: 'middle', stated: park.middle, found: found.middle });
  return faults;
}

function twice(parks: readonly PlanPark[]): PlanFault[] {
  const holder = new Map<number, number>();
  return parks.flatMap((park, n) =>
    [...park.parcels].flatMap((parcel): PlanFault[] => {
      const other = holder.get(parcel);
      holder.set(parcel, n);
      return other === undefined || other === n ? [] : [{ what: 'twice', parcel, parks: [other, n] }];
    }),
  );
}

const isWithin = (year: number, { from, to }: { from: number; to: number }): boolean => year >= from && year <= to;

function overLimits({ limits }: PlanProblem, parks: readonly PlanPark[]): PlanFault[] {
  return limits.flatMap((limit, n): PlanFault[] => {
    let [used, moved] = [0, Math.abs(limit.most)];
    for (const park of parks) {
      if (!isWithin(park.year, limit)) continue;
      for (const parcel of park.parcels) {
        used += limit.use[parcel];
        moved += Math.abs(limit.use[parcel]);
      }
    }
    return used > limit.most + SUM_SLACK * moved ? [{ what: 'limit', limit: n, used, most: limit.most }] : [];
  });
}

/** Shortfalls counted, and the points that are left after them. */
function shortfalls({ targets }: PlanProblem, { parks, short, objective }: FoundPlan): PlanFault[] {
  const counts = (target: (typeof targets)[number]) =>
    parks.filter((park) => target.townships[park.township] === 1 && isWithin(park.year, target)).length;
  const missing = targets.map((target) => Math.max(0, target.least - counts(target)));
  const faults = missing.flatMap((found, target): PlanFault[] =>
    isNear(short[target], found) ? [] : [{ what: 'short', target, stated: short[target], found }],
  );
  const lost = targets.reduce((sum, { penalty }, target) => sum + penalty * missing[target], 0);
  const found = parks.reduce((sum, park) => sum + park.points, 0) - lost;
  if (!isNear(objective, found)) faults.push({ what: 'objective', stated: objective, found });
  return faults;
}

/** What it says of itself: no plan is better than its bound, and this one is not either. */
function standing({ objective, bound, status }: FoundPlan): PlanFault[] {
  if (!(objective <= bound || isNear(objective, bound))) return [{ what: 'bound', objective, bound }];
  return status === 'optimal' && bound - objective > Math.max(LEAST_POINTS, LEAST_GAP * Math.abs(bound))
    ? [{ what: 'status', objective, bound }]
    : [];
}

/** A plan this near to its bound is called the best, in points or as a part: sums of floating numbers are not nearer. */
const LEAST_POINTS = 1e-5;
const LEAST_GAP = 1e-6;

/** What people decided and the plan does not keep. */
function unkept(choices: Choices, { parks, missed }: FoundPlan): PlanFault[] {
  const taken = new Set(parks.flatMap((park) => [...park.parcels]));
  const isSame = (park: PlanPark, fixed: Choices['fixedParks'][number]) =>
    park.kind === fixed.kind &&
    (fixed.year === null || fixed.year === park.year) &&
    park.parcels.length === new Set(fixed.parcels).size &&
    fixed.parcels.every((parcel) => park.parcels.includes(parcel));
  const of = <T>(list: readonly T[], found: (one: T, place: number) => readonly PlanFault[]) => list.flatMap(found);
  return [
    ...of(choices.fixedParks, (fixed, n) =>
      parks.some((park) => isSame(park, fixed)) === missed.parks.includes(n) ? [{ what: 'fixed-park', fixed: n }] : [],
    ),
    ...of(choices.fixedParcels, (parcel) =>
      taken.has(parcel) === missed.parcels.includes(parcel) ? [{ what: 'fixed-parcel', parcel }] : [],
    ),
    ...of(choices.bannedParcels, (parcel) =>
      parks.flatMap(({ parcels }, park): PlanFault[] =>
        parcels.includes(parcel) ? [{ what: 'banned-parcel', parcel, park }] : [],
      ),
    ),
    ...of(choices.bannedSets, ({ parcels, most }, set) =>
      parks.flatMap((park, n): PlanFault[] =>
        parcels.filter((parcel) => park.parcels.includes(parcel)).length > most
          ? [{ what: 'banned-set', set, park: n }]
          : [],
      ),
    ),
  ];
}
