import type { ExplainSettings } from '../../supply/plan/explain/explain.ts';
import type { PlanAsked } from './asked.ts';
import type { PlanLand } from './plan-land.ts';

/** Of a rung: so long is looked for the most parks; parks may be so much smaller, and put together from so much further. */
const RUNG = { gap: 0, seconds: 0.5, close: true };
const USUAL_FACTOR = 0.7;
const REACH_FACTOR = 2;

/** What is to be said of a plan besides, within so many seconds: of every target that may be short, in the order they are told. */
export function explaining(land: PlanLand, { sizeFactors = {} }: PlanAsked, seconds: number): ExplainSettings | null {
  if (seconds <= 0) return null;
  const factors = Object.values(sizeFactors);
  return {
    missing: land.told.map(({ jurisdiction, place, from, to, least }) => ({
      townships: Uint8Array.from(land.regions, (region) =>
        Number(jurisdiction === null || region.jurisdiction === jurisdiction),
      ),
      from,
      to,
      least,
      target: place,
    })),
    ladder: {
      plan: RUNG,
      sizeFactor: factors.length > 0 ? Math.min(...factors) : USUAL_FACTOR,
      reachFactor: REACH_FACTOR,
    },
    seconds,
  };
}
