/*
 * Judges a layout by arithmetic of its own: it imports nothing of what made it but the types.
 */
import type { Layout } from './shape/layout.ts';
import type { LayoutWishes } from './shape/settings.ts';
import type { LaidBuilding, LayoutSite, Point, Ring } from './shape/site.ts';
import { fireLaneFaults } from './test-fire-lane-checker.ts';
import { turningFaults } from './test-turning-checker.ts';

const edgesOf = (ring: Ring): [Point, Point][] => ring.map((a, i) => [a, ring[(i + 1) % ring.length]]);

function pointToSegment([px, py]: Point, [[ax, ay], [bx, by]]: readonly [Point, Point]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

const side = ([ax, ay]: Point, [bx, by]: Point, [px, py]: Point): number =>
  (bx - ax) * (py - ay) - (by - ay) * (px - ax);

function cross(s: readonly [Point, Point], t: readonly [Point, Point]): boolean {
  const dead = 1e-6;
  const a = side(s[0], s[1], t[0]);
  const b = side(s[0], s[1], t[1]);
  const c = side(t[0], t[1], s[0]);
  const d = side(t[0], t[1], s[1]);
  return ((a > dead && b < -dead) || (a < -dead && b > dead)) && ((c > dead && d < -dead) || (c < -dead && d > dead));
}

function segmentDistance(s: readonly [Point, Point], t: readonly [Point, Point]): number {
  if (cross(s, t)) return 0;
  return Math.min(pointToSegment(s[0], t), pointToSegment(s[1], t), pointToSegment(t[0], s), pointToSegment(t[1], s));
}

function contains(rings: readonly Ring[], [x, y]: Point): boolean {
  let odd = false;
  for (const ring of rings)
    for (const [[ax, ay], [bx, by]] of edgesOf(ring))
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
  return odd;
}

/** Taken from its first corner: far from the origin digits are lost. */
const area = (ring: Ring): number => {
  const [ox, oy] = ring[0];
  return (
    edgesOf(ring).reduce((sum, [[ax, ay], [bx, by]]) => sum + (ax - ox) * (by - oy) - (bx - ox) * (ay - oy), 0) / 2
  );
};
/** Rings whose boxes lie farther apart are not looked at closer: no rule reaches so far. */
const FAR_M = 30;

function boxDistance(a: Ring, b: Ring): number {
  const apart = (axis: 0 | 1): number => {
    let [a0, a1, b0, b1] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const p of a) [a0, a1] = [Math.min(a0, p[axis]), Math.max(a1, p[axis])];
    for (const p of b) [b0, b1] = [Math.min(b0, p[axis]), Math.max(b1, p[axis])];
    return Math.max(0, b0 - a1, a0 - b1);
  };
  return Math.max(apart(0), apart(1));
}

function distance(a: Ring, b: Ring): number {
  const far = boxDistance(a, b);
  if (far > FAR_M) return far;
  if (contains([a], b[0]) || contains([b], a[0])) return 0;
  return Math.min(...edgesOf(a).flatMap((s) => edgesOf(b).map((t) => segmentDistance(s, t))));
}

/** A rectangle drawn in by two hands' breadths on every side, so that what only touches it is not on it. */
function within(ring: Ring): Ring {
  const inwards = ([ax, ay]: Point, [bx, by]: Point): Point => {
    const length = Math.hypot(bx - ax, by - ay);
    return [(0.2 * (bx - ax)) / length, (0.2 * (by - ay)) / length];
  };
  return ring.map((corner, i): Point => {
    const a = inwards(corner, ring[(i + 1) % ring.length]);
    const b = inwards(corner, ring[(i + ring.length - 1) % ring.length]);
    return [corner[0] + a[0] + b[0], corner[1] + a[1] + b[1]];
  });
}

/** Inside, or on the border but for rounding. */
const onLand = (rings: readonly Ring[], corner: Point): boolean =>
  contains(rings, corner) ||
  rings.some((ring) => edgesOf(ring).some((edge) => edge[0] !== edge[1] && pointToSegment(corner, edge) < 0.02));

/** Roads lie in one piece from the entrance, and every building within reach of one, unless the layout says how many are not. */
function waysFaults({ roads, buildings, entrance, figures }: Layout): string[] {
  const reached = new Set<number>();
  const from = roads.findIndex((road) => contains([road], entrance) || edgesOf(road).some((e) => pointToSegment(entrance, e) < 0.1)); // prettier-ignore
  const next = from < 0 ? [] : [from];
  while (next.length) {
    const i = next.pop()!;
    if (reached.has(i)) continue;
    reached.add(i);
    roads.forEach((road, r) => {
      if (!reached.has(r) && distance(roads[i], road) < 1) next.push(r);
    });
  }
  const faults = from < 0 ? ['no road at the entrance'] : [];
  if (reached.size < roads.length) faults.push(`${roads.length - reached.size} roads are not joined to the entrance`);
  const lost = buildings.filter(({ ring }) => !roads.some((road) => distance(ring, road) <= 12)).length;
  if (lost > figures.unserved) faults.push(`${lost} buildings have no road, ${figures.unserved} said`);
  return faults;
}

/** Land of rings that do not cross: those within an odd number of others are holes. */
const landOf = (rings: readonly Ring[]): number =>
  rings.reduce((sum, ring, r) => {
    const depth = rings.filter((other, o) => o !== r && contains([other], ring[0])).length;
    return sum + (depth % 2 ? -1 : 1) * Math.abs(area(ring));
  }, 0);

/** Storeys of factories higher than 8 m count twice for the plot ratio on land of industry. */
const storeysCounted = ({ use, storeyHeightsM }: LaidBuilding, { isIndustrial }: LayoutSite): number =>
  storeyHeightsM.reduce((sum, heightM) => sum + (isIndustrial && use === 'production' && heightM > 8 ? 2 : 1), 0);

/** Everything wrong with a layout, each in a sentence for whoever mends the generator. */
export function faultsOf(site: LayoutSite, layout: Layout, wishes: LayoutWishes): string[] {
  const faults: string[] = [];
  const { buildings, figures } = layout;
  buildings.forEach((one, i) => {
    if (!contains(site.rings, one.ring[0])) faults.push(`building ${i} is not on the land`);
    site.rings.forEach((ring, r) =>
      edgesOf(ring).forEach((edge, e) => {
        if (edge[0][0] === edge[1][0] && edge[0][1] === edge[1][1]) return;
        const gap = distance(one.ring, edge);
        if (gap < site.setbacksM[r][e] - 1e-3)
          faults.push(`building ${i} stands ${gap.toFixed(3)} m from edge ${r}.${e}`);
      }),
    );
    const high = (n: number): boolean => n > 24;
    for (let j = 0; j < i; j++) {
      const asked = high(one.heightM) || high(buildings[j].heightM) ? wishes.highSpacingM : wishes.spacingM;
      const gap = distance(one.ring, buildings[j].ring);
      if (gap < asked - 1e-3) faults.push(`buildings ${i} and ${j} stand ${gap.toFixed(3)} m apart, ${asked} asked`);
    }
    for (const other of site.standing) {
      const asked = high(one.heightM) || high(other.heightM) ? wishes.highSpacingM : wishes.spacingM;
      if (distance(one.ring, other.ring) < asked - 1e-3) faults.push(`building ${i} is too near one that stands`);
    }
    if (Math.abs(Math.abs(area(one.ring)) - one.footprintM2) > 0.01) faults.push(`footprint of building ${i}`);
    if (Math.abs(one.footprintM2 * one.storeys - one.floorM2) > 0.01) faults.push(`floor of building ${i}`);
    layout.roads.forEach((road, r) => {
      if (distance(one.ring, road) < 0.5) faults.push(`road ${r} runs into building ${i}`);
    });
    layout.parking.forEach((strip, p) => {
      if (distance(one.ring, strip) < 0.05) faults.push(`parking ${p} runs into building ${i}`);
    });
    layout.aprons.forEach((yard, a) => {
      if (distance(one.ring, within(yard)) < 0.05) faults.push(`yard ${a} runs into building ${i}`);
    });
  });
  for (const [what, list] of [
    ['road', layout.roads],
    ['yard', layout.aprons],
  ] as const)
    list.forEach((ring, r) => {
      if (!ring.every((corner) => onLand(site.rings, corner))) faults.push(`${what} ${r} leaves the land`);
      for (const { ring: wall } of site.standing)
        if (distance(within(ring), wall) < 0.05) faults.push(`${what} ${r} runs into a building that stands`);
    });
  const bare = fireLaneFaults(layout, site.standing);
  faults.push(...waysFaults(layout), ...turningFaults(layout), ...(bare.length > figures.unlined ? bare : []));
  layout.parking.forEach((strip, p) => {
    for (let q = 0; q < p; q++)
      if (distance(within(strip), layout.parking[q]) < 0.05) faults.push(`parking ${p} and ${q} overlap`);
    if (!strip.every((corner) => contains(site.rings, corner))) faults.push(`parking ${p} leaves the land`);
    layout.roads.forEach((road, r) => {
      if (distance(within(strip), road) < 0.05) faults.push(`parking ${p} stands on road ${r}`);
    });
  });
  const land = landOf(site.rings);
  const counted =
    buildings.reduce((sum, one) => sum + one.footprintM2 * storeysCounted(one, site), 0) +
    site.standing.reduce((sum, { countedM2 }) => sum + countedM2, 0);
  const built = [...buildings, ...site.standing].reduce((sum, { ring }) => sum + Math.abs(area(ring)), 0);
  const held = (what: string, value: number, own: number, within: number): void => {
    if (Math.abs(value - own) > within) faults.push(`${what} ${value} is ${own}`);
  };
  held('land', figures.landM2, land, 0.05);
  held('plot ratio', figures.plotRatio, counted / land, 1e-5);
  held('density', figures.density, built / land, 1e-5);
  const { taken } = figures;
  held(
    'land taken',
    taken.buildingsM2 + taken.roadsM2 + taken.parkingM2 + taken.apronsM2 + taken.greenM2 + taken.otherM2,
    land,
    0.05,
  );
  return faults;
}
