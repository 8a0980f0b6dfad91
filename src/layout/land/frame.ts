import type { Edges, Turned } from './edges.ts';
import type { LayoutSite, Point, Ring } from '../shape/site.ts';

/** Buildings stay so much further off than they must, so that rounding never makes a layout unlawful. */
const SLACK_M = 0.005;

/** What buildings keep off, and how far. */
export interface Obstacle {
  readonly ring: Ring;
  readonly awayM: number;
}

interface Kept {
  readonly ring: Ring;
  readonly radiusM: (i: number) => number;
}

export const away = (rings: readonly Ring[], awayM: number): Obstacle[] => rings.map((ring) => ({ ring, awayM }));

/**
 * A site turned so that rows run along x, as what buildings keep off: of each edge all within its setback (a capsule: the
 * edge grown by a disc), of each obstacle's edges all within the spacing. A rectangle is lawful if it misses all of them
 * and one of its points is inside; no inset polygon is ever made.
 */
export class Frame implements Turned {
  readonly edges: Edges;
  readonly yMin: number;
  readonly yMax: number;
  readonly #cos: number;
  readonly #sin: number;
  /** First edge of each obstacle, and the end: those before the first are the land's. */
  readonly #starts: readonly number[];

  constructor(site: LayoutSite, angleRad: number, obstacles: readonly Obstacle[]) {
    this.#cos = Math.cos(angleRad);
    this.#sin = Math.sin(angleRad);
    const land = site.rings.map((ring, r): Kept => ({ ring, radiusM: (i) => site.setbacksM[r][i] }));
    this.edges = this.#edgesOf([
      ...land,
      ...obstacles.map(({ ring, awayM }): Kept => ({ ring, radiusM: () => awayM })),
    ]);
    let start = site.rings.reduce((sum, ring) => sum + ring.length, 0);
    this.#starts = [start, ...obstacles.map(({ ring }) => (start += ring.length))];
    const ys = site.rings.flat().map((point) => this.turned(point)[1]);
    this.yMin = ys.reduce((least, y) => Math.min(least, y), Infinity);
    this.yMax = ys.reduce((most, y) => Math.max(most, y), -Infinity);
  }

  #edgesOf(kept: readonly Kept[]): Edges {
    const count = kept.reduce((sum, { ring }) => sum + ring.length, 0);
    const column = (): Float64Array => new Float64Array(count);
    const edges = {
      ax: column(),
      ay: column(),
      bx: column(),
      by: column(),
      radius: column(),
      low: column(),
      high: column(),
    };
    let e = 0;
    for (const { ring, radiusM } of kept)
      ring.forEach((from, i) => {
        [edges.ax[e], edges.ay[e]] = this.turned(from);
        [edges.bx[e], edges.by[e]] = this.turned(ring[(i + 1) % ring.length]);
        edges.radius[e] = radiusM(i) + SLACK_M;
        edges.low[e] = Math.min(edges.ay[e], edges.by[e]) - edges.radius[e];
        edges.high[e] = Math.max(edges.ay[e], edges.by[e]) + edges.radius[e];
        e++;
      });
    return edges;
  }

  turned([x, y]: Point): Point {
    return [x * this.#cos + y * this.#sin, y * this.#cos - x * this.#sin];
  }

  back([x, y]: Point): Point {
    return [x * this.#cos - y * this.#sin, x * this.#sin + y * this.#cos];
  }

  /** Inside an odd number of the land's rings and in no obstacle, however obstacles lie over one another. */
  holds(x: number, y: number): boolean {
    const starts = this.#starts;
    if (!this.#odd(0, starts[0], x, y)) return false;
    for (let o = 1; o < starts.length; o++) if (this.#odd(starts[o - 1], starts[o], x, y)) return false;
    return true;
  }

  #odd(from: number, to: number, x: number, y: number): boolean {
    const { ax, ay, bx, by } = this.edges;
    let odd = false;
    for (let e = from; e < to; e++)
      if (ay[e] > y !== by[e] > y && x < ax[e] + ((y - ay[e]) / (by[e] - ay[e])) * (bx[e] - ax[e])) odd = !odd;
    return odd;
  }
}
