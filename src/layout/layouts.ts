import { completed } from './complete.ts';
import { arrangement, familyOf, type Family } from './family.ts';
import { rowLandOf, groundOf, type Ground } from './ground.ts';
import { canonical } from './land/canonical.ts';
import { crosswise, rowAngles } from './rows/angles.ts';
import { promiseOf } from './rows/block.ts';
import type { Layout, LayoutFamily } from './shape/layout.ts';
import type { LayoutConditions, LayoutWishes } from './shape/settings.ts';
import type { LayoutSite, Point, Ring } from './shape/site.ts';

/** Directions by what rows in them promise, best first; equal ones in the order they are founded. */
function byPromise(ground: Ground, family: Family, angles: readonly number[]): number[] {
  const promised = angles.map((angle) =>
    promiseOf(rowLandOf(ground, angle, family.high), arrangement(ground, family, angle)),
  );
  return angles
    .map((_, i) => i)
    .sort((a, b) => (Math.abs(promised[b] - promised[a]) > 1e-6 ? promised[b] - promised[a] : a - b))
    .map((i) => angles[i]);
}

const DEGREE = Math.PI / 180;

/** A direction near the given one in which rows promise more, by ever smaller turns. */
function refined(ground: Ground, family: Family, first: number): number {
  const promise = (angle: number): number =>
    promiseOf(rowLandOf(ground, angle, family.high), arrangement(ground, family, angle));
  let best = { angle: first, m2: promise(first) };
  for (const turn of [4, 2, 1])
    for (const side of [turn, -turn]) {
      const angle = best.angle + side * DEGREE;
      const m2 = promise(angle);
      if (m2 > best.m2 + 1e-6) best = { angle, m2 };
    }
  return best.angle;
}

/** Complete layouts wanted before no more directions are tried. */
const ENOUGH = 3;
const MORE_DIRECTIONS = 4;
/** Directions that are refined where the plot ratio is out of reach. */
const REFINED = 3;

function* every(ground: Ground, enough: () => boolean, isShort: () => boolean): Generator<Layout> {
  const angles = rowAngles(ground.site);
  const make = (name: LayoutFamily, angle: number): Layout => completed(ground, familyOf(name, ground.wishes), angle);
  yield make('bars', angles[0]);
  const best = byPromise(ground, familyOf('plates', ground.wishes), angles);
  for (const name of ['plates', 'mixed', 'high'] as const) yield make(name, best[0]);
  yield make('bars-across', crosswise(angles[0]));
  yield make('roomy', angles[0]);
  if (isShort())
    for (const angle of byPromise(ground, familyOf('mixed', ground.wishes), angles).slice(0, REFINED))
      yield make('mixed', refined(ground, familyOf('mixed', ground.wishes), angle));
  for (const angle of best.slice(1, 1 + MORE_DIRECTIONS))
    for (const name of ['roomy', 'mixed', 'high'] as const) if (!enough()) yield make(name, angle);
}

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

const movedBack = (layout: Layout, [dx, dy]: Point): Layout => {
  const point = ([x, y]: Point): Point => [x + dx, y + dy];
  const back = (ring: Ring): Ring => ring.map(point);
  return {
    ...layout,
    entrance: point(layout.entrance),
    buildings: layout.buildings.map((one) => ({ ...one, ring: back(one.ring) })),
    roads: layout.roads.map(back),
    parking: layout.parking.map(back),
    aprons: layout.aprons.map(back),
  };
};

/**
 * Complete layouts 排布方案 of a piece of land, one after another, each as soon as it is made.
 * @param given metres on a plane
 */
export function* layouts(given: LayoutSite, conditions: LayoutConditions, wishes: LayoutWishes): Generator<Layout> {
  const { site, origin } = canonical(given);
  // Of a sliver, all of whose points lie on a line, no ring is left.
  if (site.rings.length === 0) return;
  const ground = groundOf(site, conditions, wishes);
  const made: Layout[] = [];
  const isEnough = (): boolean => made.filter(({ misses }) => !misses.length).length >= ENOUGH;
  const isShort = (): boolean => made.every(({ figures }) => figures.plotRatio < ground.target);
  for (const layout of every(ground, isEnough, isShort)) {
    if (made.some((other) => alike(other, layout))) continue;
    made.push(layout);
    yield movedBack(layout, origin);
  }
}
