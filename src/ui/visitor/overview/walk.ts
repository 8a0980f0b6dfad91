import type { Point } from './view.ts';

export const directions = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
} as const;
export type Direction = keyof typeof directions;
export const isDirection = (key: string): key is Direction => key in directions;

/** The next one that way, what lies aside counting twice; each of the others lies one way or another. Null: none that way. */
export function nextThatWay<T extends Point>(marks: readonly T[], from: Point, direction: Direction): T | null {
  const [ux, uy] = directions[direction];
  let best: T | null = null;
  let least = Infinity;
  for (const mark of marks) {
    const [dx, dy] = [mark.x - from.x, mark.y - from.y];
    const along = dx * ux + dy * uy;
    const aside = Math.abs(dx * uy - dy * ux);
    const cost = along + 2 * aside;
    if (along > 0 && aside <= along && cost < least) [best, least] = [mark, cost];
  }
  return best;
}
