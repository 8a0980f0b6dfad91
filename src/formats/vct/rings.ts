import type { Position } from '../../domain/geometry/columns/layer.ts';
import { stop } from '../refused.ts';
import { mostRings, nestAsDrawn } from '../rings.ts';
import type { OutlineBuilder } from '../features/outlines.ts';
import type { Lines } from './lines.ts';
import type { Points, Range } from './points.ts';
import type { Polygon } from './polygons.ts';

/** Ends of lines that meet are the same to a tenth of a millimetre, metres; of degrees to as little. */
const MEETS = { metres: 1e-4, degrees: 1e-9 } as const;
/** Polygons made of polygons made of polygons. */
const DEEPEST = 8;
/** A line bounds two polygons of a layer; a file whose polygons have many times its points is none. */
const MOST_TIMES = 16;

/** Puts the outline of a polygon together from what it is made of. */
export class RingMaker {
  readonly #name: string;
  readonly #points: Points;
  readonly #lines: Lines;
  readonly #polygons: ReadonlyMap<string, Polygon>;
  readonly #meets: number;
  #left: number;
  #where = '';

  constructor(name: string, points: Points, lines: Lines, polygons: ReadonlyMap<string, Polygon>) {
    this.#name = name;
    this.#points = points;
    this.#lines = lines;
    this.#polygons = polygons;
    this.#meets = points.size > 0 && Math.abs(points.x(0)) <= 360 ? MEETS.degrees : MEETS.metres;
    this.#left = MOST_TIMES * points.size + 1000;
  }

  /** `row` of its layer, from 1, for what is said of it. */
  add(polygon: Polygon, row: number, builder: OutlineBuilder): void {
    this.#where = `#${row} (${polygon.id})`;
    this.#parts(polygon, builder, 0);
    builder.endFeature();
  }

  #parts(polygon: Polygon, builder: OutlineBuilder, depth: number): void {
    if (polygon.polygons) {
      for (const id of polygon.polygons) if (id !== '0') this.#parts(this.#part(id, depth), builder, depth + 1);
      return;
    }
    const drawn = polygon.rings?.map((range) => this.#pointsOf(range)) ?? this.#joined(polygon);
    const rings = drawn.filter((ring) => ring.length > 0);
    if (rings.length > mostRings)
      stop('damaged', { name: this.#name, where: this.#where, detail: 'too-many-rings', most: mostRings });
    if (rings.length === 1) {
      for (const p of rings[0]) builder.point(this.#points.x(p), this.#points.y(p));
      builder.endRing();
      builder.endPart();
    } else if (rings.length > 1) this.#nested(rings, builder);
  }

  #nested(rings: readonly (readonly number[])[], builder: OutlineBuilder): void {
    const drawn = rings.map((ring) => ring.map((p): Position => [this.#points.x(p), this.#points.y(p)]));
    for (const part of nestAsDrawn(drawn)) {
      for (const ring of part) {
        for (const [x, y] of ring) builder.point(x, y);
        builder.endRing();
      }
      builder.endPart();
    }
  }

  #part(id: string, depth: number): Polygon {
    const part = this.#polygons.get(id);
    // Polygons without any point take time as well.
    this.#take(1);
    if (part && depth < DEEPEST) return part;
    return stop('damaged', { name: this.#name, where: this.#where, detail: 'vct-polygon-lost', type: id });
  }

  #pointsOf({ first, end }: Range): number[] {
    this.#take(end - first);
    return Array.from({ length: end - first }, (_, i) => first + i);
  }

  #take(count: number): void {
    if ((this.#left -= count) < 0) stop('damaged', { name: this.#name, detail: 'row-count' });
  }

  /** Line after line, each from where the last one ended; a ring ends at a 0, or where it is back at its first point. */
  #joined(polygon: Polygon): number[][] {
    const rings: number[][] = [];
    let ring: number[] = [];
    const end = (line: string) => {
      if (ring.length > 0 && !this.#isClosed(ring)) this.#open(line);
      if (ring.length > 0) rings.push(ring);
      ring = [];
    };
    for (const number of polygon.lines ?? []) {
      if (number === '0') {
        end(number);
        continue;
      }
      const backwards = number.startsWith('-');
      const { first, end: after } = this.#line(backwards ? number.slice(1) : number);
      if (first === after) continue;
      if (ring.length > 2 && this.#isClosed(ring)) end(number);
      const [from, to, step] = backwards ? [after - 1, first - 1, -1] : [first, after, 1];
      const last = ring.at(-1);
      if (last !== undefined && !this.#meet(last, from)) this.#open(number);
      for (let p = last === undefined ? from : from + step; p !== to; p += step) ring.push(p);
    }
    end(polygon.lines?.at(-1) ?? '');
    return rings;
  }

  #line(number: string): Range {
    const range = this.#lines.get(number);
    if (!range) return stop('damaged', { name: this.#name, where: this.#where, detail: 'vct-line-lost', type: number });
    this.#take(range.end - range.first);
    return range;
  }

  #open(line: string): never {
    return stop('damaged', { name: this.#name, where: this.#where, detail: 'vct-ring-open', type: line });
  }

  #isClosed(ring: readonly number[]): boolean {
    return this.#meet(ring[0], ring[ring.length - 1]);
  }

  /** Points by number. */
  #meet(a: number, b: number): boolean {
    const points = this.#points;
    return Math.abs(points.x(a) - points.x(b)) <= this.#meets && Math.abs(points.y(a) - points.y(b)) <= this.#meets;
  }
}
