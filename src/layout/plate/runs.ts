import { areaOf, connected, type PlateGrid } from './grid.ts';

/** What units of a band are held against. */
export interface RunAims {
  readonly leastM2: number;
  readonly unitM2: number;
  /** Whether cells that hang together can be entered. */
  readonly isReached: (cells: readonly number[]) => boolean;
}

/** A unit that cannot be entered outweighs all that are too small, and one that is too small all distance from what is wished. */
const UNREACHED = 1e12;
const BELOW_LEAST = 1e8;

/**
 * Units of a band: stretches of whole bays, so that as few as can be are without a way in, then as few as can be too small, then each
 * as near as can be to the area wished; by dynamic programming over the bays. What does not hang together is several units.
 */
export function unitsOfBand(grid: PlateGrid, cells: readonly number[], aims: RunAims): (readonly number[])[] {
  const bays = grid.bayLines.length + 1;
  const inBay = Array.from({ length: bays }, (_, bay) => cells.filter((cell) => grid.cells[cell].bay === bay));
  const best: { cost: number; from: number; units: (readonly number[])[] }[] = [{ cost: 0, from: 0, units: [] }];
  for (let to = 1; to <= bays; to++) {
    let own: number[] = [];
    best[to] = { cost: Infinity, from: to, units: [] };
    for (let from = to - 1; from >= 0; from--) {
      own = [...inBay[from], ...own];
      const units = connected(grid, own);
      const cost = best[from].cost + units.reduce((sum, unit) => sum + costOf(grid, unit, aims), 0);
      if (cost < best[to].cost) best[to] = { cost, from, units };
    }
  }
  const found: (readonly number[])[] = [];
  for (let to = bays; to > 0; to = best[to].from) found.unshift(...best[to].units);
  return found;
}

function costOf(grid: PlateGrid, unit: readonly number[], { leastM2, unitM2, isReached }: RunAims): number {
  const areaM2 = areaOf(grid, unit);
  const off = areaM2 * Math.abs(Math.log(areaM2 / unitM2));
  return off + (areaM2 < leastM2 - 1e-6 ? BELOW_LEAST : 0) + (isReached(unit) ? 0 : UNREACHED);
}
