import type { Key } from '../../domain/land/change.ts';
import type { Mu, SquareMetres } from '../../domain/quantity/units.ts';
import type { UsedSetting } from '../../policy/plan-settings.ts';
import type { FloorFrom } from '../../supply/land/brings.ts';
import type { PlanFault } from '../../supply/plan/check/checker.ts';
import type { Aside, Assumed, TargetProblem } from '../../supply/plan/shape/land.ts';
import type { BoundKind, FoundPlan, PlanStats, PlanStatus } from '../../supply/plan/shape/found.ts';
import type { Rung } from '../../supply/plan/explain/ladder.ts';
import type { Loss } from '../../supply/plan/explain/losses.ts';
import type { Limit, Reach } from '../../supply/plan/shape/problem.ts';
import type { BesidesView } from './besides.ts';
import type { Solved } from './solving/messages.ts';
import type { OfferedClass, parkTypes } from './candidates.ts';
import type { KeptOut } from './kept-out.ts';
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
  /** Smaller than the law usually asks, where it lets parks be: to be found so by the office. */
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
  /** 备选; null of a park that is to be supplied. */
  readonly spare: SpareView | null;
  /** Null where it was not asked for, or time was over. */
  readonly why: WhyView | null;
  /** What would stand in its place, and the points that are lost with it. */
  readonly alternative: {
    readonly parks: readonly { readonly year: number; readonly parcels: readonly string[] }[];
    readonly loss: number;
    readonly isProven: boolean;
  } | null;
  /** Points lost if it is withdrawn, all others made anew as far as `isAnew`. */
  readonly loss: Loss | null;
}

/** 备选: no target needs the park as long as nothing falls through. */
interface SpareView {
  /** The target it is to spare of, as targets are told. */
  readonly jurisdiction: string | null;
  readonly year: number | null;
  /** It steps in once so many of the target's other parks have fallen through. */
  readonly after: number;
  /** Share of the scenarios in which it does; null where that was not looked at. */
  readonly stepsIn: number | null;
}

/** A limit or a target by what it is of. */
export interface LimitName {
  readonly what: Limit['what'];
  readonly from: number;
  readonly to: number;
}
export interface TargetName {
  readonly jurisdiction: string | null;
  readonly from: number;
  readonly to: number;
}

/** The points of a park at the prices of the plan. */
interface WhyView {
  readonly points: number;
  readonly limits: readonly (LimitName & { readonly use: number; readonly points: number })[];
  /** What its land is worth to other parks. */
  readonly land: number;
  readonly targets: readonly (TargetName & { readonly points: number })[];
  readonly beyond: number;
}

/** What came of a target: parks there are, those of the plan, and what is missing. */
export interface TargetView extends Omit<PlannedTarget, 'place' | 'from' | 'to'> {
  readonly planned: number;
  /** So many of these stand by 备选. */
  readonly spare: number;
  readonly short: number;
  /** Parks that could be formed, by itself and if one thing were otherwise; null where it was not asked. */
  readonly ladder: readonly Rung[] | null;
  /** Rows that rule out the next one; null: none, or it was not asked. */
  readonly conflict: { readonly limits: readonly LimitName[]; readonly targets: readonly TargetName[] } | null;
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
  /** What becomes of it where parcels fall through; null where no spare parks were asked for. */
  readonly spared: Omit<NonNullable<Solved['spared']>, 'spares'> | null;
  /** Null where nothing more was asked. */
  readonly besides: BesidesView | null;
  /** What a program that shares nothing with the one that made the plan finds wrong with it: nothing, unless one of them errs. */
  readonly faults: readonly PlanFault[];
  readonly settings: readonly UsedSetting[];
  /** Parcels that are no candidates, by why. */
  readonly aside: Readonly<Partial<Record<Aside, number>>>;
  readonly keptOut: KeptOut;
  readonly targetProblems: readonly TargetProblem[];
  /** Candidates for which a setting stands for what no one recorded. */
  readonly assumed: Readonly<Record<Assumed, number>>;
}
