import type { Position } from '../../domain/geometry/columns/layer.ts';
import { densify, type BulgeVertex } from '../dxf/bulge.ts';
import { ellipseEdges } from '../dxf/curves.ts';
import type { ShapeCollector } from '../features/shapes.ts';
import { mostRingPoints } from '../limits.ts';
import { stop } from '../refused.ts';
import { mostRings, nestAsDrawn } from '../rings.ts';
import { realOf } from '../text/real.ts';
import type { LineReader } from '../text/line-reader.ts';
import type { MifHeader } from './header.ts';

/** What an object that bounds no area is called in the notes. */
const others: Readonly<Record<string, string>> = {
  point: 'Point',
  multipoint: 'MultiPoint',
  line: 'LineString',
  arc: 'CircularString',
  text: 'Text',
};

/** Two corners of an ellipse become thousands of points: of all ellipses and round corners together no more than these. */
const MOST_CHORDS = 10 * mostRingPoints;

/** The objects of a MIF, one a record, until its end: regions, and what else encloses ground. */
export class ObjectReader {
  curves = 0;
  readonly #name: string;
  readonly #lines: LineReader;
  readonly #shapes: ShapeCollector;
  readonly #transform: MifHeader['transform'];
  /** Units of the file between a curve and its chords. */
  readonly #chordError: number;
  #chords = 0;
  #rest: string[] = [];

  constructor(name: string, lines: LineReader, shapes: ShapeCollector, header: MifHeader, chordError: number) {
    this.#name = name;
    this.#lines = lines;
    this.#shapes = shapes;
    this.#transform = header.transform;
    this.#chordError = chordError;
  }

  /** The number of records. */
  all(): number {
    let count = 0;
    let parts = 0;
    for (let line = this.#lines.next(); line !== null; line = this.#lines.next()) {
      const [keyword, ...words] = line.trim().split(/[\s,]+/);
      const what = keyword.toLowerCase();
      if (!this.#isObject(what)) continue;
      // The objects of a collection are parts of one record.
      if (parts > 0) parts--;
      else if (count++ > 0) this.#shapes.endFeature();
      if (what === 'collection') {
        parts = this.#count(words);
        this.#shapes.collection();
      } else this.#object(what, words);
    }
    if (count > 0) this.#shapes.endFeature();
    return count;
  }

  #isObject(what: string): boolean {
    return /^(region|rect|roundrect|ellipse|pline|none|collection)$/.test(what) || Object.hasOwn(others, what);
  }

  #object(what: string, words: string[]): void {
    this.#rest = words;
    if (what === 'region') this.#region();
    else if (what === 'pline') this.#pline(words);
    else if (what === 'rect') this.#area(this.#corners().map((at) => ({ at, bulge: 0 })));
    else if (what === 'ellipse') this.#ellipse();
    else if (what === 'roundrect') this.#roundrect();
    else if (what !== 'none') this.#shapes.left(others[what]);
  }

  #count(words: readonly string[]): number {
    const [word = this.#lines.next()?.trim() ?? ''] = words;
    if (!/^\d{1,9}$/.test(word)) this.#wrong(word, 'point-count');
    return Number(word);
  }

  /** The next number, on this line or those that follow. */
  #number(): number {
    while (this.#rest.length === 0) {
      const line = this.#lines.next() ?? stop('truncated', { name: this.#name, record: 0 });
      this.#rest = line.trim().split(/[\s,]+/).filter(Boolean); // prettier-ignore
    }
    const word = this.#rest.shift()!;
    const number = realOf(word);
    return Number.isNaN(number) ? this.#wrong(word, 'number') : number;
  }

  #position(): Position {
    const [mx, my, dx, dy] = this.#transform;
    const x = this.#number() * mx + dx;
    return [x, this.#number() * my + dy];
  }

  #points(): Position[] {
    const count = this.#count([String(this.#number())]);
    if (count > mostRingPoints) stop('too-many-points', { where: this.#name, line: this.#lines.line, most: mostRingPoints }); // prettier-ignore
    return Array.from({ length: count }, () => this.#position());
  }

  /** Rings without a mark of what is a hole: by containment. */
  #region(): void {
    const count = this.#number();
    if (count > mostRings) this.#tooManyRings();
    const rings: Position[][] = [];
    for (let i = 0; i < count; i++) {
      const ring = this.#points();
      if (ring.length > 0) rings.push(ring);
    }
    for (const part of rings.length === 1 ? [rings] : nestAsDrawn(rings)) this.#part(part);
  }

  /** `Pline 4`, or `Pline Multiple 2` and the points of each. */
  #pline(words: string[]): void {
    const isMultiple = /^multiple$/i.test(words[0] ?? '');
    this.#rest = isMultiple ? words.slice(1) : words;
    const sections = isMultiple ? this.#number() : 1;
    // Of open lines there may be any number: they bound nothing, and are said.
    for (let i = 0, closed = 0; i < sections; i++) {
      const line = this.#points();
      if (isClosed(line) && ++closed > mostRings) this.#tooManyRings();
      this.#shapes.line(line, 'LineString');
    }
  }

  #corners(): [Position, Position, Position, Position] {
    const [[x1, y1], [x2, y2]] = [this.#position(), this.#position()];
    const [west, east] = [Math.min(x1, x2), Math.max(x1, x2)];
    const [south, north] = [Math.min(y1, y2), Math.max(y1, y2)];
    return [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ];
  }

  #ellipse(): void {
    const [[west, south], , [east, north]] = this.#corners();
    const [a, b] = [(east - west) / 2, (north - south) / 2];
    if (!(a > 0 && b > 0)) return this.#shapes.left('Ellipse');
    const shape = { centre: [west + a, south + b] as const, major: [a, 0] as const, ratio: b / a };
    this.#area(ellipseEdges(shape, 0, 360, 1, this.#chordError));
  }

  /** Its corners are quarters of a circle, whose diameter is given. */
  #roundrect(): void {
    const [[west, south], , [east, north]] = this.#corners();
    const r = Math.min(Math.abs(this.#number()) / 2, (east - west) / 2, (north - south) / 2);
    const quarter = Math.tan(Math.PI / 8);
    const vertex = (x: number, y: number, bulge: number): BulgeVertex => ({ at: [x, y], bulge });
    this.#area([
      vertex(west + r, south, 0),
      vertex(east - r, south, quarter),
      vertex(east, south + r, 0),
      vertex(east, north - r, quarter),
      vertex(east - r, north, 0),
      vertex(west + r, north, quarter),
      vertex(west, north - r, 0),
      vertex(west, south + r, quarter),
    ]);
  }

  #area(outline: readonly BulgeVertex[]): void {
    const { ring, curves } = densify(outline, this.#chordError);
    this.curves += curves;
    this.#chords += ring.length;
    if (this.#chords > MOST_CHORDS)
      stop('too-large', { where: this.#name, what: 'points', found: this.#chords, most: MOST_CHORDS });
    this.#part([ring]);
  }

  #part(rings: readonly (readonly Position[])[]): void {
    for (const ring of rings) {
      for (const [x, y] of ring) this.#shapes.point(x, y);
      this.#shapes.endRing();
    }
    this.#shapes.endPart();
  }

  #tooManyRings(): never {
    return stop('damaged', { name: this.#name, detail: 'too-many-rings', most: mostRings });
  }

  #wrong(text: string, detail: string): never {
    return stop('bad-line', { line: this.#lines.line, text: text.slice(0, 80), detail });
  }
}

const isClosed = (line: readonly Position[]): boolean =>
  line.length > 3 && line[0][0] === line[line.length - 1][0] && line[0][1] === line[line.length - 1][1];
