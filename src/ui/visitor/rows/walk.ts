import type { Position } from 'geojson';
import { RADIANS } from '../../../domain/geodesy/ellipsoid.ts';

/** Keys that lead from park to park, with their direction: east, north. */
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * The row of the park a key leads to: of those that lie that way (within 45°; within a right angle where there is none) the
 * one that is nearest, what lies aside counting double. Null where none lies that way, undefined for any other key.
 */
export function walked(
  key: string,
  from: Position,
  rows: readonly number[],
  at: readonly (Position | null)[],
): number | null | undefined {
  const way = DIRECTIONS[key];
  if (!way) return undefined;
  const narrow = Math.cos(from[1] * RADIANS);
  let best: number | null = null;
  let least = Infinity;
  for (const row of rows) {
    const place = at[row];
    if (!place) continue;
    const [east, north] = [(place[0] - from[0]) * narrow, place[1] - from[1]];
    const ahead = east * way[0] + north * way[1];
    const aside = Math.abs(east * way[1]) + Math.abs(north * way[0]);
    if (ahead <= 1e-9) continue;
    // What lies more aside than ahead is taken only where there is nothing else.
    const cost = ahead + 2 * aside + (aside > ahead ? 1e3 : 0);
    if (cost < least) [best, least] = [row, cost];
  }
  return best;
}

/** The park nearest to the middle of what is listed, where a walk begins. */
export function startOfWalk(rows: readonly number[], at: readonly (Position | null)[]): number | null {
  const placed = rows.filter((row) => at[row] !== null);
  if (placed.length === 0) return null;
  const middle = (axis: 0 | 1) => placed.reduce((sum, row) => sum + at[row]![axis], 0) / placed.length;
  const [lon, lat] = [middle(0), middle(1)];
  const off = (row: number) => Math.hypot(at[row]![0] - lon, at[row]![1] - lat);
  return placed.reduce((best, row) => (off(row) < off(best) ? row : best));
}
