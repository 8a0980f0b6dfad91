import { reprice, type Repriced } from '../../../supply/plan/check/repricer.ts';
import type { Asking } from '../../../supply/plan/explain/asking.ts';
import { frontier, type FrontierPlan } from '../../../supply/plan/explain/frontier.ts';
import { Losses, type Loss } from '../../../supply/plan/explain/losses.ts';
import { variants, type Variants } from '../../../supply/plan/explain/variants.ts';
import type { Solver } from '../../../supply/plan/shape/solver.ts';

/** What is asked besides the plan; parcels by place. */
export interface BesidesQuestion {
  /** The certificate is priced anew. */
  readonly certify: boolean;
  /** So many plans from the least cost to the most floor area; the cost by parcel. */
  readonly frontier: { readonly plans: number; readonly cost: Float64Array } | null;
  /** So many other plans nearly as good; null: none. */
  readonly variants: number | null;
  /** What is lost without each of these. */
  readonly losses: readonly number[];
}

export interface Besides {
  /** Null where it was not asked, or there is no certificate. */
  readonly repriced: Repriced | null;
  readonly frontier: readonly FrontierPlan[] | null;
  readonly variants: Variants | null;
  /** By place in the question; null: stopped before. */
  readonly losses: readonly (Loss | null)[];
}

/** Another plan is nearly as good within this part of the points. */
const WITHIN = 0.01;
/** A neighbourhood in which more than this is to be looked at is left open. */
const NODES = 20_000_000;

export async function besides(asking: Asking, solver: Solver, question: BesidesQuestion): Promise<Besides> {
  const losses: (Loss | null)[] = [];
  const lost = new Losses(asking);
  const repriced = question.certify ? await certified(asking) : null;
  for (const parcel of question.losses) losses.push(asking.watch?.isStopped?.() ? null : await lost.ofParcel(parcel));
  const others = question.variants === null ? null : await variants(asking, solver, question.variants, WITHIN);
  const { frontier: along } = question;
  return {
    repriced,
    losses,
    variants: others,
    frontier: along && (await frontier(asking, along.cost, along.plans - 1)),
  };
}

/** A bound that is not from prices is no claim of theirs: then it is told what they prove. */
async function certified({ problem, choices, plan, seed, watch }: Asking): Promise<Repriced | null> {
  const { certificate, boundKind, missed } = plan;
  const bound = boundKind === 'prices' ? plan.bound : Infinity;
  return (
    certificate && reprice(problem, choices, { certificate, bound, missed }, { part: 1, seed, nodes: NODES }, watch)
  );
}
