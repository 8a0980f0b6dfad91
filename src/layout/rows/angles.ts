import type { LayoutSite, Point } from '../shape/site.ts';

/** Directions nearer than this are one. */
const SAME_RAD = (2 * Math.PI) / 180;
/** Shorter edges do not set a direction. */
const SHORT_M = 15;

/** The same direction between 0 and π. */
export const folded = (angle: number): number => ((angle % Math.PI) + Math.PI) % Math.PI;
const apart = (a: number, b: number): number => Math.min(folded(a - b), folded(b - a));

/** Width of the points across a direction. */
function across(points: readonly Point[], angle: number): number {
  const heights = points.map(([x, y]) => y * Math.cos(angle) - x * Math.sin(angle));
  return Math.max(...heights) - Math.min(...heights);
}

/** Directions in which rows are worth trying, the best founded first: long edges, the least rectangle, then every fifteen degrees. */
export function rowAngles(site: LayoutSite): number[] {
  const edges = site.rings.flatMap((ring) =>
    ring.map(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length];
      return { angle: folded(Math.atan2(by - ay, bx - ax)), length: Math.hypot(bx - ax, by - ay) };
    }),
  );
  const long = edges.filter(({ length }) => length >= SHORT_M).sort((a, b) => b.length - a.length);
  const points = site.rings.flat();
  const least = edges.reduce(
    (best, { angle }) => {
      const area = across(points, angle) * across(points, angle + Math.PI / 2);
      return area < best.area - 1e-6 ? { angle, area } : best;
    },
    { angle: 0, area: Infinity },
  );
  const wanted = [
    ...long.slice(0, 6).map(({ angle }) => angle),
    least.angle,
    ...Array.from({ length: 12 }, (_, i) => (i * Math.PI) / 12),
  ];
  const angles: number[] = [];
  for (const angle of wanted) if (!angles.some((other) => apart(other, angle) < SAME_RAD)) angles.push(angle);
  return angles;
}

/** Directions square to one another make the same blocks turned: each also crosswise. */
export const crosswise = (angle: number): number => folded(angle + Math.PI / 2);
