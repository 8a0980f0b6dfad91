import type { Position } from '../../domain/geometry/columns/layer.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import { isInside } from '../tools/inside.ts';
import { HIGH_M } from '../../layout/shape/settings.ts';
import type { Point, Ring } from '../../layout/shape/site.ts';
import type { Axis } from '../../layout/plate/clip.ts';
import { edgesOf, gridOf, type PlateGrid } from '../../layout/plate/grid.ts';
import { bayLinesOf, extentOf } from '../../layout/plate/lines.ts';
import { partAreaM2, partRings, type PlatePart, type PlatePlan } from '../../layout/plate/plan.ts';
import type { StoreyPlace } from '../../layout/plate/settings.ts';
import type { Building, FloorUnit } from '../../domain/land/model.ts';
import { heightOf, storeyCount } from '../../domain/land/storeys.ts';

/** A part of a storey as the desk has it in hand: of units, which one it is; all else of it stands in its record. */
export interface FloorPart extends PlatePart {
  /** Number within its storey, 01 in 3-01; '' of what is no unit. */
  readonly number: string;
}

/** 楼层平面 in hand. */
export interface Floor extends PlatePlan {
  readonly parts: readonly FloorPart[];
}

/** 3-01: the storey and the number within it. */
export const unitId = (storey: number, number: string): string => `${storey}-${number}`;
export const numberOf = (n: number): string => String(n).padStart(2, '0');

/** The unit's number within its storey; an id of another make is its own number. */
export const numberIn = ({ id, storey }: FloorUnit): string =>
  storey !== undefined && id.startsWith(`${storey}-`) ? id.slice(`${storey}-`.length) : id;

/** The unit of a storey by its number, whatever make its id is of. */
export const unitCalled = (
  { units = [] }: Pick<Building, 'units'>,
  storey: number,
  number: string,
): FloorUnit | undefined =>
  units.find(({ id }) => id === unitId(storey, number)) ??
  units.find((unit) => unit.storey === storey && numberIn(unit) === number);

/** The first number that no unit of the storey has and none that is kept. */
export function freeNumber({ parts }: Floor, kept: KeptNumbers = new Map()): string {
  const taken = new Set([...parts.map(({ number }) => number), ...kept.keys()]);
  let n = 1;
  while (taken.has(numberOf(n))) n++;
  return numberOf(n);
}

/** Numbers that stay with their units, or with units that are gone, each with where its units stand. */
export type KeptNumbers = ReadonlyMap<string, readonly FloorUnit['outlineM'][]>;

export const placeOf = (building: Building, storey: number): StoreyPlace => {
  const height = heightOf(building);
  const storeys = storeyCount(building) ?? 1;
  return { isGround: storey === 1, storeys, isHigh: storeys > 1 && typeof height === 'number' && height > HIGH_M };
};

/** m², rounded down to the hundredth as areas of rooms are written: never up across a bound. */
export const writtenM2 = (areaM2: number): number => Math.floor(areaM2 * 100 + 1e-4) / 100;

/** Outlines are written to the millimetre. */
const written = (rings: readonly Ring[]): number[][][] =>
  rings.map((ring) => ring.map(([u, v]) => [Math.round(u * 1000) / 1000 + 0, Math.round(v * 1000) / 1000 + 0]));

/** What of a part stands in records. */
export const writtenPart = (floor: PlatePlan, part: number): { areaM2: number; outlineM: number[][][] } => ({
  areaM2: writtenM2(partAreaM2(floor, part)),
  outlineM: written(partRings(floor, part)),
});

/** What lies nearer is the same, metres: outlines are written to the millimetre, and a building that is turned keeps its own as nearly. */
const SAME_POINT_M = 0.002;

/** Whether an outline has the corners of another, whichever it begins with. */
export function isSameOutline(one: FloorUnit['outlineM'], other: FloorUnit['outlineM']): boolean {
  if (!one || one.length !== other?.length) return false;
  const [a, b] = [one.flat(), other.flat()];
  const isOneOf = ([u, v]: readonly number[], points: typeof a): boolean =>
    points.some(([x, y]) => Math.hypot(x - u, y - v) <= SAME_POINT_M);
  return a.length === b.length && a.every((point) => isOneOf(point, b)) && b.every((point) => isOneOf(point, a));
}

/** A line between bays that is nearer to a wall is left out, metres. */
const SAME_LINE_M = 0.5;

/**
 * The plan a storey of a building has; `ring`: the plate in its frame. Null where its units and common parts do not cover the plate once:
 * none are drawn, or the building has another outline by now.
 */
export function floorOf(building: Building, storey: number, ring: Ring, bayM: number): Floor | null {
  const units = (building.units ?? []).filter((unit) => unit.storey === storey);
  const common = (building.commonParts ?? []).filter((part) => part.storey === storey);
  if (units.length === 0 || units.some(({ outlineM }) => !outlineM)) return null;
  const drawn = [
    ...common.map(({ kind, outlineM }) => ({ kind: kind!, number: '', outlineM })),
    ...units.map((unit) => ({ kind: 'unit' as const, number: numberIn(unit), outlineM: unit.outlineM! })),
  ];
  const grid = gridOfParts(ring, drawn.map(({ outlineM }) => outlineM as Outline), bayM); // prettier-ignore
  const cells = drawn.map((): number[] => []);
  for (const [cell, { ring: own }] of grid.cells.entries()) {
    const at = pointInside([[...own, own[0]]]);
    const owners = at ? drawn.flatMap(({ outlineM }, part) => (isInside([outlineM as Outline], at) ? [part] : [])) : [];
    if (owners.length !== 1) return null;
    cells[owners[0]].push(cell);
  }
  const parts = drawn.map(({ kind, number }, part): FloorPart => ({ kind, number, cells: cells[part] }));
  return parts.every((part) => part.cells.length > 0) ? { grid, parts } : null;
}

type Outline = readonly (readonly Position[])[];
type Edge = readonly [Point, Point];

/** Lines of the walls there are, and those between bays that are not next to one. */
function gridOfParts(ring: Ring, outlines: readonly Outline[], bayM: number): PlateGrid {
  const extent = extentOf(ring);
  const bays = wallLines(ring, outlines, 0);
  const free = bayLinesOf(extent, bayM).filter((at) => bays.every((wall) => Math.abs(wall - at) >= SAME_LINE_M));
  return gridOf(ring, ascending([...bays, ...free]), ascending(wallLines(ring, outlines, 1)));
}

const ascending = (lines: readonly number[]) => lines.toSorted((a, b) => a - b);

/**
 * Where walls stand on the axis. Edges of the plate are none; a wall in line with a corner of the plate stands at the corner's own number,
 * or a strip of less than a millimetre would lie between the two.
 */
function wallLines(ring: Ring, outlines: readonly Outline[], axis: Axis): readonly number[] {
  const plate = edgesOf(ring);
  const corners = ring.map((point) => point[axis]);
  const walls = outlines
    .flat()
    .flatMap((own) => edgesOf(own as Ring))
    .filter(([a, b]) => a[axis] === b[axis] && Math.abs(a[1 - axis] - b[1 - axis]) > onPlateM([a, b], plate, axis))
    .map(([a]) => corners.find((at) => Math.abs(at - a[axis]) <= SAME_POINT_M) ?? a[axis]);
  const ends = [Math.min(...corners), Math.max(...corners)];
  return [...new Set(walls)].filter((at) => !ends.includes(at));
}

/** Metres of an edge across the axis that are an edge of the plate, and what may be missing of them. */
const onPlateM = ([a, b]: Edge, plate: readonly Edge[], axis: Axis): number =>
  plate
    .filter((edge) => edge.every((point) => Math.abs(point[axis] - a[axis]) <= SAME_POINT_M))
    .reduce((sum, edge) => sum + Math.max(0, overlapM([a, b], edge, axis)), 2 * SAME_POINT_M);

function overlapM(one: Edge, other: Edge, axis: Axis): number {
  const [a, b] = [one, other].map((edge) => edge.map((point) => point[1 - axis]));
  return Math.min(Math.max(...a), Math.max(...b)) - Math.max(Math.min(...a), Math.min(...b));
}
