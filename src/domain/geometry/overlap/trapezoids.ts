import type { SquareMetres } from '../../quantity/units.ts';
import { keptPlaneRingsOf, planeRingsOf } from './overlay-rings.ts';
import { PairKernel } from './overlay-pair.ts';
import type { Outline } from '../plane/outline.ts';

const kernel = new PairKernel();

/** m² common to both outlines, on their plane. Error about 10⁻¹⁶ of the smaller box for each pair of edges in it. */
export const commonArea = (a: Outline, b: Outline): SquareMetres =>
  kernel.commonArea(keptPlaneRingsOf(a), 0, keptPlaneRingsOf(b), 0);

/** The same for outlines made for this one question. */
export const commonAreaOnce = (a: Outline, b: Outline): SquareMetres =>
  kernel.commonArea(planeRingsOf(a), 0, planeRingsOf(b), 0);
