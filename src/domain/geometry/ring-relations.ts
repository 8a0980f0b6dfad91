import type { PlaneCrs } from '../geodesy/crs.ts';
import { COORDINATE_RESOLUTION_M } from '../quantity/threshold.ts';
import type { Layer, Position } from './layer.ts';
import {
  boxesMeet,
  insideOutline,
  outlineArea,
  outlineOfPart,
  outlineOfRing,
  outlinePerimeter,
  type Outline,
} from './outline.ts';
import { overlapPlace, sliverOf } from './overlap.ts';
import type { BoundaryProblem } from './problem.ts';
import { commonArea } from './trapezoids.ts';

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
  for (let i = 0; i < parts.length; i++)
    for (let j = i + 1; j < parts.length; j++) {
      const [a, b] = [parts[i].outline, parts[j].outline];
      if (!boxesMeet(a, b) || commonArea(a, b) <= sliverOf(a, b)) continue;
      found.push({
        code: 'parts-overlap',
        severity: 'broken',
        at: overlapPlace(a, b, crs),
        ring: parts[j].number,
      });
    }
  return found;
}

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
  for (let i = 0; i < holes.length; i++)
    for (let j = i + 1; j < holes.length; j++) {
      const [a, b] = [holes[i].outline, holes[j].outline];
      if (!boxesMeet(a, b) || commonArea(a, b) <= sliverOf(a, b)) continue;
      const at = overlapPlace(a, b, crs);
      found.push({ code: 'rings-cross', severity: 'broken', at, ring: holes[j].ring - firstRing + 1 });
    }
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
