import type { Ring } from '../shape/site.ts';
import { coresOf, coreStretch, isWithin } from './cores.ts';
import { connected, gridOf, type PlateGrid } from './grid.ts';
import { acrossOf, bayLinesOf, coreSizeOf, extentOf, type Across, type Extent, type Stretch } from './lines.ts';
import { DOOR_M, outerWallM, partOfCell, type PlatePart, type PlatePlan } from './plan.ts';
import { unitsOfBand } from './runs.ts';
import type { Corridor, CorePlace, PlateWishes, StoreyPlace } from './settings.ts';
import { withoutSlivers } from './slivers.ts';

/** One way to divide a plate. */
export interface DivisionChoice {
  readonly corridor: Corridor;
  readonly corePlace: CorePlace;
  readonly cores: number;
  readonly unitM2: number;
}

type Measures = Pick<PlateWishes, 'bayM' | 'corridorM' | 'coreShare' | 'leastM2'>;

/**
 * The plate divided so: cores and corridor first, then the bands beside the corridor into units of whole bays. `ring`: the plate in its
 * own frame. Null where corridor or cores find no room.
 */
export function divided(
  ring: Ring,
  plateM2: number,
  wishes: Measures,
  place: StoreyPlace,
  choice: DivisionChoice,
): PlatePlan | null {
  const extent = extentOf(ring);
  const across = acrossOf(extent, choice.corridor, wishes.corridorM);
  if (!across) return null;
  const band = across.bands.at(-1)!;
  const size = coreSizeOf((wishes.coreShare * plateM2) / choice.cores, band.to - band.from, wishes.bayM);
  const stretch = coreStretch(across, size);
  const rowLines = linesBetween(extent, [...across.bands, ...(across.corridor ? [across.corridor] : []), stretch]);
  const grid = gridOf(ring, bayLinesOf(extent, wishes.bayM), rowLines);
  const cores = coresOf(grid, stretch, size, choice.cores, choice.corePlace, extent);
  if (!cores) return null;
  const shared = sharedParts(grid, cores, across, extent);
  const units = unitParts(grid, shared, across, extent, { ...wishes, unitM2: choice.unitM2 }, place);
  return withoutSlivers({ grid, parts: [...shared, ...units] });
}

/** Ends of stretches that are not the plate's own. */
const linesBetween = ({ v: [low, high] }: Extent, stretches: readonly Stretch[]): readonly number[] =>
  [...new Set(stretches.flatMap(({ from, to }) => [from, to]))]
    .filter((at) => at > low && at < high)
    .sort((a, b) => a - b);

const cellsWithin = (grid: PlateGrid, stretch: Stretch, extent: Extent, without: ReadonlySet<number>): number[] =>
  grid.cells.flatMap(({ row }, i) => (!without.has(i) && isWithin(grid.rowLines, row, stretch, extent) ? [i] : []));

function sharedParts(
  grid: PlateGrid,
  cores: readonly (readonly number[])[],
  { corridor }: Across,
  extent: Extent,
): PlatePart[] {
  const parts = cores.map((cells): PlatePart => ({ kind: 'core', cells }));
  if (!corridor) return parts;
  const cells = cellsWithin(grid, corridor, extent, new Set(cores.flat()));
  // What a door does not pass joins no corridors.
  return [...parts, ...connected(grid, cells, DOOR_M).map((own): PlatePart => ({ kind: 'corridor', cells: own }))];
}

function unitParts(
  grid: PlateGrid,
  shared: readonly PlatePart[],
  { bands }: Across,
  extent: Extent,
  { leastM2, unitM2 }: Pick<PlateWishes, 'leastM2'> & { readonly unitM2: number },
  { isGround }: StoreyPlace,
): PlatePart[] {
  const taken = new Set(shared.flatMap(({ cells }) => cells));
  const isReached = reachedBy(grid, shared, isGround);
  return bands
    .toReversed()
    .flatMap((band) => unitsOfBand(grid, cellsWithin(grid, band, extent, taken), { leastM2, unitM2, isReached }))
    .map((cells): PlatePart => ({ kind: 'unit', cells }));
}

/** Whether cells that hang together have a wall for a door to a core, to a corridor or, on the ground floor, outside. */
function reachedBy(
  grid: PlateGrid,
  shared: readonly PlatePart[],
  isGround: boolean,
): (cells: readonly number[]) => boolean {
  const own = partOfCell({ grid, parts: shared });
  const walls = grid.cells.map((_, cell) => wallsOfCell(grid, cell, own, isGround));
  return (cells) => {
    const lengths = new Float64Array(shared.length + 1);
    for (const cell of cells)
      for (const [to, lengthM] of walls[cell]) if ((lengths[to + 1] += lengthM) >= DOOR_M) return true;
    return false;
  };
}

/** Walls of a cell with shared parts, and with −1 its part of the outer wall where a door may be in it. */
function wallsOfCell(grid: PlateGrid, cell: number, own: Int32Array, isGround: boolean): (readonly [number, number])[] {
  const walls = grid.sides[cell]
    .filter((side) => own[side.with] >= 0)
    .map((side) => [own[side.with], side.lengthM] as const);
  return isGround ? [...walls, [-1, outerWallM(grid, cell)]] : walls;
}
