import { floorAreas } from '../domain/land/storeys.ts';
import type { Frame } from './land/frame.ts';
import type { Rectangle } from './land/strip.ts';
import { ringOf } from './rows/block.ts';
import { heightOf, storeyHeightsOf } from './rows/storeys.ts';
import type { StoreyHeights } from './shape/settings.ts';
import type { LaidBuilding, LaidUse, LayoutSite } from './shape/site.ts';

/** As how many storeys they count for the plot ratio 计容: those of production higher than 8 m twice on land of industry. */
export const countedStoreys = (
  storeys: number,
  heights: StoreyHeights,
  { isIndustrial }: Pick<LayoutSite, 'isIndustrial'>,
  use: LaidUse = 'production',
): number => {
  const isTwice = isIndustrial && use === 'production';
  return floorAreas({ id: '', storeyHeightsM: storeyHeightsOf(storeys, heights) }, 1, isTwice)?.counted ?? 0;
};

/** How a building of a layout stands up from its ground. */
interface Stack extends Pick<LaidBuilding, 'row' | 'use' | 'storeys'> {
  readonly heights: StoreyHeights;
  readonly site: Pick<LayoutSite, 'isIndustrial'>;
}

/** A building on a rectangle of a frame, as deep as it reaches across the rows. */
export function buildingOn(
  frame: Frame,
  { x0, x1, y0, y1 }: Rectangle,
  { row, use, storeys, heights, site }: Stack,
): LaidBuilding {
  const [lengthM, depthM] = [x1 - x0, y1 - y0];
  const footprintM2 = lengthM * depthM;
  return {
    ring: ringOf(frame, { x0, x1, y0, y1 }),
    row,
    use,
    depthM,
    lengthM,
    storeys,
    heightM: heightOf(storeys, heights),
    storeyHeightsM: storeyHeightsOf(storeys, heights),
    footprintM2,
    floorM2: storeys * footprintM2,
    countedM2: countedStoreys(storeys, heights, site, use) * footprintM2,
  };
}
