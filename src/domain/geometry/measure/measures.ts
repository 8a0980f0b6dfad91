import type { PlaneCrs } from '../../geodesy/crs.ts';
import { planeRingArea, ringLength } from '../../geodesy/plane-area.ts';
import { straightRingAreas } from '../../geodesy/ring-areas.ts';
import { straightRingArea } from '../../geodesy/straight-area.ts';
import type { Metres, SquareMetres } from '../../quantity/units.ts';
import type { Layer } from '../columns/layer.ts';
import { planeVertices, vertexRange, zoneOfFeature } from '../plane/project.ts';
import { stopsAt, type Watch } from '../../watch.ts';

export { boundsOf } from '../plane/project.ts';

export interface Areas {
  /** 平面面积 in the 3° zone of the land; from the surveyed numbers when they are in it. */
  readonly planeM2: SquareMetres;
  readonly planeCrs: PlaneCrs;
  /** 椭球面积, boundary lines straight on that plane: the limit of cutting them ever finer. */
  readonly ellipsoidM2: SquareMetres;
  /** Length of all boundary lines on the plane, holes included. */
  readonly perimeterM: Metres;
}

/** The areas of every feature by row: what `areasOf` says of one, the ellipsoidal area within 10⁻¹⁰ of it. */
export interface LayerAreas {
  readonly planeM2: Float64Array;
  readonly planeCrs: readonly PlaneCrs[];
  readonly ellipsoidM2: Float64Array;
  readonly perimeterM: Float64Array;
}

/** Features projected together: an array for each alone takes longer than all its areas. */
const BLOCK = 256;

/** Area on both bases of feature `f`, holes taken off, whichever way its rings turn. Check `problemsOf` first. */
export function areasOf(layer: Layer, f: number): Areas {
  const planeCrs = planeOf(layer, f);
  const [from, to] = vertexRange(layer, f);
  const xy = planeVertices(layer, planeCrs, from, to);
  return { planeCrs, ...sumOfRings(layer, f, { xy, from, ellipsoid: (_, a, b) => straightRingArea(xy, a, b) }) };
}

/** The areas of a whole layer; NaN at `broken` rows, whose coordinates may be anything. Null when the watch cancels it. */
export function layerAreas(layer: Layer, broken?: ReadonlySet<number>): LayerAreas;
export function layerAreas(layer: Layer, broken: ReadonlySet<number>, watch: Watch): LayerAreas | null;
export function layerAreas(
  layer: Layer,
  broken: ReadonlySet<number> = new Set(),
  watch: Watch = {},
): LayerAreas | null {
  const column = () => new Float64Array(layer.size).fill(NaN);
  const [planeM2, ellipsoidM2, perimeterM] = [column(), column(), column()];
  const planeCrs = new Array<PlaneCrs>(layer.size);
  for (let f = 0; f < layer.size;) {
    if (broken.has(f)) {
      f++;
      continue;
    }
    const crs = planeOf(layer, f);
    const first = f;
    do planeCrs[f++] = crs;
    while (f < layer.size && f < first + BLOCK && !broken.has(f) && planeOf(layer, f).epsg === crs.epsg);
    const rings = ringsOnPlane(layer, crs, first, f);
    for (let g = first; g < f; g++) {
      if (stopsAt(g, layer.size, watch)) return null;
      const areas = sumOfRings(layer, g, rings);
      planeM2[g] = areas.planeM2;
      ellipsoidM2[g] = areas.ellipsoidM2;
      perimeterM[g] = areas.perimeterM;
    }
  }
  watch.progress?.(1);
  return { planeM2, planeCrs, ellipsoidM2, perimeterM };
}

/** The plane of a feature: land surveyed in its own zone keeps the CRS it was surveyed in, prefix or not. */
function planeOf(layer: Layer, f: number): PlaneCrs {
  const zone = zoneOfFeature(layer, f);
  const { surveyed } = layer;
  return surveyed?.crs.width === 3 && surveyed.crs.zone === zone.zone ? surveyed.crs : zone;
}

interface PlaneRings {
  /** Vertices from number `from` on, as `planeVertices` gives them. */
  readonly xy: Float64Array;
  readonly from: number;
  /** Signed ellipsoidal area of ring `r`, whose vertices are `a .. b` of `xy`. */
  readonly ellipsoid: (r: number, a: number, b: number) => SquareMetres;
}

function ringsOnPlane(layer: Layer, crs: PlaneCrs, first: number, last: number): PlaneRings {
  const { lonLat, vertexStart, ringStart, partStart, surveyed } = layer;
  const firstRing = ringStart[partStart[first]];
  const lastRing = ringStart[partStart[last]];
  const from = vertexStart[firstRing];
  const xy = planeVertices(layer, crs, from, vertexStart[lastRing]);
  // The degrees of a survey are rounded: its areas are those of the surveyed numbers.
  if (surveyed) return { xy, from, ellipsoid: (_, a, b) => straightRingArea(xy, a, b) };
  const areas = new Float64Array(lastRing - firstRing);
  straightRingAreas(lonLat, vertexStart, crs.centralMeridian, areas, firstRing, lastRing);
  return { xy, from, ellipsoid: (r) => areas[r - firstRing] };
}

function sumOfRings(layer: Layer, f: number, { xy, from, ellipsoid }: PlaneRings): Omit<Areas, 'planeCrs'> {
  let planeM2 = 0;
  let ellipsoidM2 = 0;
  let perimeterM = 0;
  for (let p = layer.partStart[f]; p < layer.partStart[f + 1]; p++)
    for (let r = layer.ringStart[p]; r < layer.ringStart[p + 1]; r++) {
      const a = layer.vertexStart[r] - from;
      const b = layer.vertexStart[r + 1] - from;
      const plane = planeRingArea(xy, a, b);
      const role = (plane < 0 ? -1 : 1) * (r === layer.ringStart[p] ? 1 : -1);
      planeM2 += role * plane;
      ellipsoidM2 += role * ellipsoid(r, a, b);
      perimeterM += ringLength(xy, a, b);
    }
  return { planeM2, ellipsoidM2, perimeterM };
}
