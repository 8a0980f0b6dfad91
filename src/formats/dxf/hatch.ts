import type { Position } from '../../domain/geometry/layer.ts';
import type { BulgeVertex } from './bulge.ts';
import { realOf, type Group, type Item } from './groups.ts';

type Loop = readonly BulgeVertex[];
/** One stretch of a boundary: from `at` by `bulge` to `to`. */
interface Edge extends BulgeVertex {
  readonly to: Position;
}

/** Kinds of boundary path, bits of group 92. */
const polylinePath = 2;
const aroundText = 8;
/** Kinds of edge, group 72. */
const line = 1;
const arc = 2;

/**
 * The boundary paths of a HATCH 填充 (DXF reference, "Boundary Path Data"): polylines, and edges that are lines or arcs.
 * Null where one of them is an ellipse or a spline, is left open by more than `gap` (drawing units), or ends too early.
 */
export function hatchLoops({ groups }: Item, gap: number): readonly Loop[] | null {
  const from = groups.findIndex(({ code }) => code === 91);
  const reader = new Reader(groups, from < 0 ? groups.length : from + 1);
  const loops: Loop[] = [];
  while (reader.isAt(92)) {
    const kind = reader.take(92);
    const loop = (kind & polylinePath) !== 0 ? polyline(reader) : joined(edges(reader), gap);
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

function edges(reader: Reader): readonly Edge[] | null {
  const count = reader.take(93);
  const found: Edge[] = [];
  let read = 0;
  for (; reader.isAt(72); read++) {
    const kind = reader.take(72);
    if (kind === line) found.push({ at: reader.point(10), bulge: 0, to: reader.point(11) });
    else if (kind === arc) found.push(...arcEdges(reader));
    else return null;
  }
  return read === count ? found : null;
}

/** An arc in halves, so that a full circle has two ends too. Clockwise ones count their angles clockwise. */
function arcEdges(reader: Reader): Edge[] {
  const [x, y] = reader.point(10);
  const [radius, start, end] = [40, 50, 51].map((code) => reader.take(code, NaN));
  const sense = reader.take(73, 1) === 0 ? -1 : 1;
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

const apart = (a: Position, b: Position): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Edges end to end; programs write some of them from their end to their start. */
function joined(all: readonly Edge[] | null, gap: number): Loop | null {
  if (!all || all.length === 0) return null;
  const [first, second] = all;
  const isBack = second && Math.min(apart(first.to, second.at), apart(first.to, second.to)) > gap;
  const loop: BulgeVertex[] = [];
  const begin = isBack ? first.to : first.at;
  let here = begin;
  for (const { at, bulge, to } of all) {
    const onward = apart(here, at) <= apart(here, to);
    const [from, next] = onward ? [at, to] : [to, at];
    if (!(apart(here, from) <= gap)) return null;
    loop.push({ at: from, bulge: onward ? bulge : -bulge });
    here = next;
  }
  return apart(here, begin) <= gap ? loop : null;
}
