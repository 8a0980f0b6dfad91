import type { Position } from '../../domain/geometry/columns/layer.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import { isInside } from '../tools/inside.ts';
import { HIGH_M } from '../../layout/shape/settings.ts';
import type { Ring } from '../../layout/shape/site.ts';
import { gridOf, type PlateGrid } from '../../layout/plate/grid.ts';
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
const numberOf = (n: number): string => String(n).padStart(2, '0');

/** The unit's number within its storey; an id of another make is its own number. */
export const numberIn = ({ id, storey }: FloorUnit): string =>
  storey !== undefined && id.startsWith(`${storey}-`) ? id.slice(`${storey}-`.length) : id;

/** A plan whose units are numbered in their order. */
export const numbered = (plan: PlatePlan): Floor => {
  let n = 0;
  return { ...plan, parts: plan.parts.map((part) => ({ ...part, number: part.kind === 'unit' ? numberOf(++n) : '' })) };
};

/** The first number that no unit of the storey has. */
export function freeNumber({ parts }: Floor): string {
  const taken = new Set(parts.map(({ number }) => number));
  let n = 1;
  while (taken.has(numberOf(n))) n++;
  return numberOf(n);
}

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
export const writtenPart = (floor: Floor, part: number): { areaM2: number; outlineM: number[][][] } => ({
  areaM2: writtenM2(partAreaM2(floor, part)),
  outlineM: written(partRings(floor, part)),
});

/** A line nearer to another is that other, metres: outlines are written to the millimetre. */
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

/** Lines of the walls there are, and those between bays that are not next to one. */
function gridOfParts(ring: Ring, outlines: readonly Outline[], bayM: number): PlateGrid {
  const extent = extentOf(ring);
  const walls = (axis: 0 | 1): number[] => {
    const [from, to] = axis === 0 ? extent.u : extent.v;
    const found = outlines
      .flatMap((rings) =>
        rings.flatMap((own) => own.filter((point, i) => point[axis] === own[(i + 1) % own.length][axis])),
      )
      .map((point) => point[axis]);
    return [...new Set(found)].filter((at) => at > from + 0.01 && at < to - 0.01);
  };
  const bays = walls(0);
  const free = bayLinesOf(extent, bayM).filter((at) => bays.every((wall) => Math.abs(wall - at) >= SAME_LINE_M));
  const ascending = (lines: readonly number[]) => lines.toSorted((a, b) => a - b);
  return gridOf(ring, ascending([...bays, ...free]), ascending(walls(1)));
}
