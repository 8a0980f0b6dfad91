import type { ExplainSettings } from '../../supply/plan/explain/explain.ts';
import type { PlanAsked } from './asked.ts';
import { REACH_FACTOR, sizeFactorOf } from './ladder-factors.ts';
import type { PlanLand } from './plan-land.ts';

/** Of a rung: so long is looked for the most parks. */
const RUNG = { gap: 0, seconds: 0.5, close: true };

/** What is to be said of a plan besides, within so many seconds: of every target that may be short, in the order they are told. */
export function explaining(land: PlanLand, asked: PlanAsked, seconds: number): ExplainSettings | null {
  if (seconds <= 0) return null;
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
      sizeFactor: sizeFactorOf(asked),
      reachFactor: REACH_FACTOR,
    },
    seconds,
  };
}
