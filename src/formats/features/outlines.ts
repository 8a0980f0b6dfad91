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

/** Collects vertices, rings, parts and features in the order of a file; each `end…` closes what came since the last. */
export class OutlineBuilder {
  #xy = new Float64Array(1024);
  #vertices = 0;
  readonly #vertexStart = [0];
  readonly #ringStart = [0];
  readonly #partStart = [0];

  point(x: number, y: number): void {
    if (2 * this.#vertices === this.#xy.length) {
      const wider = new Float64Array(2 * this.#xy.length);
      wider.set(this.#xy);
      this.#xy = wider;
    }
    this.#xy[2 * this.#vertices] = x;
    this.#xy[2 * this.#vertices + 1] = y;
    this.#vertices++;
  }

  /** A ring that came open is closed. */
  endRing(): void {
    const first = 2 * this.#vertexStart[this.#vertexStart.length - 1];
    const last = 2 * this.#vertices - 2;
    const [x, y] = [this.#xy[first], this.#xy[first + 1]];
    if (last > first && (this.#xy[last] !== x || this.#xy[last + 1] !== y)) this.point(x, y);
    this.#vertexStart.push(this.#vertices);
  }

  /** The first ring of a part is its shell, the others are holes. */
  endPart(): void {
    this.#ringStart.push(this.#vertexStart.length - 1);
  }

  /** A feature without parts has no geometry. */
  endFeature(): void {
    this.#partStart.push(this.#ringStart.length - 1);
  }

  build(): Outlines {
    return {
      size: this.#partStart.length - 1,
      xy: this.#xy.slice(0, 2 * this.#vertices),
      vertexStart: Uint32Array.from(this.#vertexStart),
      ringStart: Uint32Array.from(this.#ringStart),
      partStart: Uint32Array.from(this.#partStart),
    };
  }
}

/** Nested outlines (parts → rings → [x, y]) as columns; null has no geometry. */
export function outlinesOf(features: readonly (MultiPolygon | null)[]): Outlines {
  const builder = new OutlineBuilder();
  for (const feature of features) {
    for (const rings of feature ?? []) {
      for (const ring of rings) {
        for (const [x, y] of ring) builder.point(x, y);
        builder.endRing();
      }
      builder.endPart();
    }
    builder.endFeature();
  }
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
