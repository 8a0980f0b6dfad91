import type { Layer } from '../columns/layer.ts';

/** West, south, east, north of every feature, degrees: what `boundsOf` says of one, ∞, ∞, −∞, −∞ without geometry. */
export function layerBoxes({ size, lonLat, vertexStart, ringStart, partStart }: Layer): Float64Array {
  const boxes = new Float64Array(4 * size);
  for (let f = 0; f < size; f++) {
    let west = Infinity;
    let south = Infinity;
    let east = -Infinity;
    let north = -Infinity;
    const last = vertexStart[ringStart[partStart[f + 1]]];
    for (let v = vertexStart[ringStart[partStart[f]]]; v < last; v++) {
      const lon = lonLat[2 * v];
      const lat = lonLat[2 * v + 1];
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
    boxes[4 * f] = west;
    boxes[4 * f + 1] = south;
    boxes[4 * f + 2] = east;
    boxes[4 * f + 3] = north;
  }
  return boxes;
}
