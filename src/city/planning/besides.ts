import { ok, type Result } from '../../domain/outcome.ts';
import type { Mu, SquareMetres } from '../../domain/quantity/units.ts';
import type { CertificateFault, Repriced } from '../../supply/plan/check/repricer.ts';
import type { Loss } from '../../supply/plan/explain/losses.ts';
import type { PlanPark } from '../../supply/plan/shape/problem.ts';
import type { BesidesAsked, PlanRefusal } from './asked.ts';
import type { parkTypes } from './candidates.ts';
import { placesOf, type Lookup } from './choices.ts';
import type { PlanLand } from './plan-land.ts';
import type { Besides, BesidesQuestion } from './solving/besides.ts';

/** A park of another plan. */
interface OtherParkView {
  readonly year: number;
  readonly kind: (typeof parkTypes)[number];
  readonly district: string | null;
  readonly township: string;
  readonly parcels: readonly string[];
  readonly areaMu: Mu;
  readonly floorAreaM2: SquareMetres;
  readonly costWan: number;
}
interface OtherPlanView {
  readonly costWan: number;
  readonly floorAreaM2: SquareMetres;
  readonly parks: readonly OtherParkView[];
}

/** What another program says of the certificate: fault by fault with what it is of. */
interface CertificateCheck extends Omit<Repriced, 'faults' | 'bound'> {
  readonly faults: readonly (CertificateFault & { readonly name: string | null })[];
  /** Null where the numbers prove nothing at all. */
  readonly bound: number | null;
}

export interface BesidesView {
  /** Null where it was not asked, or nothing is proven by prices. */
  readonly certificate: CertificateCheck | null;
  /** From the least cost to the most floor area. */
  readonly frontier: readonly OtherPlanView[] | null;
  /** Other plans, and the parcels and parks that all of them and the plan share. */
  readonly variants: {
    readonly plans: readonly (OtherPlanView & { readonly objective: number })[];
    readonly parcels: readonly string[];
    readonly parks: readonly OtherParkView[];
  } | null;
  /** Points lost without each parcel that was named. */
  readonly losses: readonly ({ readonly id: string } & Omit<Loss, 'isAnew'>)[];
}

/** In places; null: nothing is asked. */
export function besidesAsked(
  asked: BesidesAsked | undefined,
  land: PlanLand,
  lookup: Lookup,
): Result<BesidesQuestion | null, PlanRefusal> {
  if (!asked) return ok(null);
  const losses = placesOf(asked.losses, lookup);
  if (!losses.ok) return losses;
  const cost = Float64Array.from(land.parcels, ({ costWan }) => costWan);
  return ok({
    certify: asked.certify,
    frontier: asked.frontier === null ? null : { plans: asked.frontier, cost },
    variants: asked.variants,
    losses: losses.value,
  });
}

export function besidesView(land: PlanLand, question: BesidesQuestion, told: Besides): BesidesView {
  const { repriced, frontier, variants, losses } = told;
  const idOf = (place: number) => land.parcels[place].parcel.id;
  return {
    certificate: repriced && checkView(land, repriced),
    frontier: frontier && frontier.map(({ parks }) => planOf(land, parks)),
    variants: variants && {
      plans: variants.plans.slice(1).map(({ parks, objective }) => ({ objective, ...planOf(land, parks) })),
      parcels: variants.parcels.map(idOf),
      parks: variants.parks.map((park) => parkOf(land, park)),
    },
    losses: question.losses.flatMap((place, n) => {
      const loss = losses[n];
      if (!loss) return [];
      const { points, atLeast, atMost, isExact } = loss;
      return [{ id: idOf(place), points, atLeast, atMost, isExact }];
    }),
  };
}

function planOf(land: PlanLand, parks: readonly PlanPark[]): OtherPlanView {
  const own = parks.map((park) => parkOf(land, park)).sort((a, b) => a.year - b.year);
  const sum = (of: (park: OtherParkView) => number) => own.reduce((total, park) => total + of(park), 0);
  return { costWan: sum(({ costWan }) => costWan), floorAreaM2: sum(({ floorAreaM2 }) => floorAreaM2), parks: own };
}

function parkOf({ problem, parcels, regions, kinds }: PlanLand, park: PlanPark): OtherParkView {
  const own = Array.from(park.parcels, (place) => parcels[place]);
  return {
    year: problem.years[park.year],
    kind: kinds[park.kind].parkType,
    district: regions[park.township].jurisdiction,
    township: regions[park.township].township,
    parcels: own.map(({ parcel }) => parcel.id),
    areaMu: park.landMu,
    floorAreaM2: park.floorM2,
    costWan: own.reduce((total, { costWan }) => total + costWan, 0),
  };
}

function checkView(land: PlanLand, { faults, bound, ...told }: Repriced): CertificateCheck {
  return {
    ...told,
    bound: bound < Infinity ? bound : null,
    faults: faults.map((fault) => ({ ...fault, name: nameOf(land, fault) })),
  };
}

/** The parcel or township that a fault is of. */
function nameOf({ parcels, regions }: PlanLand, fault: CertificateFault): string | null {
  if (fault.what === 'beyond') return regions[fault.township].township;
  if (fault.what !== 'price') return null;
  if (fault.of === 'parcels') return parcels[fault.place].parcel.id;
  return fault.of === 'beyond' || fault.of === 'mostParks' ? regions[fault.place].township : null;
}
