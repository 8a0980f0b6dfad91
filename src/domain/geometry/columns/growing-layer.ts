import type { Layer } from './layer.ts';

/** An array that grows at its end, by half of itself when it is full, and what of it is in use. */
class Column<A extends Float64Array | Uint32Array> {
  #array: A;
  #used: number;
  readonly #make: (length: number) => A;

  /** The array given is never written to: the first push copies it. */
  constructor(array: A, make: (length: number) => A) {
    this.#array = array;
    this.#used = array.length;
    this.#make = make;
  }

  get used(): A {
    return this.#array.subarray(0, this.#used) as A;
  }

  get last(): number {
    return this.#array[this.#used - 1];
  }

  push(values: A): void {
    const length = this.#used + values.length;
    if (length > this.#array.length) {
      const grown = this.#make(Math.max(length, Math.ceil(this.#array.length * 1.5), 64));
      grown.set(this.used as never);
      this.#array = grown;
    }
    this.#array.set(values as never, this.#used);
    this.#used = length;
  }
}

const doubles = (length: number) => new Float64Array(length);
const offsets = (length: number) => new Uint32Array(length);

/**
 * A layer that takes further features at its end. Rows once there never change, so whatever was told of one stays true;
 * a feature drawn anew is a new row. Taking one costs what it has of vertices.
 */
export class GrowingLayer {
  readonly #lonLat: Column<Float64Array>;
  readonly #eastNorth: Column<Float64Array> | null;
  readonly #vertexStart: Column<Uint32Array>;
  readonly #ringStart: Column<Uint32Array>;
  readonly #partStart: Column<Uint32Array>;
  #layer: Layer;

  constructor(base: Layer) {
    this.#layer = base;
    this.#lonLat = new Column(base.lonLat, doubles);
    this.#eastNorth = base.surveyed ? new Column(base.surveyed.eastNorth, doubles) : null;
    this.#vertexStart = new Column(base.vertexStart, offsets);
    this.#ringStart = new Column(base.ringStart, offsets);
    this.#partStart = new Column(base.partStart, offsets);
  }

  /** All rows so far; a layer taken earlier keeps those it had. */
  get layer(): Layer {
    return this.#layer;
  }

  /** The row of the one feature of `shape`, which is in the same coordinates as the layer: else RangeError, and nothing is taken. */
  append(shape: Layer): number {
    const { surveyed } = this.#layer;
    if (shape.size !== 1) throw new RangeError(`one feature is taken at a time, not ${shape.size}`);
    if (shape.surveyed?.crs.epsg !== surveyed?.crs.epsg)
      throw new RangeError('a feature in other coordinates cannot be put to a layer');
    const row = this.#layer.size;
    pushStarts(this.#partStart, shape.partStart);
    pushStarts(this.#ringStart, shape.ringStart);
    pushStarts(this.#vertexStart, shape.vertexStart);
    this.#lonLat.push(shape.lonLat);
    if (shape.surveyed) this.#eastNorth!.push(shape.surveyed.eastNorth);
    this.#layer = {
      size: row + 1,
      lonLat: this.#lonLat.used,
      vertexStart: this.#vertexStart.used,
      ringStart: this.#ringStart.used,
      partStart: this.#partStart.used,
      ...(surveyed && { surveyed: { crs: surveyed.crs, eastNorth: this.#eastNorth!.used } }),
    };
    return row;
  }
}

/** Offsets of another column, run on from the last one here. */
function pushStarts(column: Column<Uint32Array>, starts: Uint32Array): void {
  const shift = column.last - starts[0];
  column.push(starts.subarray(1).map((start) => start + shift));
}
