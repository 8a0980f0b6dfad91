import type { Position } from '../../domain/geometry/columns/layer.ts';
import { realOf } from '../text/real.ts';
import type { BulgeVertex } from './bulge.ts';
import { arcEdges, ellipseEdges, type Edge } from './curves.ts';
import type { Group, Item } from './groups.ts';
import { isSpline, splinePath } from './spline.ts';

type Loop = readonly BulgeVertex[];

/** Kinds of boundary path, bits of group 92. */
const polylinePath = 2;
const aroundText = 8;

/**
 * The boundary paths of a HATCH 填充 (DXF reference, "Boundary Path Data"): polylines, and edges that are lines, arcs, arcs of
 * ellipses or splines. Null where one of them is left open by more than `gap` (drawing units), or ends too early. Curves
 * that are no arcs come as chords within `chordError`.
 */
export function hatchLoops({ groups }: Item, gap: number, chordError: number): readonly Loop[] | null {
  const from = groups.findIndex(({ code }) => code === 91);
  const reader = new Reader(groups, from < 0 ? groups.length : from + 1);
  const loops: Loop[] = [];
  while (reader.isAt(92)) {
    const kind = reader.take(92);
    const loop = (kind & polylinePath) !== 0 ? polyline(reader) : joined(edges(reader, chordError), gap);
    if (!loop) return null;
    if ((kind & aroundText) === 0) loops.push(loop);
    // The objects it was made from.
    while (reader.isAt(97) || reader.isAt(330)) reader.skip();
  }
  return loops.length > 0 ? loops : null;
}

/** The groups of a hatch one after the other; what is not there reads as `otherwise`. */
class Reader {
  readonly #groups: readonly Group[];
  #at: number;

  constructor(groups: readonly Group[], at: number) {
    this.#groups = groups;
    this.#at = at;
  }
  isAt(code: number): boolean {
    return this.#groups[this.#at]?.code === code;
  }
  skip(): void {
    this.#at++;
  }
  take(code: number, otherwise = 0): number {
    return this.isAt(code) ? realOf(this.#groups[this.#at++].value) : otherwise;
  }
  all(code: number): number[] {
    const values: number[] = [];
    while (this.isAt(code)) values.push(this.take(code));
    return values;
  }
  point(code: number): Position {
    return [this.take(code, NaN), this.take(code + 10, NaN)];
  }
}

function polyline(reader: Reader): Loop | null {
  for (const code of [72, 73]) reader.take(code);
  const count = reader.take(93);
  const vertices: BulgeVertex[] = [];
  while (reader.isAt(10)) vertices.push({ at: reader.point(10), bulge: reader.take(42) });
  return vertices.length === count ? vertices : null;
}

/** Kinds of edge, group 72. */
const readEdge: Readonly<Record<number, (reader: Reader, chordError: number) => readonly Edge[] | null>> = {
  1: (reader) => [{ at: reader.point(10), bulge: 0, to: reader.point(11) }],
  2: arc,
  3: ellipse,
  4: spline,
};

function edges(reader: Reader, chordError: number): readonly Edge[] | null {
  const count = reader.take(93);
  const found: Edge[] = [];
  let read = 0;
  for (; reader.isAt(72); read++) {
    const own = readEdge[reader.take(72)]?.(reader, chordError);
    if (!own) return null;
    found.push(...own);
  }
  return read === count ? found : null;
}

/** Clockwise ones count their angles clockwise. */
function arc(reader: Reader): Edge[] {
  const centre = reader.point(10);
  const [radius, start, end] = [40, 50, 51].map((code) => reader.take(code, NaN));
  return arcEdges(centre, radius, start, end, reader.take(73, 1) === 0 ? -1 : 1);
}

function ellipse(reader: Reader, chordError: number): Edge[] | null {
  const shape = { centre: reader.point(10), major: reader.point(11), ratio: reader.take(40, NaN) };
  const [start, end] = [50, 51].map((code) => reader.take(code, NaN));
  const sense = reader.take(73, 1) === 0 ? -1 : 1;
  const numbers = [...shape.centre, ...shape.major, shape.ratio, start, end];
  if (!numbers.every(Number.isFinite) || !(Math.hypot(...shape.major) > 0)) return null;
  const at = (angle: number) => parameterOf(angle, shape.ratio);
  return ellipseEdges(shape, at(start), at(end), sense, chordError);
}

/** The parameter of an ellipse at an angle from its major axis, both in degrees: a hatch tells angles, an ELLIPSE parameters. */
function parameterOf(angle: number, ratio: number): number {
  const turns = Math.round(angle / 360);
  const rest = ((angle - 360 * turns) * Math.PI) / 180;
  return 360 * turns + (Math.atan2(Math.sin(rest), ratio * Math.cos(rest)) * 180) / Math.PI;
}

function spline(reader: Reader, chordError: number): Edge[] | null {
  const [degree, , , , count] = [94, 73, 74, 95, 96].map((code) => reader.take(code));
  const knots = reader.all(40);
  const points: Position[] = [];
  const weights: number[] = [];
  while (reader.isAt(10)) {
    points.push(reader.point(10));
    weights.push(...reader.all(42));
  }
  // Fit points and tangents, of later releases: they do not say where the curve runs.
  if (reader.isAt(97)) reader.skip();
  while ([11, 21, 12, 22, 13, 23].some((code) => reader.isAt(code))) reader.skip();
  const curve = { degree, knots, points, weights };
  if (points.length !== count || !isSpline(curve)) return null;
  const path = splinePath(curve, chordError);
  if (path.length < 2) return null;
  return [{ at: path[0], bulge: 0, via: path.slice(1, -1), to: path[path.length - 1] }];
}

const apart = (a: Position, b: Position): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Edges end to end; programs write some of them from their end to their start. */
function joined(all: readonly Edge[] | null, gap: number): Loop | null {
  if (!all || all.length === 0) return null;
  const [first, second] = all;
  const isBack = second && Math.min(apart(first.to, second.at), apart(first.to, second.to)) > gap;
  const loop: BulgeVertex[] = [];
  const begin = isBack ? first.to : first.at;
  let here = begin;
  for (const { at, bulge, via, to } of all) {
    const onward = apart(here, at) <= apart(here, to);
    const [from, next] = onward ? [at, to] : [to, at];
    if (!(apart(here, from) <= gap)) return null;
    loop.push({ at: from, bulge: onward ? bulge : -bulge, ...(via && { via: onward ? via : [...via].reverse() }) });
    here = next;
  }
  return apart(here, begin) <= gap ? loop : null;
}
