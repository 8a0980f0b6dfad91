import type { Position } from '../../domain/geometry/columns/layer.ts';
import { rowsWhere } from '../../domain/land/records/records.ts';
import type { FileNote, FormatRefusal } from '../contract.ts';
import { foundOf, kindOfShape } from '../found.ts';
import { nestAsDrawn } from '../rings.ts';
import { refuse } from '../../domain/outcome.ts';
import { OutlineBuilder, type Outlines } from './outlines.ts';

/**
 * What the shape of a record came to: an area; the area that closed lines bound; that of a collection, whose other shapes
 * are left out; nothing; or a shape that bounds none, by its type.
 */
export type ShapeOutcome = 'area' | 'lines' | 'collection' | 'empty' | Left;
interface Left {
  readonly left: string;
}

/** Outlines as `OutlineBuilder` collects them, from shapes of any type. */
export class ShapeCollector {
  readonly #builder = new OutlineBuilder();
  readonly #told: ShapeOutcome[] = [];
  #parts = 0;
  #lines: (readonly Position[])[] = [];
  #left: string | null = null;
  #isCollection = false;

  point(x: number, y: number): void {
    this.#builder.point(x, y);
  }

  endRing(): void {
    this.#builder.endRing();
  }

  endPart(): void {
    this.#parts++;
    this.#builder.endPart();
  }

  /** A line bounds an area where it comes back to its first point. */
  line(points: readonly Position[], type: string): void {
    if (points.length === 0) return;
    const [first, last] = [points[0], points[points.length - 1]];
    if (points.length > 3 && first[0] === last[0] && first[1] === last[1]) this.#lines.push(points);
    else this.left(type);
  }

  /** A shape that bounds no area. */
  left(type: string): void {
    this.#left ??= type;
  }

  collection(): void {
    this.#isCollection = true;
  }

  endFeature(): void {
    const others = this.#left !== null || this.#lines.length > 0;
    if (this.#parts > 0) this.#told.push(this.#isCollection && others ? 'collection' : 'area');
    else if (this.#left !== null) this.#told.push({ left: this.#isCollection ? 'GeometryCollection' : this.#left });
    else if (this.#lines.length > 0) this.#fill();
    else this.#told.push('empty');
    this.#builder.endFeature();
    this.#parts = 0;
    this.#lines = [];
    this.#left = null;
    this.#isCollection = false;
  }

  #fill(): void {
    for (const rings of nestAsDrawn(this.#lines)) {
      for (const ring of rings) {
        for (const [x, y] of ring) this.#builder.point(x, y);
        this.#builder.endRing();
      }
      this.#builder.endPart();
    }
    this.#told.push('lines');
  }

  build(): Outlines {
    return this.#builder.build();
  }

  outcomes(): readonly ShapeOutcome[] {
    return this.#told;
  }
}

/** Of outlines that came as areas or not at all. */
export const outcomesOfOutlines = ({ size, partStart }: Outlines): ShapeOutcome[] =>
  Array.from({ length: size }, (_, f) => (partStart[f] === partStart[f + 1] ? 'empty' : 'area'));

const isLeft = (told: ShapeOutcome): told is Left => typeof told === 'object';

/** Refused where no record of the file has an area, and some have other shapes. */
export function withoutAreas(name: string, told: readonly ShapeOutcome[]): FormatRefusal | null {
  if (told.some((own) => own !== 'empty' && !isLeft(own))) return null;
  const first = told.findIndex(isLeft);
  const own = told[first] as ShapeOutcome | undefined;
  return own === undefined || !isLeft(own)
    ? null
    : refuse('not-polygons', {
        name,
        where: `#${first + 1}`,
        type: own.left,
        found: foundOf(told.map((o) => [isLeft(o) ? kindOfShape(o.left) : 'null', 1] as const)),
      }).refusal;
}

const mostNamed = 10;

/** One note for all records of a kind, with the numbers of the first. */
export function shapeNotes(told: readonly ShapeOutcome[], idOf: (row: number) => string): FileNote[] {
  const named = (rows: readonly number[]) => ({
    count: rows.length,
    ids: rows.slice(0, mostNamed).map(idOf).join(', ') + (rows.length > mostNamed ? ' …' : ''), // prettier-ignore
  });
  const rowsOf = (is: (own: ShapeOutcome) => boolean) => rowsWhere(told, (row) => is(told[row]));
  const lines = rowsOf((own) => own === 'lines');
  const collections = rowsOf((own) => own === 'collection');
  const empty = rowsOf((own) => own === 'empty');
  const left = rowsOf(isLeft);
  const types = new Set(left.map((row) => (told[row] as Left).left));
  return [
    ...(lines.length > 0 ? [{ code: 'lines-closed' as const, params: named(lines) }] : []),
    ...(collections.length > 0 ? [{ code: 'collections-read' as const, params: named(collections) }] : []),
    ...(empty.length > 0 ? [{ code: 'boundary-missing' as const, params: named(empty) }] : []),
    ...(left.length > 0
      ? [{ code: 'boundary-other' as const, params: { ...named(left), types: [...types].slice(0, 5).join(', ') } }]
      : []),
  ];
}
