import { boxOf, piecesOf, shapeOf, type Piece } from '../../domain/geometry/edit/shapes.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Ring, Shape } from '../../domain/geometry/edit/frame.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import { ON_CUT_M } from '../../domain/geometry/split/line.ts';
import { COORDINATE_RESOLUTION_M } from '../../domain/quantity/threshold.ts';
import type { SquareMetres } from '../../domain/quantity/units.ts';
import type { Boundary, Ground, RecordRef } from './contract.ts';
import { isInside } from './inside.ts';
import { apart } from './vectors.ts';

/** Ground of a drawn shape that a record has already. */
export interface DrawnOverlap extends RecordRef {
  readonly shape: Shape;
  readonly areaM2: SquareMetres;
}

/** Records a shape is held against: those of a table, without the one that is drawn itself. */
export interface Against {
  readonly table: Boundary['table'];
  readonly except?: number;
}

/** 压盖: what of a shape others have already; null where the lines cannot be taken apart. Slivers of rounding are none. */
export function overlapsWith(shape: Shape, ground: Ground, against: Against): DrawnOverlap[] | null {
  const others = othersOf(shape, ground, against);
  const parts = dividedBy(shape, others);
  if (!parts) return null;
  return others.flatMap(({ table, key }, i): DrawnOverlap[] => {
    const own = parts.filter(({ owners }) => owners.includes(i));
    if (own.length === 0) return [];
    const areaM2 = own.reduce((sum, { piece }) => sum + piece.areaM2, 0);
    return [{ table, key, shape: own.map(({ piece }) => piece.rings), areaM2 }];
  });
}

/** 裁剪: the shape without what others have; the shape itself where nobody has any. Null as above, no parts where all is taken. */
export function clipped(shape: Shape, ground: Ground, against: Against): Shape | null {
  const parts = dividedBy(shape, othersOf(shape, ground, against));
  if (!parts) return null;
  const free = parts.filter(({ owners }) => owners.length === 0).map(({ piece }) => piece);
  if (parts.every(({ owners }) => owners.length === 0)) return shape;
  return shapeOf(free, shape);
}

function othersOf(shape: Shape, ground: Ground, { table, except }: Against): Boundary[] {
  return ground.meeting(...boxOf(shape)).filter((other) => other.table === table && other.key !== except);
}

interface OwnedPiece {
  readonly piece: Piece;
  /** Which of the others it lies in. */
  readonly owners: readonly number[];
}

function dividedBy(shape: Shape, others: readonly Boundary[]): OwnedPiece[] | null {
  const [east, north] = shape[0][0][0];
  const shift = (ring: Ring, by: number): Ring => ring.map(([x, y]): Position => [x + by * east, y + by * north]);
  const local = others.map((other) => other.shape.map((rings) => rings.map((ring) => shift(ring, -1))));
  const cuts = local.flat(2).map((ring) => [...ring, ...ring.slice(0, 1)]);
  const own = shape.map((rings) => rings.map((ring) => shift(ring, -1)));
  const pieces = piecesOf([own], ON_CUT_M, cuts, COORDINATE_RESOLUTION_M);
  return (
    pieces &&
    pieces.filter(isGround).map((piece) => {
      const inner = pointInside(piece.rings.map((ring) => [...ring, ring[0]]));
      const owners = inner ? local.flatMap((other, i) => (isInside(other, inner) ? [i] : [])) : [];
      return { piece: { ...piece, rings: piece.rings.map((ring) => shift(ring, 1)) }, owners };
    })
  );
}

/** Wider than what the digits of coordinates tell. */
function isGround({ rings, areaM2 }: Piece): boolean {
  const around = rings.flatMap((ring) => ring.map((at, i) => apart(at, ring[(i + 1) % ring.length])));
  return areaM2 > COORDINATE_RESOLUTION_M * around.reduce((sum, length) => sum + length, 0);
}
