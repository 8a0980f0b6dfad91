import type { SquareMetres } from '../../domain/quantity/units.ts';

/** What is taken or left as one: a parcel, or parcels of the park in hand that are one site already. All columns by unit. */
export interface Units {
  readonly size: number;
  readonly landM2: Float64Array;
  /** Floor area that it brings, once it is built as it may be. */
  readonly floorM2: Float64Array;
  /** So much of that lies beyond the least plot ratio; of all together it is not less than nothing. */
  readonly spareM2: Float64Array;
  /** Units of one site with it 相邻. */
  readonly near: readonly (readonly number[])[];
  /** Units that lie over it: never taken with it. */
  readonly over: readonly (readonly number[])[];
  /** Those that are in whatever else is. */
  readonly must: readonly number[];
}

/** What a set of units has to come to. */
export interface Needs {
  /** One of the two is enough; ∞ where that one is not asked for. */
  readonly landM2: SquareMetres;
  readonly floorM2: SquareMetres;
  readonly mostSites: number;
}

/** Sums of a few hundred areas are off by less than this part of them. */
export const NOISE = 1e-9;

/** The least sum that is taken for what is needed. */
export const leastOf = (need: number): number => need - NOISE * Math.abs(need);

/** Whether a sum reaches what is needed, as far as doubles can tell. */
export const reaches = (sum: number, need: number): boolean => sum >= leastOf(need);

/** Units that hang together through `within`, starting from one; each once. */
export function reachedFrom(start: number, near: Units['near'], within: (unit: number) => boolean): number[] {
  const found = [start];
  const seen = new Set(found);
  for (const unit of found)
    for (const next of near[unit])
      if (!seen.has(next) && within(next)) {
        seen.add(next);
        found.push(next);
      }
  return found;
}

/** Sites 分园 that these units form, the first unit's first. */
export function sitesOf(units: readonly number[], near: Units['near']): number[][] {
  const left = new Set(units);
  const sites: number[][] = [];
  for (const unit of units) {
    if (!left.has(unit)) continue;
    const site = reachedFrom(unit, near, (other) => left.has(other));
    for (const own of site) left.delete(own);
    sites.push(site);
  }
  return sites;
}
