import type { NumberRange } from '../../domain/land/model.ts';

const ends = ({ min = -Infinity, max = Infinity, minExclusive = false, maxExclusive = false }: NumberRange) =>
  [min, max, minExclusive, maxExclusive] as const;

const allows = (bounds: NumberRange, value: number): boolean => {
  const [min, max, above, below] = ends(bounds);
  return (above ? value > min : value >= min) && (below ? value < max : value <= max);
};

/**
 * Whether 规划容积率 as it is written says otherwise than the plot ratio of the conditions: other bounds, or one figure that
 * these do not allow.
 */
export function plannedFarDiffers(planned: NumberRange, conditions: NumberRange): boolean {
  if (planned.min !== undefined && planned.min === planned.max) return !allows(conditions, planned.min);
  const other = ends(conditions);
  return ends(planned).some((end, i) => end !== other[i]);
}
