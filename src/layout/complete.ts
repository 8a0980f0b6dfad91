import { figuresOf, landTaken, missesOf, placesWanted } from './evaluate.ts';
import { arrangement, footprintRange, type Family } from './family.ts';
import type { Ground } from './ground.ts';
import { away } from './land/frame.ts';
import { coveredOf } from './land/outlines.ts';
import { raised } from './raise.ts';
import type { Block } from './rows/block.ts';
import { SEVERAL, variedDepths } from './rows/depths.ts';
import { evened } from './rows/even.ts';
import { otherwise, roomier, rowsWithin, type Spaced } from './spaced.ts';
import type { Layout, LayoutMiss } from './shape/layout.ts';
import { HIGH_M, type LayoutWishes } from './shape/settings.ts';
import type { LaidBuilding } from './shape/site.ts';
import { apronsOf } from './ways/aprons.ts';
import { laneFrame, lanesOf, OFF_WALLS_M } from './ways/lanes.ts';
import { wayIn } from './ways/main-road.ts';
import { bareSides } from './ways/fire-lanes.ts';
import { joined, unservedBy } from './ways/network.ts';
import { parkingOf, placesM2 } from './ways/parking.ts';
import { ringMiddleM } from './ways/ring-lane.ts';
import { lanesAlong } from './ways/round.ts';
import { ended } from './ways/turning.ts';

/** 回车场 for high buildings are larger: GB 50016-2014 (2018) 7.1.9, from memory. */
const HIGH_TURNING_M = 15;

const turningOf = (buildings: readonly LaidBuilding[], { turningM }: LayoutWishes): number =>
  buildings.some(({ heightM }) => heightM > HIGH_M) ? Math.max(turningM, HIGH_TURNING_M) : turningM;

/** Roads that lead to the buildings, the first from the entrance, and yards along them. */
function waysOf(ground: Ground, { block, how, road }: Spaced, buildings: readonly LaidBuilding[]) {
  const { site, entrance, ring, wishes } = ground;
  const walls = [...buildings, ...site.standing].map((one) => one.ring);
  const { laneM } = wishes;
  const standing = ground.kept.map((one) => one.ring);
  const first = road ?? wayIn(entrance, wishes.mainRoadM || laneM, ringMiddleM(laneM), standing);
  const lanes = lanesOf(site, how, block, { laneM, walls, road: road?.clear ?? null });
  const obstacles = away(walls, OFF_WALLS_M);
  const frameOf = (angleRad: number) => laneFrame(site, angleRad, laneM, obstacles);
  const strips = joined([first.ring, ...ring, ...lanes]);
  const missing = bareSides(buildings, strips).flatMap(({ building, side }) =>
    lanesAlong(building.ring, side, laneM, frameOf),
  );
  const { roads, blind } = ended(missing.length ? joined([...strips, ...missing]) : strips, {
    entrance: first.entrance,
    laneM,
    turningM: turningOf(buildings, wishes),
    walls,
    kept: standing,
    frameOf,
  });
  return {
    roads,
    blind,
    entrance: first.entrance,
    aprons: how.apronM ? apronsOf(laneFrame(site, how.angleRad, laneM, away(standing, 1)), block, laneM) : [],
  };
}

/** Buildings with roads, yards, places and what is left of the land. */
function furnished(ground: Ground, family: Family, spaced: Spaced): Layout {
  const { site, landM2, written, conditions, given, keptM2 } = ground;
  const made = raised(ground, family, spaced.block);
  const buildings = [...given, ...made];
  const rings = buildings.map(({ ring }) => ring);
  const walls = [...rings, ...site.standing.map(({ ring }) => ring)];
  const { roads, blind, entrance, aprons } = waysOf(ground, spaced, buildings);
  const wanted = placesWanted([...buildings, ...site.standing], conditions);
  const occupied = { walls, ground: aprons };
  const parking = parkingOf(site, spaced.how, occupied, roads, wanted, ground.edgeAngles);
  const ways = [...roads, ...parking.lanes];
  const roadsM2 = coveredOf(site.rings, ways);
  const taken = landTaken(landM2, conditions.green.max, {
    buildingsM2: made.reduce((sum, { footprintM2 }) => sum + footprintM2, keptM2),
    roadsM2,
    parkingM2: placesM2(parking.places),
    apronsM2: aprons.length ? coveredOf(site.rings, [...ways, ...aprons]) - roadsM2 : 0,
  });
  const figures = figuresOf([...buildings, ...site.standing], taken, landM2, {
    places: parking.places,
    wanted,
    unserved: unservedBy(ways, rings),
    blind,
    unlined: new Set(bareSides(buildings, roads).map(({ building }) => building)).size,
  });
  const highest = Math.max(0, ...buildings.map(({ heightM }) => heightM));
  return {
    family: family.name,
    angleDeg: (spaced.how.angleRad * 180) / Math.PI,
    entrance,
    buildings,
    roads: ways,
    parking: parking.strips,
    aprons,
    figures,
    misses: missesOf(figures, highest, written),
  };
}

/** What an end in line is worth in bays: as much as the plot ratio leaves. With the last no more than staircases go. */
const LINE_BAYS = [8, 3, 1.5, 0.75, 0] as const;

/** The rows with ends in line where these are worth the first of so many bays that leaves what is aimed at. */
function linedUp({ block, how }: Spaced, wantedM2: number, lineBays: readonly number[]): Block | null {
  for (const bays of lineBays) {
    const even = evened(block, how.cutting, bays);
    if (even.areaM2 >= wantedM2) return even;
  }
  return null;
}

/** The layout that misses nothing, or where it has one depth everywhere one with another along the street that misses nothing either. */
function varied(ground: Ground, family: Family, spaced: Spaced, layout: Layout): Layout {
  const { wanted } = footprintRange(ground, family);
  const block = variedDepths(spaced.block, family.depthsM, ground.entrance.at, wanted);
  if (!block) return layout;
  const other = furnished(ground, family, { ...spaced, block });
  return other.misses.length ? layout : other;
}

/** With ends of rows in line, where what is aimed at is reached all the same and nothing more is missed for it. */
function evenly(ground: Ground, family: Family, spaced: Spaced): Layout {
  const { wanted } = footprintRange(ground, family);
  const made = (block: Block | null): Layout => furnished(ground, family, block ? { ...spaced, block } : spaced);
  const block = linedUp(spaced, wanted, LINE_BAYS);
  const even = made(block);
  if (!even.misses.length) return varied(ground, family, block ? { ...spaced, block } : spaced, even);
  if (!block || block.placed === spaced.block.placed) return even;
  const plain = made(null);
  if (even.misses.length <= plain.misses.length) return even;
  const least = made(linedUp(spaced, wanted, LINE_BAYS.slice(-1)));
  return least.misses.length <= plain.misses.length ? least : plain;
}

const TRIES = 3;

/** Ground that cars and green lack, m²: a place with its share of the way to it. */
function lackOf({ misses }: Layout, { landM2, wishes }: Ground): number {
  const of = (name: LayoutMiss['what']): number => {
    const miss = misses.find(({ what, bound }) => what === name && bound === 'min');
    return miss ? miss.asked - miss.value : 0;
  };
  return of('places') * wishes.placeM2 + of('green') * landM2;
}

/** The layout, or where large buildings of it lack a fire lane one near it that misses less. */
function lined(ground: Ground, family: Family, spaced: Spaced, layout: Layout): Layout {
  if (!layout.figures.unlined) return layout;
  for (const other of otherwise(ground, family, spaced)) {
    const next = evenly(ground, family, other);
    if (next.misses.length < layout.misses.length) return next;
  }
  return layout;
}

/** A layout by rows with so much ground to spare; where places or green have no room, rows move apart or lose a building as long as the target is still reached. */
function laidOut(ground: Ground, family: Family, angleRad: number, toSpare: number): Layout {
  let spaced = rowsWithin(ground, family, arrangement(ground, family, angleRad), toSpare);
  let layout = evenly(ground, family, spaced);
  let best = layout;
  for (let i = 0; i < TRIES && lackOf(best, ground) > 0; i++) {
    const next = roomier(ground, family, spaced, lackOf(layout, ground));
    if (!next) break;
    spaced = next;
    layout = evenly(ground, family, spaced);
    if (layout.misses.length <= best.misses.length) best = layout;
  }
  return lined(ground, family, spaced, best);
}

/** Rows that move apart are not parted to the last metre, so that their ends can come in line; still less where one of them shall be less deep. */
const TO_SPARE = 1.05;
const MORE_TO_SPARE = 1.12;

const hasOneDepth = ({ buildings }: Layout): boolean => {
  const own = buildings.filter(({ row }) => row >= 0);
  return own.length >= SEVERAL && new Set(own.map(({ depthM }) => depthM.toFixed(1))).size === 1;
};

/**
 * One complete layout; of roomy rows that miss something or are all equally deep, others nearer together or farther apart where
 * that mends it.
 */
export function completed(ground: Ground, family: Family, angleRad: number): Layout {
  const layout = laidOut(ground, family, angleRad, TO_SPARE);
  if (!family.roomy) return layout;
  if (layout.misses.length) {
    const other = laidOut(ground, family, angleRad, 1);
    return other.misses.length < layout.misses.length ? other : layout;
  }
  if (!hasOneDepth(layout)) return layout;
  const other = laidOut(ground, family, angleRad, MORE_TO_SPARE);
  return other.misses.length || hasOneDepth(other) ? layout : other;
}
