import type { Refusal } from '../../domain/outcome.ts';
import type { PlanFigures } from '../../policy/plan-settings.ts';
import type { Relaxation } from '../../supply/plan/explain/relaxed.ts';
import type { Limit } from '../../supply/plan/shape/problem.ts';

/** So much of something over some years, both included. */
export interface Cap {
  readonly what: Limit['what'];
  readonly from: number;
  readonly to: number;
  /** 万元 of money, 亩 of the others. */
  readonly most: number;
}

/** 必选园区: parcels by id; without a kind the one they make, without a year any. */
export interface FixedPark {
  readonly parcels: readonly string[];
  readonly kind?: string;
  readonly year?: number;
}

/** 试算: one thing taken as otherwise than it is, as the ladder of a shortfall tells it (`supply/plan/explain/relaxed.ts`). */
export interface Assumption {
  readonly relax: Exclude<Relaxation, 'none' | 'others' | 'bans' | 'all'>;
  /** Only there; null: everywhere. Limits, radius and sites are those of all. */
  readonly jurisdiction: string | null;
  /** Land is ready from this year on. */
  readonly year: number;
}

/** What a plan is to be. */
export interface PlanAsked {
  readonly years: readonly [first: number, last: number];
  readonly caps?: readonly Cap[];
  /** 增存挂钩: stock that is disposed of earns quota. */
  readonly hasCredit?: boolean;
  /** Which targets of the law are kept; both without it. */
  readonly targets?: readonly ('yearly' | 'cumulative')[];
  /** So many parks of the whole city over all years. */
  readonly cityParks?: number;
  /** 备选: so many spare parks for each target, against parcels that fall through; none without it. */
  readonly spare?: number;
  /** By jurisdiction the share of the size that the office asks for where the clause lets it be lower; the law has no number. */
  readonly sizeFactors?: Readonly<Record<string, number>>;
  /** Of a parcel without a cost: reckoned by the pack's figure, or kept out. */
  readonly missingCost?: 'reckoned' | 'out';
  /** What is not so and is taken as if it were; the plan is no more than a trial. */
  readonly assumed?: readonly Assumption[];
  /** Figures of the pack at another value, for this plan. */
  readonly figures?: Partial<PlanFigures>;
  readonly fixedParks?: readonly FixedPark[];
  readonly fixedParcels?: readonly string[];
  readonly bannedParcels?: readonly string[];
  /** Never in one park. */
  readonly bannedSets?: readonly (readonly string[])[];
}

/** How it is sought. */
export interface PlanSearch {
  /** A part of the best. */
  readonly gap: number;
  readonly seconds: number;
  readonly seed: number;
  /** So long is spent on why the plan is so; 0: nothing is said. */
  readonly explainSeconds: number;
  /** Nothing more without it. */
  readonly besides?: BesidesAsked;
}

/** What is to be told besides the plan; with spare parks, of the plan without them. */
export interface BesidesAsked {
  /** The certificate is priced anew by another program. */
  readonly certify: boolean;
  /** So many plans from the least cost to the most floor area, 2 at least; null: none. */
  readonly frontier: number | null;
  /** So many other plans nearly as good; null: none. */
  readonly variants: number | null;
  /** Parcels, by id: what is lost if one is not to be had. */
  readonly losses: readonly string[];
}

export type PlanRefusal = Refusal<
  | 'plan-years' // {first, last, most}
  | 'plan-nothing' // {no-township, unknown-township, broken, and reasons of `Aside`: how many}: no candidate at all
  | 'plan-no-parcel' // {id}
  | 'plan-no-candidate' // {id, why}
  | 'plan-no-park' // {ids, why}, of `none` with what keeps them from it (`NoPark`): they make none, whatever the year
  | 'plan-no-jurisdiction' // {code, known}
  | 'plan-not-positive' // {what, value}
>;
