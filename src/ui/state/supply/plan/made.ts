import type { PlanAsked } from '../../../../city/planning/asked.ts';
import type { PlanView, TargetView } from '../../../../city/planning/view.ts';
import type { Relaxation } from '../../../../supply/plan/explain/relaxed.ts';
import type { CurvePoint } from './run.svelte.ts';

/** A target by what it is of. */
export type TargetOf = Pick<TargetView, 'jurisdiction' | 'year'>;

/** Why a plan was made. */
export type PlanCause =
  | { readonly code: 'asked' }
  /** Sought on from where it was left. */
  | { readonly code: 'resumed' }
  /** 不用: parks by their labels, parcels by id. */
  | { readonly code: 'banned'; readonly what: readonly string[] }
  | { readonly code: 'unbanned'; readonly what: readonly string[] }
  | { readonly code: 'rung'; readonly of: TargetOf; readonly relax: Relaxation }
  /** A point of the frontier, another plan as good: by its number. */
  | { readonly code: 'frontier'; readonly at: number }
  | { readonly code: 'variant'; readonly at: number };

/** A plan that was made, and of what. */
export interface PlanMade {
  /** 方案 1, 2 …: as long as the project is open. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly cause: PlanCause;
  readonly asked: PlanAsked;
  readonly view: PlanView;
  /** How it was found; absent of one that was reckoned and not sought. */
  readonly curve?: readonly CurvePoint[];
}

/** What is sought, and what becomes of the answer. */
export type RunWhat =
  | { readonly for: 'plan' | 'trial'; readonly cause: PlanCause }
  | { readonly for: 'frontier' }
  | { readonly for: 'variants' };

export const shortOf = ({ targets }: Pick<PlanView, 'targets'>): number =>
  targets.reduce((sum, { short }) => sum + short, 0);
