import type { Position } from '../../domain/geometry/columns/layer.ts';
import { ahead, apart, placeBetween, crossingAlong, footOn, shifted, stepAlong, type Line } from './vectors.ts';

/** A line by a point and a direction; a ray goes forward only. */
export interface Straight {
  readonly on: 'line';
  readonly from: Position;
  /** 1 m along it. */
  readonly step: Position;
  readonly forward: boolean;
}

interface Circle {
  readonly on: 'circle';
  readonly centre: Position;
  readonly radiusM: number;
}

/** What the next vertex is held to: one place, a line, or a circle. */
export type Constraint = { readonly on: 'point'; readonly at: Position } | Straight | Circle;

export const ray = (from: Position, azimuthDeg: number): Straight => ({
  on: 'line',
  from,
  step: stepAlong(azimuthDeg),
  forward: true,
});

/** The place on the constraint nearest to p; of a circle's own centre the one north of it. */
export function nearestOn(constraint: Constraint, p: Position): Position {
  if (constraint.on === 'point') return constraint.at;
  if (constraint.on === 'circle') {
    const { centre, radiusM } = constraint;
    const away = apart(centre, p);
    return away === 0 ? ahead(centre, 0, radiusM) : placeBetween(centre, p, radiusM / away);
  }
  const along = placeAlong(constraint, p);
  return placeAt(constraint, constraint.forward ? Math.max(0, along) : along);
}

export const offConstraint = (constraint: Constraint, p: Position): number => apart(nearestOn(constraint, p), p);

/** Where a line meets the constraint. */
export function meetingsOf(constraint: Constraint, line: Line): Position[] {
  if (constraint.on === 'point') return [];
  if (constraint.on === 'circle') return onCircle(constraint, line);
  const crossing = crossingAlong(constraint.from, constraint.step, line);
  return crossing && !(constraint.forward && crossing.shares[0] < 0) ? [crossing.at] : [];
}

function onCircle({ centre, radiusM }: Circle, line: Line): Position[] {
  const { at } = footOn(line, centre);
  const away = apart(centre, at);
  if (away > radiusM) return [];
  const half = Math.sqrt(radiusM * radiusM - away * away);
  const length = apart(...line);
  const [east, north] = [(line[1][0] - line[0][0]) / length, (line[1][1] - line[0][1]) / length];
  return [1, -1].map((side): Position => [at[0] + side * half * east, at[1] + side * half * north]);
}

/** The place where both hold, the nearest to p of them; null where there is none. */
export function bothOf(one: Constraint, other: Constraint, p: Position): Constraint | null {
  if (one.on !== 'line') return other.on === 'line' ? bothOf(other, one, p) : null;
  if (other.on === 'circle' && apart(one.from, other.centre) === 0) {
    const sides = one.forward ? [1] : [1, -1];
    return nearestPoint(sides.map((side) => placeAt(one, side * other.radiusM)), p); // prettier-ignore
  }
  const isAhead = (at: Position) => !one.forward || placeAlong(one, at) >= 0;
  return nearestPoint(meetingsOf(other, [one.from, shifted(one.from, one.step)]).filter(isAhead), p);
}

function nearestPoint(places: readonly Position[], p: Position): Constraint | null {
  if (places.length === 0) return null;
  return { on: 'point', at: places.reduce((best, at) => (apart(at, p) < apart(best, p) ? at : best)) };
}

const placeAlong = ({ from, step }: Straight, p: Position): number =>
  (p[0] - from[0]) * step[0] + (p[1] - from[1]) * step[1];

const placeAt = ({ from, step }: Straight, metres: number): Position => [
  from[0] + metres * step[0],
  from[1] + metres * step[1],
];
