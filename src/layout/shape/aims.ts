import type { Bounded, LayoutConditions } from './settings.ts';

/**
 * What is aimed at beyond an exclusive bound, so that it is kept as it is written too: a hundredth of plot ratio, a thousandth of
 * a share, a millimetre.
 */
const BEYOND = { plotRatio: 0.01, share: 0.001, heightM: 0.001 } as const;
/** Never more of what lies between the two bounds. */
const MOST_OF_BETWEEN = 0.25;

function within(bounds: Bounded, beyond: number): Bounded {
  const { min, max, minExclusive, maxExclusive } = bounds;
  if (!minExclusive && !maxExclusive) return bounds;
  const by = Math.min(beyond, MOST_OF_BETWEEN * ((max ?? Infinity) - (min ?? 0)));
  return {
    min: min !== null && minExclusive ? min + by : min,
    max: max !== null && maxExclusive ? max - by : max,
  };
}

/** Conditions to lay out by, whose bounds are all inclusive: what keeps them keeps the given ones, exclusive bounds and all. */
export const aimsOf = (conditions: LayoutConditions): LayoutConditions => ({
  ...conditions,
  plotRatio: within(conditions.plotRatio, BEYOND.plotRatio),
  density: within(conditions.density, BEYOND.share),
  coefficient: within(conditions.coefficient, BEYOND.share),
  green: within(conditions.green, BEYOND.share),
  heightM: within(conditions.heightM, BEYOND.heightM),
  amenityLand: within(conditions.amenityLand, BEYOND.share),
  amenityFloor: within(conditions.amenityFloor, BEYOND.share),
});
