import type { SquareMetres } from '../../domain/quantity/units.ts';
import { islandsOf } from './around.ts';
import type { Grouped } from './plots.ts';
import { sitesOf, type Needs, type Units } from './units.ts';

/** 差距最小的: the set that comes nearest where none comes to what is needed. */
export interface Nearest {
  /** Places of its plots. */
  readonly places: readonly number[];
  readonly sites: number;
  readonly landM2: SquareMetres;
  readonly floorM2: SquareMetres;
  /** No set has more of the one it was looked for by. */
  readonly mostM2: SquareMetres;
}

/**
 * The most land (or floor area) that lies in so many sites: whole islands, the largest beside those that must be in. What
 * lies over other land, or pulls the plot ratio below its bound, is left out after that; so it is the most there can be where
 * nothing had to be left out, and else `mostM2` is more. Null where what must be in has more sites already.
 */
export function nearest({ units, members }: Grouped, { mostSites }: Needs, by: 'landM2' | 'floorM2'): Nearest | null {
  const { of, landM2, floorM2 } = islandsOf(units);
  const sums = by === 'landM2' ? landM2 : floorM2;
  const home = new Set(units.must.map((unit) => of[unit]));
  const others = [...sums.keys()].filter((island) => !home.has(island)).sort((a, b) => sums[b] - sums[a]);
  const more = mostSites - home.size;
  if (more < 0) return null;
  const chosen = new Set([...home, ...others.slice(0, more)]);
  const whole = [...of.keys()].filter((unit) => chosen.has(of[unit]));
  const left = withinRules(units, whole, mostSites, by);
  const sum = (column: Float64Array, of: readonly number[]) => of.reduce((total, unit) => total + column[unit], 0);
  return {
    places: left.flatMap((unit) => members[unit]).sort((a, b) => a - b),
    sites: sitesOf(left, units.near).length,
    landM2: sum(units.landM2, left),
    floorM2: sum(units.floorM2, left),
    mostM2: sum(units[by], whole),
  };
}

/** Leaves out what lies over others, what the plot ratio cannot bear, and sites that come of that. */
function withinRules(units: Units, whole: readonly number[], mostSites: number, by: 'landM2' | 'floorM2'): number[] {
  const must = new Set(units.must);
  const column = units[by];
  let left = [...whole].sort((a, b) => Number(must.has(b)) - Number(must.has(a)) || column[b] - column[a]);
  const kept: number[] = [];
  for (const unit of left)
    if (must.has(unit) || !units.over[unit].some((other) => kept.includes(other))) kept.push(unit);
  left = kept;
  let spare = left.reduce((sum, unit) => sum + units.spareM2[unit], 0);
  for (const unit of [...left].sort((a, b) => units.spareM2[a] - units.spareM2[b])) {
    if (spare >= 0 || units.spareM2[unit] >= 0) break;
    if (must.has(unit)) continue;
    left = left.filter((other) => other !== unit);
    spare -= units.spareM2[unit];
  }
  const size = (site: readonly number[]) =>
    site.some((unit) => must.has(unit)) ? Infinity : site.reduce((sum, unit) => sum + column[unit], 0);
  const sites = sitesOf(left, units.near).sort((a, b) => size(b) - size(a));
  return sites.slice(0, mostSites).flat();
}
