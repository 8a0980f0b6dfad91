import type { Obstacle } from './land/frame.ts';
import type { Cutting } from './rows/cut.ts';
import { HIGH_M, type LayoutWishes } from './shape/settings.ts';
import type { StandingBuilding } from './shape/site.ts';

/** What a new building of a height keeps off what stands 防火间距: more where one of the two is high. */
export const keptOff = (
  standing: readonly Pick<StandingBuilding, 'ring' | 'heightM'>[],
  heightM: number,
  { spacingM, highSpacingM }: LayoutWishes,
): Obstacle[] =>
  standing.map((one) => ({ ring: one.ring, awayM: Math.max(one.heightM, heightM) > HIGH_M ? highSpacingM : spacingM }));

/** How rows of high buildings or of others are cut. */
export const cuttingOf = ({ lengthM, bayM, spacingM, highSpacingM }: LayoutWishes, high: boolean): Cutting => ({
  minM: lengthM.min,
  maxM: lengthM.max,
  bayM,
  gapM: high ? highSpacingM : spacingM,
});
