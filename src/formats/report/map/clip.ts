import type { FrameSize } from '../../../domain/land/sheets/map-frames.ts';
import type { Point } from '../drawing.ts';

/** One side of the frame: how far inside a point lies, mm; below 0 outside. */
type Side = (at: Point) => number;

const sidesOf = ({ width, height }: FrameSize): readonly Side[] => [
  ([x]) => x,
  ([x]) => width - x,
  ([, y]) => y,
  ([, y]) => height - y,
];

/** A closed ring, its first point not repeated, cut to a frame (Sutherland–Hodgman): empty where it lies outside. */
export function clippedRing(ring: readonly Point[], frame: FrameSize): readonly Point[] {
  return sidesOf(frame).reduce<readonly Point[]>((points, side) => {
    if (points.every((at) => side(at) >= 0)) return points;
    return points.flatMap((at, n): Point[] => {
      const next = points[(n + 1) % points.length];
      const [own, other] = [side(at), side(next)];
      return [
        ...(own >= 0 ? [at] : []),
        ...(own >= 0 !== other >= 0 ? [placeAlong(at, next, own / (own - other))] : []),
      ];
    });
  }, ring);
}

/** The stretches of a line inside a frame; a closed one repeats its first point. */
export function clippedLine(line: readonly Point[], frame: FrameSize): readonly (readonly Point[])[] {
  const pieces: Point[][] = [];
  for (let n = 1; n < line.length; n++) {
    const piece = clippedSegment(line[n - 1], line[n], frame);
    if (!piece) continue;
    const [from, to] = piece;
    const last = pieces.at(-1);
    const end = last?.at(-1);
    if (last && end && end[0] === from[0] && end[1] === from[1]) last.push(to);
    else pieces.push([from, to]);
  }
  return pieces;
}

/** Liang–Barsky. */
function clippedSegment(a: Point, b: Point, frame: FrameSize): readonly [Point, Point] | null {
  let [from, to] = [0, 1];
  for (const side of sidesOf(frame)) {
    const [own, other] = [side(a), side(b)];
    if (own < 0 && other < 0) return null;
    if (own >= 0 && other >= 0) continue;
    const t = own / (own - other);
    if (own < 0) from = Math.max(from, t);
    else to = Math.min(to, t);
  }
  if (from >= to) return null;
  return [from === 0 ? a : placeAlong(a, b, from), to === 1 ? b : placeAlong(a, b, to)];
}

const placeAlong = ([ax, ay]: Point, [bx, by]: Point, t: number): Point => [ax + (bx - ax) * t, ay + (by - ay) * t];

export const isInside = (at: Point, frame: FrameSize, margin = 0): boolean =>
  sidesOf(frame).every((side) => side(at) >= margin);
