import type { PlaneCrs } from '../../geodesy/crs.ts';
import { ok, refuse, type Result } from '../../outcome.ts';
import type { Metres, SquareMetres } from '../../quantity/units.ts';
import { distanceBetween } from '../near/adjacency.ts';
import { facesOf } from '../arrangement/faces.ts';
import { nodeStrokes, type Graph } from '../arrangement/noding.ts';
import { clusters } from '../columns/clusters.ts';
import { breaks, decimalsFor, ON_BORDER_M, requireSound } from '../edit/check.ts';
import { Frame, keyOf, storedArea, storedFeature, type Shape } from '../edit/frame.ts';
import { neighboursOf } from '../edit/insertions.ts';
import type { EditRefusal } from '../edit/proposal.ts';
import { pieceFrom, shapeOf, strokesOf } from '../edit/shapes.ts';
import type { Layer, MultiPolygon, Position } from '../columns/layer.ts';
import { overlapsOf } from '../overlap/overlap.ts';
import { withoutCollinear } from './collinear.ts';

/** Two copies of a border lie farther apart only where they are two borders. */
const LARGEST_TOLERANCE_M = 1;

/** 宗地合并: what several features would become. */
export interface MergeProposal {
  readonly features: readonly number[];
  readonly before: readonly MultiPolygon[];
  readonly areasBeforeM2: readonly SquareMetres[];
  readonly after: MultiPolygon;
  readonly areaAfterM2: SquareMetres;
  /** Area after less the sum before: 0 to rounding where the shared borders were identical, else their slivers. */
  readonly differenceM2: SquareMetres;
  /** Vertices left out because nothing bends there any more, in stored numbers. */
  readonly dropped: readonly Position[];
  readonly crs: PlaneCrs;
}

export interface MergeOptions {
  /** Leave out vertices of the dissolved border that lie on a straight line and that no other feature uses. */
  readonly dropCollinear?: boolean;
  /** How far two copies of a shared border may lie apart, 1 mm by default. */
  readonly toleranceM?: Metres;
}

/**
 * One feature from several that touch along lines: their shared borders dissolve, also where one side has more
 * vertices than the other, and holes that arise stay. Refuses: too-few-parcels, no-geometry, boundary-broken,
 * bad-tolerance, parcels-overlap, not-adjacent (with the distance; 0 where they touch in a point), too-tangled,
 * would-break.
 */
export function mergeFeatures(
  layer: Layer,
  features: readonly number[],
  { dropCollinear = false, toleranceM = ON_BORDER_M }: MergeOptions = {},
): Result<MergeProposal, EditRefusal> {
  const rows = [...new Set(features)];
  if (rows.length < 2) return refuse('too-few-parcels', { count: rows.length });
  if (!(toleranceM >= 0 && toleranceM <= LARGEST_TOLERANCE_M))
    return refuse('bad-tolerance', { toleranceM, mostM: LARGEST_TOLERANCE_M });
  for (const f of rows) {
    const sound = requireSound(layer, f);
    if (!sound.ok) return sound;
  }
  const overlap = overlapsOf(layer, rows).at(0);
  if (overlap) return refuse('parcels-overlap', { id: overlap.a + 1, other: overlap.b + 1, areaM2: overlap.areaM2 });
  const frame = new Frame(layer, rows[0]);
  const shapes = rows.map((f) => frame.read(f));
  const joined = join(shapes, toleranceM);
  if (!joined) return refuse('too-tangled', { id: rows[0] + 1 });
  const apart = clusters(rows.length, joined.links);
  if (apart.length > 1) return apartRefusal(layer, rows, apart);
  const pieces = facesOf(joined.graph).map((face) => pieceFrom(face, joined.graph.points));
  let shape = shapeOf(pieces, shapes[0]);
  let dropped: Position[] = [];
  if (dropCollinear) {
    const used = new Set(neighboursOf(frame, rows).flatMap((g) => frame.read(g).flat(2).map(keyOf)));
    ({ shape, dropped } = withoutCollinear(shape, (p) => joined.onBorder.has(keyOf(p)) && !used.has(keyOf(p))));
  }
  return proposal(frame, rows, shape, pieces.reduce((sum, p) => sum + p.areaM2, 0), dropped); // prettier-ignore
}

function proposal(
  frame: Frame,
  rows: readonly number[],
  shape: Shape,
  areaM2: number,
  dropped: readonly Position[],
): Result<MergeProposal, EditRefusal> {
  const { layer, crs } = frame;
  const after = frame.write(shape, decimalsFor(frame, [{ shape, areaM2 }]));
  if (after.length === 0 || breaks(layer, after)) return refuse('would-break', { id: rows[0] + 1 });
  const before = rows.map((f) => storedFeature(layer, f));
  const areasBeforeM2 = before.map((feature) => storedArea(layer, feature, crs));
  const areaAfterM2 = storedArea(layer, after, crs);
  return ok({
    features: rows,
    before,
    areasBeforeM2,
    after,
    areaAfterM2,
    differenceM2: areaAfterM2 - areasBeforeM2.reduce((sum, area) => sum + area, 0),
    dropped: dropped.map((p) => frame.store(p)),
    crs,
  });
}

interface Joined {
  readonly graph: Graph;
  /** Pairs of shapes that share an edge. */
  readonly links: readonly (readonly [number, number])[];
  /** Keys of the ends of shared edges. */
  readonly onBorder: ReadonlySet<string>;
}

function join(shapes: readonly Shape[], toleranceM: Metres): Joined | null {
  const shapeOfOwner = shapes.flatMap((shape, s) => shape.map(() => s));
  const graph = nodeStrokes(
    shapes.flat().flatMap((rings, part) => strokesOf(rings, part)),
    { border: toleranceM, cut: 0 },
  );
  if (!graph) return null;
  const links: [number, number][] = [];
  const onBorder = new Set<string>();
  for (const { a, b, owners } of graph.edges) {
    if (owners.length < 2) continue;
    for (const p of [a, b]) onBorder.add(keyOf(graph.points[p]));
    for (const owner of owners.slice(1)) links.push([shapeOfOwner[owners[0]], shapeOfOwner[owner]]);
  }
  return { graph, links, onBorder };
}

/** The shortest way from the first group to one that it does not touch. */
function apartRefusal(layer: Layer, rows: readonly number[], [first, ...rest]: readonly number[][]) {
  const pairs = first.flatMap((i) => rest.flat().map((j) => ({ f: rows[i], g: rows[j] })));
  const gaps = pairs.map(({ f, g }) => ({ f, g, distanceM: distanceBetween(layer, f, g).distanceM }));
  const { f, g, distanceM } = gaps.reduce((p, q) => (q.distanceM < p.distanceM ? q : p));
  return refuse('not-adjacent', { id: f + 1, other: g + 1, distanceM });
}
