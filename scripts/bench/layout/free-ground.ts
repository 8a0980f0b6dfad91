import type { LayoutSite, Point } from '../../../src/layout/shape/site.ts';

/*
 * Where a rectangle may stand, by arithmetic of its own: of each edge grown by its setback, the x between which it takes a
 * slab, from its two discs and the four sides of the band between them.
 */

/** An edge of the land, turned. */
interface Edge {
  readonly a: Point;
  readonly b: Point;
  readonly r: number;
}

export interface TurnedLand {
  readonly edges: readonly Edge[];
  readonly yMin: number;
  readonly yMax: number;
}

/** Kept off a little more than asked, as the layouts are. */
const SLACK_M = 0.005;

export function turnedLand({ rings, setbacksM }: LayoutSite, angleRad: number): TurnedLand {
  const [cos, sin] = [Math.cos(angleRad), Math.sin(angleRad)];
  const [x0, y0] = rings[0][0];
  const turn = ([x, y]: Point): Point => [(x - x0) * cos + (y - y0) * sin, (y - y0) * cos - (x - x0) * sin];
  const edges = rings.flatMap((ring, r) =>
    ring.map((a, i): Edge => ({ a: turn(a), b: turn(ring[(i + 1) % ring.length]), r: setbacksM[r][i] + SLACK_M })),
  );
  const ys = edges.map(({ a }) => a[1]);
  return { edges, yMin: Math.min(...ys), yMax: Math.max(...ys) };
}

/** The x of an edge's grown band between two y; null where they do not meet. */
function takenBy({ a, b, r }: Edge, y0: number, y1: number): readonly [number, number] | null {
  if (Math.min(a[1], b[1]) - r >= y1 || Math.max(a[1], b[1]) + r <= y0) return null;
  let [least, most] = [Infinity, -Infinity];
  const reach = (x: number): void => {
    least = Math.min(least, x);
    most = Math.max(most, x);
  };
  for (const [cx, cy] of [a, b]) {
    const dy = Math.max(0, y0 - cy, cy - y1);
    if (dy > r) continue;
    const dx = Math.sqrt(r * r - dy * dy);
    reach(cx - dx);
    reach(cx + dx);
  }
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  const [nx, ny] = [(-(b[1] - a[1]) / length) * r, ((b[0] - a[0]) / length) * r];
  const band: readonly Point[] = [
    [a[0] + nx, a[1] + ny],
    [b[0] + nx, b[1] + ny],
    [b[0] - nx, b[1] - ny],
    [a[0] - nx, a[1] - ny],
  ];
  band.forEach(([px, py], i) => {
    const [qx, qy] = band[(i + 1) % 4];
    if (py >= y0 && py <= y1) reach(px);
    for (const y of [y0, y1]) if (py > y !== qy > y) reach(px + ((y - py) / (qy - py)) * (qx - px));
  });
  return least < most ? [least, most] : null;
}

const isInside = ({ edges }: TurnedLand, x: number, y: number): boolean =>
  edges.filter(({ a, b }) => a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])).length % 2 === 1; // prettier-ignore

/** Free stretches of the slab between two y. */
export function freeStretches(land: TurnedLand, y0: number, y1: number): (readonly [number, number])[] {
  const taken = land.edges.flatMap((edge) => takenBy(edge, y0 + 1e-7, y1 - 1e-7) ?? []);
  const pairs = Array.from({ length: taken.length / 2 }, (_, i) => [taken[2 * i], taken[2 * i + 1]] as const);
  pairs.sort(([a], [b]) => a - b);
  const free: (readonly [number, number])[] = [];
  let end = pairs[0]?.[1] ?? 0;
  for (const [from, to] of pairs) {
    if (from > end && isInside(land, (end + from) / 2, (y0 + y1) / 2)) free.push([end, from]);
    end = Math.max(end, to);
  }
  return free;
}
