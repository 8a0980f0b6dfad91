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

/** So near the line between those that stay a corner says nothing, metres. */
const STRAIGHT_M = 1e-4;

/** Without corners on the straight between those that stay, unless the setback changes there; a curve stays one, however densely it is drawn. */
function withoutStraight(corners: readonly Corner[]): Corner[] {
  const kept = corners.slice(0, 1);
  let since: Corner[] = [];
  corners.slice(1).forEach((corner, i) => {
    const last = kept[kept.length - 1];
    const next = corners[(i + 2) % corners.length].at;
    const onLineM = STRAIGHT_M * Math.hypot(next[0] - last.at[0], next[1] - last.at[1]);
    since.push(corner);
    if (last.setbackM === corner.setbackM && since.every(({ at }) => Math.abs(cross(last.at, at, next)) <= onLineM))
      return;
    kept.push(corner);
    since = [];
  });
  return kept;
}

/** Ring against the clock read the other way; an edge keeps its setback. */
function turned(corners: readonly Corner[]): Corner[] {
  const n = corners.length;
  return corners.map((_, i) => ({ at: corners[n - 1 - i].at, setbackM: corners[(2 * n - 2 - i) % n].setbackM }));
}

const before = (a: Point, b: Point): boolean => a[1] < b[1] || (a[1] === b[1] && a[0] < b[0]);

const from = (corners: readonly Corner[], first: number): Corner[] => [
  ...corners.slice(first),
  ...corners.slice(0, first),
];

const fromLowest = (corners: readonly Corner[]): Corner[] =>
  from(
    corners,
    corners.reduce((best, { at }, i) => (before(at, corners[best].at) ? i : best), 0),
  );

/** From the corner farthest from the first: it lies on no straight. */
function fromFarthest(corners: readonly Corner[]): Corner[] {
  const far = corners.map(({ at: [x, y] }) => Math.hypot(x - corners[0].at[0], y - corners[0].at[1]));
  return from(corners, far.indexOf(Math.max(...far)));
}

/** Outer rings against the clock, holes with it, each from its lowest corner, near the origin. */
export function canonical(site: LayoutSite): CanonicalSite {
  const points = site.rings.flat();
  const origin: Point = [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))];
  const near = ([x, y]: Point): Point => [rounded(x - origin[0]), rounded(y - origin[1])];
  const rings = site.rings
    .map((ring, r) => withoutDoubles(ring.map((at, i) => ({ at: near(at), setbackM: site.setbacksM[r][i] }))))
    .filter((ring) => ring.length > 2);
  const bare = rings.map((ring) => ring.map(({ at }) => at));
  const ordered = rings
    .map((ring, r) => {
      const hole = bare.filter((other, o) => o !== r && inside(other, bare[r][0])).length % 2 === 1;
      const directed = fromLowest(ringArea(bare[r]) > 0 === hole ? turned(ring) : ring);
      return fromLowest(withoutStraight(fromFarthest(directed)));
    })
    .filter((ring) => ring.length > 2)
    .sort(([a], [b]) => (before(a.at, b.at) ? -1 : 1));
  return {
    origin,
    site: {
      rings: ordered.map((ring) => ring.map(({ at }) => at)),
      setbacksM: ordered.map((ring) => ring.map(({ setbackM }) => setbackM)),
      entrance: site.entrance && near(site.entrance),
      isIndustrial: site.isIndustrial,
      standing: site.standing.map((one) => ({ ...one, ring: one.ring.map(near) })),
      locked: site.locked.map((one) => ({ ...one, ring: one.ring.map(near) })),
    },
  };
}
