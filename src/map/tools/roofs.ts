import { ringsOf } from '../../domain/geometry/draw/drawn-rings.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import type { Palette } from '../palette.ts';
import type { PlannedBuilding } from './contract.ts';
import type { Rect } from './hint-box.ts';
import { meets } from './labels.ts';
import { FONTS, write } from './paint-marks.ts';
import { spotOf, type Pen } from './paint.ts';
import { worldAt, type Screen } from './screen.ts';
import type { Box } from './signal.ts';

/* What is written on the roofs of the park in hand, seen from aslant: the library writes on the ground alone. */

export interface Roof {
  readonly xy: Float64Array;
  /** The box round its outline, in the world: two corners over against each other, then the others. */
  readonly corners: Float64Array;
  readonly upM: number;
  readonly lines: readonly string[];
  /** Written alone where there is no room for the lines: `5#`. */
  readonly name: string;
  /** Chosen or changed: written first and whatever lies there. */
  readonly isInHand: boolean;
}

export function roofsOf(buildings: readonly PlannedBuilding[]): readonly Roof[] {
  const roofs = buildings.flatMap(({ geometry, label, name = label, mass, roof, selected, change }): Roof[] => {
    if (!mass || !roof?.length) return [];
    const rings = ringsOf(geometry);
    const at = pointInside(rings);
    if (!at) return [];
    return [
      {
        xy: worldAt(at[0], at[1]),
        corners: cornersOf(rings.flat()),
        upM: mass.heightM,
        lines: roof,
        name,
        isInHand: selected || change !== undefined,
      },
    ];
  });
  return roofs.sort((a, b) => Number(b.isInHand) - Number(a.isInHand));
}

function cornersOf(points: readonly (readonly number[])[]): Float64Array {
  const [x, y] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  const [west, south] = worldAt(Math.min(...x), Math.min(...y));
  const [east, north] = worldAt(Math.max(...x), Math.max(...y));
  return Float64Array.of(west, south, east, north, west, north, east, south);
}

export interface PlacedRoof {
  readonly x: number;
  /** The middle of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
  readonly isInHand: boolean;
}

const LINE_PX = 15;
/** Above and below the lines of a roof. */
const AIR_PX = 2;
/** Lines so many times as wide as their roof is seen lie over the roofs beside it, and do not say which is theirs. */
const MOST_TIMES = 1.25;
/** A number alone has its roof around it, or from afar numbers are all that is seen. */
const MOST_TIMES_ALONE = 0.7;

/** Those that have room, else their numbers: the nearest of those that stay come first, for they lie over the others. */
export function placedRoofs(
  roofs: readonly Roof[],
  screen: Screen,
  { width, height }: Box,
  widthOf: (text: string) => number,
): PlacedRoof[] {
  const seen = roofs.map((roof) => ({ roof, ...spotOf(screen, roof.xy, 0, roof.upM) }));
  const inBox = seen.filter(({ x, y }) => x > 0 && x < width && y > 0 && y < height);
  inBox.sort((a, b) => Number(b.roof.isInHand) - Number(a.roof.isInHand) || b.y - a.y);
  const taken: Rect[] = [];
  return inBox.flatMap(({ roof, x, y }) => {
    const { isInHand } = roof;
    const across = isInHand ? Infinity : acrossPx(roof.corners, screen);
    const halfOf = (lines: readonly string[]) => Math.max(...lines.map(widthOf)) / 2 + 3;
    const isWhole = 2 * halfOf(roof.lines) <= MOST_TIMES * across;
    const lines = isWhole ? roof.lines : [roof.name];
    const half = halfOf(lines);
    if (!isWhole && 2 * half > MOST_TIMES_ALONE * across) return [];
    const tall = (lines.length * LINE_PX) / 2;
    const rect = { left: x - half, right: x + half, top: y - tall - AIR_PX, bottom: y + tall + AIR_PX };
    if (!isInHand && taken.some((other) => meets(other, rect))) return [];
    taken.push(rect);
    return [{ x, y: y - tall + LINE_PX / 2, lines, isInHand }];
  });
}

/** Pixels from a corner of the box round a roof to the one over against it, the farther two. */
function acrossPx(corners: Float64Array, screen: Screen): number {
  const [a, b, c, d] = [0, 1, 2, 3].map((n) => spotOf(screen, corners, n));
  return Math.max(Math.hypot(a.x - b.x, a.y - b.y), Math.hypot(c.x - d.x, c.y - d.y));
}

export function paintRoof(
  pen: Pen,
  { x, y, lines, isInHand }: PlacedRoof,
  widthOf: (text: string) => number,
  palette: Palette,
): void {
  // prettier-ignore
  pen.font = FONTS.plain;
  lines.forEach((line, i) =>
    write(pen, line, x - widthOf(line) / 2, y + i * LINE_PX, isInHand ? palette.accent : palette.ink, palette.halo),
  );
}
