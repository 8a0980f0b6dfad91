import type { Metres, SquareMetres } from '../quantity/units.ts';
import type { Building } from './model.ts';

/** GB/T 50353-2013: a storey 2.20 m high or more counts in full, a lower one half. */
const fullHeightM = 2.2;
/** 工业项目建设用地控制指标: for the plot ratio a storey *higher* than 8 m counts twice; 8.00 m does not. */
const doubledAboveM = 8;

const areaFactor = (height: Metres | undefined): number => (height !== undefined && height < fullHeightM ? 0.5 : 1);
/** Whether a storey counts twice for the plot ratio; one of unknown height does not. */
const countsTwice = (height: Metres | undefined, industrial: boolean): boolean =>
  industrial && height !== undefined && height > doubledAboveM;
const ratioFactor = (height: Metres | undefined, industrial: boolean): number =>
  countsTwice(height, industrial) ? 2 : 1;

/** 高层厂房: buildings of several storeys higher than this count as high (GB 50016-2014 2.1.1). */
export const HIGH_M = 24;

/** So many storeys, one after the other, of one height, which may not be known. */
interface Storeys {
  readonly count: number;
  readonly height: Metres | undefined;
}

/** The storeys above ground from the ground up, alike ones together; null: not even their number. */
function storeysOf(building: Stacked): readonly Storeys[] | null {
  if (building.storeyHeightsM) return building.storeyHeightsM.map((height) => ({ count: 1, height }));
  if (building.storeys === undefined) return null;
  return building.storeys > 0 ? [{ count: building.storeys, height: building.storeyHeightM }] : [];
}

/** Storeys added up, each as often as `factor` says. */
const added = (storeys: readonly Storeys[], factor: (height: Metres | undefined) => number): number =>
  storeys.reduce((sum, { count, height }) => sum + count * factor(height), 0);

/** What of a building tells its storeys. */
type Stacked = Pick<Building, 'use' | 'storeys' | 'storeyHeightM' | 'storeyHeightsM'>;

/** A storey as it stands in the building, m above the ground. */
interface StoreySlab {
  readonly fromM: Metres;
  readonly toM: Metres;
  /** 计两层: it counts twice for the plot ratio. */
  readonly isTwice: boolean;
}

/** 体量: how a building stands. */
export interface Mass {
  /** From the ground up. */
  readonly slabs: readonly StoreySlab[];
  readonly heightM: Metres;
  /** What its record does not say, so that it is drawn by a usual value; null: all is said. */
  readonly assumed: 'storeys' | 'storeyHeightM' | null;
  /** 高层厂房: more than one storey, and higher than `HIGH_M`. */
  readonly isHigh: boolean;
}

/** Storeys of which no height is known are drawn so high; no figure is made of it. */
const usualHeightM = ({ use }: Stacked): Metres => (use === 'production' || use === 'rnd' ? 4.5 : 3.6);

/** A building as it is drawn standing. `industrial`: its storeys above 8 m count twice. */
export function massOf(building: Stacked, industrial: boolean): Mass {
  const said = storeysOf(building);
  const usual = usualHeightM(building);
  const slabs: StoreySlab[] = [];
  let top = 0;
  for (const { count, height } of said ?? [{ count: 1, height: undefined }])
    for (let n = 0; n < count; n++) {
      const fromM = top;
      top += height ?? usual;
      slabs.push({ fromM, toM: top, isTwice: countsTwice(height, industrial) });
    }
  const isAssumed = said?.some(({ height }) => height === undefined) === true;
  return {
    slabs,
    heightM: top,
    assumed: said ? (isAssumed ? 'storeyHeightM' : null) : 'storeys',
    isHigh: slabs.length > 1 && top > HIGH_M && !isAssumed,
  };
}

/** Its storeys one upon the other; or the field that is missing to tell. */
export function heightOf(building: Building): Metres | 'storeys' | 'storeyHeightM' {
  const storeys = storeysOf(building);
  if (!storeys) return 'storeys';
  return storeys.some(({ height }) => height === undefined) ? 'storeyHeightM' : added(storeys, (height) => height!);
}

/** 地上层数; null where it is not known. */
export const storeyCount = (building: Building): number | null =>
  building.storeyHeightsM?.length ?? building.storeys ?? null;

/** The building with `by` more storeys like its top one, or fewer from the top; a stated floor area follows by their plates. */
export function withStoreys(building: Building, by: number): Building {
  const storeys = storeysOf(building);
  if (!storeys || storeys.length === 0) return building;
  const plates = added(storeys, areaFactor);
  const { floorAreaM2, floorAreaBelowM2 = 0, storeyHeightsM } = building;
  const plate = ((floorAreaM2 ?? 0) - floorAreaBelowM2) / plates;
  const top = storeys.at(-1)!.height;
  // Those taken off are as high as they are; those added as the top one.
  const off = by < 0 && storeyHeightsM ? storeyHeightsM.slice(by) : null;
  const more = off ? -added(off.map((height) => ({ count: 1, height })), areaFactor) : by * areaFactor(top); // prettier-ignore
  return {
    ...building,
    ...(building.storeys === undefined ? {} : { storeys: building.storeys + by }),
    ...(storeyHeightsM
      ? { storeyHeightsM: [...storeyHeightsM.slice(0, by < 0 ? by : undefined), ...Array<number>(Math.max(0, by)).fill(storeyHeightsM.at(-1)!)] } // prettier-ignore
      : {}),
    ...(floorAreaM2 === undefined ? {} : { floorAreaM2: floorAreaM2 + more * plate }),
  };
}

/** A stated floor area once a building has other storeys: above ground it follows by their plates; undefined where none is stated. */
export function floorAreaWith(before: Building, after: Building): SquareMetres | undefined {
  const [were, are] = [storeysOf(before), storeysOf(after)].map((storeys) => added(storeys ?? [], areaFactor));
  const { floorAreaM2, floorAreaBelowM2 = 0 } = before;
  if (floorAreaM2 === undefined || were === 0 || are === 0 || were === are) return floorAreaM2;
  return floorAreaBelowM2 + ((floorAreaM2 - floorAreaBelowM2) / were) * are;
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
  const storeys = storeysOf(building);
  const notes: string[] = [];
  const belowGround = building.floorAreaBelowM2 ?? 0;
  const plates = storeys ? added(storeys, areaFactor) : 0;
  if (industrial && (!storeys || storeys.some(({ height }) => height === undefined)))
    notes.push('height-missing-counted-once');
  let above: number;
  let perFootprint = 0;
  if (building.floorAreaM2 !== undefined) {
    above = building.floorAreaM2 - belowGround;
    if (building.floorAreaBelowM2 === undefined) notes.push('below-ground-missing-taken-as-none');
  } else if (footprint !== null && storeys) {
    above = footprint * plates;
    perFootprint = plates;
    notes.push('floor-area-from-footprint');
  } else return null;
  const countedPlates = storeys ? added(storeys, (h) => areaFactor(h) * ratioFactor(h, industrial)) : 0;
  const counted = plates > 0 ? (above * countedPlates) / plates : above;
  return { total: above + belowGround, counted, perFootprint, notes };
}
