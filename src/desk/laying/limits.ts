import type { Layout, LayoutMiss } from '../../layout/shape/layout.ts';
import { HIGH_M, type LayoutConditions, type LayoutWishes } from '../../layout/shape/settings.ts';

/** A bound that a layout keeps with the least to spare. */
export interface TightBound {
  readonly what: 'plotRatio' | 'density' | 'coefficient';
  readonly bound: 'min' | 'max';
  readonly asked: number;
  /** What is left of it, as a share of the bound; below 0 it is missed. */
  readonly spare: number;
}

/**
 * Which bound of the building mass binds: with few storeys the plot ratio asks for more ground than 建筑系数 does, with many
 * the other way round, and 建筑密度 holds from above.
 */
export function tightestBound({ figures }: Layout, conditions: LayoutConditions): TightBound | null {
  const bounds = (['plotRatio', 'coefficient', 'density'] as const).flatMap((what): TightBound[] => {
    const { min, max } = conditions[what];
    const value = figures[what];
    return [
      ...(min ? [{ what, bound: 'min' as const, asked: min, spare: value / min - 1 }] : []),
      ...(max ? [{ what, bound: 'max' as const, asked: max, spare: 1 - value / max }] : []),
    ];
  });
  return bounds.reduce<TightBound | null>((least, one) => (least && least.spare <= one.spare ? least : one), null);
}

/** What stands against a bound that is missed: another bound or a wish. */
export type Against =
  | 'under-24' // storeys end under 24 m in this kind of layout
  | 'height' // 建筑高度 of the conditions
  | 'most-storeys' // the wish for storeys at most
  | 'density' // 建筑密度 is at its upper bound
  | 'ground' // setbacks, spacing and what stays leave no more ground
  | 'floor' // so much floor asks for more places, and ground built on is not green
  | 'ways' // no lane goes through to a building
  | 'fire-lane' // no lane finds ground along a long side of a large building
  | 'turning' // no square of the size asked is free at the end of a lane
  | 'wishes'; // none alone: amenities, storey heights

/** Metres: a height that one more storey would pass. */
function storeysEnd({ buildings }: Layout, conditions: LayoutConditions, wishes: LayoutWishes): Against | null {
  const made = buildings.filter(({ use }) => use === 'production');
  const most = Math.max(0, ...made.map(({ storeys }) => storeys));
  if (made.some(({ storeys }) => storeys < most)) return null;
  const next = wishes.heights.firstM + most * wishes.heights.upperM;
  const { max, maxExclusive } = conditions.heightM;
  if (max !== null && (next > max || (maxExclusive && next === max))) return 'height';
  if (most >= wishes.mostStoreys) return 'most-storeys';
  return next > HIGH_M && most > 0 && next - wishes.heights.upperM <= HIGH_M ? 'under-24' : null;
}

export function standsAgainst(
  layout: Layout,
  miss: LayoutMiss,
  conditions: LayoutConditions,
  wishes: LayoutWishes,
): Against {
  if (miss.what === 'places' || miss.what === 'green') return 'floor';
  if (miss.what === 'unserved') return 'ways';
  if (miss.what === 'blind') return 'turning';
  if (miss.what === 'unlined') return 'fire-lane';
  if (miss.bound === 'max') return 'wishes';
  if (miss.what === 'plotRatio') {
    const end = storeysEnd(layout, conditions, wishes);
    if (end) return end;
  }
  const { max } = conditions.density;
  return max !== null && layout.figures.density > max - NEAR ? 'density' : 'ground';
}

/** A hundredth of the land: the last building did not fit under the bound any more. */
const NEAR = 0.01;
