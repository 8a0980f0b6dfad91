import Flatbush from 'flatbush';
import type { PlaneCrs } from '../../geodesy/crs.ts';
import { COORDINATE_RESOLUTION_M } from '../../quantity/threshold.ts';
import type { Layer, Position } from '../columns/layer.ts';
import {
  insideOutline,
  outlineArea,
  outlineOfPart,
  outlineOfRing,
  outlinePerimeter,
  type Outline,
} from '../plane/outline.ts';
import { overlapPlace, sliverOf } from '../overlap/overlap.ts';
import type { BoundaryProblem } from './problem.ts';
import { commonArea } from '../overlap/trapezoids.ts';

/*
 * How the rings of a feature lie to each other, judged by the ground they share: more than 0.1 mm × the perimeter is an
 * overlap, less is how far two copies of one line differ. So parts may touch in points, and a hole or a part that runs
 * along its neighbour's border keeps its figure (`ring-touches` warns of it): the area is the same however one reads it.
 */

/** Problems among the rings and parts for which `sound(ring)` holds; the others have problems of their own. */
export function relationProblems(
  layer: Layer,
  f: number,
  crs: PlaneCrs,
  sound: (ring: number) => boolean,
): BoundaryProblem[] {
  const found: BoundaryProblem[] = [];
  const parts: { number: number; outline: Outline }[] = [];
  const firstRing = layer.ringStart[layer.partStart[f]];
  for (let p = layer.partStart[f]; p < layer.partStart[f + 1]; p++) {
    const rings = Array.from({ length: layer.ringStart[p + 1] - layer.ringStart[p] }, (_, i) => layer.ringStart[p] + i);
    if (rings.length > 1 && sound(rings[0]))
      for (const problem of holeProblems(layer, rings[0], rings.slice(1).filter(sound), firstRing, crs))
        found.push(problem);
    if (rings.every(sound)) parts.push({ number: rings[0] - firstRing + 1, outline: outlineOfPart(layer, p, crs) });
  }
  const over = overlapsAmong(parts.map((p) => p.outline));
  for (const [i, j] of over.pairs) {
    const at = overlapPlace(parts[i].outline, parts[j].outline, crs);
    found.push({ code: 'parts-overlap', severity: 'broken', at, ring: parts[j].number });
  }
  if (over.left > 0) found.push(unlooked(layer, parts[0].number + firstRing - 1, firstRing, over.left));
  return found;
}

/** Overlaps of one kind named in one feature: it is broken, and the first are enough to find them. */
const MOST_FAULTS = 100;
/** Pairs compared in one feature; rings laid in each other by the thousand would ask for more. */
const MOST_PAIRS = 300_000;

/** Pairs of outlines that share more ground than a sliver, in order, and how many pairs were not looked at any more. */
function overlapsAmong(outlines: readonly Outline[]): { pairs: readonly (readonly [number, number])[]; left: number } {
  const pairs: [number, number][] = [];
  if (outlines.length < 2) return { pairs, left: 0 };
  const index = new Flatbush(outlines.length, 16, Float64Array);
  for (const o of outlines) index.add(o.west, o.south, o.east, o.north);
  index.finish();
  let compared = 0;
  for (const [i, a] of outlines.entries()) {
    const meeting = index.search(a.west, a.south, a.east, a.north, (j) => j > i).sort((p, q) => p - q);
    if (compared + meeting.length > MOST_PAIRS) return { pairs, left: pairsFrom(outlines, i) };
    compared += meeting.length;
    for (const j of meeting) {
      if (commonArea(a, outlines[j]) <= sliverOf(a, outlines[j])) continue;
      pairs.push([i, j]);
      if (pairs.length === MOST_FAULTS) return { pairs, left: 0 };
    }
  }
  return { pairs, left: 0 };
}

/** Pairs of which the first is number `i` or a later one. */
const pairsFrom = ({ length }: readonly Outline[], i: number): number => ((length - i) * (length - i - 1)) / 2;

const unlooked = (layer: Layer, ring: number, firstRing: number, more: number): BoundaryProblem => ({
  code: 'too-many-rings',
  severity: 'broken',
  at: [layer.lonLat[2 * layer.vertexStart[ring]], layer.lonLat[2 * layer.vertexStart[ring] + 1]],
  ring: ring - firstRing + 1,
  more,
});

function holeProblems(
  layer: Layer,
  shellRing: number,
  holeRings: readonly number[],
  firstRing: number,
  crs: PlaneCrs,
): BoundaryProblem[] {
  const found: BoundaryProblem[] = [];
  const shell = outlineOfRing(layer, shellRing, crs);
  const holes = holeRings.map((ring) => ({ ring, outline: outlineOfRing(layer, ring, crs) }));
  for (const { ring, outline } of holes) {
    const common = commonArea(shell, outline);
    const resolution = COORDINATE_RESOLUTION_M * outlinePerimeter(outline);
    if (common >= outlineArea(outline) - resolution) continue;
    found.push({
      code: common <= resolution ? 'hole-outside' : 'rings-cross',
      severity: 'broken',
      ring: ring - firstRing + 1,
      ...vertexOutside(layer, ring, outline, shell),
    });
  }
  const over = overlapsAmong(holes.map((h) => h.outline));
  for (const [i, j] of over.pairs) {
    const at = overlapPlace(holes[i].outline, holes[j].outline, crs);
    found.push({ code: 'rings-cross', severity: 'broken', at, ring: holes[j].ring - firstRing + 1 });
  }
  if (over.left > 0) found.push(unlooked(layer, shellRing, firstRing, over.left));
  return found;
}

/** The first vertex of a hole that its shell does not hold. */
function vertexOutside(layer: Layer, ring: number, hole: Outline, shell: Outline): { at: Position; vertex: number } {
  const first = layer.vertexStart[ring];
  const count = layer.vertexStart[ring + 1] - first - 1;
  let i = 0;
  while (i < count && insideOutline(shell, hole.xy[2 * i], hole.xy[2 * i + 1])) i++;
  if (i === count) i = 0;
  return { at: [layer.lonLat[2 * (first + i)], layer.lonLat[2 * (first + i) + 1]], vertex: i + 1 };
}
