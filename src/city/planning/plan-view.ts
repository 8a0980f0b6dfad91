import { muOf } from '../../domain/quantity/units.ts';
import { faultsOfPlan } from '../../supply/plan/check/checker.ts';
import { ASSUMED, type Aside, type Assumed } from '../../supply/plan/shape/land.ts';
import type { FoundPlan } from '../../supply/plan/shape/found.ts';
import type { Choices, PlanPark } from '../../supply/plan/shape/problem.ts';
import type { SparePark } from '../../supply/plan/robust/spare-parks.ts';
import { besidesView } from './besides.ts';
import type { PlannedParcel } from './columns.ts';
import { keptOutOf } from './kept-out.ts';
import { parkReasons, targetReasons } from './reasons.ts';
import type { Solved, SolveQuestion } from './solving/messages.ts';
import type { PlanLand } from './plan-land.ts';
import type { LimitView, PlannedParcelView, PlannedParkView, PlanSpace, PlanView, TargetView } from './view.ts';

/** A spare park, and how often it steps in where that was looked at. */
type Spare = SparePark & { readonly stepsIn?: number };

/** What was found, in ids and figures; `spares`: of its parks those that stand by, where nothing else was said of it. */
export function planView(
  land: PlanLand,
  choices: Choices,
  solved: Solved,
  asked: SolveQuestion['besides'],
  spares: readonly Spare[] = solved.spared?.spares ?? [],
): PlanView {
  const { found } = solved;
  const { problem, parcels, told } = land;
  const { status, objective, bound, boundKind, certificate, stats } = found;
  const isProven = bound < Infinity;
  return {
    version: land.version,
    years: problem.years,
    status,
    objective,
    bound: isProven ? bound : null,
    boundKind,
    gap: isProven ? gapOf(objective, bound) : null,
    space: spaceOf(land),
    parks: parkViews(land, solved, spares),
    targets: told.map((target, n) => targetView(land, target, n, solved, spares)),
    limits: problem.limits.map((_, limit) => limitView(land, limit, found)),
    missed: {
      parks: found.missed.parks.map((n) => choices.fixedParks[n].parcels.map((place) => parcels[place].parcel.id)),
      parcels: found.missed.parcels.map((place) => parcels[place].parcel.id),
    },
    certificate,
    stats,
    spared: solved.spared && outcomeOf(solved.spared),
    besides: asked && solved.besides && besidesView(land, asked, solved.besides),
    faults: faultsOfPlan(problem, choices, found),
    settings: land.settings,
    aside: counted([...land.aside.values()]),
    keptOut: keptOutOf(land.problems),
    targetProblems: land.targetProblems,
    assumed: Object.fromEntries(
      ASSUMED.map((field) => [field, parcels.filter(({ assumed }) => assumed.includes(field)).length]),
    ) as Record<Assumed, number>,
  };
}

const outcomeOf = ({ spares: _, ...told }: NonNullable<Solved['spared']>): PlanView['spared'] => told;

/** As a part of what was found; of a plan that is worth nothing as it stands. */
const gapOf = (objective: number, bound: number): number => Math.max(0, bound - objective) / (Math.abs(objective) || 1);

function counted(reasons: readonly Aside[]): Partial<Record<Aside, number>> {
  const counts: Partial<Record<Aside, number>> = {};
  for (const why of reasons) counts[why] = (counts[why] ?? 0) + 1;
  return counts;
}

function spaceOf({ problem, regions, kinds }: PlanLand): PlanSpace {
  return {
    ...problem.reach,
    candidates: problem.parcels.size,
    areaMu: problem.parcels.landMu.reduce((sum, mu) => sum + mu, 0),
    regions: regions.length,
    mostSites: problem.mostSites,
    kinds: kinds.map(({ parkType, isSmaller }, n) => ({
      kind: parkType,
      isSmaller,
      mostLandMu: problem.kinds[n].mostLandMu,
    })),
  };
}

/** In the order of years, townships and the file, numbered within both. */
function parkViews(
  land: PlanLand,
  { found: { parks }, explained }: Solved,
  spares: readonly Spare[],
): readonly PlannedParkView[] {
  const numbers = new Map<string, number>();
  return parks
    .toSorted((a, b) => a.year - b.year || a.township - b.township || a.parcels[0] - b.parcels[0])
    .map((park) => {
      const place = `${land.problem.years[park.year]}-${land.regions[park.township].township}`;
      const number = (numbers.get(place) ?? 0) + 1;
      numbers.set(place, number);
      const at = parks.indexOf(park);
      const spare = spares.find((own) => own.park === at);
      const reasons = parkReasons(land, explained?.parks[at] ?? null);
      return {
        ...parkView(land, park, `${place}-${number}`),
        ...reasons,
        spare: spare ? spareView(land, spare) : null,
      };
    });
}

/** A park in ids and figures. */
export function parkView(
  { problem, parcels, regions, kinds }: PlanLand,
  park: PlanPark,
  id: string,
): Omit<PlannedParkView, 'spare' | keyof ReturnType<typeof parkReasons>> {
  const own = [...park.parcels].map((place) => parcels[place]);
  const { township, jurisdiction } = regions[park.township];
  const sum = (of: (parcel: PlannedParcel) => number) => own.reduce((total, parcel) => total + of(parcel), 0);
  const landM2 = sum((parcel) => parcel.landM2);
  const isReckoned = ({ assumed }: PlannedParcel) => assumed.includes('costWan');
  return {
    id,
    year: problem.years[park.year],
    kind: kinds[park.kind].parkType,
    isSmaller: kinds[park.kind].isSmaller,
    district: jurisdiction,
    township,
    parcels: own.map(parcelView),
    sites: sitesOf(problem.parcels.near, [...park.parcels])
      .map((places) => places.map((place) => parcels[place]))
      .sort((a, b) => landOf(b) - landOf(a))
      .map((site) => site.map(({ parcel }) => parcel.id)),
    areaMu: muOf(landM2),
    newMu: muOf(sum((parcel) => (parcel.isNew ? parcel.landM2 : 0))),
    floorAreaM2: park.floorM2,
    plotRatio: park.floorM2 / landM2,
    costWan: sum((parcel) => parcel.costWan),
    reckonedWan: sum((parcel) => (isReckoned(parcel) ? parcel.costWan : 0)),
    points: park.points,
  };
}

function spareView({ told }: PlanLand, { target, after, stepsIn }: Spare): PlannedParkView['spare'] {
  const { jurisdiction, year } = told.find(({ place }) => place === target)!;
  return { jurisdiction, year, after, stepsIn: stepsIn ?? null };
}

const landOf = (site: readonly PlannedParcel[]): number => site.reduce((sum, { landM2 }) => sum + landM2, 0);

const parcelView = (parcel: PlannedParcel): PlannedParcelView => ({
  key: parcel.key,
  id: parcel.parcel.id,
  class: parcel.class,
  isNew: parcel.isNew,
  areaMu: muOf(parcel.landM2),
  costWan: parcel.costWan,
  readyYear: parcel.readyYear,
  floorFrom: parcel.floorFrom,
  assumed: parcel.assumed,
});

/** The sites 分园 that parcels form, by place. */
function sitesOf({ starts, values }: PlanLand['problem']['parcels']['near'], places: readonly number[]): number[][] {
  const left = new Set(places);
  const sites: number[][] = [];
  for (const first of places) {
    if (!left.delete(first)) continue;
    const site = [first];
    for (let n = 0; n < site.length; n++)
      for (let e = starts[site[n]]; e < starts[site[n] + 1]; e++) if (left.delete(values[e])) site.push(values[e]);
    sites.push(site.sort((a, b) => a - b));
  }
  return sites;
}

function targetView(
  land: PlanLand,
  { place, from, to, ...told }: PlanLand['told'][number],
  n: number,
  { found: { parks, short }, explained, short: asked }: Solved,
  spares: readonly Spare[],
): TargetView {
  const { jurisdiction } = told;
  const counts = ({ township, year }: PlanPark) =>
    (jurisdiction === null || land.regions[township].jurisdiction === jurisdiction) && year >= from && year <= to;
  const planned = parks.filter(counts).length;
  const spare = spares.filter(({ park }) => counts(parks[park])).length;
  const reasons = targetReasons(land, explained?.missing[asked.indexOf(n)] ?? null);
  return { ...told, planned, spare, short: told.beyondLand + (place === null ? 0 : short[place]), ...reasons };
}

function limitView({ problem }: PlanLand, limit: number, { parks, certificate }: FoundPlan): LimitView {
  const { what, from, to, use, most } = problem.limits[limit];
  const within = parks.filter(({ year }) => year >= from && year <= to);
  return {
    what,
    from: problem.years[from],
    to: problem.years[to],
    most,
    used: within.reduce((sum, { parcels }) => sum + parcels.reduce((own, place) => own + use[place], 0), 0),
    price: certificate?.prices.limits[limit] ?? null,
  };
}
