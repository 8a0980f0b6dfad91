import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { toPlane } from '../../domain/geodesy/zones.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import { surveyedLayer } from '../../domain/geometry/plane/project.ts';
import { ringFaults } from '../../domain/geometry/valid/ring-faults.ts';
import { problemsOf } from '../../domain/geometry/valid/validity.ts';
import type { Fault } from './contract.ts';
import { between } from './vectors.ts';

const MOST_FAULTS = 20;

/** What makes a shape broken, with its places. */
export function shapeFaults(shape: Shape, crs: PlaneCrs): Fault[] {
  const few = shape.flat().find((ring) => corners(ring) < 3);
  if (few) return [{ code: 'too-few-points', at: few[0] ?? null }];
  const far = farPoint(shape.flat(2));
  if (far) return [{ code: 'far-away', at: null }];
  const closed = shape.map((rings) => rings.map((ring) => [...ring, ...ring.slice(0, 1)]));
  return problemsOf(surveyedLayer([closed], crs), 0)
    .filter(({ severity }) => severity === 'broken')
    .slice(0, MOST_FAULTS)
    .map(({ code, at: [lon, lat] }) =>
      code === 'not-a-number' ? { code: 'far-away', at: null } : { code, at: toPlane(crs, lon, lat) },
    );
}

/** No land is so wide: a length that was meant as a coordinate, say. Metres. */
const MOST_EXTENT_M = 1_000_000;

const farPoint = ([first, ...others]: readonly Position[]): Position | undefined =>
  others.find(([x, y]) => !(Math.hypot(x - first[0], y - first[1]) <= MOST_EXTENT_M));

/** Points nearer to one another than that are one: what has no more than two of them is a line, whatever its area. */
const ONE_POINT_M = 0.001;

const corners = (ring: readonly Position[]): number =>
  ring.filter(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return Math.hypot(nextX - x, nextY - y) >= ONE_POINT_M;
  }).length;

/** Where a path that is still drawn crosses itself, or runs back along itself. */
export function pathFaults(points: readonly Position[]): Fault[] {
  if (points.length < 3) return [];
  const path = { xy: Float64Array.from(points.flat()), vertices: points.map((_, i) => i), open: true };
  return ringFaults(path, MOST_FAULTS)
    .filter(({ code }) => code !== 'duplicate-vertex')
    .map(({ code, i, t }) => ({ code, at: between(points[i], points[(i + 1) % points.length], t) }));
}
