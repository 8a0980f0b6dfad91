import type { PlacedPoint } from './engine.ts';

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The point that a key leads to from another: the next that way, what lies straight ahead first; null: the key is none, or nothing lies there. */
export function toward(points: readonly Pick<PlacedPoint, 'x' | 'y'>[], from: number, key: string): number | null {
  if (key === 'Home') return points.length > 0 ? 0 : null;
  if (key === 'End') return points.length > 0 ? points.length - 1 : null;
  const way = directions[key];
  if (!way) return null;
  let best: number | null = null;
  let least = Infinity;
  for (const [n, { x, y }] of points.entries()) {
    const [dx, dy] = [x - points[from].x, y - points[from].y];
    const along = dx * way[0] + dy * way[1];
    const across = Math.abs(dx * way[1] - dy * way[0]);
    if (along < 0.5 || along + 3 * across >= least) continue;
    [best, least] = [n, along + 3 * across];
  }
  return best;
}
