import type { PlaneCrs } from '../../geodesy/crs.ts';
import { RADIANS } from '../../geodesy/ellipsoid.ts';
import { planeRingArea, ringLength } from '../../geodesy/plane-area.ts';
import { COORDINATE_RESOLUTION_M } from '../../quantity/threshold.ts';
import type { Layer, Position } from '../columns/layer.ts';
import { outlineArea, outlineOf, outlinePerimeter, type Outline } from '../plane/outline.ts';
import type { BoundaryProblem, ProblemCode } from './problem.ts';
import { planeVertices, vertexRange, zoneOfFeature } from '../plane/project.ts';
import { ringFaults, type BareRing } from './ring-faults.ts';
import { relationProblems } from './ring-relations.ts';
import { touchProblems } from './ring-touches.ts';
import { spikeTips } from './spikes.ts';
import { clearlySound, METRES_PER_DEGREE } from './validity-screen.ts';
import { stopsAt, type Watch } from '../../watch.ts';

/*
 * Severity follows one question: is the area the same however one reads the boundary? What passes through itself, runs
 * back along itself or overlaps another ring is broken and has no figure. OGC 06-103r4 §6.1.11 is stricter: it also
 * forbids a ring that touches itself in a point (`duplicate-vertex`), rings that share a line (`shared-line`) and an
 * inside that touching rings cut in pieces (`interior-cut`). No reading changes the area of those: they are warnings.
 * So a feature is valid by OGC when nothing is found but `repeated-vertex`, which OGC allows.
 */

/** A ring drawn over itself has thousands of faults; the first ones are enough to find it. */
const MOST_FAULTS_PER_RING = 100;

/**
 * Everything wrong with the boundary 界址线 of feature `f`, with places in degrees. Empty means the figure is sound.
 * Crossings are decided exactly, on the surveyed numbers if there are any, else on the degrees.
 */
export const problemsOf = (layer: Layer, f: number): BoundaryProblem[] =>
  clearlySound(layer, f) ? [] : examine(layer, f);

/** Rows whose boundary is broken, ascending: those that `problemsOf` does more than warn of. Null when cancelled. */
export function invalidFeatures(layer: Layer, watch: Watch = {}): Uint32Array | null {
  const rows: number[] = [];
  for (let f = 0; f < layer.size; f++) {
    if (stopsAt(f, layer.size, watch)) return null;
    if (!clearlySound(layer, f) && examine(layer, f).some((p) => p.severity === 'broken')) rows.push(f);
  }
  watch.progress?.(1);
  return Uint32Array.from(rows);
}

/** The full examination: what `problemsOf` says, without a glance first. */
export function examine(layer: Layer, f: number): BoundaryProblem[] {
  const [from, to] = vertexRange(layer, f);
  for (let v = from; v < to; v++)
    if (!isOnEarth(layer, v)) return [{ ...placeOf(layer, f, v), code: 'not-a-number', severity: 'broken' }];
  const crs = zoneOfFeature(layer, f);
  const problems: BoundaryProblem[] = [];
  const broken = new Set<number>();
  const first = layer.ringStart[layer.partStart[f]];
  const last = layer.ringStart[layer.partStart[f + 1]];
  for (let ring = first; ring < last; ring++) {
    const found = ringProblems(layer, f, ring, crs);
    if (found.some((p) => p.severity === 'broken')) broken.add(ring);
    addAll(problems, found);
  }
  // Two rings of one feature at most can be compared when both are sound.
  if (last - first > 1)
    addAll(
      problems,
      relationProblems(layer, f, crs, (ring) => !broken.has(ring)),
    );
  // Each ring may have an area and the feature none: a hole as large as its shell.
  if (last - first > 1 && !problems.some((p) => p.severity === 'broken') && isEmpty(outlineOf(layer, f, crs)))
    problems.push({ ...placeOf(layer, f, from), code: 'zero-area', severity: 'broken' });
  if (last - first > 1 && !problems.some((p) => p.severity === 'broken')) addAll(problems, touchProblems(layer, f));
  return problems;
}

/** One by one: a boundary may have more problems than a call takes arguments. */
function addAll(into: BoundaryProblem[], found: readonly BoundaryProblem[]): void {
  for (const problem of found) into.push(problem);
}

const isEmpty = (outline: Outline): boolean =>
  Math.abs(outlineArea(outline)) <= COORDINATE_RESOLUTION_M * outlinePerimeter(outline);

function isOnEarth({ lonLat, surveyed }: Layer, v: number): boolean {
  const lon = lonLat[2 * v];
  const lat = lonLat[2 * v + 1];
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return false;
  return !surveyed || (Number.isFinite(surveyed.eastNorth[2 * v]) && Number.isFinite(surveyed.eastNorth[2 * v + 1]));
}

/** The place of a vertex: its degrees (0, 0 where they are no numbers) and its ring, `from` or a later one, and vertex number from 1. */
function placeOf(
  layer: Layer,
  f: number,
  v: number,
  from = layer.ringStart[layer.partStart[f]],
): { at: Position; ring: number; vertex: number } {
  const first = layer.ringStart[layer.partStart[f]];
  let ring = from;
  while (layer.vertexStart[ring + 1] <= v) ring++;
  // The closing vertex is the first one again.
  const last = layer.vertexStart[ring + 1] - 1;
  const vertex = v === last ? 0 : v - layer.vertexStart[ring];
  const lon = layer.lonLat[2 * v];
  const lat = layer.lonLat[2 * v + 1];
  const at: Position = Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : [0, 0];
  return { at, ring: ring - first + 1, vertex: vertex + 1 };
}

function ringProblems(layer: Layer, f: number, ring: number, crs: PlaneCrs): BoundaryProblem[] {
  const from = layer.vertexStart[ring];
  const to = layer.vertexStart[ring + 1];
  if (from === to) return [];
  const found: BoundaryProblem[] = [];
  const add = (code: ProblemCode, severity: BoundaryProblem['severity'], v: number, at?: Position) => {
    const place = placeOf(layer, f, v, ring);
    found.push({ code, severity, ...place, at: at ?? place.at });
  };
  const bare = bareRing(layer, from, to, (v) => add('repeated-vertex', 'warning', v));
  if (differentPoints(bare) < 3) {
    add('too-few-points', 'broken', from);
    return found;
  }
  for (const i of spikeTips(bare, scaleAt(layer, from))) add('spike', 'broken', bare.vertices[i]);
  for (const { code, i, t } of ringFaults(bare, MOST_FAULTS_PER_RING)) {
    const v = bare.vertices[i];
    const next = bare.vertices[(i + 1) % bare.vertices.length];
    add(code, code === 'duplicate-vertex' ? 'warning' : 'broken', v, along(layer, v, next, t));
  }
  const xy = planeVertices(layer, crs, from, to);
  const thinnest = COORDINATE_RESOLUTION_M * ringLength(xy, 0, to - from);
  // A crossing ring may well sum to nothing: the crossing is the news. A ring folded flat is told by its spikes as well.
  if (!found.some((p) => p.code === 'self-crossing') && Math.abs(planeRingArea(xy, 0, to - from)) <= thinnest)
    add('zero-area', 'broken', from);
  return found;
}

/** The ring without vertices that repeat the one before and without the closing one; each repeat is reported. */
function bareRing(layer: Layer, from: number, to: number, repeated: (v: number) => void): BareRing {
  const xy = layer.surveyed?.eastNorth ?? layer.lonLat;
  const differs = (v: number, w: number) => xy[2 * v] !== xy[2 * w] || xy[2 * v + 1] !== xy[2 * w + 1];
  const vertices = [from];
  for (let v = from + 1; v < to - 1; v++)
    if (differs(v, vertices[vertices.length - 1])) vertices.push(v);
    else repeated(v);
  // The closing vertex repeats the first by right, but the one before it does not.
  while (vertices.length > 1 && !differs(vertices[vertices.length - 1], from)) repeated(vertices.pop()!);
  return { xy, vertices };
}

function differentPoints({ xy, vertices }: BareRing): number {
  if (vertices.length > 6) return vertices.length; // enough to be three unless drawn to and fro: then it is a spike
  return new Set(vertices.map((v) => `${xy[2 * v]} ${xy[2 * v + 1]}`)).size;
}

/** Metres per unit of each stored coordinate. */
function scaleAt(layer: Layer, v: number): readonly [number, number] {
  if (layer.surveyed) return [1, 1];
  return [METRES_PER_DEGREE * Math.cos(layer.lonLat[2 * v + 1] * RADIANS), METRES_PER_DEGREE];
}

function along({ lonLat }: Layer, v: number, next: number, t: number): Position {
  const part = Number.isFinite(t) ? t : 0;
  return [
    lonLat[2 * v] + part * (lonLat[2 * next] - lonLat[2 * v]),
    lonLat[2 * v + 1] + part * (lonLat[2 * next + 1] - lonLat[2 * v + 1]),
  ];
}
