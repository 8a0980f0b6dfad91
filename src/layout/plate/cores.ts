import { areaOf, type PlateGrid } from './grid.ts';
import { lattice, type Across, type CoreSize, type Extent, type Stretch } from './lines.ts';
import type { CorePlace } from './settings.ts';

/** Where cores stand across the plate: beside the corridor, which leads to them; without one at the upper long side. */
export function coreStretch({ corridor, bands }: Across, { depthM }: CoreSize): Stretch {
  const band = bands.at(-1)!;
  const isBelow = corridor !== null && band.to <= corridor.from;
  return corridor === null || isBelow
    ? { from: lattice(band.to - depthM), to: band.to }
    : { from: band.from, to: lattice(band.from + depthM) };
}

/** So much of a core has to be on the plate. */
const WHOLE = 0.98;

/**
 * Cells of each core. They stand at the ends or in the middle of equal stretches; where the plate has no room there, at the nearest
 * bays where it has. Null: not all of them find room.
 */
export function coresOf(
  grid: PlateGrid,
  stretch: Stretch,
  size: CoreSize,
  count: number,
  place: CorePlace,
  extent: Extent,
): (readonly number[])[] | null {
  const bays = grid.bayLines.length + 1;
  const inRows = grid.cells.map(({ row }) => isWithin(grid.rowLines, row, stretch, extent));
  const taken = new Set<number>();
  const found: number[][] = [];
  for (const ideal of idealBays(bays, size.bays, count, place)) {
    const at = nearestFirst(ideal, bays - size.bays + 1).find((bay) => {
      const own = range(bay, size.bays);
      return own.every((one) => !taken.has(one)) && isWhole(grid, own, inRows, stretch, extent);
    });
    if (at === undefined) return null;
    for (const bay of range(at, size.bays)) taken.add(bay);
    found.push(cellsIn(grid, range(at, size.bays), inRows));
  }
  return found;
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);

function idealBays(bays: number, wide: number, count: number, place: CorePlace): number[] {
  const room = bays - wide;
  return range(0, count).map((i) =>
    place === 'spread'
      ? Math.round(((i + 0.5) / count) * bays - wide / 2)
      : count === 1
        ? 0
        : Math.round((i / (count - 1)) * room),
  );
}

const nearestFirst = (ideal: number, count: number): number[] =>
  range(0, Math.max(0, count)).sort((a, b) => Math.abs(a - ideal) - Math.abs(b - ideal) || a - b);

const cellsIn = (grid: PlateGrid, bays: readonly number[], inRows: readonly boolean[]): number[] =>
  grid.cells.flatMap(({ bay }, i) => (inRows[i] && bays.includes(bay) ? [i] : []));

function isWhole(
  grid: PlateGrid,
  bays: readonly number[],
  inRows: readonly boolean[],
  stretch: Stretch,
  { u }: Extent,
): boolean {
  const lines = [u[0], ...grid.bayLines, u[1]];
  const wide = lines[bays.at(-1)! + 1] - lines[bays[0]];
  return areaOf(grid, cellsIn(grid, bays, inRows)) >= WHOLE * wide * (stretch.to - stretch.from);
}

/** Whether a row of the grid lies in a stretch across the plate. */
export function isWithin(rowLines: readonly number[], row: number, { from, to }: Stretch, { v }: Extent): boolean {
  const lines = [v[0], ...rowLines, v[1]];
  return lines[row] >= from && lines[row + 1] <= to;
}
