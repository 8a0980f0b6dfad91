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
  /** West, south, east, north of each obstacle. */
  readonly #boxes: Float64Array;

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
    this.#boxes = this.#boxesOf();
    let [yMin, yMax] = [Infinity, -Infinity];
    for (let e = 0; e < this.#starts[0]; e++) {
      yMin = Math.min(yMin, this.edges.ay[e]);
      yMax = Math.max(yMax, this.edges.ay[e]);
    }
    this.yMin = yMin;
    this.yMax = yMax;
  }

  #boxesOf(): Float64Array {
    const { ax, ay } = this.edges;
    const starts = this.#starts;
    const boxes = new Float64Array(4 * (starts.length - 1));
    for (let o = 1; o < starts.length; o++) {
      let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let e = starts[o - 1]; e < starts[o]; e++) {
        x0 = Math.min(x0, ax[e]);
        x1 = Math.max(x1, ax[e]);
        y0 = Math.min(y0, ay[e]);
        y1 = Math.max(y1, ay[e]);
      }
      boxes.set([x0, y0, x1, y1], 4 * (o - 1));
    }
    return boxes;
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
      nx: column(),
      ny: column(),
      low: column(),
      high: column(),
    };
    let e = 0;
    for (const { ring, radiusM } of kept)
      ring.forEach((from, i) => {
        [edges.ax[e], edges.ay[e]] = this.turned(from);
        [edges.bx[e], edges.by[e]] = this.turned(ring[(i + 1) % ring.length]);
        edges.radius[e] = radiusM(i) + SLACK_M;
        const [dx, dy] = [edges.bx[e] - edges.ax[e], edges.by[e] - edges.ay[e]];
        const length = Math.sqrt(dx * dx + dy * dy);
        edges.nx[e] = (Math.abs(dy) * edges.radius[e]) / length;
        edges.ny[e] = ((dy > 0 ? -dx : dx) * edges.radius[e]) / length;
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
    const boxes = this.#boxes;
    for (let o = 1; o < starts.length; o++) {
      const b = 4 * (o - 1);
      if (y < boxes[b + 1] || y > boxes[b + 3] || x > boxes[b + 2] || x < boxes[b]) continue;
      if (this.#odd(starts[o - 1], starts[o], x, y)) return false;
    }
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
