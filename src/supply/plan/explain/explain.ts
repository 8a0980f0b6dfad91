import type { Target } from '../shape/problem.ts';
import { alternative, type Alternative } from './alternative.ts';
import type { Asking } from './asking.ts';
import { conflictOf, type Conflict } from './conflict.ts';
import { ladder, type LadderSettings, type Rung } from './ladder.ts';
import { boundsOfLoss, lossOfPark, quickLossOfPark, type Loss } from './losses.ts';
import { whyIn, type Why } from './why.ts';

/*
 * For whoever shows a plan: `explained` fills `why`, `alternative` and `lossIfWithdrawn` of each park, `ladder` and `conflict` of each
 * shortfall. One park or parcel that is asked for by itself: `whyIn`, `alternative`, `lossOfPark`, `lossOfParcel` (losses.ts). A
 * frontier to click through: `frontier`; other plans as good as this one: `variants`. Parcels that fall through: robust/.
 */

/** Parks that are missing: of a target of the problem, or (null) such as are no target of it. */
interface AskedMissing extends Pick<Target, 'townships' | 'from' | 'to' | 'least'> {
  readonly target: number | null;
}

export interface ExplainSettings {
  readonly missing: readonly AskedMissing[];
  readonly ladder: LadderSettings;
  /** After so many seconds no more plans are made anew; ∞: never. What each is without them is told. */
  readonly seconds: number;
}

export interface ExplainedPark {
  /** Null where there are no prices. */
  readonly why: Why | null;
  /** Null where time was over. */
  readonly alternative: Alternative | null;
  /** Where time was over, by what the park brings and its land is worth at the prices. */
  readonly loss: Loss;
}

export interface Explained {
  /** By place in the plan. */
  readonly parks: readonly ExplainedPark[];
  /** By place in `missing`; a conflict of null: none, or it is no target of the problem. */
  readonly missing: readonly { readonly ladder: readonly Rung[]; readonly conflict: Conflict | null }[];
}

/** All that can be said of a plan, the cheap first: shortfalls, what stands in for each park, then plans made anew. */
export async function explained(
  asking: Asking,
  { missing, ladder: how, seconds }: ExplainSettings,
): Promise<Explained> {
  const { problem, plan, watch } = asking;
  const end = performance.now() + 1000 * seconds;
  const isOver = () => performance.now() >= end || (watch?.isStopped?.() ?? false);
  const short: Explained['missing'][number][] = [];
  for (const one of missing) {
    const rungs = isOver() ? [] : await ladder(asking, one, how);
    const conflict = one.target === null || isOver() ? null : await conflictOf(asking, one.target);
    short.push({ ladder: rungs, conflict });
  }
  const parks: ExplainedPark[] = [];
  for (const park of plan.parks)
    parks.push({
      why: plan.certificate && whyIn(problem, plan.certificate.prices, park),
      alternative: isOver() ? null : await alternative(asking, park),
      loss: isOver() ? boundsOfLoss(asking, park) : await quickLossOfPark(asking, park),
    });
  for (const [n, park] of plan.parks.entries()) {
    if (isOver()) break;
    parks[n] = { ...parks[n], loss: await lossOfPark(asking, park) };
  }
  return { parks, missing: short };
}
