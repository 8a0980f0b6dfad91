import type { PlaneCrs } from '../geodesy/crs.ts';
import { planeRingArea, ringLength } from '../geodesy/plane-area.ts';
import { straightRingArea } from '../geodesy/straight-area.ts';
import type { Metres, SquareMetres } from '../quantity/units.ts';
import type { Layer } from './layer.ts';
import { planeVertices, vertexRange, zoneOfFeature } from './project.ts';

export { boundsOf } from './project.ts';

export interface Areas {
  /** 平面面积 in the 3° zone of the land; from the surveyed numbers when they are in it. */
  readonly planeM2: SquareMetres;
  readonly planeCrs: PlaneCrs;
  /** 椭球面积, boundary lines straight on that plane: the limit of cutting them ever finer. */
  readonly ellipsoidM2: SquareMetres;
  /** Length of all boundary lines on the plane, holes included. */
  readonly perimeterM: Metres;
}

/** Area on both bases of feature `f`, holes taken off, whichever way its rings turn. Check `problemsOf` first. */
export function areasOf(layer: Layer, f: number): Areas {
  const zone = zoneOfFeature(layer, f);
  // Land surveyed in its own zone keeps the CRS it was surveyed in, prefix or not.
  const { surveyed } = layer;
  const own = surveyed?.crs.width === 3 && surveyed.crs.zone === zone.zone;
  const planeCrs = own ? surveyed.crs : zone;
  const [from, to] = vertexRange(layer, f);
  const xy = planeVertices(layer, planeCrs, from, to);
  let planeM2 = 0;
  let ellipsoidM2 = 0;
  let perimeterM = 0;
  for (let p = layer.partStart[f]; p < layer.partStart[f + 1]; p++)
    for (let r = layer.ringStart[p]; r < layer.ringStart[p + 1]; r++) {
      const [a, b] = [layer.vertexStart[r] - from, layer.vertexStart[r + 1] - from];
      const plane = planeRingArea(xy, a, b);
      const role = (plane < 0 ? -1 : 1) * (r === layer.ringStart[p] ? 1 : -1);
      planeM2 += role * plane;
      ellipsoidM2 += role * straightRingArea(xy, a, b);
      perimeterM += ringLength(xy, a, b);
    }
  return { planeM2, planeCrs, ellipsoidM2, perimeterM };
}

/** The areas of every feature, row by row, as `areasOf` gives them. */
export interface LayerAreas {
  readonly planeM2: Float64Array;
  readonly ellipsoidM2: Float64Array;
  readonly perimeterM: Float64Array;
}

export function layerAreas(layer: Layer): LayerAreas {
  const planeM2 = new Float64Array(layer.size);
  const ellipsoidM2 = new Float64Array(layer.size);
  const perimeterM = new Float64Array(layer.size);
  for (let f = 0; f < layer.size; f++) {
    const areas = areasOf(layer, f);
    planeM2[f] = areas.planeM2;
    ellipsoidM2[f] = areas.ellipsoidM2;
    perimeterM[f] = areas.perimeterM;
  }
  return { planeM2, ellipsoidM2, perimeterM };
}
