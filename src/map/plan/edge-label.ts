import type { Geometry, Position } from 'geojson';
import { partsOf } from '../../domain/geometry/draw/drawn-rings.ts';
import { metresPerPixel } from '../scale.ts';

/** A line of text along a boundary, inside it. */
export interface EdgeLabel {
  /** Where it begins. */
  readonly at: Position;
  /** Clockwise, degrees. */
  readonly turn: number;
  /** 1: the inside is below the text, -1: above. */
  readonly side: 1 | -1;
  /** The zoom from which it has its room. */
  readonly from: number;
}

const METRES_PER_DEGREE = 111_320;
/** Before and after a text along an edge, and from the edge to its far side, px. */
const MARGIN_PX = 20;
const DEEP_PX = 24;
/** Where buildings leave no room it is written over them from here on. */
const OVER_BUILDINGS = 18;

/** The zoom from which so many metres hold so many px. */
export const zoomFor = (metres: number, px: number, lat: number): number =>
  Math.log2((metresPerPixel(lat, 0) * px) / Math.max(metres, 1e-3));

/**
 * Where the name of a parcel stands, as on a plan: along a long edge that lies low, where no building is in the way.
 * `px`: how wide it is. Null without an edge.
 */
export function edgeLabel(shape: Geometry, px: number, buildings: readonly Geometry[] = []): EdgeLabel | null {
  let best: { readonly label: EdgeLabel; readonly rank: number } | null = null;
  for (const edge of shellsOf(shape).flatMap(edgesOf)) {
    const blocks = buildings.flatMap((building) => shellsOf(building).map((ring) => blockOf(edge, ring)));
    for (const start of [0, ...blocks.map(({ after }) => after)]) {
      if (start < 0 || start >= edge.length) continue;
      const from = roomFrom(edge, start, px + MARGIN_PX, blocks);
      // An edge whose inside is above it, reading, is a lower one; one that is steep is read with the head aslant.
      const rank =
        from - Math.log2((edge.side === -1 ? 1 : 0.5) * Math.max(Math.cos((edge.turn * Math.PI) / 180), 1e-3));
      if (best && best.rank <= rank) continue;
      const { turn, side } = edge;
      best = { label: { at: placeOn(edge, start), turn, side, from }, rank };
    }
  }
  return best?.label ?? null;
}

interface Edge {
  /** The end that is read first, and how far the other is from it: metres east and north. */
  readonly begin: Position;
  readonly east: number;
  readonly north: number;
  readonly length: number;
  readonly turn: number;
  readonly side: 1 | -1;
  readonly shrink: number;
}

/** What a building keeps free of an edge, metres: along it `before` and `after`, and across it up to `near`. */
interface Block {
  readonly before: number;
  readonly after: number;
  readonly near: number;
}

const shellsOf = (shape: Geometry): Position[][] => partsOf(shape).map(([shell]) => shell ?? []);

function edgesOf(ring: readonly Position[]): Edge[] {
  if (ring.length < 4) return [];
  const shrink = Math.cos((ring[0][1] * Math.PI) / 180);
  const isLeftInside = areaOf(ring) > 0;
  return ring.slice(1).flatMap((b, i) => {
    const a = ring[i];
    const [dx, dy] = [(b[0] - a[0]) * shrink * METRES_PER_DEGREE, (b[1] - a[1]) * METRES_PER_DEGREE];
    const length = Math.hypot(dx, dy);
    if (length === 0) return [];
    // Read from the west; straight up is read upwards.
    const isForth = dx > 0 || (dx === 0 && dy > 0);
    const [east, north] = isForth ? [dx, dy] : [-dx, -dy];
    const turn = (-Math.atan2(north, east) * 180) / Math.PI;
    return [{ begin: isForth ? a : b, east, north, length, turn, side: isForth === isLeftInside ? -1 : 1, shrink }];
  });
}

const placeOn = ({ begin, east, north, length, shrink }: Edge, metres: number): Position => [
  begin[0] + ((metres / length) * east) / (shrink * METRES_PER_DEGREE),
  begin[1] + ((metres / length) * north) / METRES_PER_DEGREE,
];

function blockOf({ begin, east, north, length, side, shrink }: Edge, ring: readonly Position[]): Block {
  const places = ring.map(([lon, lat]) => {
    const [x, y] = [(lon - begin[0]) * shrink * METRES_PER_DEGREE, (lat - begin[1]) * METRES_PER_DEGREE];
    return { along: (x * east + y * north) / length, inwards: (-side * (y * east - x * north)) / length };
  });
  const along = places.map((place) => place.along);
  const isInside = places.some(({ inwards }) => inwards > 0);
  const near = isInside ? Math.min(...places.map(({ inwards }) => inwards)) : Infinity;
  return { before: Math.min(...along), after: Math.max(...along), near };
}

/** The zoom from which a text that begins at `start` ends on its edge, and before or beside each building. */
function roomFrom({ begin, length }: Edge, start: number, px: number, blocks: readonly Block[]): number {
  const zoom = (metres: number, of: number) => (metres > 0 ? zoomFor(metres, of, begin[1]) : Infinity);
  const own = zoom(length - start, px);
  const freed = blocks
    .filter(({ after }) => after > start + 1e-6)
    .map(({ before, near }) => Math.min(zoom(before - start, px), zoom(near, DEEP_PX)));
  const from = Math.max(own, ...freed);
  return from === Infinity ? Math.max(own, OVER_BUILDINGS) : from;
}

/** Twice the signed area: above 0 where the inside is to the left. */
const areaOf = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, b, i) => sum + (ring[i][0] - ring[0][0]) * (b[1] - ring[0][1]) - (b[0] - ring[0][0]) * (ring[i][1] - ring[0][1]), 0); // prettier-ignore
