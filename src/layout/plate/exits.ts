import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import type { Point } from '../shape/site.ts';
import { doorsOf, partAreaM2, partOfCell, type PlatePlan } from './plan.ts';
import { compartmentM2, ONE_EXIT_M2, travelM, type PlateWishes, type StoreyPlace } from './settings.ts';

/** What a designer has to look at, by code; none of it is of the policy. */
export interface PlateMiss {
  readonly code:
    | 'unreached' // no door to a corridor, a core or, on the ground floor, outside
    | 'below-least' // less than the least the law allows of a unit
    | 'second-exit' // larger than what may have one exit, and has one
    | 'travel' // the straight way to the nearest exit is longer than allowed: a lower bound of what is walked
    | 'compartment'; // larger than a compartment without sprinklers
  /** Number of the part; null: the plate. */
  readonly part: number | null;
  readonly measured: number;
  readonly bound: number;
}

type Judged = Pick<PlateWishes, 'leastM2' | 'hazard'>;

/** What is missed by a plan: a pure function of where its walls stand, asked again whenever one moves. */
export function missesOf(plan: PlatePlan, wishes: Judged, place: StoreyPlace): readonly PlateMiss[] {
  const own = partOfCell(plan);
  const plateM2 = ringArea(plan.grid.ring);
  const most = compartmentM2(wishes.hazard, place);
  const ofUnits = plan.parts.flatMap(({ kind }, part) =>
    kind === 'unit' ? unitMisses(plan, part, own, wishes, place) : [],
  );
  return plateM2 > most ? [...ofUnits, { code: 'compartment', part: null, measured: plateM2, bound: most }] : ofUnits;
}

function unitMisses(
  plan: PlatePlan,
  part: number,
  own: Int32Array,
  { leastM2, hazard }: Judged,
  place: StoreyPlace,
): PlateMiss[] {
  const areaM2 = partAreaM2(plan, part);
  const exits = exitsOf(plan, part, own, place);
  const misses: PlateMiss[] = [];
  const miss = (code: PlateMiss['code'], measured: number, bound: number) =>
    misses.push({ code, part, measured, bound });
  if (exits.count === 0) miss('unreached', 0, 1);
  if (areaM2 < leastM2 - 1e-6) miss('below-least', areaM2, leastM2);
  if (exits.count === 1 && areaM2 > ONE_EXIT_M2[hazard]) miss('second-exit', areaM2, ONE_EXIT_M2[hazard]);
  const farM = farthestM(plan, part, exits.at);
  const mostM = travelM(hazard, place);
  if (exits.at.length > 0 && farM > mostM) miss('travel', farM, mostM);
  return misses;
}

/** Exits a unit has: cores beside it and those its corridor leads to; on the ground floor its own doors, as many as are wanted. */
function exitsOf(
  plan: PlatePlan,
  part: number,
  own: Int32Array,
  { isGround }: StoreyPlace,
): { count: number; at: number[] } {
  const { cores, corridors, outside } = doorsOf(plan, part, own);
  const beyond = corridors.flatMap((corridor) => doorsOf(plan, corridor, own).cores);
  const at = [...new Set([...cores, ...beyond])];
  return isGround && outside ? { count: Math.max(2, at.length), at: [] } : { count: at.length, at };
}

/** The straight way from the farthest corner of a part to the nearest corner of the nearest exit. */
function farthestM({ grid, parts }: PlatePlan, part: number, exits: readonly number[]): number {
  const corners = (of: number): readonly Point[] => parts[of].cells.flatMap((cell) => grid.cells[cell].ring);
  const ends = exits.flatMap(corners);
  return Math.max(...corners(part).map(([x, y]) => Math.min(...ends.map(([u, v]) => Math.hypot(u - x, v - y)))));
}
