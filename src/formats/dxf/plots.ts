import { ok, type Result } from '../../domain/outcome.ts';
import type { MultiPolygon } from '../../domain/geometry/columns/layer.ts';
import type { FormatRefusal } from '../contract.ts';
import { nestAsDrawn, polygonArea } from '../rings.ts';
import { tellByCode, type ByCode } from './coded.ts';
import { facesOfLayer, looksLikeRoad } from './faces.ts';
import { filledShapes, likeness } from './filled.ts';
import type { DrawnLayer, Found, OpenLine } from './found.ts';
import { byLayer, joinLines, type Joined } from './join.ts';
import { layerKey } from './layers.ts';
import { nestByLayer, type Shape } from './nest.ts';
import { isParcelLayer } from './overlapping.ts';
import { noXdata, type Xdata } from './xdata.ts';

/** The plots of a drawing, from whatever draws them. Metres. */
export interface Plots {
  readonly shapes: readonly Shape[];
  /** Layers with closed shapes, and those whose lines were joined to some. */
  readonly layers: ReadonlyMap<string, DrawnLayer>;
  /** Outlines inside others of their layer. */
  readonly holes: number;
  /** Filled areas that are no filling of an outline. */
  readonly filled: number;
  readonly joined: Pick<Joined, 'used' | 'gapM' | 'forks'> & { readonly count: number };
  readonly left: ByCode['left'];
  /** Faces of a layer's lines that a person asked for, and how many look like roads. */
  readonly faces?: { readonly layer: string; readonly count: number; readonly roads: number };
  /** Arcs and curves that became chords. */
  readonly curves: number;
}

/** Closed outlines, filled areas, and lines that join to rings; those CASS has other codes for are left out. */
export function plotsOf(all: Found, chordErrorM: number): Plots {
  const { found, left, parcelLayers } = tellByCode(all);
  // Where CASS says what is a parcel, lines of its other layers are none.
  const isOfParcels = ({ layer }: OpenLine) =>
    parcelLayers.size === 0 || parcelLayers.has(layerKey(layer)) || isParcelLayer(layer);
  const joined = joinLines(found.lines.filter(isOfParcels), chordErrorM);
  const known = new Set(joined.rings.length > 0 ? found.rings.map(({ ring }) => likeness(ring)) : []);
  // Lines drawn along a closed outline, on whatever layer, are that outline.
  const rings = joined.rings.filter(({ ring }) => !known.has(likeness(ring)));
  const { shapes: drawn, holes } = nestByLayer([...found.rings, ...rings]);
  const filled = filledShapes([...found.rings, ...rings], found.hatches);
  const layers = new Map(found.layers);
  for (const [layer, own] of byLayer(rings)) {
    const key = layerKey(layer);
    const { name, count, hidden } = layers.get(key) ?? { name: layer, count: 0, hidden: 0 };
    layers.set(key, { name, count: count + own.length, hidden });
  }
  return {
    shapes: [...drawn, ...filled],
    layers,
    holes,
    filled: filled.length,
    joined: { ...joined, count: rings.length },
    left,
    curves: found.curves + joined.curves,
  };
}

/** All that the lines and outlines of one layer enclose, as a person asked for. */
export function facesAsPlots(found: Found, layer: string, chordErrorM: number): Result<Plots, FormatRefusal> {
  const faces = facesOfLayer(layer, found.lines, found.rings, chordErrorM);
  if (!faces.ok) return faces;
  const known = new Map(found.rings.map(({ ring, xdata }) => [likeness(ring), xdata]));
  const shapes = faces.value.map((outline) => faceShape(layer, outline, known));
  const arcs = found.lines.flatMap(({ edges }) => edges).filter(({ bulge, via }) => bulge !== 0 || via).length;
  return ok({
    shapes,
    layers: found.layers,
    holes: 0,
    filled: 0,
    joined: { used: new Set(found.lines), gapM: 0, forks: [], count: 0 },
    left: new Map(),
    faces: { layer, count: shapes.length, roads: shapes.filter(({ isRoadLike }) => isRoadLike).length },
    curves: found.curves + arcs,
  });
}

/** What CASS attached to an outline is that of the face it bounds. */
function faceShape(layer: string, outline: MultiPolygon, known: ReadonlyMap<string, Xdata>): Shape {
  const nested = nestAsDrawn(outline.flat());
  const xdata = known.get(likeness(outline[0][0])) ?? noXdata;
  return { layer, outline: nested, xdata, isRoadLike: looksLikeRoad(nested, Math.abs(polygonArea(nested))) };
}
