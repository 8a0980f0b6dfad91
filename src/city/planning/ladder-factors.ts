import type { PlanAsked } from './asked.ts';

/** Parks may be so much smaller where no office said how much. */
const USUAL_FACTOR = 0.7;
/** Parcels may be put together from so much further. */
export const REACH_FACTOR = 2;

/** The least of the office's factors, where it has some. */
export function sizeFactorOf({ sizeFactors = {} }: Pick<PlanAsked, 'sizeFactors'>): number {
  const factors = Object.values(sizeFactors);
  return factors.length > 0 ? Math.min(...factors) : USUAL_FACTOR;
}
