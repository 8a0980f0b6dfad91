import type { Key } from '../../domain/land/change.ts';
import type { Mu, SquareMetres } from '../../domain/quantity/units.ts';
import type { UsedSetting } from '../../policy/plan-settings.ts';
import type { FloorFrom } from '../../supply/land/brings.ts';
import type { PlanFault } from '../../supply/plan/check/checker.ts';
import type { Aside, Assumed, TargetProblem } from '../../supply/plan/shape/land.ts';
import type { BoundKind, FoundPlan, PlanStats, PlanStatus } from '../../supply/plan/shape/found.ts';
import type { Limit, Reach } from '../../supply/plan/shape/problem.ts';
import type { NamedProblem, OfferedClass, parkTypes } from './candidates.ts';
import type { PlannedTarget } from './targets.ts';

/** A parcel of a park of the plan. */
export interface PlannedParcelView {
  readonly key: Key;
  readonly id: string;
  readonly class: OfferedClass;
  readonly isNew: boolean;
  readonly areaMu: Mu;
  readonly costWan: number;
  readonly readyYear: number;
  readonly floorFrom: FloorFrom;
  readonly assumed: readonly Assumed[];
}

export interface PlannedParkView {
  /** By year, township and number, as long as this plan lasts. */
  readonly id: string;
  readonly year: number;
  readonly kind: (typeof parkTypes)[number];
  /** 第6条: smaller than clauses 4 and 5 say, to be found so by the office. */
  readonly isSmaller: boolean;
  /** Code of the jurisdiction it counts for; null where none has targets. */
  readonly district: string | null;
  readonly township: string;
  readonly parcels: readonly PlannedParcelView[];
  /** 分园, by ids of parcels, the largest first. */
  readonly sites: readonly (readonly string[])[];
  readonly areaMu: Mu;
  readonly newMu: Mu;
  /** Once it is built as it may be. */
  readonly floorAreaM2: SquareMetres;
  readonly plotRatio: number;
  readonly costWan: number;
  /** 万元 of it that no one recorded. */
  readonly reckonedWan: number;
  readonly points: number;
}

/** What came of a target: parks there are, those of the plan, and what is missing. */
export interface TargetView extends Omit<PlannedTarget, 'place' | 'from' | 'to'> {
  readonly planned: number;
  readonly short: number;
}

/** What was taken of something there is only so much of, and what one more of it would be worth, points. */
export interface LimitView extends Pick<Limit, 'what' | 'most'> {
  readonly from: number;
  readonly to: number;
  readonly used: number;
  readonly price: number | null;
}

/** What the bound covers: plans of parks of these candidates, put together within this reach. */
export interface PlanSpace extends Reach {
  readonly candidates: number;
  readonly areaMu: Mu;
  readonly regions: number;
  readonly mostSites: number;
  readonly kinds: readonly {
    readonly kind: (typeof parkTypes)[number];
    readonly isSmaller: boolean;
    readonly mostLandMu: Mu;
  }[];
}

/** A plan as people know it. */
export interface PlanView {
  /** Of the city it was made of. */
  readonly version: number;
  readonly years: readonly number[];
  readonly status: PlanStatus;
  readonly objective: number;
  /** Null: nothing is proven. */
  readonly bound: number | null;
  readonly boundKind: BoundKind;
  /** How much better another plan may be at most, as a part of this one; null where nothing is proven. */
  readonly gap: number | null;
  readonly space: PlanSpace;
  readonly parks: readonly PlannedParkView[];
  readonly targets: readonly TargetView[];
  readonly limits: readonly LimitView[];
  /** What could not be kept of what was fixed: parcels of each park, and parcels. */
  readonly missed: { readonly parks: readonly (readonly string[])[]; readonly parcels: readonly string[] };
  readonly certificate: FoundPlan['certificate'];
  readonly stats: PlanStats;
  /** What a program that shares nothing with the one that made the plan finds wrong with it: nothing, unless one of them errs. */
  readonly faults: readonly PlanFault[];
  readonly settings: readonly UsedSetting[];
  /** Parcels that are no candidates, by why. */
  readonly aside: Readonly<Partial<Record<Aside, number>>>;
  readonly problems: readonly NamedProblem[];
  readonly targetProblems: readonly TargetProblem[];
  /** Candidates for which a setting stands for what no one recorded. */
  readonly assumed: Readonly<Record<Assumed, number>>;
}
