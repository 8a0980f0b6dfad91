import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import type { Point, Ring } from '../shape/site.ts';
import { slabsOf } from './clip.ts';

/** The least ground that is a cell, m²: what is less is noise of the arithmetic. */
const DUST_M2 = 1e-9;

/** A piece of the plate between two lines along and two across: what walls part and units are made of. */
interface Cell {
  /** Bay along the plate, and row across it. */
  readonly bay: number;
  readonly row: number;
  readonly ring: Ring;
  readonly areaM2: number;
}

/** A common side of two cells. */
interface Side {
  readonly with: number;
  readonly lengthM: number;
}

/** The plate cut into cells; cells that adjoin have the same points on their common side, so that any of them join exactly. */
export interface PlateGrid {
  readonly ring: Ring;
  /** Lines between bays and between rows, metres of the plate's frame, ascending. */
  readonly bayLines: readonly number[];
  readonly rowLines: readonly number[];
  readonly cells: readonly Cell[];
  readonly sides: readonly (readonly Side[])[];
}

/**
 * The grid of a simple ring, counterclockwise, in its own frame (`frame.ts`). Rows are cut out of every bay by the same lines, so
 * that cells left and right of a bay line meet at the same points.
 */
export function gridOf(ring: Ring, bayLines: readonly number[], rowLines: readonly number[]): PlateGrid {
  const bays = slabsOf([ring], 0, bayLines).map((bay) => slabsOf(bay, 1, rowLines));
  const cut = bays.flatMap((rows, bay) =>
    rows.flatMap((pieces, row) =>
      pieces
        .map((piece): Cell => ({ bay, row, ring: piece, areaM2: ringArea(piece) }))
        .filter(({ areaM2 }) => areaM2 > DUST_M2),
    ),
  );
  const cells = conforming(cut, bayLines, rowLines);
  return { ring, bayLines, rowLines, cells, sides: sidesOf(cells) };
}

/** Corners on a line become points of every edge along it: where the plate has a corner there, one neighbour alone has it else. */
function conforming(cells: readonly Cell[], bayLines: readonly number[], rowLines: readonly number[]): readonly Cell[] {
  const points = cells.flatMap(({ ring }) => ring);
  const on = [bayLines, rowLines].map(
    (lines, axis) =>
      new Map(
        lines.map((at) => {
          const along = points.filter((point) => point[axis] === at).map((point) => point[1 - axis]);
          return [at, [...new Set(along)].sort((a, b) => a - b)] as const;
        }),
      ),
  );
  const pointsOn = (a: Point, b: Point): readonly Point[] => {
    const axis = a[0] === b[0] ? 0 : 1;
    const along = a[axis] === b[axis] ? on[axis].get(a[axis]) : undefined;
    const [from, to] = [a[1 - axis], b[1 - axis]];
    const inner = (along ?? []).filter((at) => at > Math.min(from, to) && at < Math.max(from, to));
    return (from < to ? inner : inner.toReversed()).map((at): Point => (axis === 0 ? [a[0], at] : [at, a[1]]));
  };
  return cells.map((cell) => ({ ...cell, ring: edgesOf(cell.ring).flatMap(([a, b]) => [a, ...pointsOn(a, b)]) }));
}

export const edgeName = ([ax, ay]: Point, [bx, by]: Point): string => `${ax} ${ay} ${bx} ${by}`;

export const edgesOf = (ring: Ring): (readonly [Point, Point])[] =>
  ring.map((from, i) => [from, ring[(i + 1) % ring.length]] as const);

/** Cells that adjoin by an edge that both have, each the other way round. */
function sidesOf(cells: readonly Cell[]): Side[][] {
  const owner = new Map<string, number>();
  cells.forEach(({ ring }, i) => {
    for (const [a, b] of edgesOf(ring)) owner.set(edgeName(a, b), i);
  });
  return cells.map(({ ring }) => {
    const lengths = new Map<number, number>();
    for (const [a, b] of edgesOf(ring)) {
      const other = owner.get(edgeName(b, a));
      if (other !== undefined) lengths.set(other, (lengths.get(other) ?? 0) + Math.hypot(b[0] - a[0], b[1] - a[1]));
    }
    return [...lengths].map(([other, lengthM]) => ({ with: other, lengthM }));
  });
}

/** Cells in groups that hang together by their sides; by sides of so many metres at least. */
export function connected(grid: PlateGrid, cells: readonly number[], leastM = 0): (readonly number[])[] {
  const left = new Set(cells);
  const groups: number[][] = [];
  for (const first of cells) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const own of group)
      for (const side of grid.sides[own]) if (side.lengthM >= leastM && left.delete(side.with)) group.push(side.with);
    groups.push(group);
  }
  return groups;
}

export const areaOf = (grid: PlateGrid, cells: readonly number[]): number =>
  cells.reduce((sum, cell) => sum + grid.cells[cell].areaM2, 0);
