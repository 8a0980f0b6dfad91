import Flatbush from 'flatbush';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import { enclosedFaces } from '../../domain/geometry/arrangement/faces.ts';
import { CUT, nodeStrokes, type Stroke } from '../../domain/geometry/arrangement/noding.ts';
import type { FormatRefusal } from '../contract.ts';
import { arcPoints } from './bulge.ts';
import type { Edge } from './curves.ts';
import type { OpenLine, Ring } from './found.ts';
import { apart, endsMeetM, graphOf } from './line-graph.ts';

/** Straight pieces, and pairs of them whose boxes meet: more is no drawing of parcels, and would take minutes. */
const MOST_PIECES = 500_000;
const MOST_PAIRS = 5_000_000;

/**
 * All ground that the lines and outlines of one layer enclose 构面: their ends joined within a millimetre, cut where they
 * cross or end on each other. Metres.
 */
export function facesOfLayer(
  layer: string,
  lines: readonly OpenLine[],
  rings: readonly Ring[],
  chordErrorM: number,
): Result<readonly MultiPolygon[], FormatRefusal> {
  const first = lines[0]?.start ?? rings[0]?.ring[0];
  if (!first) return ok([]);
  // Whole metres off, coordinates of tens of millions keep all their digits.
  const origin: Position = [Math.round(first[0]), Math.round(first[1])];
  const edges = [...snapped(lines), ...rings.flatMap(({ ring }) => straight(ring))];
  const strokes = withArcsCut(edges).flatMap((edge) => strokesOf(edge, chordErrorM, origin));
  const tangled = refuse('too-large', { where: layer, what: 'line-pairs', found: `> ${MOST_PAIRS}`, most: MOST_PAIRS });
  if (strokes.length > MOST_PIECES)
    return refuse('too-large', { where: layer, what: 'line-pieces', found: strokes.length, most: MOST_PIECES });
  if (!isBounded(strokes)) return tangled;
  const graph = nodeStrokes(strokes, { border: endsMeetM, cut: endsMeetM });
  if (!graph) return tangled;
  const placed = graph.points.map(([x, y]): Position => [x + origin[0], y + origin[1]]);
  return ok(
    enclosedFaces(graph).map(({ rings: own }) => [own.map((ring) => [...ring, ring[0]].map((p) => placed[p]))]),
  );
}

/** Every line from point to point of its graph: ends that meet are the same to the last digit. */
function snapped(lines: readonly OpenLine[]): Edge[] {
  const { lines: kept, points } = graphOf(lines);
  return kept.flatMap(({ line: { edges }, from, to }) =>
    edges.map((edge, e) => ({
      ...edge,
      at: e === 0 ? points[from] : edge.at,
      to: e === edges.length - 1 ? points[to] : edge.to,
    })),
  );
}

const straight = (ring: readonly Position[]): Edge[] => ring.slice(1).map((to, v) => ({ at: ring[v], bulge: 0, to }));

/**
 * Arcs cut where another line ends on them: their chords may lie a centimetre beside them, and the line would end within
 * the plot.
 */
function withArcsCut(edges: readonly Edge[]): readonly Edge[] {
  if (!edges.some(({ bulge }) => bulge !== 0)) return edges;
  const ends = edges.flatMap(({ at, to }) => [at, to]);
  const index = new Flatbush(ends.length, 16, Float64Array);
  for (const [x, y] of ends) index.add(x, y, x, y);
  index.finish();
  return edges.flatMap((edge) => {
    if (edge.bulge === 0) return [edge];
    const { centre, radius } = circleOf(edge);
    const reach = radius + endsMeetM;
    const near = index.search(centre[0] - reach, centre[1] - reach, centre[0] + reach, centre[1] + reach, (i) => Math.abs(apart(ends[i], centre) - radius) <= endsMeetM); // prettier-ignore
    return cutArc(edge, centre, near.map((i) => ends[i])); // prettier-ignore
  });
}

function circleOf({ at, to, bulge }: Edge): { readonly centre: Position; readonly radius: number } {
  const chord = apart(at, to);
  // From the middle of the chord, to the left for a bulge of less than half a circle.
  const away = (chord * (1 - bulge * bulge)) / (4 * bulge);
  const [ux, uy] = [(to[0] - at[0]) / chord, (to[1] - at[1]) / chord];
  const centre: Position = [(at[0] + to[0]) / 2 - away * uy, (at[1] + to[1]) / 2 + away * ux];
  return { centre, radius: (chord * (1 + bulge * bulge)) / (4 * Math.abs(bulge)) };
}

function cutArc(edge: Edge, centre: Position, stops: readonly Position[]): Edge[] {
  const angle = 4 * Math.atan(edge.bulge);
  const start = Math.atan2(edge.at[1] - centre[1], edge.at[0] - centre[0]);
  const turnTo = (p: Position): number => {
    const turn = Math.atan2(p[1] - centre[1], p[0] - centre[0]) - start;
    const full = 2 * Math.PI;
    return angle > 0 ? ((turn % full) + full) % full : ((turn % full) - full) % full;
  };
  const between = stops
    .filter((p) => apart(p, edge.at) > endsMeetM && apart(p, edge.to) > endsMeetM)
    .map((at) => ({ at, turn: turnTo(at) }))
    .filter(({ turn }) => Math.abs(turn) < Math.abs(angle))
    .sort((a, b) => Math.abs(a.turn) - Math.abs(b.turn));
  const path = [{ at: edge.at, turn: 0 }, ...between, { at: edge.to, turn: angle }];
  return path.slice(1).flatMap(({ at: to, turn }, i) => {
    const { at, turn: before } = path[i];
    return apart(at, to) > 0 ? [{ at, bulge: Math.tan((turn - before) / 4), to }] : [];
  });
}

function strokesOf({ at, bulge, via, to }: Edge, chordErrorM: number, [x0, y0]: Position): Stroke[] {
  const path = [at, ...(via ?? arcPoints(at, to, bulge, chordErrorM)), to];
  const near = ([x, y]: Position): Position => [x - x0, y - y0];
  return path.slice(1).map((b, i) => ({ a: near(path[i]), b: near(b), owner: CUT }));
}

/** Whether few enough pieces can meet: noding looks at every pair whose boxes do. */
function isBounded(strokes: readonly Stroke[]): boolean {
  if (strokes.length === 0) return true;
  const index = new Flatbush(strokes.length, 16, Float64Array);
  const boxOf = ({ a, b }: Stroke) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])] as const; // prettier-ignore
  for (const stroke of strokes) index.add(...boxOf(stroke));
  index.finish();
  let left = MOST_PAIRS;
  // Counted, and not gathered: a filter that takes none.
  for (const stroke of strokes) {
    index.search(...boxOf(stroke), () => --left < 0);
    if (left < 0) return false;
  }
  return true;
}

/** A square has 4, a strip of one to ten 12: what is much longer than wide, or winds around others, is likely a road. */
const ROAD_SHAPE = 12;
const WIDEST_ROAD_M = 80;

/** Whether ground looks like a road: long and narrow, its holes counted with it. */
export function looksLikeRoad(outline: MultiPolygon, areaM2: number): boolean {
  const perimeter = outline.flat().reduce((sum, ring) => sum + ring.slice(1).reduce((s, p, v) => s + apart(ring[v], p), 0), 0); // prettier-ignore
  return (perimeter * perimeter) / (4 * areaM2) >= ROAD_SHAPE && (2 * areaM2) / perimeter <= WIDEST_ROAD_M;
}
