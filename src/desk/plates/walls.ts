import type { Point } from '../../layout/shape/site.ts';
import { areaOf, connected } from '../../layout/plate/grid.ts';
import { partOfCell } from '../../layout/plate/plan.ts';
import { freeNumber, type Floor, type FloorPart, type KeptNumbers } from './floor.ts';

/** A wall 隔墙 between two units, across the plate between two bays: it can be moved to another line. */
export interface Wall {
  /** Units on its left and on its right, by the numbers of their parts. */
  readonly left: number;
  readonly right: number;
  /** Which line between bays it stands on, from 0. */
  readonly line: number;
  readonly from: Point;
  readonly to: Point;
}

/** Walls that can be moved, from left to right and up. */
export function wallsOfFloor(floor: Floor): readonly Wall[] {
  const { grid, parts } = floor;
  const own = partOfCell(floor);
  const found = new Map<string, { left: number; right: number; line: number; at: number[] }>();
  grid.cells.forEach((cell, i) => {
    const at = grid.bayLines[cell.bay];
    for (const side of grid.sides[i]) {
      const other = grid.cells[side.with];
      const [left, right] = [own[i], own[side.with]];
      if (other.bay !== cell.bay + 1 || left === right) continue;
      if (parts[left].kind !== 'unit' || parts[right].kind !== 'unit') continue;
      const name = `${left} ${right} ${cell.bay}`;
      const wall = found.get(name) ?? { left, right, line: cell.bay, at: [] };
      wall.at.push(...cell.ring.flatMap(([u, v]) => (u === at && isPointOf(other.ring, [u, v]) ? [v] : [])));
      found.set(name, wall);
    }
  });
  return [...found.values()]
    .map(({ left, right, line, at }): Wall => {
      const u = grid.bayLines[line];
      return { left, right, line, from: [u, Math.min(...at)], to: [u, Math.max(...at)] };
    })
    .sort((a, b) => a.line - b.line || a.from[1] - b.from[1]);
}

const isPointOf = (ring: readonly Point[], [u, v]: Point): boolean => ring.some(([x, y]) => x === u && y === v);

/** What keeps a plan from being changed so. */
export type FloorFault =
  | 'no-bay-left' // a unit keeps one bay at least
  | 'falls-apart' // a unit is of one piece
  | 'not-adjoining' // only units with a wall in common are merged
  | 'one-bay'; // a unit of one bay is not split

type Edited = { readonly ok: true; readonly floor: Floor } | { readonly ok: false; readonly fault: FloorFault };
const fault = (code: FloorFault): Edited => ({ ok: false, fault: code });

const withParts = (floor: Floor, changed: ReadonlyMap<number, FloorPart | null>): Floor => ({
  ...floor,
  parts: floor.parts.flatMap((part, i) => (changed.has(i) ? (changed.get(i) ?? []) : part)),
});

/** The wall on another line: bays between the two go from one unit to the other. */
export function wallMoved(floor: Floor, { left, right, line }: Wall, to: number): Edited {
  const { grid, parts } = floor;
  const [giver, taker] = to > line ? [right, left] : [left, right];
  const isGiven = (cell: number): boolean => (to > line ? grid.cells[cell].bay <= to : grid.cells[cell].bay > to);
  const given = parts[giver].cells.filter(isGiven);
  const kept = parts[giver].cells.filter((cell) => !isGiven(cell));
  const taken = [...parts[taker].cells, ...given];
  if (kept.length === 0 || to < 0 || to >= grid.bayLines.length) return fault('no-bay-left');
  if (connected(grid, kept).length > 1 || connected(grid, taken).length > 1) return fault('falls-apart');
  return {
    ok: true,
    floor: withParts(floor, new Map([
      [giver, { ...parts[giver], cells: kept }],
      [taker, { ...parts[taker], cells: taken }],
    ])), // prettier-ignore
  };
}

/** Two units as one, which keeps the first one's number. */
export function unitsMerged(floor: Floor, first: number, second: number): Edited {
  const { grid, parts } = floor;
  const cells = [...parts[first].cells, ...parts[second].cells];
  if (connected(grid, cells).length > 1) return fault('not-adjoining');
  return { ok: true, floor: withParts(floor, new Map([[first, { ...parts[first], cells }], [second, null]])) }; // prettier-ignore
}

/** Units that have a wall in common with one, by the numbers of their parts. */
export function adjoining(floor: Floor, part: number): readonly number[] {
  const own = partOfCell(floor);
  const others = floor.parts[part].cells.flatMap((cell) => floor.grid.sides[cell].map((side) => own[side.with]));
  return [...new Set(others)].filter((other) => other !== part && floor.parts[other].kind === 'unit');
}

/** One unit as two, at the line between its bays that leaves them most alike; the right one gets the next free number. */
export function unitSplit(floor: Floor, part: number, kept?: KeptNumbers): Edited {
  const { grid, parts } = floor;
  const { cells } = parts[part];
  const lines = [...new Set(cells.map((cell) => grid.cells[cell].bay))].sort((a, b) => a - b).slice(0, -1);
  const ways = lines
    .map(
      (line) =>
        [
          cells.filter((cell) => grid.cells[cell].bay <= line),
          cells.filter((cell) => grid.cells[cell].bay > line),
        ] as const,
    )
    .filter((halves) => halves.every((own) => own.length > 0 && connected(grid, own).length === 1))
    .sort((a, b) => unlike(floor, a) - unlike(floor, b));
  if (ways.length === 0) return fault('one-bay');
  const [left, right] = ways[0];
  const split = withParts(floor, new Map([[part, { ...parts[part], cells: left }]]));
  return {
    ok: true,
    floor: { ...split, parts: [...split.parts, { kind: 'unit', number: freeNumber(floor, kept), cells: right }] },
  };
}

const unlike = ({ grid }: Floor, [a, b]: readonly [readonly number[], readonly number[]]): number =>
  Math.abs(areaOf(grid, a) - areaOf(grid, b));
