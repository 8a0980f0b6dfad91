import type { Position } from '../../domain/geometry/columns/layer.ts';
import { planeRingArea } from '../../domain/geodesy/plane-area.ts';

/** A B-spline 样条曲线, rational where it has weights. */
export interface Spline {
  readonly degree: number;
  readonly knots: readonly number[];
  readonly points: readonly Position[];
  readonly weights: readonly number[];
}

const highestDegree = 25;

/** Whether the numbers are those of a spline: as many knots as they must be, in order. */
export function isSpline({ degree, knots, points, weights }: Spline): boolean {
  if (!Number.isInteger(degree) || degree < 1 || degree > highestDegree || points.length <= degree) return false;
  if (knots.length !== points.length + degree + 1 || (weights.length > 0 && weights.length !== points.length))
    return false;
  const all = [...knots, ...points.flat(), ...weights];
  return (
    all.every(Number.isFinite) && weights.every((w) => w > 0) && knots.every((u, i) => i === 0 || u >= knots[i - 1])
  );
}

/** Homogeneous coordinates on the way; a curve is asked for thousands of points. */
const scratch = new Float64Array(3 * (highestDegree + 1));

/** The curve at `u` of the knot span `s`, by de Boor's recursion. */
function at({ degree, knots, points, weights }: Spline, s: number, u: number): Position {
  for (let j = 0; j <= degree; j++) {
    const w = weights[s - degree + j] ?? 1;
    scratch[3 * j] = points[s - degree + j][0] * w;
    scratch[3 * j + 1] = points[s - degree + j][1] * w;
    scratch[3 * j + 2] = w;
  }
  for (let r = 1; r <= degree; r++)
    for (let j = degree; j >= r; j--) {
      const left = knots[s - degree + j];
      const t = (u - left) / (knots[s + 1 + j - r] - left);
      for (let c = 3 * j; c < 3 * j + 3; c++) scratch[c] = (1 - t) * scratch[c - 3] + t * scratch[c];
    }
  const w = scratch[3 * degree + 2];
  return [scratch[3 * degree] / w, scratch[3 * degree + 1] / w];
}

/** The knot spans that have a length: within each the curve is smooth. */
const spansOf = ({ degree, knots, points }: Spline): number[] =>
  Array.from({ length: points.length - degree }, (_, i) => degree + i).filter((s) => knots[s + 1] > knots[s]);

const stepsIn = (spline: Spline, s: number, pieces: number): Position[] => {
  const [from, to] = [spline.knots[s], spline.knots[s + 1]];
  return Array.from({ length: pieces }, (_, i) => at(spline, s, from + ((to - from) * (i + 1)) / pieces));
};

/** Area between the way through the points and the straight line home. */
const areaOf = (way: readonly Position[]): number => {
  const closed = [...way, way[0]];
  return planeRingArea(Float64Array.from(closed.flat()), 0, closed.length);
};

/** Chords of `2^level` pieces a span; what lies between them and the curve falls by four with each level. */
const levels = 5;

/** The area of a smooth stretch and its chord by Romberg's extrapolation of inscribed polygons. */
function areaOfSpan(spline: Spline, s: number, first: Position): number {
  let row: number[] = [];
  for (let level = 0; level < levels; level++) {
    const next = [areaOf([first, ...stepsIn(spline, s, 2 << level)])];
    for (let k = 0; k < row.length; k++) next.push(next[k] + (next[k] - row[k]) / (4 ** (k + 1) - 1));
    row = next;
  }
  return row[row.length - 1];
}

/** Pieces tried first; enough for a span of 5 km, whose area is exact with fewer too. */
const [fewestPieces, mostPieces] = [8, 256];

/** So many pieces that the middle of each chord lies within `error` of the curve: what lies between falls with their square. */
function chordsOf(spline: Spline, s: number, first: Position, error: number): Position[] {
  const fine = [first, ...stepsIn(spline, s, 2 * fewestPieces)];
  let farthest = 0;
  for (let i = 0; i + 2 < fine.length; i += 2) {
    const [[ax, ay], [mx, my], [bx, by]] = [fine[i], fine[i + 1], fine[i + 2]];
    farthest = Math.max(farthest, Math.hypot(mx - (ax + bx) / 2, my - (ay + by) / 2));
  }
  const needed = Math.ceil(1.25 * fewestPieces * Math.sqrt(farthest / error));
  return stepsIn(spline, s, Math.min(mostPieces, Math.max(2, needed)));
}

/**
 * A spline as points no farther than `chordError` from it, both ends its own. Those between are set off sideways, all by the
 * same, so that the points enclose with the straight line home exactly the area the curve does.
 */
export function splinePath(spline: Spline, chordError: number): readonly Position[] {
  const spans = spansOf(spline);
  if (spans.length === 0) return [];
  const path = [at(spline, spans[0], spline.knots[spans[0]])];
  let area = 0;
  const corners: Position[] = [path[0]];
  for (const s of spans) {
    const first = path[path.length - 1];
    area += areaOfSpan(spline, s, first);
    for (const point of chordsOf(spline, s, first, 0.5 * chordError)) path.push(point);
    corners.push(path[path.length - 1]);
  }
  return withArea(path, area + areaOf(corners));
}

function withArea(path: readonly Position[], area: number): readonly Position[] {
  // Newton's method; the sideways of a point is that of the line between its neighbours.
  const sideways = path.map((_, i): Position => {
    if (i === 0 || i === path.length - 1) return [0, 0];
    const [[ax, ay], [bx, by]] = [path[i - 1], path[i + 1]];
    const length = Math.hypot(bx - ax, by - ay);
    return length > 0 ? [(by - ay) / length, (ax - bx) / length] : [0, 0];
  });
  const moved = (by: number) => path.map(([x, y], i): Position => [x + by * sideways[i][0], y + by * sideways[i][1]]);
  const step =
    path.reduce((sum, [x, y], i) => sum + (i === 0 ? 0 : Math.hypot(x - path[i - 1][0], y - path[i - 1][1])), 0) * 1e-6;
  let by = 0;
  for (let round = 0; round < 4 && step > 0; round++) {
    const here = areaOf(moved(by));
    if (Math.abs(area - here) < 1e-7) break;
    const slope = (areaOf(moved(by + step)) - here) / step;
    if (slope === 0) break;
    by += (area - here) / slope;
  }
  return moved(by);
}
