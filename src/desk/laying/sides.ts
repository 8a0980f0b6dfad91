import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import type { LayoutSite, Point, Ring } from '../../layout/shape/site.ts';

/** A side 界边 of land: edges that go on in one direction, a curve as a whole. */
export interface Side {
  readonly ring: number;
  /** The edges that begin at these points of the ring, in order. */
  readonly edges: readonly number[];
  readonly lengthM: number;
  /** Which way one looks from the land over it, degrees clockwise from grid north. */
  readonly facingDeg: number;
  /** Of a hole. */
  readonly isInner: boolean;
  /** The middle of it. */
  readonly at: Point;
}

/** Where a boundary bends by more there is a corner, degrees. */
const CORNER_DEG = 25;

const edgeOf = (ring: Ring, i: number) => {
  const [[ax, ay], [bx, by]] = [ring[i], ring[(i + 1) % ring.length]];
  return { east: bx - ax, north: by - ay, lengthM: Math.hypot(bx - ax, by - ay) };
};

/** By how much the boundary bends where an edge begins, degrees. */
function bendAt(ring: Ring, i: number): number {
  const before = edgeOf(ring, (i + ring.length - 1) % ring.length);
  const after = edgeOf(ring, i);
  const cross = before.east * after.north - before.north * after.east;
  const along = before.east * after.east + before.north * after.north;
  return Math.abs((Math.atan2(cross, along) * 180) / Math.PI);
}

/** The point half the way along these edges. */
function middleOf(ring: Ring, edges: readonly number[], lengthM: number): Point {
  let left = lengthM / 2;
  for (const i of edges) {
    const edge = edgeOf(ring, i);
    if (left <= edge.lengthM) {
      const share = edge.lengthM ? left / edge.lengthM : 0;
      return [ring[i][0] + share * edge.east, ring[i][1] + share * edge.north];
    }
    left -= edge.lengthM;
  }
  return ring[edges[0]];
}

function sidesOfRing(ring: Ring, r: number, isInner: boolean): Side[] {
  const corners = ring.map((_, i) => i).filter((i) => bendAt(ring, i) > CORNER_DEG);
  const starts = corners.length > 0 ? corners : [0];
  // The ground lies to the left of an outer ring that runs against the clock, and of a hole that runs with it.
  const isLeft = ringArea(ring) > 0 !== isInner;
  return starts.map((start, s) => {
    const next = starts[(s + 1) % starts.length];
    const count = (next - start + ring.length) % ring.length || ring.length;
    const edges = Array.from({ length: count }, (_, i) => (start + i) % ring.length);
    const lengthM = edges.reduce((sum, i) => sum + edgeOf(ring, i).lengthM, 0);
    const end = ring[(edges[edges.length - 1] + 1) % ring.length];
    const [east, north] = [end[0] - ring[start][0], end[1] - ring[start][1]];
    const [outEast, outNorth] = isLeft ? [north, -east] : [-north, east];
    const facingDeg = ((Math.atan2(outEast, outNorth) * 180) / Math.PI + 360) % 360;
    return { ring: r, edges, lengthM, facingDeg, isInner, at: middleOf(ring, edges, lengthM) };
  });
}

/** The sides of land ring by ring; a number of one is its place here. `inner`: of each ring whether it is a hole. */
export const sidesOf = (rings: LayoutSite['rings'], inner: readonly boolean[]): Side[] =>
  rings.flatMap((ring, r) => sidesOfRing(ring, r, inner[r]));
