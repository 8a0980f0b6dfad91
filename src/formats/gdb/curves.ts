import type { Position } from '../../domain/geometry/columns/layer.ts';
import { densify, type BulgeVertex, type Densified } from '../dxf/bulge.ts';
import { ellipseEdges } from '../dxf/curves.ts';
import { splinePath } from '../dxf/spline.ts';
import { mostRingPoints } from '../limits.ts';
import { stop } from '../refused.ts';
import type { Cursor } from './cursor.ts';

/** How an edge runs that is not straight, as its row has it (Esri's segment modifiers). */
export type Curve =
  | { readonly is: 'arc'; readonly point: Position; readonly flags: number }
  | { readonly is: 'bezier'; readonly controls: readonly [Position, Position] }
  | {
      readonly is: 'ellipse';
      readonly centre: Position;
      readonly turn: number;
      readonly semiMajor: number;
      readonly ratio: number;
      readonly flags: number;
    };

const ARC = { straight: 0x1 | 0x20 | 0x40, counterClockwise: 0x8, throughPoint: 0x80 } as const;
const ELLIPSE = {
  straight: 0x1 | 0x40 | 0x80,
  otherForm: 0x200 | 0x400,
  counterClockwise: 0x800,
  whole: 0x2000,
} as const;

/** Number of the vertex an edge leaves, counted over all parts, → how the edge runs. */
export function readCurves(row: Cursor, count: number): ReadonlyMap<number, Curve> {
  const curves = new Map<number, Curve>();
  const position = (): Position => [row.float64(), row.float64()];
  for (let c = 0; c < count; c++) {
    const from = row.varuint();
    const kind = row.varuint();
    if (kind === 1) curves.set(from, { is: 'arc', point: position(), flags: row.uint32() });
    else if (kind === 4) curves.set(from, { is: 'bezier', controls: [position(), position()] });
    else if (kind === 5) curves.set(from, readEllipse(position(), row));
    else throw row.damaged();
  }
  return curves;
}

function readEllipse(centre: Position, row: Cursor): Curve {
  const [turn, semiMajor, ratio] = [row.float64(), row.float64(), row.float64()];
  const flags = row.uint32();
  // The same places hold other figures then; no file with them was ever seen.
  if ((flags & ELLIPSE.otherForm) !== 0) stop('unsupported', { what: 'curve', type: 'ellipse' });
  return { is: 'ellipse', centre, turn, semiMajor, ratio, flags };
}

/**
 * A ring, its first vertex repeated, some of whose edges are curves: chords no farther than `chordError` from them that enclose
 * exactly what the curves do. `first` is the number of its first vertex.
 */
export function ringOfCurves(
  ring: readonly Position[],
  first: number,
  curves: ReadonlyMap<number, Curve>,
  chordError: number,
): Densified {
  const chords: Position[] = [];
  let count = 0;
  for (let v = 0; v + 1 < ring.length; v++) {
    const [from, to] = [ring[v], ring[v + 1]];
    const curve = curves.get(first + v);
    if (!curve) chords.push(from);
    else {
      const edge = densify([...edgesOf(from, to, curve, chordError), { at: to, bulge: 0 }], chordError);
      for (const point of edge.ring.slice(0, -1)) chords.push(point);
      count += edge.curves;
    }
    // A curve of forty bytes may become thousands of chords.
    if (chords.length > mostRingPoints) stop('too-many-points', { most: mostRingPoints, found: chords.length });
  }
  return { ring: [...chords, chords[0]], curves: count };
}

function edgesOf(from: Position, to: Position, curve: Curve, chordError: number): readonly BulgeVertex[] {
  if (curve.is === 'arc') return arcEdges(from, to, curve);
  if (curve.is === 'ellipse') return ellipseArc(from, to, curve, chordError);
  const points = [from, ...curve.controls, to];
  const via = splinePath({ degree: 3, knots: [0, 0, 0, 0, 1, 1, 1, 1], points, weights: [] }, chordError);
  return [{ at: from, bulge: 0, via: via.slice(1, -1) }];
}

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

/** By a point on it, or by its centre and direction. A whole circle begins where it ends. */
function arcEdges(
  from: Position,
  to: Position,
  { point, flags }: Curve & { readonly is: 'arc' },
): readonly BulgeVertex[] {
  if ((flags & ARC.straight) !== 0) return [{ at: from, bulge: 0 }];
  const isThrough = (flags & ARC.throughPoint) !== 0;
  const sense = (flags & ARC.counterClockwise) !== 0 ? 1 : -1;
  if (isSame(from, to)) {
    // The point on a whole circle is the one across from its beginning.
    const across: Position = isThrough ? point : [2 * point[0] - from[0], 2 * point[1] - from[1]];
    return [
      { at: from, bulge: sense },
      { at: across, bulge: sense },
    ];
  }
  // At a point on the arc the way turns by half the arc's angle.
  if (isThrough) return [{ at: from, bulge: Math.tan(turnAt(from, point, to) / 2) }];
  return [{ at: from, bulge: sense * Math.tan(sweep(angleOf(point, from), angleOf(point, to), sense) / 4) }];
}

const angleOf = (centre: Position, point: Position): number => Math.atan2(point[1] - centre[1], point[0] - centre[0]);

/** How far it is from one angle to another in a sense, 0 to 2π. */
const sweep = (start: number, end: number, sense: number): number => {
  const turn = (sense * (end - start)) % (2 * Math.PI);
  return turn > 0 ? turn : turn + 2 * Math.PI;
};

function turnAt(from: Position, at: Position, to: Position): number {
  const [ax, ay, bx, by] = [at[0] - from[0], at[1] - from[1], to[0] - at[0], to[1] - at[1]];
  return Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
}

function ellipseArc(
  from: Position,
  to: Position,
  { centre, turn, semiMajor, ratio, flags }: Curve & { readonly is: 'ellipse' },
  chordError: number,
): readonly BulgeVertex[] {
  if ((flags & ELLIPSE.straight) !== 0 || !(semiMajor > 0) || !(ratio > 0)) return [{ at: from, bulge: 0 }];
  const sense = (flags & ELLIPSE.counterClockwise) !== 0 ? 1 : -1;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  // In the frame of its axes, the minor one stretched to the major.
  const degrees = ([x, y]: Position): number => {
    const [dx, dy] = [x - centre[0], y - centre[1]];
    return (Math.atan2((dy * cos - dx * sin) / ratio, dx * cos + dy * sin) * 180) / Math.PI;
  };
  const start = sense * degrees(from);
  const end = (flags & ELLIPSE.whole) !== 0 || isSame(from, to) ? start + 360 : sense * degrees(to);
  const ellipse = { centre, major: [semiMajor * cos, semiMajor * sin] as Position, ratio };
  const [first, second] = ellipseEdges(ellipse, start, end, sense, chordError);
  return [{ ...first, at: from }, second];
}
