/** Anything that begins with x and y, or longitude and latitude. */
type Point = readonly number[];

/** Level lines that are tried, as shares of the height. */
const LEVELS = [0.5, 0.45, 0.55, 0.4, 0.6, 0.3, 0.7];

/** Where the level line at `y` crosses the rings, west to east. */
function crossings(rings: readonly (readonly Point[])[], y: number): number[] {
  const xs: number[] = [];
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const from = ring[i - 1];
      const to = ring[i];
      const y1 = from[1];
      if (y1 <= y !== to[1] <= y) xs.push(from[0] + ((y - y1) / (to[1] - y1)) * (to[0] - from[0]));
    }
  return xs.sort((a, b) => a - b);
}

/**
 * A point inside polygons where a name or a sign has room: the middle of the widest stretch that a few level lines have
 * inside, those near the middle preferred, where a reader looks for it. In the unit of the rings, which are closed.
 *
 * @returns null where nothing is enclosed
 */
export function pointInside(rings: readonly (readonly Point[])[]): [x: number, y: number] | null {
  const { south, north } = heightOf(rings);
  let best: [number, number] | null = null;
  let most = 0;
  for (const level of LEVELS) {
    const y = south + level * (north - south);
    const xs = crossings(rings, y);
    for (let i = 1; i < xs.length; i += 2) {
      const room = (xs[i] - xs[i - 1]) * (1 - Math.abs(level - 0.5));
      if (!(room > most)) continue;
      best = [(xs[i] + xs[i - 1]) / 2, y];
      most = room;
    }
  }
  return best;
}

function heightOf(rings: readonly (readonly Point[])[]): { readonly south: number; readonly north: number } {
  let south = Infinity;
  let north = -Infinity;
  for (const ring of rings)
    for (let i = 0; i < ring.length; i++) {
      const y = ring[i][1];
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  return { south, north };
}
