import { planeTurn, type PlaneRing } from './plane-ring.ts';

/** 界址点 of a parcel, as its table prints it. */
interface BoundaryPoint {
  /** J1, J2 … over all parcels of the table: who has a corner in common has its number in common. */
  readonly number: number;
  /** 纵坐标 X: north, m. */
  readonly north: number;
  /** 横坐标 Y: east, m, with the zone number in front where the plane has it. */
  readonly east: number;
  /** 边长 to the next point of the ring, m. */
  readonly edgeM: number;
}

/** Rings of one parcel: of each part first its shell, clockwise, then its holes, the other way round; none closed. */
export interface ParcelPoints {
  readonly id: string;
  readonly rings: readonly (readonly BoundaryPoint[])[];
}

export interface ParcelRings {
  readonly id: string;
  /** Parts → rings → closed rings of [east, north], m. */
  readonly parts: readonly (readonly PlaneRing[])[];
}

/** Points nearer to each other are written alike, and are one. */
const MM = 1000;

/**
 * Boundary points in the order of a cadastral sheet: from the north-west of a ring clockwise round the land (round a hole
 * the other way), numbered through from 1 in the order of the parcels.
 */
export function boundaryPoints(parcels: readonly ParcelRings[]): readonly ParcelPoints[] {
  const numbers = new Map<string, number>();
  const numberOf = ([east, north]: readonly number[]): number => {
    const place = `${Math.round(east * MM)} ${Math.round(north * MM)}`;
    const known = numbers.get(place) ?? numbers.size + 1;
    numbers.set(place, known);
    return known;
  };
  return parcels.map(({ id, parts }) => ({
    id,
    rings: parts.flatMap((rings) =>
      rings.map((ring, r) => {
        const ordered = inOrder(ring, r === 0);
        return ordered.map(([east, north], n) => {
          const [nextEast, nextNorth] = ordered[(n + 1) % ordered.length];
          const edgeM = Math.hypot(nextEast - east, nextNorth - north);
          return { number: numberOf([east, north]), north, east, edgeM };
        });
      }),
    ),
  }));
}

/** Open, turned as asked, from its most north-western point on. */
function inOrder(ring: PlaneRing, isClockwise: boolean): PlaneRing {
  const open = ring.slice(0, -1);
  const turned = planeTurn(ring) < 0 === isClockwise ? open : open.toReversed();
  const first = turned.reduce((best, at, n) => (northWest(at) > northWest(turned[best]) ? n : best), 0);
  return [...turned.slice(first), ...turned.slice(0, first)];
}

const northWest = ([east, north]: readonly number[]): number => north - east;
