import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import type { LayoutSite, Point, Ring } from '../shape/site.ts';

/** Metres in a lattice of 0.1 mm: what is finer is noise of the coordinates' own origin. */
const rounded = (v: number): number => Math.round(v * 1e4) / 1e4;

/** A site in a form that moving, reversing, or doubling of its points does not change, and the way back. */
export interface CanonicalSite {
  readonly site: LayoutSite;
  /** What to add to a point of `site` to stand where it came from. */
  readonly origin: Point;
}

interface Corner {
  readonly at: Point;
  /** Setback of the edge that begins here. */
  readonly setbackM: number;
}

const cross = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Ground of canonical rings, m²: holes run the other way and count against it. */
export const landOf = ({ rings }: LayoutSite): number => rings.reduce((sum, ring) => sum + ringArea(ring), 0);

const inside = (ring: Ring, [x, y]: Point): boolean =>
  ring.reduce((odd, [ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length];
    return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax) ? !odd : odd;
  }, false);

function withoutDoubles(corners: readonly Corner[]): Corner[] {
  return corners.filter(({ at }, i) => {
    const next = corners[(i + 1) % corners.length].at;
    return at[0] !== next[0] || at[1] !== next[1];
  });
}

/** A corner on the straight between its neighbours says nothing, unless the setback changes there. */
function withoutStraight(corners: readonly Corner[]): Corner[] {
  return corners.filter((corner, i) => {
    const before = corners[(i + corners.length - 1) % corners.length];
    const after = corners[(i + 1) % corners.length];
    const base = Math.hypot(after.at[0] - before.at[0], after.at[1] - before.at[1]);
    return before.setbackM !== corner.setbackM || Math.abs(cross(before.at, corner.at, after.at)) > 1e-4 * base;
  });
}

/** Ring against the clock read the other way; an edge keeps its setback. */
function turned(corners: readonly Corner[]): Corner[] {
  const n = corners.length;
  return corners.map((_, i) => ({ at: corners[n - 1 - i].at, setbackM: corners[(2 * n - 2 - i) % n].setbackM }));
}

const before = (a: Point, b: Point): boolean => a[1] < b[1] || (a[1] === b[1] && a[0] < b[0]);

function fromLowest(corners: readonly Corner[]): Corner[] {
  const first = corners.reduce((best, { at }, i) => (before(at, corners[best].at) ? i : best), 0);
  return [...corners.slice(first), ...corners.slice(0, first)];
}

/** Outer rings against the clock, holes with it, each from its lowest corner, near the origin. */
export function canonical(site: LayoutSite): CanonicalSite {
  const points = site.rings.flat();
  const origin: Point = [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))];
  const near = ([x, y]: Point): Point => [rounded(x - origin[0]), rounded(y - origin[1])];
  const rings = site.rings
    .map((ring, r) =>
      withoutStraight(withoutDoubles(ring.map((at, i) => ({ at: near(at), setbackM: site.setbacksM[r][i] })))),
    )
    .filter((ring) => ring.length > 2);
  const bare = rings.map((ring) => ring.map(({ at }) => at));
  const ordered = rings
    .map((ring, r) => {
      const hole = bare.filter((other, o) => o !== r && inside(other, bare[r][0])).length % 2 === 1;
      return fromLowest(ringArea(bare[r]) > 0 === hole ? turned(ring) : ring);
    })
    .sort(([a], [b]) => (before(a.at, b.at) ? -1 : 1));
  return {
    origin,
    site: {
      rings: ordered.map((ring) => ring.map(({ at }) => at)),
      setbacksM: ordered.map((ring) => ring.map(({ setbackM }) => setbackM)),
      entrance: site.entrance && near(site.entrance),
      standing: site.standing.map((one) => ({ ...one, ring: one.ring.map(near) })),
      locked: site.locked.map((one) => ({ ...one, ring: one.ring.map(near) })),
    },
  };
}
