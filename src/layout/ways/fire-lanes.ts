import { HIGH_M } from '../shape/settings.ts';
import type { LaidBuilding, Point, Ring } from '../shape/site.ts';
import { clipped, stretchOn, stripOf, type Strip } from './strips.ts';

/** GB 55037-2022 3.4.2: factories of more have fire lanes 消防车道 along both long sides, and so have high ones. */
const LARGE_M2 = 3000;
/** Ground before a wall in which a lane counts as along it, metres; a setting. */
const REACH_M = 15;
/** So much of a side may be bare: lanes turn away at its ends. */
const BARE_M = 2;

const needsFireLanes = ({ use, footprintM2, heightM }: LaidBuilding): boolean =>
  use === 'production' && (footprintM2 > LARGE_M2 || heightM > HIGH_M);

/** The ground before a side of a rectangle. */
function before(ring: Ring, side: number): Strip {
  const [a, b, c] = [0, 1, 2].map((i) => ring[(side + i) % ring.length]);
  const [lengthM, depthM] = [Math.hypot(b[0] - a[0], b[1] - a[1]), Math.hypot(c[0] - b[0], c[1] - b[1])];
  const out: Point = [((b[0] - c[0]) / depthM) * REACH_M, ((b[1] - c[1]) / depthM) * REACH_M];
  const off = ([x, y]: Point): Point => [x + out[0], y + out[1]];
  const direction: Point = [(b[0] - a[0]) / lengthM, (b[1] - a[1]) / lengthM];
  return { ...stripOf([off(a), off(b), b, a]), from: a, to: b, direction, lengthM };
}

/** Whether roads run along a side from end to end. */
function isLined(ring: Ring, side: number, roads: readonly Strip[]): boolean {
  const ground = before(ring, side);
  const along = roads.flatMap((road) => {
    const common = clipped(road, ground, 0);
    return common.length < 3 ? [] : [stretchOn(ground, common)];
  });
  let [at, bare] = [0, 0];
  for (const { from, to } of along.sort((p, q) => p.from - q.from)) {
    bare += Math.max(0, from - at);
    at = Math.max(at, to);
  }
  return bare + ground.lengthM - at <= BARE_M;
}

/** The long sides of a rectangle. */
const longSides = ({ ring }: LaidBuilding): readonly number[] => {
  const lengthOf = (i: number): number => Math.hypot(ring[i + 1][0] - ring[i][0], ring[i + 1][1] - ring[i][1]);
  return lengthOf(0) >= lengthOf(1) ? [0, 2] : [1, 3];
};

/** A long side of a building along which no roads run from end to end. */
export interface BareSide {
  readonly building: LaidBuilding;
  readonly side: number;
}

/** Long sides that ask for a fire lane and have none. */
export function bareSides(buildings: readonly LaidBuilding[], roads: readonly Ring[]): BareSide[] {
  const asking = buildings.filter(needsFireLanes);
  if (!asking.length) return [];
  const strips = roads.map(stripOf);
  return asking.flatMap((building) =>
    longSides(building)
      .filter((side) => !isLined(building.ring, side, strips))
      .map((side) => ({ building, side })),
  );
}
