import type { Layer } from '../columns/layer.ts';
import { planeRingsOfLayer, type PlaneRings } from '../overlap/overlay-rings.ts';
import { invalidFeatures } from '../valid/validity.ts';
import type { Watch } from '../../watch.ts';

/** A layer made ready for overlays: its rings, and which of its features have no sound boundary and no ground. */
export interface OverlayLayer extends PlaneRings {
  readonly size: number;
  /** Rows with a broken boundary, ascending: an area of theirs would depend on how the boundary is read. */
  readonly broken: Uint32Array;
}

/**
 * `plane` holds the vertices of the layer in its order, interleaved metres of one plane, as `planeVertices` gives them.
 * Boundaries are checked here, once, so that no overlay can be taken of what was not. Null when cancelled.
 */
export function overlayLayer(layer: Layer, plane: Float64Array, watch: Watch = {}): OverlayLayer | null {
  const broken = invalidFeatures(layer, watch);
  if (!broken) return null;
  return { ...planeRingsOfLayer(layer, plane), size: layer.size, broken };
}
