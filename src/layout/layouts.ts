import { completed } from './complete.ts';
import { familyOf } from './family.ts';
import { alongStreet, onStreet } from './frontage.ts';
import { byPromise, fronted, further } from './further.ts';
import { groundOf, type Ground } from './ground.ts';
import { canonical } from './land/canonical.ts';
import { crosswise, rowAngles } from './rows/angles.ts';
import type { Layout, LayoutFamily } from './shape/layout.ts';
import type { LayoutConditions, LayoutWishes } from './shape/settings.ts';
import type { LayoutSite, Point, Ring } from './shape/site.ts';

function* every(ground: Ground, made: readonly Layout[]): Generator<Layout> {
  const angles = rowAngles(ground.site);
  const make = (name: LayoutFamily, angle: number): Layout => completed(ground, familyOf(name, ground.wishes), angle);
  const along = alongStreet(ground, 'bars', angles);
  yield onStreet(ground, 'bars', angles);
  const best = byPromise(ground, 'plates', angles);
  for (const name of ['plates', 'mixed', 'high'] as const) yield onStreet(ground, name, best);
  yield make('bars-across', crosswise(along));
  yield onStreet(ground, 'roomy', angles);
  yield* fronted(ground, along);
  yield* further(ground, angles, best, made);
}

/** Nobody tells buildings apart that lie so near, metres. */
const ALIKE_M = 4;

/** The same buildings by another name. */
const alike = (a: Layout, b: Layout): boolean =>
  a.buildings.length === b.buildings.length &&
  a.buildings.every(({ ring, storeys }, i) => {
    const other = b.buildings[i];
    return (
      storeys === other.storeys &&
      ring.every(([x, y], c) => Math.hypot(x - other.ring[c][0], y - other.ring[c][1]) < ALIKE_M)
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
  for (const layout of every(ground, made)) {
    // What stays leaves no room: that is none to be taken.
    if (!layout.buildings.length || made.some((other) => alike(other, layout))) continue;
    made.push(layout);
    yield movedBack(layout, origin);
  }
}
