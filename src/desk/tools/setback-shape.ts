import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import { piecesOf, ringArea, shapeOf, type Piece } from '../../domain/geometry/edit/shapes.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import { ON_CUT_M } from '../../domain/geometry/split/line.ts';
import { COORDINATE_RESOLUTION_M } from '../../domain/quantity/threshold.ts';
import type { Spot } from './contract.ts';
import { isInside } from './inside.ts';
import { aside } from './outline.ts';
import { edgeAt, ringAt, spotFrom } from './reshaping.ts';
import { apart, crossingOf, offLine, type Line } from './vectors.ts';

/** A sharp corner is cut off so many distances away. */
const LONGEST_MITRE = 20;

/**
 * 退线: the ground that is left when strips along some edges are taken off, so many metres wide; with a negative width they
 * are added outside. Beside an edge that stays, a strip runs on along it; where both edges go back, to the corner both new
 * lines make. Null where the lines cannot be taken apart; without parts where nothing is left.
 */
export function setBack(shape: Shape, spots: readonly Spot[], metres: number): Shape | null {
  const origin = shape[0][0][0];
  const local = moved(shape, [-origin[0], -origin[1]]);
  const isChosen = (spot: Spot) =>
    spots.some((s) => s.part === spot.part && s.ring === spot.ring && s.vertex === spot.vertex);
  const strips = spots.map((spot) => stripOf(local, spot, metres, isChosen));
  const pieces = metres < 0 ? grown(local, strips) : shrunk(local, strips);
  return pieces && moved(shapeOf(pieces, local), origin);
}

function grown(shape: Shape, strips: readonly Strip[]): Piece[] | null {
  const one = sameAs(shape.flat(2));
  return piecesOf([shape, ...strips.map(({ corners }): Shape => [[corners.map(one)]])], ON_CUT_M);
}

function shrunk(shape: Shape, strips: readonly Strip[]): Piece[] | null {
  const one = sameAs(shape.flat(2));
  const cuts = strips.map(({ cut }) => cut.map(one));
  const pieces = piecesOf([shape], ON_CUT_M, cuts, COORDINATE_RESOLUTION_M);
  return pieces && pieces.filter(({ rings }) => !isTaken(rings, strips));
}

/** Corners that rounding alone tells apart. Metres. */
const SAME_CORNER_M = 1e-6;

/** Each place as the first one that was the same: lines that should meet in a corner do. */
function sameAs(given: readonly Position[]): (at: Position) => Position {
  const known = [...given];
  return (at) => {
    const same = known.find((p) => apart(p, at) <= SAME_CORNER_M);
    if (!same) known.push(at);
    return same ?? at;
  };
}

function isTaken(rings: Piece['rings'], strips: readonly Strip[]): boolean {
  const inner = pointInside(rings.map((ring) => [...ring, ring[0]]));
  return inner === null || strips.some(({ corners }) => isInside([[corners]], inner) || isOnRing(corners, inner));
}

/** The place looked at may lie on the seam where two strips meet, and so in neither. */
const isOnRing = (corners: readonly Position[], at: Position): boolean =>
  corners.some((a, i) => offLine([a, corners[(i + 1) % corners.length]], at) <= SAME_CORNER_M);

interface Strip {
  /** The edge, and the line it goes back to. */
  readonly corners: readonly Position[];
  /** What divides it from the ground that stays: not its edge, nor where it meets the next strip. */
  readonly cut: readonly Position[];
}

/** The line an edge goes back to is no shorter than the edge, and reaches as far as the lines beside it. */
function stripOf(shape: Shape, spot: Spot, metres: number, isChosen: (spot: Spot) => boolean): Strip {
  const edge = edgeAt(shape, spot);
  const line = goneBack(shape, spot, metres);
  const end = (by: 1 | -1) => {
    const beside = spotFrom(shape, spot, by);
    const [corner, straight] = by > 0 ? [edge[1], line[1]] : [edge[0], line[0]];
    const other = isChosen(beside) ? goneBack(shape, beside, metres) : edgeAt(shape, beside);
    const meeting = crossingOf(line, other)?.at;
    if (!meeting || by * dot(edge, [straight, meeting]) <= 0) return { at: straight, joined: false };
    const isFar = apart(corner, meeting) > LONGEST_MITRE * Math.abs(metres);
    return isFar ? { at: straight, joined: false } : { at: meeting, joined: isChosen(beside) };
  };
  const [start, stop] = [end(-1), end(1)];
  const cut = [...(stop.joined ? [] : [edge[1]]), stop.at, start.at, ...(start.joined ? [] : [edge[0]])];
  return { corners: [edge[0], edge[1], stop.at, start.at], cut };
}

/** The edge moved square on to itself, inwards. */
function goneBack(shape: Shape, spot: Spot, metres: number): Line {
  const [a, b] = edgeAt(shape, spot);
  const isLeft = ringArea(ringAt(shape, spot)) > 0 === (spot.ring === 0);
  const left = isLeft ? metres : -metres;
  return [aside([a, b], a, left), aside([a, b], b, left)];
}

const dot = ([a, b]: Line, [c, d]: Line): number => (b[0] - a[0]) * (d[0] - c[0]) + (b[1] - a[1]) * (d[1] - c[1]);

/** Near the origin the kernels have digits to spare; moving there and back changes none of a vertex. */
const moved = (shape: Shape, [east, north]: Position): Shape =>
  shape.map((rings) => rings.map((ring) => ring.map(([x, y]): Position => [x + east, y + north])));
