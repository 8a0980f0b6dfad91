import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import type { Ghost, GhostLine, GhostPoint, Measure } from '../../desk/tools/contract.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import type { Mass } from '../../domain/land/storeys.ts';
import type { DrawnGhost, MeasureWords } from './contract.ts';
import { inWorld } from './screen.ts';

/* A ghost as it is drawn: its places in the world (`screen.ts`), made once and drawn at every move of the map. */

export interface Picture {
  readonly fills: readonly { readonly rings: readonly Float64Array[]; readonly role: FillRole }[];
  readonly lines: readonly { readonly xy: Float64Array; readonly role: GhostLine['role'] }[];
  readonly points: readonly { readonly xy: Float64Array; readonly role: GhostPoint['role'] }[];
  /** Right angles 直角: the corner, and a point on either side. */
  readonly corners: readonly Float64Array[];
  readonly labels: readonly PictureLabel[];
  readonly snap: { readonly at: Float64Array; readonly reason: string; readonly of: string } | null;
  /** Storeys of what is filled, seen from aslant; null: it lies flat. */
  readonly rise: Mass['slabs'] | null;
  /** Where something is wrong. */
  readonly faults: readonly Float64Array[];
  /** Where the hand is, for what is said beside it. */
  readonly hand: Float64Array | null;
  readonly hint: string | null;
}

export type FillRole = Ghost['fills'][number]['role'] | 'overlap';

export interface PictureLabel {
  /** `live`: of the edge in hand. `edge`: along one that is set. `spot`: at a place. `fault`: beside one. */
  readonly role: 'live' | 'edge' | 'spot' | 'fault';
  /** The ends of the edge, or the place. */
  readonly xy: Float64Array;
  readonly words: MeasureWords;
  /** Of an edge in hand, its angle. */
  readonly angle?: string;
  /** Of what is wrong. */
  readonly isFault?: boolean;
}

export function pictureOf({ ghost, crs, words, rise = null, overlaps = [] }: DrawnGhost): Picture {
  const world = (points: readonly Position[]) => inWorld(crs, points);
  const hand = ghost.snap?.at ?? ghost.points.find(({ role }) => role === 'hand')?.at ?? null;
  const { snap } = ghost;
  return {
    fills: [
      ...overlaps.map(({ shape }) => ({ rings: worldRings(crs, shape), role: 'overlap' as const })),
      ...ghost.fills.map(({ shape, role }) => ({ rings: worldRings(crs, shape), role })),
    ],
    lines: ghost.lines.map(({ points, role }) => ({ xy: world(points), role })),
    points: ghost.points
      .filter(({ role }) => role !== 'hand' || !snap)
      .map(({ at, role }) => ({ xy: world([at]), role })),
    corners: rightAngles(ghost).map(world),
    labels: [
      ...labelsOf(ghost, words.measures, crs),
      ...overlapLabels(crs, overlaps),
      ...ghost.faults.flatMap(({ at }, i): PictureLabel[] =>
        at && words.faults[i] ? [{ role: 'fault', xy: world([at]), words: { figure: words.faults[i] } }] : [],
      ),
    ],
    snap: snap && { at: world([snap.at]), reason: words.snap?.reason ?? '', of: words.snap?.of ?? '' },
    faults: ghost.faults.flatMap(({ at }) => (at ? [world([at])] : [])),
    hand: hand && world([hand]),
    hint: words.hint,
    rise,
  };
}

const worldRings = (crs: PlaneCrs, shape: Shape): Float64Array[] => shape.flat().map((ring) => inWorld(crs, ring));

/** The angle of the one edge in hand is written with its length; of several, each at its corner. */
function labelsOf({ measures }: Ghost, words: DrawnGhost['words']['measures'], crs: PlaneCrs): PictureLabel[] {
  const isLive = (measure: Measure, kind: Measure['kind']) => measure.kind === kind && 'inHand' in measure && measure.inHand; // prettier-ignore
  const live = measures.filter((measure) => isLive(measure, 'length'));
  const angle = measures.findIndex((measure) => isLive(measure, 'angle'));
  const joined = live.length === 1 && angle >= 0 ? angle : -1;
  return measures.flatMap((measure, i): PictureLabel[] => {
    const own = words[i];
    if (!own || i === joined) return [];
    if (measure.kind !== 'length') return [{ role: 'spot', xy: inWorld(crs, [measure.at]), words: own }];
    const xy = inWorld(crs, [measure.from, measure.to]);
    if (!measure.inHand) return [{ role: 'edge', xy, words: own }];
    const beside = joined >= 0 ? words[joined]?.figure : undefined;
    return [{ role: 'live', xy, words: own, ...(beside !== undefined && { angle: beside }) }];
  });
}

const overlapLabels = (crs: PlaneCrs, overlaps: NonNullable<DrawnGhost['overlaps']>): PictureLabel[] =>
  overlaps.flatMap(({ shape, words }) => {
    const inside = words === undefined ? null : pointInside(shape.flat().map((ring) => [...ring, ...ring.slice(0, 1)]));
    return inside
      ? [{ role: 'spot' as const, xy: inWorld(crs, [inside]), words: { figure: words! }, isFault: true }]
      : [];
  });

/** An angle so near to 90° is drawn as right, degrees: what is written of it says as much. */
const RIGHT_WITHIN_DEG = 0.05;

/** Corner and a point on either side of each measured angle that is right. */
function rightAngles({ measures, lines }: Ghost): Position[][] {
  return measures.flatMap((measure) => {
    if (measure.kind !== 'angle' || Math.abs(measure.degrees - 90) > RIGHT_WITHIN_DEG) return [];
    const beside = lines.filter(({ role }) => SOLID.has(role)).flatMap(({ points }) => nextTo(points, measure.at));
    const [one, other] = [beside[0], beside.find((place) => isAcross(measure.at, beside[0], place))];
    return one && other ? [[measure.at, one, other]] : [];
  });
}

const SOLID: ReadonlySet<GhostLine['role']> = new Set(['drawn', 'hand']);

function nextTo(points: readonly Position[], at: Position): Position[] {
  const isAt = (p: Position | undefined): boolean => p?.[0] === at[0] && p[1] === at[1];
  return points.filter((p, i) => !isAt(p) && (isAt(points[i - 1]) || isAt(points[i + 1])));
}

/** Whether two places are seen at more than 45° from each other. */
function isAcross(at: Position, one: Position, other: Position): boolean {
  const [ax, ay, bx, by] = [one[0] - at[0], one[1] - at[1], other[0] - at[0], other[1] - at[1]];
  return Math.abs(ax * by - ay * bx) > Math.abs(ax * bx + ay * by);
}
