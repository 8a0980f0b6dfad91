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
  readonly upM: number;
  readonly lines: readonly string[];
  /** Chosen or changed: written first and whatever lies there. */
  readonly isInHand: boolean;
}

export function roofsOf(buildings: readonly PlannedBuilding[]): readonly Roof[] {
  const roofs = buildings.flatMap(({ geometry, mass, roof, selected, change }): Roof[] => {
    const at = mass && roof?.length ? pointInside(ringsOf(geometry)) : null;
    if (!at || !mass || !roof) return [];
    return [{ xy: worldAt(at[0], at[1]), upM: mass.heightM, lines: roof, isInHand: selected || change !== undefined }];
  });
  return roofs.sort((a, b) => Number(b.isInHand) - Number(a.isInHand));
}

export interface PlacedRoof {
  readonly x: number;
  /** The middle of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
  readonly isInHand: boolean;
}

const LINE_PX = 15;

/** Those that have room: the nearest of those that stay come first, for they lie over the others. */
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
  return inBox.flatMap(({ roof: { lines, isInHand }, x, y }) => {
    const half = Math.max(...lines.map(widthOf)) / 2 + 3;
    const tall = (lines.length * LINE_PX) / 2;
    const rect = { left: x - half, right: x + half, top: y - tall, bottom: y + tall };
    if (!isInHand && taken.some((other) => meets(other, rect))) return [];
    taken.push(rect);
    return [{ x, y: y - tall + LINE_PX / 2, lines, isInHand }];
  });
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
