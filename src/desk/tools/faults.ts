import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { toPlane } from '../../domain/geodesy/zones.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import { surveyedLayer } from '../../domain/geometry/plane/project.ts';
import { ringFaults } from '../../domain/geometry/valid/ring-faults.ts';
import { problemsOf } from '../../domain/geometry/valid/validity.ts';
import type { Fault } from './contract.ts';
import { placeBetween } from './vectors.ts';

const MOST_FAULTS = 20;

/** What makes a shape broken, with its places. */
export function shapeFaults(shape: Shape, crs: PlaneCrs): Fault[] {
  const few = shape.flat().find((ring) => ring.length < 3);
  if (few) return [{ code: 'too-few-points', at: few[0] ?? null }];
  const far = farPoint(shape.flat(2));
  if (far) return [{ code: 'far-away', at: null }];
  const closed = shape.map((rings) => rings.map((ring) => [...ring, ...ring.slice(0, 1)]));
  const broken = problemsOf(surveyedLayer([closed], crs), 0).filter(({ severity }) => severity === 'broken');
  const thin = broken.length === 0 && shape.flat().find(isLine);
  if (thin) return [{ code: 'too-few-points', at: thin[0] }];
  return broken
    .slice(0, MOST_FAULTS)
    .map(({ code, at: [lon, lat] }) =>
      code === 'not-a-number' ? { code: 'far-away', at: null } : { code, at: toPlane(crs, lon, lat) },
    );
}

/** No land is so wide: a length that was meant as a coordinate, say. Metres. */
const MOST_EXTENT_M = 1_000_000;

const farPoint = ([first, ...others]: readonly Position[]): Position | undefined =>
  others.find(([x, y]) => !(Math.hypot(x - first[0], y - first[1]) <= MOST_EXTENT_M));

/** What is no wider than that by its length is a line that was gone along twice. */
const LEAST_WIDTH_M = 0.01;

/** Whether the ground within a ring is a hair's breadth of its border. */
function isLine(ring: readonly Position[]): boolean {
  let [area, length] = [0, 0];
  const [x0, y0] = ring[0];
  for (const [i, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    area += (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
    length += Math.hypot(nextX - x, nextY - y);
  }
  return Math.abs(area) < LEAST_WIDTH_M * length;
}

/** Where a path that is still drawn crosses itself, or runs back along itself. */
export function pathFaults(points: readonly Position[]): Fault[] {
  if (points.length < 3) return [];
  const path = { xy: Float64Array.from(points.flat()), vertices: points.map((_, i) => i), open: true };
  return ringFaults(path, MOST_FAULTS)
    .filter(({ code }) => code !== 'duplicate-vertex')
    .map(({ code, i, t }) => ({ code, at: placeBetween(points[i], points[(i + 1) % points.length], t) }));
}
