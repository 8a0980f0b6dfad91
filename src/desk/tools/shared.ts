import type { Position } from '../../domain/geometry/columns/layer.ts';
import { ON_BORDER_M } from '../../domain/geometry/edit/check.ts';
import { withVertices } from '../../domain/geometry/edit/insertions.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import type { Boundary, Redrawn, RecordRef, Scene } from './contract.ts';
import type { Skip } from './edges.ts';
import { shapeFaults } from './faults.ts';
import { withoutRepeats } from './reshaping.ts';
import { apart } from './vectors.ts';

/** A vertex that goes from one place to another; null: there is none any more. */
export interface VertexMove {
  readonly from: Position;
  readonly to: Position | null;
  /** It is new on the border at `from`. */
  readonly isNew?: boolean;
}

export interface Neighbours {
  readonly neighbours: readonly Redrawn[];
  /** Those that would be broken. */
  readonly stuck: readonly RecordRef[];
}

export const isThere = (place: Position, other: Position): boolean => apart(place, other) <= ON_BORDER_M;

/** The records of the same table that have those vertices too, as they would be if theirs went along. */
export function neighboursMoved(own: RecordRef, moves: readonly VertexMove[], { ground, crs }: Scene): Neighbours {
  const neighbours: Redrawn[] = [];
  const stuck: RecordRef[] = [];
  for (const { table, key, shape } of sharers(own, moves, ground)) {
    const moved = withMoves(shape, moves);
    if (moved === shape) continue;
    if (shapeFaults(moved, crs).length > 0) stuck.push({ table, key });
    else neighbours.push({ table, key, shape: moved });
  }
  return { neighbours, stuck };
}

function sharers({ table, key }: RecordRef, moves: readonly VertexMove[], ground: Scene['ground']): Boundary[] {
  const found = new Map<number, Boundary>();
  for (const {
    from: [x, y],
  } of moves)
    // prettier-ignore
    for (const boundary of ground.meeting(x - ON_BORDER_M, y - ON_BORDER_M, x + ON_BORDER_M, y + ON_BORDER_M))
      if (boundary.table === table && boundary.key !== key) found.set(boundary.key, boundary);
  return [...found.values()];
}

/** The shape itself where none of its vertices is meant. */
function withMoves(shape: Shape, moves: readonly VertexMove[]): Shape {
  const added = moves.filter(({ isNew }) => isNew).map(({ from }) => from);
  const { shape: whole, inserted } = withVertices(shape, added, ON_BORDER_M);
  let isChanged = inserted.length > 0;
  const placed = whole.map((rings) =>
    rings.map((ring) =>
      ring.flatMap((at) => {
        const move = moves.find(({ from }) => isThere(from, at));
        if (!move) return [at];
        isChanged = true;
        return move.to ? [move.to] : [];
      }),
    ),
  );
  return isChanged ? withoutRepeats(placed) : shape;
}

/** Edges that end where a vertex moves are no place to snap to. */
export const skipMoved =
  (moves: readonly VertexMove[]): Skip =>
  ({ shape }, { part, ring, vertex }, next) =>
    moves.some(({ from }) => isThere(from, shape[part][ring][vertex]) || isThere(from, shape[part][ring][next]));
