import { formatFixed } from '../../../domain/quantity/format.ts';
import { muOf } from '../../../domain/quantity/units.ts';
import type { VisitorTexts } from '../../../texts/visitor.ts';

/** A number and its unit apart, because the unit is set smaller. */
export interface Shown {
  readonly text: string;
  readonly unit: string;
}

/** Areas are published to 0.01 m²: so well a figure made of one is known, in 亩. */
const MU_KNOWN = { resolution: 0.005 * (3 / 2000) };

/*
 * The bounds of the policy are fives of 亩 and halves of a plot ratio, and this page carries no policy: a figure is written
 * with more decimals rather than as the nearest of those, unless it is it.
 */
export const muShown = (areaM2: number, texts: VisitorTexts): Shown => {
  const mu = muOf(areaM2);
  return {
    text: formatFixed(mu, 1, { group: ',', bound: Math.round(mu / 5) * 5, precision: MU_KNOWN }),
    unit: texts.units.mu,
  };
};

export const ratioShown = (ratio: number): string => formatFixed(ratio, 2, { bound: Math.round(ratio * 2) / 2 });

export const m2Shown = (areaM2: number, texts: VisitorTexts): Shown => ({
  text: formatFixed(areaM2, 0, { group: ',' }),
  unit: texts.units.m2,
});

/** `850 米`, `1.2 公里`, `36 公里`: places are known to 10 m. */
export function distanceText(metres: number, { units }: VisitorTexts): string {
  if (metres < 995) return `${formatFixed(Math.round(metres / 10) * 10, 0)} ${units.metres}`;
  return `${formatFixed(metres / 1000, metres < 9950 ? 1 : 0, { group: ',' })} ${units.kilometres}`;
}
