import Flatbush from 'flatbush';
import type { PlaneCrs } from '../../geodesy/crs.ts';
import { ok, refuse, type Result } from '../../outcome.ts';
import type { SquareMetres } from '../../quantity/units.ts';
import { breaks, decimalsFor, ON_BORDER_M } from '../edit/check.ts';
import { keyOf, storedArea, storedFeature, type Frame, type Shape } from '../edit/frame.ts';
import { neighbourInsertions, offEdge } from '../edit/insertions.ts';
import type { EditRefusal, NeighbourInsertion } from '../edit/proposal.ts';
import { shapeOf, type Piece } from '../edit/shapes.ts';
import type { MultiPolygon, Position } from '../columns/layer.ts';

/** 宗地分割: what one feature would become. */
export interface SplitProposal {
  readonly feature: number;
  readonly before: MultiPolygon;
  readonly areaBeforeM2: SquareMetres;
  /** In the stored numbers of the layer; areas from those numbers. */
  readonly pieces: readonly { readonly after: MultiPolygon; readonly areaM2: SquareMetres }[];
  /** Sum of the pieces less the area before: rounding of new vertices that lie on the old border. */
  readonly differenceM2: SquareMetres;
  readonly neighbourInsertions: readonly NeighbourInsertion[];
  readonly crs: PlaneCrs;
}

/** The proposal for pieces grouped into new features; refuses a result that would be broken. */
export function proposeSplit(
  frame: Frame,
  f: number,
  original: Shape,
  groups: readonly (readonly Piece[])[],
): Result<SplitProposal, EditRefusal> {
  if (groups.length < 2) return refuse('not-divided', { id: f + 1 });
  const shapes = groups.map((pieces) => ({
    shape: shapeOf(pieces, original),
    areaM2: pieces.reduce((sum, piece) => sum + piece.areaM2, 0),
  }));
  const decimals = decimalsFor(frame, shapes);
  const pieces = shapes.map(({ shape }) => {
    const after = frame.write(shape, decimals);
    return { after, areaM2: storedArea(frame.layer, after, frame.crs) };
  });
  if (pieces.some(({ after }) => after.length === 0 || breaks(frame.layer, after)))
    return refuse('would-break', { id: f + 1 });
  const before = storedFeature(frame.layer, f);
  const areaBeforeM2 = storedArea(frame.layer, before, frame.crs);
  const fresh = newOnBorder(
    original,
    shapes.map(({ shape }) => shape),
  );
  const neighbours = neighbourInsertions(frame, [f], fresh, ON_BORDER_M, decimals);
  const broken = neighbours.find((n) => breaks(frame.layer, n.after) && !breaks(frame.layer, n.before));
  if (broken) return refuse('would-break', { id: broken.feature + 1 });
  return ok({
    feature: f,
    before,
    areaBeforeM2,
    pieces,
    differenceM2: pieces.reduce((sum, piece) => sum + piece.areaM2, 0) - areaBeforeM2,
    neighbourInsertions: neighbours,
    crs: frame.crs,
  });
}

/** Vertices of the pieces that the original did not have and that lie on its border. */
function newOnBorder(original: Shape, shapes: readonly Shape[]): Position[] {
  const old = new Set(original.flat(2).map(keyOf));
  const fresh = new Map<string, Position>();
  for (const p of shapes.flat(3)) if (!old.has(keyOf(p))) fresh.set(keyOf(p), p);
  if (fresh.size === 0) return [];
  const edges = original.flat().flatMap((ring) => ring.map((a, i) => [a, ring[(i + 1) % ring.length]] as const));
  const index = new Flatbush(edges.length, 16, Float64Array);
  for (const [[ax, ay], [bx, by]] of edges)
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  index.finish();
  const reach = ON_BORDER_M;
  return [...fresh.values()].filter(
    (p) =>
      index.search(p[0] - reach, p[1] - reach, p[0] + reach, p[1] + reach, (e) => offEdge(...edges[e], p) <= reach)
        .length > 0,
  );
}
