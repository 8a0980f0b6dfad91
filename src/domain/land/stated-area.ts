import { COORDINATE_RESOLUTION_M, STATED_STEP_M2 } from '../quantity/threshold.ts';
import type { Metres, SquareMetres } from '../quantity/units.ts';
import type { Parcel } from './model.ts';

/** Half of the last digit of an area stated in m²: to 0.01 m², as registers write it. */
export const statedResolutionM2: SquareMetres = STATED_STEP_M2 / 2;

/** Is the area stated less finely than registers do: four decimals of a hectare, two of 亩? Then its last digit is open. */
export const isCoarse = (resolutionM2: SquareMetres): boolean => resolutionM2 > statedResolutionM2;

/** Reading of a figure: its stated area is one on the ellipsoid. */
export const STATED_ON_ELLIPSOID = 'stated-on-ellipsoid';

/** The drawn area that a stated one is held against: that on its own basis. */
export const drawnAsStated = (
  { areaBasis }: Pick<Parcel, 'areaBasis'>,
  drawn: { readonly planeM2: SquareMetres; readonly ellipsoidM2: SquareMetres },
): SquareMetres => (areaBasis === 'ellipsoid' ? drawn.ellipsoidM2 : drawn.planeM2);

/** Tables write 0 for what no one has filled in: no land is registered with nothing. */
export const isArea = (statedM2: number): boolean => statedM2 > 0;

/** 不一致: stated and drawn area differ by more than what is left open by the digits of the one and the points of the other. */
export const statedDiffers = (
  stated: { readonly areaM2: SquareMetres; readonly resolutionM2?: SquareMetres },
  drawn: { readonly areaM2: SquareMetres; readonly perimeterM: Metres },
): boolean =>
  Math.abs(stated.areaM2 - drawn.areaM2) >
  Math.max(STATED_STEP_M2, stated.resolutionM2 ?? 0) + COORDINATE_RESOLUTION_M * drawn.perimeterM;
