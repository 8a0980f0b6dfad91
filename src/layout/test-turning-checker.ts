/*
 * Whether roads that end blind have a place to turn, felt out along them step by step: it imports nothing of what made them.
 */
import type { Layout } from './shape/layout.ts';
import type { Point, Ring } from './shape/site.ts';

/** GB 55037-2022 3.4.5 and GB 50016-2014 (2018) 7.1.9, from memory. */
const LONGEST_M = 40;
const SQUARE_M = 12;
const HIGH_SQUARE_M = 15;
const HIGH_M = 24;
/** Roads within so much of a place belong to its crossing. */
const CROSSING_M = 8;
const TOUCH_M = 0.6;
const STEP_M = 0.5;

const apart = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay);
const halfway = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
const onTheWay = (a: Point, b: Point, share: number): Point => [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]; // prettier-ignore

/** How far a point is from a convex ring; 0 in it. */
function distance(point: Point, ring: Ring): number {
  let least = Infinity;
  let [left, right] = [false, false];
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length];
    const length = apart(a, b);
    if (!length) return;
    const share = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length ** 2;
    least = Math.min(least, apart(point, onTheWay(a, b, Math.max(0, Math.min(1, share)))));
    const turn = (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]);
    left ||= turn > 0;
    right ||= turn < 0;
  });
  return left && right ? least : 0;
}

/** The two ends of a road, each as its corners. */
function endsOf(ring: Ring): readonly (readonly [Point, Point])[] {
  if (ring.length !== 4) return [];
  const [a, b, c, d] = ring;
  return apart(a, b) >= apart(b, c)
    ? [
        [d, a],
        [b, c],
      ]
    : [
        [a, b],
        [c, d],
      ];
}

/** Whether both sides are so long. */
const isSquare = (ring: Ring, sideM: number): boolean =>
  ring.length === 4 && ring.every((a, i) => apart(a, ring[(i + 1) % 4]) > sideM - 0.01);

/** How many ways lead on from a place: roads of its crossing, each as many as its ends that lie beyond. */
function waysFrom(place: Point, roads: readonly Ring[]): number {
  return roads
    .filter((ring) => distance(place, ring) < CROSSING_M)
    .flatMap(endsOf)
    .filter(([a, b]) => apart(place, halfway(a, b)) > CROSSING_M).length;
}

/** The way back from a road's end to the first place with two ways on, metres; null where it is no blind end. */
function wayBack(roads: readonly Ring[], r: number, [from, to]: readonly (readonly [Point, Point])[]): number | null {
  const lengthM = apart(halfway(...from), halfway(...to));
  const others = roads.filter((_, o) => o !== r);
  const widthM = apart(...from);
  for (let gone = 0; gone < lengthM; gone += STEP_M) {
    const across = [onTheWay(from[0], to[1], gone / lengthM), onTheWay(from[1], to[0], gone / lengthM)] as const;
    const felt = [0, 0.25, 0.5, 0.75, 1].map((share) => onTheWay(...across, share));
    if (!others.some((ring) => felt.some((point) => distance(point, ring) < TOUCH_M))) continue;
    if (gone <= widthM) return null;
    if (waysFrom(felt[2], others) > 0 || lengthM - gone < CROSSING_M) return gone;
  }
  return lengthM;
}

/** Ends of roads that lack a place to turn, each in a sentence; the street is no end. */
export function turningFaults({ roads, aprons, buildings, entrance, figures }: Layout): string[] {
  const sideM = buildings.some(({ heightM }) => heightM > HIGH_M) ? HIGH_SQUARE_M : SQUARE_M;
  const places = [...roads, ...aprons].filter((ring) => isSquare(ring, sideM));
  const blind = roads.flatMap((ring, r) => {
    if (isSquare(ring, sideM)) return [];
    const ends = endsOf(ring);
    return [ends, ends.toReversed()].flatMap((way) => {
      if (way.length === 0 || distance(entrance, way[0]) < apart(...way[0])) return [];
      const backM = wayBack(roads, r, way);
      const end = halfway(...way[0]);
      if (backM === null || backM <= LONGEST_M + 2 * STEP_M || places.some((place) => distance(end, place) < LONGEST_M))
        return [];
      return [`road ${r} ends blind after ${backM.toFixed(0)} m with no place to turn`];
    });
  });
  return blind.length > figures.blind ? blind : [];
}
