import type { Ring } from '../shape/site.ts';
import type { Corridor } from './settings.ts';

/** How far the plate reaches along and across. */
export interface Extent {
  readonly u: readonly [number, number];
  readonly v: readonly [number, number];
}

export function extentOf(ring: Ring): Extent {
  const [us, vs] = [ring.map(([u]) => u), ring.map(([, v]) => v)];
  return { u: [Math.min(...us), Math.max(...us)], v: [Math.min(...vs), Math.max(...vs)] };
}

/** Lines between whole bays; what is left over makes the last bay wider, or is one itself where it is half a bay or more. */
export function bayLinesOf({ u: [from, to] }: Extent, bayM: number): readonly number[] {
  const bays = Math.max(1, Math.round((to - from) / bayM));
  return Array.from({ length: bays - 1 }, (_, i) => lattice(from + (i + 1) * bayM));
}

/** Tenths of a millimetre, as the corners of a plate are in its frame: a line through a corner is at the same number. */
export const lattice = (v: number): number => Math.round(v * 1e4) / 1e4 + 0;

/** A stretch across the plate: from its lower to its upper side. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The corridor, and the bands of units beside it, from the lower side up. */
export interface Across {
  readonly corridor: Stretch | null;
  readonly bands: readonly Stretch[];
}

/** A band of less depth is no room, metres. */
const LEAST_BAND_M = 4;

/** Null: the plate is not deep enough for it. */
export function acrossOf({ v: [low, high] }: Extent, corridor: Corridor, corridorM: number): Across | null {
  const from = lattice(corridor === 'side' ? high - corridorM : (low + high - corridorM) / 2);
  const to = corridor === 'side' ? high : lattice(from + corridorM);
  if (corridor === 'none') return { corridor: null, bands: [{ from: low, to: high }] };
  if (from - low < LEAST_BAND_M) return null;
  const above = corridor === 'middle' ? [{ from: to, to: high }] : [];
  return { corridor: { from, to }, bands: [{ from: low, to: from }, ...above] };
}

/** A core: whole bays wide, as deep as it needs to be from the outer side of its band. */
export interface CoreSize {
  readonly bays: number;
  readonly depthM: number;
}

/** Shallower than so much no stair fits, metres. */
const LEAST_CORE_M = 5;
/** Nothing of use is left in front of a core that leaves less, metres: then it takes the depth of its band. */
const LEAST_FRONT_M = 3;

export function coreSizeOf(coreM2: number, bandM: number, bayM: number): CoreSize {
  const bays = Math.max(1, Math.ceil(coreM2 / (bayM * bandM) - 1e-9));
  const depthM = Math.max(LEAST_CORE_M, coreM2 / (bays * bayM));
  return { bays, depthM: bandM - depthM < LEAST_FRONT_M ? bandM : lattice(depthM) };
}
