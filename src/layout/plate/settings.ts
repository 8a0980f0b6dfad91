import type { Bounded } from '../shape/settings.ts';

/*
 * What a storey is divided by. Figures of fire are settings with their source, not rules of the policy: a designer decides.
 * Sources: GB 50016-2014 (2018) 3.3.1 (compartments), 3.7.2 (one exit), 3.7.4 (travel); the rest is practice.
 */

/** 火灾危险性类别: 丙, or 丁 and 戊, which are let off more. */
export type PlateHazard = 'C' | 'DE';

/** Where a corridor runs 走廊: through the middle, along a long side, or nowhere, so that units open to the cores. */
export const CORRIDORS = ['none', 'middle', 'side'] as const;
export type Corridor = (typeof CORRIDORS)[number];

/** Cores 核心筒 (stairs, lifts, shafts) stand at the two ends, or spread along the length. */
export const CORE_PLACES = ['ends', 'spread'] as const;
export type CorePlace = (typeof CORE_PLACES)[number];

export interface PlateWishes {
  /** 开间: walls stand between whole bays. */
  readonly bayM: number;
  /** Null: all are tried. */
  readonly corridor: Corridor | null;
  readonly corridorM: number;
  /** Null: two where one exit does not do, and one more for each further 2 000 m². */
  readonly cores: number | null;
  /** Null: both are tried. */
  readonly corePlace: CorePlace | null;
  /** Of the plate, all cores together. */
  readonly coreShare: number;
  /** No unit is to be smaller, m²: the law's, by the storeys of the building. */
  readonly leastM2: number;
  /** What a unit is to have, m²; null: just above the least, and twice and four times as much. */
  readonly unitM2: number | null;
  readonly hazard: PlateHazard;
}

/** The storey that is divided. */
export interface StoreyPlace {
  /** Units of the ground floor have doors of their own to the outside. */
  readonly isGround: boolean;
  /** Storeys of the building, for what a fire class allows of a multi-storey or a high one. */
  readonly storeys: number;
  readonly isHigh: boolean;
}

export const USUAL_PLATE_WISHES: Omit<PlateWishes, 'leastM2'> = {
  bayM: 8.4,
  corridor: null,
  corridorM: 2.4,
  cores: null,
  corePlace: null,
  coreShare: 0.1,
  unitM2: null,
  hazard: 'C',
};

/** What may be wished. */
export const PLATE_LIMITS = {
  bayM: { min: 3, max: 15 },
  corridorM: { min: 1.4, max: 6 },
  cores: { min: 1, max: 8 },
  coreShare: { min: 0.02, max: 0.25 },
  unitM2: { min: 50, max: 10_000 },
} as const satisfies Readonly<Record<string, Bounded>>;

/** A lift of 3 t, and with it a core, to so much of a plate (practice). */
export const PLATE_PER_CORE_M2 = 2000;

/** 3.7.2: a storey, or a part of it that is shut off, may have one exit up to so much. */
export const ONE_EXIT_M2: Readonly<Record<PlateHazard, number>> = { C: 250, DE: 400 };

/** 3.3.1, fire grade 二, without sprinklers: a compartment; Infinity: no bound. */
export const compartmentM2 = (hazard: PlateHazard, { storeys, isHigh }: StoreyPlace): number =>
  hazard === 'C' ? (isHigh ? 2000 : storeys > 1 ? 4000 : 8000) : isHigh ? 4000 : Infinity;

/** 3.7.4, fire grade 二: the way to the nearest exit, metres; 丁 and 戊: 丁's, which is the stricter of those that are bounded. */
export const travelM = (hazard: PlateHazard, { storeys, isHigh }: StoreyPlace): number =>
  hazard === 'C' ? (isHigh ? 40 : storeys > 1 ? 60 : 80) : isHigh ? 50 : Infinity;
