import type { Ring } from '../shape/site.ts';
import { areaOf, type PlateGrid } from './grid.ts';
import { outlineOf } from './outline.ts';

/** What a part of a plate is: 分割单元, 核心筒, 走廊. */
type PartKind = 'unit' | 'core' | 'corridor';

/** A part, by the numbers of its cells; together parts have every cell once. */
export interface PlatePart {
  readonly kind: PartKind;
  readonly cells: readonly number[];
}

/** 楼层平面: a plate divided. Parts tile it, since each cell is of one part. */
export interface PlatePlan {
  readonly grid: PlateGrid;
  readonly parts: readonly PlatePart[];
}

/** A door takes so much of a wall, metres. */
export const DOOR_M = 1.2;

/** Which part each cell is of. */
export function partOfCell({ grid, parts }: PlatePlan): Int32Array {
  const own = new Int32Array(grid.cells.length).fill(-1);
  parts.forEach(({ cells }, part) => cells.forEach((cell) => (own[cell] = part)));
  return own;
}

/** Lengths of the walls a part has in common with others, by their numbers; −1: the outer wall. */
function wallsOf({ grid, parts }: PlatePlan, part: number, own: Int32Array): ReadonlyMap<number, number> {
  const lengths = new Map<number, number>();
  const add = (to: number, lengthM: number) => lengths.set(to, (lengths.get(to) ?? 0) + lengthM);
  for (const cell of parts[part].cells) {
    add(-1, outerWallM(grid, cell));
    for (const side of grid.sides[cell]) if (own[side.with] !== part) add(own[side.with], side.lengthM);
  }
  return lengths;
}

/** What of the sides of a cell is no side of another, metres. */
export const outerWallM = ({ cells, sides }: PlateGrid, cell: number): number =>
  ringLength(cells[cell].ring) - sides[cell].reduce((sum, { lengthM }) => sum + lengthM, 0);

const ringLength = (ring: Ring): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + Math.hypot(nextX - x, nextY - y);
  }, 0);

/** Parts of a kind that a door leads to; with `outside`, whether one leads out of the building. */
export function doorsOf(
  plan: PlatePlan,
  part: number,
  own: Int32Array,
): { readonly cores: readonly number[]; readonly corridors: readonly number[]; readonly outside: boolean } {
  const doors = [...wallsOf(plan, part, own)].filter(([, lengthM]) => lengthM >= DOOR_M).map(([other]) => other);
  const of = (kind: PartKind) => doors.filter((other) => other >= 0 && plan.parts[other].kind === kind);
  return { cores: of('core'), corridors: of('corridor'), outside: doors.includes(-1) };
}

export const partAreaM2 = ({ grid, parts }: PlatePlan, part: number): number => areaOf(grid, parts[part].cells);
export const partRings = ({ grid, parts }: PlatePlan, part: number): readonly Ring[] =>
  outlineOf(grid, parts[part].cells);
