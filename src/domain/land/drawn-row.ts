import { buildLayer } from '../geometry/columns/builder.ts';
import type { Layer } from '../geometry/columns/layer.ts';
import { gatherRows } from '../geometry/edit/gather.ts';

/** A boundary where it is held. */
export interface Drawn {
  readonly layer: Layer;
  readonly row: number;
}

/** A layer without features in the same coordinates. */
export const likeButEmpty = ({ surveyed }: Layer): Layer => ({
  ...buildLayer([]),
  ...(surveyed && { surveyed: { crs: surveyed.crs, eastNorth: new Float64Array(0) } }),
});

/** One row as a layer of its own. */
export const alone = ({ layer, row }: Drawn): Layer => gatherRows(layer, [{ layer, from: row, to: row + 1 }]);

/** Whether a row of a layer is drawn as the one of `shape`, number by number. */
export function isDrawnAs({ layer, row }: Drawn, shape: Layer): boolean {
  const part = layer.partStart[row];
  const ring = layer.ringStart[part];
  const vertex = layer.vertexStart[ring];
  const { partStart, ringStart, vertexStart, lonLat, surveyed } = shape;
  return (
    layer.partStart[row + 1] - part === partStart[1] &&
    isSame(layer.ringStart, part, ringStart, ring) &&
    isSame(layer.vertexStart, ring, vertexStart, vertex) &&
    isSame(layer.lonLat, 2 * vertex, lonLat, 0) &&
    (surveyed === undefined || isSame(layer.surveyed!.eastNorth, 2 * vertex, surveyed.eastNorth, 0))
  );
}

/** Whether numbers from `at` on are these, each greater by `shift`. */
function isSame(all: ArrayLike<number>, at: number, these: ArrayLike<number>, shift: number): boolean {
  for (let i = 0; i < these.length; i++) if (!Object.is(all[at + i], these[i] + shift)) return false;
  return true;
}
