import { amenityOf, entranceOf } from './amenity.ts';
import { crosswise, rowAngles } from './angles.ts';
import { blockOf, promiseOf, ringOf, type Arrangement, type Block } from './block.ts';
import type { Placed } from './columns.ts';
import { ringArea } from '../domain/geometry/edit/shapes.ts';
import { canonical, landOf } from './canonical.ts';
import { figuresOf, landTaken, missesOf, placesWanted } from './evaluate.ts';
import { away, Frame } from './frame.ts';
import { lanesOf } from './lanes.ts';
import { served } from './network.ts';
import { coveredOf } from './outlines.ts';
import { parkingOf, placesM2 } from './parking.ts';
import { ringLane } from './ring-lane.ts';
import { fewestStoreys, heightOf, storeyHeightsOf, highBesideLow, mostStoreys, storeysUnder } from './storeys.ts';
import type { LaidBuilding, Layout, LayoutFamily } from './shape/layout.ts';
import { HIGH_M, type LayoutConditions, type LayoutWishes } from './shape/settings.ts';
import type { LayoutSite, Point, Ring } from './shape/site.ts';

/** What every layout of one piece of land rests on. */
interface Ground {
  readonly site: LayoutSite;
  readonly landM2: number;
  readonly conditions: LayoutConditions;
  readonly wishes: LayoutWishes;
  /** Plot ratio that is aimed at. */
  readonly target: number;
  readonly amenity: LaidBuilding | null;
  readonly obstacles: readonly Ring[];
  readonly ring: readonly Ring[];
  readonly entrance: Ring;
  /** Directions of the longest edges: along their lanes cars can stand. */
  readonly edgeAngles: readonly number[];
  /** By direction and spacing: families share what is found in them. */
  readonly frames: Map<string, Frame>;
}

const DEFAULT_PLOT_RATIO = 1.5;

function targetOf({ plotRatio: { min, max } }: LayoutConditions, wish: number | null): number {
  return Math.min(max ?? Infinity, Math.max(min ?? 0, wish ?? min ?? DEFAULT_PLOT_RATIO));
}

/** The way in: a strip square to the boundary, to the middle of the lane along it. */
function entranceRoad(site: LayoutSite, wishes: LayoutWishes): Ring {
  const { at, angleRad } = entranceOf(site);
  const along: Point = [Math.cos(angleRad), Math.sin(angleRad)];
  const half = wishes.mainRoadM / 2;
  const deep = 1 + wishes.laneM;
  const corner = (side: number, inwards: number): Point => [
    at[0] + side * half * along[0] - inwards * along[1],
    at[1] + side * half * along[1] + inwards * along[0],
  ];
  return [corner(-1, 0), corner(1, 0), corner(1, deep), corner(-1, deep)];
}

function groundOf(site: LayoutSite, conditions: LayoutConditions, wishes: LayoutWishes): Ground {
  const target = targetOf(conditions, wishes.plotRatio);
  const amenity = amenityOf(site, conditions, wishes, target);
  return {
    site,
    landM2: landOf(site),
    conditions,
    wishes,
    target,
    amenity,
    obstacles: [...site.standing.map(({ ring }) => ring), ...(amenity ? [amenity.ring] : [])],
    ring: ringLane(site, wishes.laneM),
    entrance: entranceRoad(site, wishes),
    edgeAngles: rowAngles(site).slice(0, 4),
    frames: new Map(),
  };
}

function frameOf(ground: Ground, { angleRad, spacingM }: Arrangement): Frame {
  const key = `${angleRad} ${spacingM}`;
  let frame = ground.frames.get(key);
  if (!frame) ground.frames.set(key, (frame = new Frame(ground.site, angleRad, away(ground.obstacles, spacingM))));
  return frame;
}

/** What one family asks for. */
interface Family {
  readonly name: LayoutFamily;
  readonly depthsM: readonly number[];
  readonly high: boolean;
  /** Row gaps as wide as the target allows. */
  readonly roomy: boolean;
}

const arrangement = ({ wishes }: Ground, family: Family, angleRad: number): Arrangement => {
  const spacingM = family.high ? wishes.highSpacingM : wishes.spacingM;
  return {
    angleRad,
    depthsM: family.depthsM,
    rowGapM: Math.max(spacingM, wishes.rowGapM),
    spacingM,
    cutting: { minM: wishes.lengthM.min, maxM: wishes.lengthM.max, bayM: wishes.bayM, gapM: spacingM },
  };
};

/** Footprint that the family needs to reach the target and the lower bound of the coefficient, and what it may have at most, m². */
function footprintRange(ground: Ground, family: Family): readonly [number, number] {
  const { landM2, conditions, target, amenity, wishes } = ground;
  const most = mostStoreys(family.high, conditions, wishes);
  const floor = target * landM2 - (amenity?.floorM2 ?? 0);
  const share = Math.max(conditions.coefficient.min ?? 0, conditions.density.min ?? 0) * landM2;
  const ofAmenity = amenity?.footprintM2 ?? 0;
  return [Math.max(floor / Math.max(1, most), share - ofAmenity), (conditions.density.max ?? 1) * landM2 - ofAmenity];
}

/** Row gaps are widened by so much at a time, metres. */
const WIDER_M = 2;
const WIDEST_M = 24;

/** Rows with gaps widened until the density is kept, and further where room is wanted and the target still reached. */
function blockWithin(ground: Ground, family: Family, how: Arrangement): Spaced {
  const [least, most] = footprintRange(ground, family);
  let best = { block: blockOf(frameOf(ground, how), how), how };
  for (let wider = WIDER_M; wider <= WIDEST_M; wider += WIDER_M) {
    if (best.block.areaM2 <= most && !family.roomy) break;
    const next = { ...how, rowGapM: how.rowGapM + wider };
    const block = blockOf(frameOf(ground, next), next);
    if (block.areaM2 < least && best.block.areaM2 <= most) break;
    best = { block, how: next };
  }
  return best;
}

interface Spaced {
  readonly block: Block;
  readonly how: Arrangement;
}

/** Row groups from the north, so that higher ones shade no lower one. */
function fromNorth(block: Block): number[] {
  const north = (row: number): number => {
    const ys = block.placed
      .filter((one) => one.row === row)
      .map((one) => block.frame.back([(one.x0 + one.x1) / 2, (one.y0 + one.y1) / 2])[1]);
    return ys.reduce((sum, y) => sum + y, 0) / Math.max(1, ys.length);
  };
  return [...new Set(block.placed.map(({ row }) => row))].sort((a, b) => north(b) - north(a));
}

function buildingsOf(ground: Ground, family: Family, block: Block): LaidBuilding[] {
  const { wishes, conditions, target, landM2, amenity } = ground;
  const order = fromNorth(block);
  const footprint = (row: number): number =>
    block.placed.filter((one) => one.row === row).reduce((sum, { x0, x1, y0, y1 }) => sum + (x1 - x0) * (y1 - y0), 0);
  const most = mostStoreys(family.high, conditions, wishes);
  const hinge = storeysUnder(HIGH_M, wishes.heights);
  const wanted = target * landM2 - (amenity?.floorM2 ?? 0);
  const groups = order.map(footprint);
  const high = family.high && most > hinge;
  const storeys = high ? highBesideLow(groups, wanted, hinge, most) : fewestStoreys(groups, wanted, most);
  return block.placed.map((one) => {
    const n = storeys[order.indexOf(one.row)];
    const [lengthM, depthM] = [one.x1 - one.x0, one.y1 - one.y0];
    return {
      ring: ringOf(block.frame, one),
      row: one.row,
      depthM,
      lengthM,
      storeys: n,
      heightM: heightOf(n, wishes.heights),
      storeyHeightsM: storeyHeightsOf(n, wishes.heights),
      use: 'production',
      footprintM2: lengthM * depthM,
      floorM2: n * lengthM * depthM,
    };
  });
}

/** Buildings with lanes, places and what is left of the land. */
function furnished(ground: Ground, family: Family, { block, how }: Spaced): Layout {
  const { site, landM2, conditions, wishes, amenity } = ground;
  const buildings = [...buildingsOf(ground, family, block), ...(amenity ? [amenity] : [])];
  const rings = buildings.map(({ ring }) => ring);
  const standing = site.standing.map(({ ring }) => ring);
  const strips = [ground.entrance, ...ground.ring, ...lanesOf(site, how, block, wishes.laneM, [...rings, ...standing])];
  const { roads } = served(strips, rings);
  const wanted = placesWanted(buildings, conditions);
  const parking = parkingOf(site, how, [...rings, ...standing], roads, wanted, ground.edgeAngles);
  const ways = [...roads, ...parking.lanes];
  const built = [...rings, ...standing].reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0);
  const taken = landTaken(landM2, built, coveredOf(site.rings, ways), placesM2(parking.places), conditions.green.max);
  const figures = figuresOf(buildings, site.standing, taken, landM2, { made: parking.places, wanted });
  const highest = Math.max(0, ...buildings.map(({ heightM }) => heightM));
  return {
    family: family.name,
    angleDeg: (how.angleRad * 180) / Math.PI,
    buildings,
    roads: ways,
    parking: parking.strips,
    figures,
    misses: missesOf(figures, highest, conditions),
  };
}

/** As many metres of row gap make place for a row of cars. */
const ROW_OF_CARS_M = 6;
const TRIES = 3;

const footprintOf = ({ x0, x1, y0, y1 }: Placed): number => (x1 - x0) * (y1 - y0);

/** The rows with wider gaps; null where the target could not be reached any more. */
function apart(ground: Ground, { how }: Spaced, leastM2: number): Spaced | null {
  const next = { ...how, rowGapM: how.rowGapM + ROW_OF_CARS_M };
  const block = blockOf(frameOf(ground, next), next);
  return block.areaM2 < leastM2 ? null : { block, how: next };
}

/** The rows without their smallest building: its ground is for cars. */
function thinned({ block, how }: Spaced, leastM2: number): Spaced | null {
  const smallest = block.placed.reduce((least, one) => (footprintOf(one) < footprintOf(least) ? one : least));
  const areaM2 = block.areaM2 - footprintOf(smallest);
  if (areaM2 < leastM2) return null;
  return { block: { ...block, placed: block.placed.filter((one) => one !== smallest), areaM2 }, how };
}

/** One complete layout; where places or green have no room, rows move apart or lose a building as long as the target is still reached. */
function completed(ground: Ground, family: Family, first: Arrangement): Layout {
  const [least] = footprintRange(ground, family);
  let spaced = blockWithin(ground, family, first);
  let best = furnished(ground, family, spaced);
  const cramped = (): boolean => best.misses.some(({ what }) => what === 'places' || what === 'green');
  for (let i = 0; i < TRIES && cramped(); i++) {
    const next = apart(ground, spaced, least) ?? (spaced.block.placed.length > 1 ? thinned(spaced, least) : null);
    if (!next) break;
    spaced = next;
    const layout = furnished(ground, family, spaced);
    if (layout.misses.length <= best.misses.length) best = layout;
  }
  return best;
}

/** Directions by what rows in them promise, best first; equal ones in the order they are founded. */
function byPromise(ground: Ground, family: Family, angles: readonly number[]): number[] {
  const promised = angles.map((angle) => {
    const how = arrangement(ground, family, angle);
    return promiseOf(frameOf(ground, how), how);
  });
  return angles
    .map((_, i) => i)
    .sort((a, b) => (Math.abs(promised[b] - promised[a]) > 1e-6 ? promised[b] - promised[a] : a - b))
    .map((i) => angles[i]);
}

const movedBack = (layout: Layout, [dx, dy]: Point): Layout => {
  const back = (ring: Ring): Ring => ring.map(([x, y]) => [x + dx, y + dy]);
  return {
    ...layout,
    buildings: layout.buildings.map((one) => ({ ...one, ring: back(one.ring) })),
    roads: layout.roads.map(back),
    parking: layout.parking.map(back),
  };
};

/**
 * Complete layouts 排布方案 of a piece of land, one after another, each as soon as it is made.
 * @param site metres on a plane
 */
export function* layouts(given: LayoutSite, conditions: LayoutConditions, wishes: LayoutWishes): Generator<Layout> {
  const { site, origin } = canonical(given);
  const ground = groundOf(site, conditions, wishes);
  const made: Layout[] = [];
  for (const layout of every(ground, () => made.filter(({ misses }) => !misses.length).length >= ENOUGH)) {
    if (made.some((other) => alike(other, layout))) continue;
    made.push(layout);
    yield movedBack(layout, origin);
  }
}

/** Complete layouts wanted before no more directions are tried. */
const ENOUGH = 3;

function* every(ground: Ground, enough: () => boolean): Generator<Layout> {
  const { barDepthsM, plateDepthsM } = ground.wishes;
  const angles = rowAngles(ground.site);
  const make = (family: Family, angle: number): Layout => completed(ground, family, arrangement(ground, family, angle));
  const bars: Family = { name: 'bars', depthsM: barDepthsM, high: false, roomy: false };
  const roomy: Family = { ...bars, name: 'roomy', roomy: true };
  const plates: Family = { ...bars, name: 'plates', depthsM: plateDepthsM };
  const mixed: Family = { ...bars, name: 'mixed', depthsM: [...barDepthsM, ...plateDepthsM] };
  const narrow = [...barDepthsM, ...plateDepthsM.filter((depth) => depth <= DEEPEST_HIGH_M)];
  const high: Family = { name: 'high', depthsM: narrow, high: true, roomy: true };
  yield make(bars, angles[0]);
  const best = byPromise(ground, plates, angles);
  for (const family of [plates, mixed, high]) yield make(family, best[0]);
  yield make({ ...bars, name: 'bars-across' }, crosswise(angles[0]));
  yield make(roomy, angles[0]);
  for (const angle of best.slice(1))
    for (const family of [roomy, mixed, high]) if (!enough()) yield make(family, angle);
}

/** High buildings are no deeper: daylight and ladders reach their middle. */
const DEEPEST_HIGH_M = 36;

/** The same buildings by another name. */
const alike = (a: Layout, b: Layout): boolean =>
  a.buildings.length === b.buildings.length &&
  a.buildings.every(({ ring, storeys }, i) => {
    const other = b.buildings[i];
    return (
      storeys === other.storeys &&
      ring.every(([x, y], c) => Math.hypot(x - other.ring[c][0], y - other.ring[c][1]) < 0.5)
    );
  });
