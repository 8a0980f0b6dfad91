import type { BesidesAsked } from '../../../../city/planning/asked.ts';
import type { BesidesView } from '../../../../city/planning/besides.ts';
import type { GivenPark } from '../../../../city/planning/given-plan.ts';
import type { ComparedPlan } from './compare.ts';
import type { PlanCause, RunWhat } from './made.ts';
import type { RunAnswer } from './run.svelte.ts';

type Frontier = NonNullable<BesidesView['frontier']>;
type Variants = NonNullable<BesidesView['variants']>;
export type OtherPlan = Frontier[number] | Variants['plans'][number];
export type OtherCause = PlanCause & { readonly code: 'frontier' | 'variant' };

interface Desk {
  readonly ask: (what: RunWhat, besides: BesidesAsked) => Promise<RunAnswer>;
  /** Number of the plan that holds. */
  readonly plan: () => number | null;
}

const NOTHING: BesidesAsked = { certify: false, frontier: null, variants: null, losses: [] };

/** 前沿与另一些方案: told of one plan, by its number. */
export class OtherPlans {
  frontier = $state.raw<{ readonly of: number | null; readonly points: Frontier } | null>(null);
  variants = $state.raw<{ readonly of: number | null; readonly told: Variants | null } | null>(null);

  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** 成本—面积前沿: at most so many points. */
  async askFrontier(points: number): Promise<boolean> {
    const answer = await this.#desk.ask({ for: 'frontier' }, { ...NOTHING, frontier: points });
    if (answer?.ok) this.frontier = { of: this.#desk.plan(), points: answer.value.besides?.frontier ?? [] };
    return answer?.ok ?? false;
  }

  /** 几乎一样好的方案 */
  async askVariants(count: number): Promise<boolean> {
    const answer = await this.#desk.ask({ for: 'variants' }, { ...NOTHING, variants: count });
    if (answer?.ok) this.variants = { of: this.#desk.plan(), told: answer.value.besides?.variants ?? null };
    return answer?.ok ?? false;
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
