/** A closed ring of the plane, [east, north] in metres. */
export type PlaneRing = readonly (readonly [east: number, north: number])[];

/** Twice the area it encloses: positive counter-clockwise. */
export function planeTurn(ring: PlaneRing): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let n = 1; n < ring.length; n++) {
    const [[ax, ay], [bx, by]] = [ring[n - 1], ring[n]];
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return twice;
}
