import type { Position } from '../../domain/geometry/columns/layer.ts';
import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import type { Measure } from './contract.ts';
import { apart, azimuthOf, placeBetween, isSame } from './vectors.ts';

export function lengthMeasure(from: Position, to: Position, inHand: boolean): Measure {
  return {
    kind: 'length',
    at: placeBetween(from, to),
    from,
    to,
    lengthM: apart(from, to),
    azimuthDeg: azimuthOf(from, to),
    inHand,
  };
}

/** Of a path's edges; those from the vertex `handFrom` on are in hand. */
export const lengthMeasures = (points: readonly Position[], handFrom = Infinity): Measure[] =>
  points.slice(1).flatMap((to, i) => (isSame(points[i], to) ? [] : [lengthMeasure(points[i], to, i >= handFrom)]));

/** 夹角 at a corner between both edges, 0 to 180°. */
export function angleMeasure(before: Position, at: Position, after: Position, inHand: boolean): Measure {
  const turn = Math.abs(azimuthOf(at, before) - azimuthOf(at, after));
  return { kind: 'angle', at, degrees: turn > 180 ? 360 - turn : turn, inHand };
}

/** 平面面积 of one ring. */
export function areaMeasure(ring: readonly Position[], at: Position): Measure {
  return { kind: 'area', at, planeM2: Math.abs(ringArea(ring)) };
}
