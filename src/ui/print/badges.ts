import type { Point } from './on-sheet.ts';
import type { PaperSize } from '../state/map-mover.ts';

/** A number beside its land, moved away where another stands there. */
export interface Badge {
  readonly at: Point;
  readonly land: Point;
  readonly isMoved: boolean;
}

export const BADGE_PX = 18;
const RADII = [0, 20, 30, 42, 56, 72, 90];
const TURNS = 12;

/** Numbers so that none lies on another, nearest to their land; where there is no room at all, on it. */
export function badgesAt(lands: readonly Point[], { width, height }: PaperSize): readonly Badge[] {
  const placed: Point[] = [];
  const half = BADGE_PX / 2;
  const isFree = ([x, y]: Point) =>
    x >= half &&
    y >= half &&
    x <= width - half &&
    y <= height - half &&
    placed.every(([px, py]) => Math.hypot(px - x, py - y) >= BADGE_PX);
  return lands.map((land) => {
    const at = placesAround(land).find(isFree) ?? land;
    placed.push(at);
    return { at, land, isMoved: at !== land };
  });
}

function placesAround(land: Point): Point[] {
  const [x, y] = land;
  return RADII.flatMap((radius): Point[] => {
    if (radius === 0) return [land];
    return Array.from({ length: TURNS }, (_, n): Point => {
      const angle = (n * 2 * Math.PI) / TURNS - Math.PI / 2;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
  });
}
