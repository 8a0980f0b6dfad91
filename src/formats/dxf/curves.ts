import type { Position } from '../../domain/geometry/columns/layer.ts';
import { arcPoints, type BulgeVertex } from './bulge.ts';

/** One stretch of a boundary: from `at` by its bulge or through its points to `to`. */
export interface Edge extends BulgeVertex {
  readonly to: Position;
}

/** A circle 圆 as two half circles. */
export const circle = ([x, y]: Position, radius: number): readonly BulgeVertex[] => [
  { at: [x + radius, y], bulge: 1 },
  { at: [x - radius, y], bulge: 1 },
];

/** An arc in halves, so that a full circle has two ends too; angles in degrees, counter-clockwise from `start`. */
export function arcEdges([x, y]: Position, radius: number, start: number, end: number, sense: 1 | -1 = 1): Edge[] {
  const turn = (((end - start) % 360) + 360) % 360 || 360;
  const at = (degrees: number): Position => {
    const angle = (sense * degrees * Math.PI) / 180;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  };
  const bulge = sense * Math.tan((turn * Math.PI) / 180 / 8);
  const [a, middle, b] = [at(start), at(start + turn / 2), at(start + turn)];
  return [
    { at: a, bulge, to: middle },
    { at: middle, bulge, to: b },
  ];
}

export interface Ellipse {
  readonly centre: Position;
  /** From the centre to the end of the major axis. */
  readonly major: Position;
  /** Minor to major axis. */
  readonly ratio: number;
}

/**
 * An arc of an ellipse 椭圆 between two parameters (degrees), in halves: the picture of an arc of the unit circle, chords and
 * area alike, under the map that makes the circle the ellipse.
 */
export function ellipseEdges(ellipse: Ellipse, start: number, end: number, sense: 1 | -1, chordError: number): Edge[] {
  const { centre, major, ratio } = ellipse;
  const [ax, ay] = major;
  const picture = ([x, y]: Position): Position => [
    centre[0] + x * ax - y * ratio * ay,
    centre[1] + x * ay + y * ratio * ax,
  ];
  const onUnit = chordError / Math.hypot(ax, ay);
  return arcEdges([0, 0], 1, start, end, sense).map(({ at, bulge, to }) => ({
    at: picture(at),
    bulge: 0,
    via: arcPoints(at, to, bulge, onUnit).map(picture),
    to: picture(to),
  }));
}
