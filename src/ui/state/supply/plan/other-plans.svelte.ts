import type { BesidesView } from '../../../../city/planning/besides.ts';
import type { GivenPark } from '../../../../city/planning/given-plan.ts';
import type { ComparedPlan } from './compare.ts';
import type { PlanCause } from './made.ts';

type Frontier = NonNullable<BesidesView['frontier']>;
type Variants = NonNullable<BesidesView['variants']>;
export type OtherPlan = Frontier[number] | Variants['plans'][number];
export type OtherCause = PlanCause & { readonly code: 'frontier' | 'variant' };

/** 前沿与另一些方案: told of one plan, by its number. */
export class OtherPlans {
  frontier = $state.raw<{ readonly of: number | null; readonly points: Frontier } | null>(null);
  variants = $state.raw<{ readonly of: number | null; readonly told: Variants | null } | null>(null);

  toldFrontier(of: number | null, points: Frontier): void {
    this.frontier = { of, points };
  }

  toldVariants(of: number | null, told: Variants | null): void {
    this.variants = { of, told };
  }

  /** By its number, from 1. */
  at({ code, at }: OtherCause): OtherPlan | undefined {
    return code === 'frontier' ? this.frontier?.points[at - 1] : this.variants?.told?.plans[at - 1];
  }

  /** Its parks as they are given to be reckoned. */
  parksOf(cause: OtherCause): readonly GivenPark[] | undefined {
    return this.at(cause)?.parks.map(({ parcels, year, kind }) => ({ parcels, year, kind }));
  }

  compared(cause: OtherCause): ComparedPlan | null {
    const own = this.at(cause);
    if (!own) return null;
    return { parks: own.parks, objective: 'objective' in own ? own.objective : null, short: null, newMu: null };
  }

  clear(): void {
    this.frontier = this.variants = null;
  }
}
