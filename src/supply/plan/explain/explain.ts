import type { Target } from '../shape/problem.ts';
import { InsteadOf, type Alternative } from './alternative.ts';
import type { Asking } from './asking.ts';
import { conflictOf, type Conflict } from './conflict.ts';
import { ladder, type LadderSettings, type Rung } from './ladder.ts';
import { inTurns } from './in-turns.ts';
import { Losses, type Loss } from './losses.ts';
import { whyIn, type Why } from './why.ts';

/*
 * For whoever shows a plan: `explained` fills `why`, `alternative` and `lossIfWithdrawn` of each park, `ladder` and `conflict` of each
 * shortfall. One park or parcel that is asked for by itself: `whyIn`, `InsteadOf`, `Losses`. A
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
  /** Null where time was over, or the others could not stay without it. */
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

/** Nothing that is told of a park or a shortfall before the dear questions takes longer. */
const QUICK_SECONDS = 1;
/** A dear question may take so many times its share of the time that is left, and so long at least. */
const SHARES = 2;
const LEAST_SECONDS = 0.3;

/**
 * All that can be said of a plan. First what stands in for each park and the ladder of each shortfall, then the plans that are made anew
 * without each park and the rows in conflict; parks and shortfalls in turns, so that neither eats the time of the other.
 */
export async function explained(asking: Asking, settings: ExplainSettings): Promise<Explained> {
  const { problem, plan } = asking;
  const end = performance.now() + 1000 * settings.seconds;
  const isOver = () => performance.now() >= end || (asking.watch?.isStopped?.() ?? false);
  const within = (seconds: number): Asking => ({
    ...asking,
    settings: { ...asking.settings, seconds: Math.min(asking.settings.seconds, seconds) },
    watch: { ...asking.watch, isStopped: isOver },
  });
  const inTime = (): Asking => within(settings.seconds === Infinity ? Infinity : QUICK_SECONDS);
  const share = (left: number) => within(Math.max(LEAST_SECONDS, (SHARES * (end - performance.now())) / 1000 / left));
  const losses = new Losses(asking);
  const parks: ExplainedPark[] = plan.parks.map((park) => ({
    why: plan.certificate && whyIn(problem, plan.certificate.prices, park),
    alternative: null,
    loss: losses.boundsOfPark(park),
  }));
  const short: Explained['missing'][number][] = settings.missing.map(() => ({ ladder: [], conflict: null }));
  const ofParks = [...plan.parks.entries()];
  const ofTargets = settings.missing.flatMap(({ target }, n) => (target === null ? [] : [{ target, n }]));
  await inTurns(isOver, [
    ofParks.map(([n, park]) => async () => {
      const instead = new InsteadOf(inTime(), park);
      const alternative = await instead.alternative();
      parks[n] = { ...parks[n], alternative, loss: await losses.quickOfPark(park, instead) };
    }),
    settings.missing.map((one, n) => async () => {
      short[n] = { ...short[n], ladder: await ladder(within(Infinity), one, settings.ladder) };
    }),
  ]);
  await inTurns(isOver, [
    ofParks.map(([n, park], done) => async () => {
      if (parks[n].loss.isExact) return;
      parks[n] = { ...parks[n], loss: await losses.ofPark(park, parks[n].loss, share(ofParks.length - done)) };
    }),
    ofTargets.map(({ target, n }, done) => async () => {
      short[n] = { ...short[n], conflict: await conflictOf(share(ofTargets.length - done), target) };
    }),
  ]);
  return { parks, missing: short };
}
