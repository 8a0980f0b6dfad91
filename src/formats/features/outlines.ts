import type { MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';

/**
 * Outlines as columns in the CRS and unit of a file, laid out like a `Layer`: feature f owns parts
 * `partStart[f] .. partStart[f+1]`, and so on down to vertices. Every ring repeats its first vertex at the end.
 */
export interface Outlines {
  readonly size: number;
  /** East or longitude first, interleaved; length 2 × vertices. */
  readonly xy: Float64Array;
  readonly vertexStart: Uint32Array;
  readonly ringStart: Uint32Array;
  readonly partStart: Uint32Array;
}

/** Numbers of a piece; two a vertex. */
const PIECE = 1 << 15;

/** Where things begin, and behind them where the last one ends. */
class Starts {
  #array = new Uint32Array(1024);
  /** Things that have ended. */
  count = 0;
  last = 0;

  push(end: number): void {
    if (++this.count === this.#array.length) {
      const grown = new Uint32Array(2 * this.count);
      grown.set(this.#array);
      this.#array = grown;
    }
    this.#array[this.count] = this.last = end;
  }

  all(): Uint32Array {
    return this.#array.slice(0, this.count + 1);
  }
}

/** Collects vertices, rings, parts and features in the order of a file; each `end…` closes what came since the last. */
export class OutlineBuilder {
  /** Pieces that are full, and the one in hand: numbers that were put are not copied until the end. */
  readonly #full: Float64Array[] = [];
  #xy = new Float64Array(PIECE);
  #used = 0;
  #vertices = 0;
  #firstX = 0;
  #firstY = 0;
  #lastX = 0;
  #lastY = 0;
  readonly #vertexStart = new Starts();
  readonly #ringStart = new Starts();
  readonly #partStart = new Starts();

  point(x: number, y: number): void {
    if (this.#used === PIECE) {
      this.#full.push(this.#xy);
      this.#xy = new Float64Array(PIECE);
      this.#used = 0;
    }
    if (this.#vertices === this.#vertexStart.last) [this.#firstX, this.#firstY] = [x, y];
    this.#xy[this.#used++] = x;
    this.#xy[this.#used++] = y;
    this.#lastX = x;
    this.#lastY = y;
    this.#vertices++;
  }

  /** A ring that came open is closed. */
  endRing(): void {
    const count = this.#vertices - this.#vertexStart.last;
    const isOpen = this.#lastX !== this.#firstX || this.#lastY !== this.#firstY;
    if (count > 1 && isOpen) this.point(this.#firstX, this.#firstY);
    this.#vertexStart.push(this.#vertices);
  }

  /** The first ring of a part is its shell, the others are holes. */
  endPart(): void {
    this.#ringStart.push(this.#vertexStart.count);
  }

  /** A feature without parts has no geometry. */
  endFeature(): void {
    this.#partStart.push(this.#ringStart.count);
  }

  /** Nested: parts → rings → [x, y]; null has no geometry. */
  feature(parts: MultiPolygon | null): void {
    for (const rings of parts ?? []) {
      for (const ring of rings) {
        for (const [x, y] of ring) this.point(x, y);
        this.endRing();
      }
      this.endPart();
    }
    this.endFeature();
  }

  build(): Outlines {
    return {
      size: this.#partStart.count,
      xy: this.#whole(),
      vertexStart: this.#vertexStart.all(),
      ringStart: this.#ringStart.all(),
      partStart: this.#partStart.all(),
    };
  }

  #whole(): Float64Array {
    const whole = new Float64Array(2 * this.#vertices);
    let at = 0;
    for (const piece of [...this.#full, this.#xy.subarray(0, this.#used)]) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}

/** Nested outlines (parts → rings → [x, y]) as columns; null has no geometry. */
export function outlinesOf(features: readonly (MultiPolygon | null)[]): Outlines {
  const builder = new OutlineBuilder();
  for (const feature of features) builder.feature(feature);
  return builder.build();
}

export function firstPosition({ xy }: Outlines): Position | null {
  for (let i = 0; i < xy.length; i += 2)
    if (Number.isFinite(xy[i]) && Number.isFinite(xy[i + 1])) return [xy[i], xy[i + 1]];
  return null;
}

/** The same outlines with the two numbers of every vertex exchanged. */
export function swapped(outlines: Outlines): Outlines {
  const xy = new Float64Array(outlines.xy.length);
  for (let i = 0; i < xy.length; i += 2) [xy[i], xy[i + 1]] = [outlines.xy[i + 1], outlines.xy[i]];
  return { ...outlines, xy };
}
