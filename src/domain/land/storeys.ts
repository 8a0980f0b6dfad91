import type { Metres, SquareMetres } from '../quantity/units.ts';
import type { Building } from './model.ts';

/** GB/T 50353-2013: a storey 2.20 m high or more counts in full, a lower one half. */
const fullHeightM = 2.2;
/** 工业项目建设用地控制指标: for the plot ratio a storey *higher* than 8 m counts twice; 8.00 m does not. */
const doubledAboveM = 8;

const areaFactor = (height: Metres | undefined): number => (height !== undefined && height < fullHeightM ? 0.5 : 1);
const ratioFactor = (height: Metres | undefined, industrial: boolean): number =>
  industrial && height !== undefined && height > doubledAboveM ? 2 : 1;

/** Heights of the storeys above ground from the ground up; an unknown height is `undefined`. Null: not even their number. */
export function storeyHeights(building: Building): readonly (Metres | undefined)[] | null {
  if (building.storeyHeightsM) return building.storeyHeightsM;
  if (building.storeys === undefined) return null;
  return Array<Metres | undefined>(building.storeys).fill(building.storeyHeightM);
}

/** 地上层数; null where it is not known. */
export const storeyCount = (building: Building): number | null =>
  building.storeyHeightsM?.length ?? building.storeys ?? null;

/** The building with `by` more storeys like its top one; a stated floor area grows by as many of its plates. */
export function withStoreys(building: Building, by: number): Building {
  const heights = storeyHeights(building);
  if (!heights || heights.length === 0) return building;
  const plates = heights.reduce<number>((sum, h) => sum + areaFactor(h), 0);
  const top = heights.at(-1);
  const { floorAreaM2, floorAreaBelowM2 = 0, storeyHeightsM } = building;
  const plate = ((floorAreaM2 ?? 0) - floorAreaBelowM2) / plates;
  return {
    ...building,
    ...(building.storeys === undefined ? {} : { storeys: building.storeys + by }),
    ...(storeyHeightsM
      ? { storeyHeightsM: [...storeyHeightsM, ...Array<number>(by).fill(storeyHeightsM.at(-1)!)] }
      : {}),
    ...(floorAreaM2 === undefined ? {} : { floorAreaM2: floorAreaM2 + by * plate * areaFactor(top) }),
  };
}

export interface FloorAreas {
  /** 建筑面积, basement included, nothing doubled. */
  readonly total: SquareMetres;
  /** 计容建筑面积: above ground, high industrial storeys twice. */
  readonly counted: SquareMetres;
  /** Total floor area per m² of footprint where it was computed from the footprint, else 0. */
  readonly perFootprint: number;
  readonly notes: readonly string[];
}

/**
 * Floor areas of a whole building (GB/T 50353-2013; plates of equal size). The stated floor area outranks
 * footprint × storeys. An unknown storey height counts once, which never turns a miss into a pass.
 * Null when neither a stated area nor footprint and storeys are there.
 */
export function floorAreas(building: Building, footprint: SquareMetres | null, industrial: boolean): FloorAreas | null {
  const heights = storeyHeights(building);
  const notes: string[] = [];
  const belowGround = building.floorAreaBelowM2 ?? 0;
  const plates = heights ? heights.reduce<number>((sum, h) => sum + areaFactor(h), 0) : 0;
  if (industrial && (!heights || heights.includes(undefined))) notes.push('height-missing-counted-once');
  let above: number;
  let perFootprint = 0;
  if (building.floorAreaM2 !== undefined) {
    above = building.floorAreaM2 - belowGround;
    if (building.floorAreaBelowM2 === undefined) notes.push('below-ground-missing-taken-as-none');
  } else if (footprint !== null && heights) {
    above = footprint * plates;
    perFootprint = plates;
    notes.push('floor-area-from-footprint');
  } else return null;
  const countedPlates = heights
    ? heights.reduce<number>((s, h) => s + areaFactor(h) * ratioFactor(h, industrial), 0)
    : 0;
  const counted = plates > 0 ? (above * countedPlates) / plates : above;
  return { total: above + belowGround, counted, perFootprint, notes };
}
