import { areasOf } from '../geometry/measure/measures.ts';
import { problemsOf } from '../geometry/valid/validity.ts';
import type { Key } from './change.ts';
import { known, unknown, type Figure, type Input, type Missing } from './figure.ts';
import type { BuildingFacts, ParcelFacts } from './facts.ts';
import type { LandUses } from './land-use.ts';
import type { Building, Project } from './model.ts';
import { COORDINATE_RESOLUTION_M } from '../quantity/threshold.ts';
import { statedResolutionM2 } from './stated-area.ts';
import { floorAreas } from './storeys.ts';

/** A building outline 轮廓 as drawn; null where none is drawn, `broken` where it gives no area. */
export type BuildingOutline = { readonly areaM2: number; readonly perimeterM: number } | 'broken' | null;

/** What is measured of drawn buildings, by row. */
export interface DrawnBuildings {
  readonly keyOf: (row: number) => Key;
  readonly outline: (row: number) => BuildingOutline;
  /** m² of a building that lie inside a parcel, by their rows. */
  readonly insideM2: (building: number, parcel: number) => number;
}

export function buildingOutline({ buildings: { layer } }: Pick<Project, 'buildings'>, row: number): BuildingOutline {
  if (layer.partStart[row + 1] === layer.partStart[row]) return null;
  if (problemsOf(layer, row).some((p) => p.severity === 'broken')) return 'broken';
  const { planeM2, perimeterM } = areasOf(layer, row);
  return { areaM2: planeM2, perimeterM };
}

/** The part of a building that lies in each of `parcels`, first come first served where those overlap. */
export function buildingFacts(
  building: Building,
  row: number,
  drawn: DrawnBuildings,
  parcels: readonly ParcelFacts[],
  landUses: LandUses,
): BuildingFacts[] {
  const outline = drawn.outline(row);
  const found: { readonly parcel: ParcelFacts; readonly share: number }[] = [];
  let left = 1;
  for (const parcel of parcels) {
    const named = parcel.parcel.id === building.parcelId;
    const share =
      outline === null || outline === 'broken' || !parcel.valid
        ? Number(named)
        : Math.min(left, shareInside(drawn.insideM2(row, parcel.row), outline));
    // The named parcel keeps its building in the list even when all of it lies outside: that is worth seeing.
    if (share <= 0 && !named) continue;
    left -= share;
    found.push({ parcel, share });
  }
  const reachesOut = outline !== null && outline !== 'broken' && left * outline.areaM2 > resolutionOf(outline);
  const where = { row, key: drawn.keyOf(row) };
  return found.map((inside) => factsOf(building, where, outline, { ...inside, reachesOut }, landUses));
}

function shareInside(insideM2: number, outline: { readonly areaM2: number; readonly perimeterM: number }): number {
  const resolution = resolutionOf(outline);
  if (insideM2 <= resolution) return 0;
  return outline.areaM2 - insideM2 <= resolution ? 1 : insideM2 / outline.areaM2;
}

/** m² that the coordinates leave open. */
const resolutionOf = ({ perimeterM }: { readonly perimeterM: number }): number => COORDINATE_RESOLUTION_M * perimeterM;

/** Of a building that counts in a parcel. */
interface Inside {
  readonly parcel: ParcelFacts;
  readonly share: number;
  /** Some of it lies in none of the parcels, and does not count. */
  readonly reachesOut: boolean;
}

/** 基底面积 of a whole building: stated, else drawn; null where neither gives one. */
export const footprintOf = ({ footprintM2 }: Building, outline: BuildingOutline): number | null =>
  footprintM2 ?? (outline !== null && outline !== 'broken' ? outline.areaM2 : null);

function factsOf(
  building: Building,
  where: Pick<BuildingFacts, 'key' | 'row'>,
  outline: BuildingOutline,
  { parcel, share, reachesOut }: Inside,
  landUses: LandUses,
): BuildingFacts {
  const drawn = outline !== null && outline !== 'broken' ? outline : null;
  const footprintM2 = footprintOf(building, outline);
  const outlineResolution = building.footprintM2 !== undefined ? statedResolutionM2 : drawn ? resolutionOf(drawn) : 0;
  const inputs = [building.id];
  // A figure from a document stays one only as a whole: the share inside a parcel is measured on the drawing.
  const figure = (what: string, value: number, stated: boolean, resolution: number, notes: readonly string[]) =>
    known<Figure>({
      what,
      value: value * share,
      unit: 'm2',
      basis: stated && share === 1 ? 'registered' : 'plane',
      resolution: resolution * share,
      inputs,
      notes: reachesOut ? [...notes, 'inside-parcels'] : notes,
    });
  const missing = (field: string): Missing => ({ kind: 'building', id: building.id, field });
  // An outline that crosses itself leaves it open how much lies inside the parcel.
  const inside = (input: Input<Figure>): Input<Figure> =>
    outline === 'broken' ? shareOpen(input, missing('geometry')) : input;
  const areas = floorAreas(building, footprintM2, isIndustrialStorey(building, parcel, landUses));
  const floorMissing = footprintM2 === null ? missing('floorAreaM2') : missing('storeys');
  const fromFootprint = areas !== null && areas.perFootprint > 0;
  const resolution = fromFootprint ? areas.perFootprint * outlineResolution : statedResolutionM2;
  const footprintStated = building.footprintM2 !== undefined;
  const stated = footprintStated || !fromFootprint;
  return {
    building,
    ...where,
    parcelId: parcel.parcel.id,
    insideShare: share,
    floorArea: inside(
      areas ? figure('floorArea', areas.total, stated, resolution, areas.notes) : unknown(floorMissing),
    ),
    countedFloorArea: inside(
      areas
        ? figure(
            'countedFloorArea',
            areas.counted,
            stated,
            resolution * (areas.counted / (areas.total || 1)),
            areas.notes,
          )
        : unknown(floorMissing),
    ),
    footprint: inside(
      footprintM2 === null
        ? unknown(missing('footprintM2'))
        : figure('footprintArea', footprintM2, footprintStated, outlineResolution, [
            footprintStated ? 'footprint-stated' : 'footprint-drawn',
          ]),
    ),
  };
}

/** No more than all of it, where it cannot be told how much lies inside the parcel. */
function shareOpen(input: Input<Figure>, why: Missing): Input<Figure> {
  if (input.state !== 'value') return unknown(why);
  const { value: most, resolution } = input.value;
  return { ...unknown(why), partly: { known: null, open: [{ of: { least: 0, most, resolution }, times: 1 }] } };
}

/** 生产性用房: production and R&D; a use that is not recorded is production. */
export const isProduction = ({ use }: Pick<Building, 'use'>): boolean =>
  use === undefined || use === 'production' || use === 'rnd';

/** The doubling above 8 m is for storeys of production on industrial land. */
export function isIndustrialStorey(
  building: Pick<Building, 'use'>,
  { parcel: { landClass } }: Pick<ParcelFacts, 'parcel'>,
  landUses: LandUses,
): boolean {
  if (landClass && landUses.isIndustrial(landClass) === false) return false;
  return isProduction(building);
}
