import type { Metres } from '../../quantity/units.ts';
import { linkAt, type Link, type LinkFan } from './links.ts';
import type { Outline } from '../plane/outline.ts';

/** A feature that may cover a link, and how far its edges may lie from where they are drawn. */
export interface Cover {
  readonly outline: Outline;
  /** Of the edge that begins at number k of `outline.xy`. */
  readonly slackOf: (k: number) => Metres;
}

/** Of more links side by side that could differ only so many are looked at. */
const LOOKED = 1000;

/**
 * Whether a link of the fan lies on the covers from end to end: no more of it than `resolutionM` is left over. Between
 * the corners of the covers, and where their edges cross, what is left over grows and shrinks evenly: so it is enough
 * to look at those links and at one between each two.
 */
export function anyCovered(fan: LinkFan, covers: readonly Cover[], resolutionM: Metres): boolean {
  const turns = [0, ...turnsOf(fan, covers), 1].sort((a, b) => a - b);
  const between = turns.slice(1).map((t, i) => (t + turns[i]) / 2);
  const all = [...between, ...turns];
  const step = Math.max(1, all.length / LOOKED);
  for (let n = 0; n < all.length; n += step)
    if (uncoveredLength(linkAt(fan, all[Math.floor(n)]), covers) <= resolutionM) return true;
  return false;
}

/** Metres of a link that lie on none of the covers. */
function uncoveredLength(link: Link, covers: readonly Cover[]): Metres {
  const length = Math.hypot(link.x2 - link.x1, link.y2 - link.y1);
  const spans = covers.flatMap((cover) => spansOn(link, length, cover)).sort((p, q) => p[0] - q[0]);
  let [left, reached] = [0, 0];
  for (const [from, to] of spans) {
    left += Math.max(0, Math.min(from, length) - reached);
    reached = Math.max(reached, to);
  }
  return left + Math.max(0, length - reached);
}

/** Where the line of a link is in a cover or within the slack of its edges, metres from its start. */
function spansOn(link: Link, length: Metres, { outline: { xy, ringStart, sign }, slackOf }: Cover): [number, number][] {
  const [ux, uy] = [(link.x2 - link.x1) / length, (link.y2 - link.y1) / length];
  const along = (k: number) => (xy[k] - link.x1) * ux + (xy[k + 1] - link.y1) * uy;
  const aside = (k: number) => (xy[k + 1] - link.y1) * ux - (xy[k] - link.x1) * uy;
  const crossings: number[] = [];
  const spans: [number, number][] = [];
  for (let r = 0; r < sign.length; r++)
    for (let k = 2 * ringStart[r]; k < 2 * ringStart[r + 1] - 2; k += 2) {
      const [h1, h2] = [aside(k), aside(k + 2)];
      const slack = slackOf(k);
      if (Math.min(h1, h2) > slack || Math.max(h1, h2) < -slack) continue;
      const [s1, s2] = [along(k), along(k + 2)];
      if (h1 > 0 !== h2 > 0) crossings.push(s1 + ((s2 - s1) * h1) / (h1 - h2));
      spans.push(withinSlack(s1, h1, s2, h2, slack));
    }
  crossings.sort((a, b) => a - b);
  for (let n = 0; n + 1 < crossings.length; n += 2) spans.push([crossings[n], crossings[n + 1]]);
  return spans;
}

/** The part of the line that an edge comes within its slack of; the edge runs from (s1, h1) to (s2, h2) beside it. */
function withinSlack(s1: number, h1: number, s2: number, h2: number, slack: Metres): [number, number] {
  const at = (h: number) => s1 + ((s2 - s1) * (h - h1)) / (h2 - h1);
  const clip = (s: number, h: number) => (h > slack ? at(slack) : h < -slack ? at(-slack) : s);
  const [p, q] = [clip(s1, h1), clip(s2, h2)];
  return [Math.min(p, q) - slack, Math.max(p, q) + slack];
}

/** Where along the fan, 0 to 1, the corners of the covers lie and their edges cross. */
function turnsOf({ first, last }: LinkFan, covers: readonly Cover[]): number[] {
  const [dx, dy] = [last.x1 - first.x1, last.y1 - first.y1];
  const width = Math.hypot(dx, dy);
  if (width === 0) return [];
  // Links of a fan are parallel: across them every point has one place.
  const [lx, ly] = [first.x2 - first.x1, first.y2 - first.y1];
  const turn = dx * ly - dy * lx;
  const placeOf = (x: number, y: number) => ((x - first.x1) * ly - (y - first.y1) * lx) / turn;
  const edges = covers.flatMap(({ outline }) => edgesIn(outline, placeOf));
  const places = edges.flatMap(([x1, y1, x2, y2]) => [placeOf(x1, y1), placeOf(x2, y2)]);
  return [...places, ...crossingsOf(edges).map(([x, y]) => placeOf(x, y))].filter((t) => t > 0 && t < 1);
}

type Edge = readonly [x1: number, y1: number, x2: number, y2: number];

/** The edges of an outline that some link of the fan may meet. */
function edgesIn({ xy, ringStart, sign }: Outline, placeOf: (x: number, y: number) => number): Edge[] {
  const found: Edge[] = [];
  for (let r = 0; r < sign.length; r++)
    for (let k = 2 * ringStart[r]; k < 2 * ringStart[r + 1] - 2; k += 2) {
      const [p, q] = [placeOf(xy[k], xy[k + 1]), placeOf(xy[k + 2], xy[k + 3])];
      if (Math.max(p, q) >= 0 && Math.min(p, q) <= 1) found.push([xy[k], xy[k + 1], xy[k + 2], xy[k + 3]]);
    }
  return found;
}

/** Where edges cross; of more than can be looked at none are sought. */
function crossingsOf(edges: readonly Edge[]): [number, number][] {
  if (edges.length > LOOKED) return [];
  const found: [number, number][] = [];
  edges.forEach(([ax, ay, bx, by], i) => {
    for (const [cx, cy, dx, dy] of edges.slice(i + 1)) {
      const det = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
      if (det === 0) continue;
      const r = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / det;
      const s = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / det;
      if (r > 0 && r < 1 && s > 0 && s < 1) found.push([ax + r * (bx - ax), ay + r * (by - ay)]);
    }
  });
  return found;
}
