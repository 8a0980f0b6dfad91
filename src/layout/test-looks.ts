import type { Layout } from './shape/layout.ts';
import { DEFAULT_WISHES } from './shape/settings.ts';
import type { LaidBuilding, LayoutSite, Point, Ring } from './shape/site.ts';
import { deadEnds } from './ways/dead-ends.ts';
import { near } from './ways/network.ts';

/*
 * What a designer would call ugly in layouts, counted from what is drawn: nothing of how it was made is asked.
 */

interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** Buildings of rows beside one another: so much in common, and no farther apart, metres. */
const IN_COMMON_M = 12;
const BESIDE_M = 30;
const IN_LINE_M = 0.1;
/** The spacing and less than two bays. */
const BEFORE_M = 20;
/** Steps of more bays clearly follow the land. */
const SMALL_BAYS = 3;

/** Ends of factory buildings beside one another in rows, and those that are out of line. */
interface EndCounts {
  readonly ends: number;
  /** By less than a bay; by one to three. */
  readonly jogs: number;
  readonly small: number;
  /** Two such steps after one another, one way, of unlike size. */
  readonly stairs: number;
}

const turnedBy =
  (angleDeg: number) =>
  ([x, y]: Point): Point => {
    const a = (angleDeg * Math.PI) / 180;
    return [x * Math.cos(a) + y * Math.sin(a), y * Math.cos(a) - x * Math.sin(a)];
  };

function boxOf(ring: Ring): Box {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
}

/** Ends of walls beside one another along the rows. */
function endsOf({ buildings, angleDeg }: Layout): EndCounts {
  const turn = turnedBy(angleDeg);
  const boxes = buildings
    .filter(({ row, use }) => use === 'production' && row >= 0)
    .map(({ ring }) => boxOf(ring.map(turn)));
  const beside = boxes.map((a) => boxes.filter((b) => isNext(a, b) && !boxes.some((other) => isBetween(other, a, b))));
  const apart = buildings.filter(({ row }) => row < 0).map(({ ring }) => boxOf(ring.map(turn)));
  const { bayM } = DEFAULT_WISHES;
  const isSmall = (m: number): boolean => Math.abs(m) > IN_LINE_M && Math.abs(m) < SMALL_BAYS * bayM + IN_LINE_M;
  let [ends, jogs, small, stairs] = [0, 0, 0, 0];
  boxes.forEach((a, i) =>
    beside[i].forEach((b) => {
      for (const side of ['x0', 'x1'] as const) {
        const step = b[side] - a[side];
        ends++;
        if (!isSmall(step)) continue;
        const short = (side === 'x0') === step > 0 ? b : a;
        if (apart.some((one) => isBefore(one, short, side))) continue;
        if (Math.abs(step) < bayM - IN_LINE_M) jogs++;
        else small++;
        for (const c of beside[boxes.indexOf(b)]) {
          const next = c[side] - b[side];
          if (isSmall(next) && next * step > 0 && Math.abs(next - step) > IN_LINE_M) stairs++;
        }
      }
    }),
  );
  return { ends, jogs, small, stairs };
}

/** Whether a building that is no part of rows stands before the end of one: it makes the step. */
const isBefore = (one: Box, { y0, y1, ...ends }: Box, side: 'x0' | 'x1'): boolean =>
  one.y1 > y0 - BEFORE_M &&
  one.y0 < y1 + BEFORE_M &&
  (side === 'x0' ? Math.abs(ends.x0 - one.x1) : Math.abs(one.x0 - ends.x1)) < BEFORE_M;

/** Whether the second lies in the row after the first. */
const isNext = (a: Box, b: Box): boolean =>
  b.y0 >= a.y1 && b.y0 - a.y1 <= BESIDE_M && Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) >= IN_COMMON_M;

const isBetween = (box: Box, a: Box, b: Box): boolean =>
  box.y0 >= a.y1 && box.y1 <= b.y0 && Math.min(box.x1, a.x1, b.x1) - Math.max(box.x0, a.x0, b.x0) > 0;

/** An end of a lane nearer than this to a crossing is none, and what it serves lies no farther off, metres. */
const STUB_M = 8;
const SERVES_M = 12;

/** Ends of lanes beside which nothing lies that they lead to. */
function stubsOf({ roads, buildings, parking, aprons, entrance }: Layout): number {
  const served = [...buildings.map(({ ring }) => ring), ...parking, ...aprons];
  return deadEnds(roads, entrance).filter(({ at, back, widthM, ownM }) => {
    if (ownM <= STUB_M || Math.min(...roads.map((road) => squareness(road, at))) < 1) return false;
    const to: Point = [at[0] + STUB_M * back[0], at[1] + STUB_M * back[1]];
    return !served.some((ring) => near([at, to], ring, Math.max(widthM / 2 + 1, SERVES_M)));
  }).length;
}

/** 0 where a point lies at a place to turn. */
const squareness = (ring: Ring, at: Point): number => {
  const sides = ring.map(([x, y], i) => Math.hypot(ring[(i + 1) % ring.length][0] - x, ring[(i + 1) % ring.length][1] - y)); // prettier-ignore
  return Math.min(...sides) >= 11.9 && near(ring, [at], 1) ? 0 : 2;
};

/** Bars more than twice as long as deep stand so near the street that they show it their end, metres. */
const FRONT_M = 25;
const BAR = 2;

function endOnOf(site: LayoutSite, { buildings, entrance }: Layout): { amenity: number; production: number } {
  const edges = site.rings.flatMap((ring) => ring.map((a, i) => [a, ring[(i + 1) % ring.length]] as const));
  const street = edges.reduce((best, edge) => (offEdge(entrance, edge) < offEdge(entrance, best) ? edge : best));
  const square = buildings.filter(({ ring, lengthM, depthM }) => {
    if (lengthM < BAR * depthM || !near(ring, street, FRONT_M)) return false;
    const [[ax, ay], [bx, by]] = ring;
    const [[px, py], [qx, qy]] = street;
    const angle = Math.atan2(by - ay, bx - ax) - Math.atan2(qy - py, qx - px);
    return Math.abs(Math.sin(angle)) > Math.SQRT1_2;
  });
  const count = (use: LaidBuilding['use']): number => square.filter((one) => one.use === use).length;
  return { amenity: count('amenity'), production: count('production') };
}

const offEdge = ([x, y]: Point, [[ax, ay], [bx, by]]: readonly [Point, Point]): number => {
  const t = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const at = Math.max(0, Math.min(1, t));
  return Math.hypot(x - ax - at * (bx - ax), y - ay - at * (by - ay));
};

/** Deeper ones are plates, m. */
const BAR_DEPTH_M = Math.max(...DEFAULT_WISHES.barDepthsM);

/** What is ugly in the layouts of one piece of land. */
export interface Looks {
  readonly layouts: number;
  readonly buildings: number;
  /** Lengths of factory buildings, of each layout those that differ; and buildings as long as no other of theirs. */
  readonly lengths: number;
  readonly alone: number;
  /** Buildings of rows shorter than deep; plates not counted. */
  readonly stubby: number;
  readonly ends: EndCounts;
  /** Layouts of four factory buildings and more, and those of one depth. */
  readonly several: number;
  readonly oneDepth: number;
  readonly stubs: number;
  readonly endOn: { readonly amenity: number; readonly production: number };
}

export function looksOf(site: LayoutSite, layouts: readonly Layout[]): Looks {
  const made = layouts.map((layout) => ({ layout, own: layout.buildings.filter(({ use }) => use === 'production') }));
  const sum = (of: (one: (typeof made)[number]) => number): number => made.reduce((all, one) => all + of(one), 0);
  const lengthsOf = (own: readonly LaidBuilding[]): string[] => own.map(({ lengthM }) => lengthM.toFixed(1));
  const ends = made.map(({ layout }) => endsOf(layout));
  const endOn = made.map(({ layout }) => ({ family: layout.family, ...endOnOf(site, layout) }));
  const several = made.filter(({ own }) => own.length >= 4);
  return {
    layouts: made.length,
    buildings: sum(({ own }) => own.length),
    lengths: sum(({ own }) => new Set(lengthsOf(own)).size),
    alone: sum(({ own }) => lengthsOf(own).filter((length, _, all) => all.filter((other) => other === length).length === 1).length), // prettier-ignore
    stubby: sum(
      ({ own }) =>
        own.filter(({ row, lengthM, depthM }) => row >= 0 && depthM <= BAR_DEPTH_M && lengthM < depthM - IN_LINE_M)
          .length,
    ),
    ends: {
      ends: ends.reduce((all, one) => all + one.ends, 0),
      jogs: ends.reduce((all, one) => all + one.jogs, 0),
      small: ends.reduce((all, one) => all + one.small, 0),
      stairs: ends.reduce((all, one) => all + one.stairs, 0),
    },
    several: several.length,
    oneDepth: several.filter(({ own }) => new Set(own.map(({ depthM }) => depthM.toFixed(1))).size === 1).length,
    stubs: sum(({ layout }) => stubsOf(layout)),
    endOn: {
      amenity: endOn.reduce((all, one) => all + one.amenity, 0),
      production: endOn.reduce((all, one) => all + (one.family === 'bars-across' ? 0 : one.production), 0),
    },
  };
}
