import Flatbush from 'flatbush';
import type { Layer, Position } from '../columns/layer.ts';
import { breaks, decimalsFor } from './check.ts';
import { Frame, hasGeometry, keyOf, layerLike, planeOf, storedArea, storedFeature, type Shape } from './frame.ts';
import type { FeatureChange } from './proposal.ts';
import { boxOf, ringArea } from './shapes.ts';
import { withVertices } from './insertions.ts';

/**
 * A whole layer on the desk, so that what happens to a shared vertex happens to everyone who has it. Edits replace
 * shapes; `changes` compares them with the layer.
 */
export class Sheet {
  readonly frame: Frame;
  readonly layer: Layer;
  /** Features that are drawn, with coordinates that are numbers; ascending. */
  readonly rows: readonly number[];
  readonly bad: readonly number[];
  readonly #read = new Map<number, Shape>();
  readonly #shapes = new Map<number, Shape>();
  readonly #index: Flatbush | null;

  constructor(frame: Frame, layer: Layer = frame.layer) {
    this.frame = frame;
    this.layer = layer;
    const drawn = Array.from({ length: layer.size }, (_, f) => f).filter((f) => hasGeometry(layer, f));
    for (const f of drawn) {
      const shape = frame.read(f, layer);
      if (shape.flat(2).every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))) this.#read.set(f, shape);
    }
    this.rows = drawn.filter((f) => this.#read.has(f));
    this.bad = drawn.filter((f) => !this.#read.has(f));
    this.#index = this.rows.length > 0 ? new Flatbush(this.rows.length, 16, Float64Array) : null;
    for (const f of this.rows) this.#index?.add(...boxOf(this.shape(f)));
    this.#index?.finish();
  }

  shape(f: number): Shape {
    return this.#shapes.get(f) ?? this.#read.get(f) ?? [];
  }

  replace(f: number, shape: Shape): void {
    this.#shapes.set(f, shape);
  }

  /** Whether the shape, as it would be stored, is a broken boundary. */
  breaks(shape: Shape): boolean {
    const after = this.frame.write(shape, undefined, this.layer);
    return after.length === 0 || breaks(this.layer, after);
  }

  /** The shape after it was stored and read again. */
  asStored(shape: Shape): Shape {
    return this.frame.read(0, layerLike(this.layer, [this.frame.write(shape, undefined, this.layer)]));
  }

  /** Everything as it was read. */
  reset(): void {
    this.#shapes.clear();
  }

  /** Features whose box, as read, comes within `slackM` of this one; ascending. */
  near(shape: Shape, slackM: number): number[] {
    const [w, s, e, n] = boxOf(shape);
    const found = this.#index?.search(w - slackM, s - slackM, e + slackM, n + slackM) ?? [];
    return found.sort((p, q) => p - q).map((i) => this.rows[i]);
  }

  /** Puts vertices into the edges of all features but `except` that they lie on. */
  insert(vertices: readonly Position[], reachM: number, around: Shape, except: ReadonlySet<number>): void {
    if (vertices.length === 0) return;
    for (const g of this.near(around, 1)) {
      if (except.has(g)) continue;
      const { shape, inserted } = withVertices(this.shape(g), vertices, reachM);
      if (inserted.length > 0) this.replace(g, shape);
    }
  }

  /** Decimals of a metre that new vertices need so that no changed area moves by more than rounding may. */
  decimals(): number {
    const digits = this.#touched().map((f) => {
      const shape = this.shape(f);
      return decimalsFor(this.frame, [{ shape, areaM2: shapeArea(shape) }], this.layer);
    });
    return Math.max(0, ...digits);
  }

  /**
   * What changed, in stored numbers, and which of it would be a broken boundary. Two sheets that share new vertices have
   * to be given the same `decimals`, or each would store its own numbers for one point.
   */
  changes(decimals = this.decimals()): { changes: FeatureChange[]; broken: number[] } {
    const { frame, layer } = this;
    const changes: FeatureChange[] = [];
    const broken: number[] = [];
    for (const f of this.#touched()) {
      const [before, after] = [storedFeature(layer, f), frame.write(this.shape(f), decimals, layer)];
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      if (after.length === 0 || breaks(layer, after)) broken.push(f);
      const crs = planeOf(layer, f);
      changes.push({
        feature: f,
        before,
        after,
        areaBeforeM2: storedArea(layer, before, crs),
        areaAfterM2: storedArea(layer, after, crs),
      });
    }
    return { changes, broken };
  }

  #touched(): number[] {
    return this.rows.filter((f) => this.#shapes.has(f));
  }
}

/** Ground of a shape in m², its holes taken off, whichever way its rings run. */
export const shapeArea = (shape: Shape): number =>
  shape.reduce(
    (sum, rings) => sum + rings.reduce((part, ring, r) => part + (r === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0),
    0,
  );

/** Places of all vertices of a shape. */
export const keysOf = (shape: Shape): string[] => shape.flat(2).map(keyOf);
