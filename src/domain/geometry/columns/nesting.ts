import type { MultiPolygon, Position, Rings } from './layer.ts';
import { orient } from '../lines/orient.ts';

type Ring = readonly Position[];

interface Placed {
  readonly ring: Ring;
  readonly area: number;
  readonly box: readonly [number, number, number, number];
  parent: Placed | null;
  depth: number;
}

/**
 * Shells, holes and islands in holes from loose rings, by containment alone: how a ring turns and what number a file
 * gave it say nothing. Shells leave counter-clockwise and holes clockwise, each with its first vertex first and
 * otherwise untouched; parts and holes keep the order they came in. Rings may be open or closed.
 */
export function nestRings(rings: readonly Ring[]): MultiPolygon {
  const placed = rings.map(place);
  const bySize = [...placed].sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
  bySize.forEach((inner, n) => {
    // The smallest larger ring around it is the parent: look from the nearest in size outwards.
    for (let k = n - 1; k >= 0 && !inner.parent; k--) if (encloses(bySize[k], inner)) inner.parent = bySize[k];
    inner.depth = inner.parent ? inner.parent.depth + 1 : 0;
  });
  const shells = placed.filter((p) => p.depth % 2 === 0);
  return shells.map((shell): Rings => {
    const holes = placed.filter((p) => p.parent === shell && p.depth % 2 === 1);
    return [turned(shell, true), ...holes.map((hole) => turned(hole, false))];
  });
}

function place(ring: Ring): Placed {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < ring.length; i++) {
    const x = ring[i][0];
    const y = ring[i][1];
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return { ring, area: signedArea(ring), box, parent: null, depth: 0 };
}

/** Relative to the first vertex; open rings close themselves. */
function signedArea(ring: Ring): number {
  if (ring.length === 0) return 0;
  const [x0, y0] = ring[0];
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const here = ring[i];
    const next = ring[(i + 1) % ring.length];
    twice += (here[0] - x0) * (next[1] - y0) - (next[0] - x0) * (here[1] - y0);
  }
  return twice / 2;
}

function turned({ ring, area }: Placed, counterClockwise: boolean): Ring {
  if (ring.length === 0 || area === 0 || area > 0 === counterClockwise) return ring;
  const [first, ...rest] = ring;
  const last = ring[ring.length - 1];
  const closed = ring.length > 1 && first[0] === last[0] && first[1] === last[1];
  return closed ? [...ring].reverse() : [first, ...rest.reverse()];
}

/** Whether `inner` lies inside `outer`: by its first vertex, or else the first middle of an edge, not on the border. */
function encloses(outer: Placed, inner: Placed): boolean {
  const [p, q] = [outer.box, inner.box];
  if (q[0] < p[0] || q[1] < p[1] || q[2] > p[2] || q[3] > p[3]) return false;
  for (let i = 0; i < inner.ring.length; i++) {
    const side = sideOf(outer.ring, inner.ring[i][0], inner.ring[i][1]);
    if (side !== 0) return side > 0;
  }
  for (let i = 0; i + 1 < inner.ring.length; i++) {
    const [[ax, ay], [bx, by]] = [inner.ring[i], inner.ring[i + 1]];
    const side = sideOf(outer.ring, (ax + bx) / 2, (ay + by) / 2);
    if (side !== 0) return side > 0;
  }
  return false;
}

/** 1 inside the ring, −1 outside, 0 on its border; exact. */
function sideOf(ring: Ring, x: number, y: number): -1 | 0 | 1 {
  let inside = false;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[(i + 1) % ring.length];
    if ((ax < x && bx < x) || (ay < y && by < y) || (ay > y && by > y)) continue;
    const side = orient(ax, ay, bx, by, x, y);
    if (side === 0 && x >= Math.min(ax, bx) && x <= Math.max(ax, bx)) return 0;
    if (ay > y !== by > y && side > 0 === by > ay) inside = !inside;
  }
  return inside ? 1 : -1;
}
