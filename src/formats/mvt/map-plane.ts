import type { Layer } from '../../domain/geometry/columns/layer.ts';
import { borderNodes } from '../../domain/geometry/draw/simplify-nodes.ts';
import { vertexWeights } from '../../domain/geometry/draw/simplify.ts';
import { mercator } from './mercator.ts';

/** A layer's features in degrees alone: all that a drawing needs. */
export type Outlines = Omit<Layer, 'surveyed'>;

/** What is left out of borders when they are drawn coarser (`domain/geometry/draw/simplify.ts`), vertex by vertex. */
export interface Borders {
  readonly nodes: Uint8Array;
  readonly weights: Float32Array;
}

/** Features on the map's plane: the unit square of Web Mercator, x east and y south. */
export class MapPlane {
  readonly outlines: Outlines;
  /** Interleaved. */
  readonly xy: Float64Array;
  /** West, north, east, south of each feature. */
  readonly boxes: Float64Array;
  #borders: Borders | null = null;

  constructor({ size, lonLat, vertexStart, ringStart, partStart }: Outlines) {
    this.outlines = { size, lonLat, vertexStart, ringStart, partStart };
    this.xy = mercator(lonLat);
    this.boxes = boxesOf(this.outlines, this.xy);
  }

  /** As if these features were all there are, until others are told of: made when first asked for. */
  get borders(): Borders {
    if (this.#borders) return this.#borders;
    const nodes = borderNodes(this.outlines);
    return (this.#borders = { nodes, weights: vertexWeights(this.outlines, this.xy, nodes) });
  }
}

function boxesOf({ size, partStart, ringStart, vertexStart }: Outlines, xy: Float64Array): Float64Array {
  const boxes = new Float64Array(4 * size);
  for (let f = 0; f < size; f++) {
    let west = Infinity;
    let north = Infinity;
    let east = -Infinity;
    let south = -Infinity;
    const last = vertexStart[ringStart[partStart[f + 1]]];
    for (let v = vertexStart[ringStart[partStart[f]]]; v < last; v++) {
      if (xy[2 * v] < west) west = xy[2 * v];
      if (xy[2 * v] > east) east = xy[2 * v];
      if (xy[2 * v + 1] < north) north = xy[2 * v + 1];
      if (xy[2 * v + 1] > south) south = xy[2 * v + 1];
    }
    boxes[4 * f] = west;
    boxes[4 * f + 1] = north;
    boxes[4 * f + 2] = east;
    boxes[4 * f + 3] = south;
  }
  return boxes;
}
