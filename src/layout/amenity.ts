import { ringOf } from './block.ts';
import { landOf } from './canonical.ts';
import { Frame } from './frame.ts';
import { freeIn } from './free.ts';
import { heightOf, storeyHeightsOf } from './storeys.ts';
import type { LaidBuilding } from './shape/layout.ts';
import type { LayoutConditions, LayoutWishes } from './shape/settings.ts';
import type { LayoutSite, Point } from './shape/site.ts';

/** Offices and living 行政办公及生活服务: four storeys of 3.6 m, an eighth of the floor, never more than the bounds leave. */
const STOREYS = 4;
const HEIGHTS = { firstM: 3.9, upperM: 3.6 };
const SHARE_OF_FLOOR = 0.12;
const NEAR_A_BOUND = 0.95;

export interface Entrance {
  readonly at: Point;
  readonly angleRad: number;
}

/** The point of the boundary where one enters and the direction of its edge; without a wish the middle of the longest edge. */
export function entranceOf(site: LayoutSite): Entrance {
  let best: { readonly entrance: Entrance; readonly rank: number } | null = null;
  for (const ring of site.rings)
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length];
      const length = Math.hypot(bx - ax, by - ay);
      const wish = site.entrance ?? [(ax + bx) / 2, (ay + by) / 2];
      const along = Math.max(0, Math.min(1, ((wish[0] - ax) * (bx - ax) + (wish[1] - ay) * (by - ay)) / length ** 2));
      const at: Point = [ax + along * (bx - ax), ay + along * (by - ay)];
      const rank = site.entrance ? Math.hypot(at[0] - wish[0], at[1] - wish[1]) : -length;
      if (!best || rank < best.rank - 1e-6) best = { entrance: { at, angleRad: Math.atan2(by - ay, bx - ax) }, rank };
    });
  return (best as { readonly entrance: Entrance } | null)?.entrance ?? { at: [0, 0], angleRad: 0 };
}

/**
 * The amenity building 配套用房: a bar along the street beside the entrance, of as much floor as the bounds leave.
 * @returns null where the land is too small for one, or none fits along the entrance's edge
 */
export function amenityOf(
  site: LayoutSite,
  conditions: LayoutConditions,
  wishes: LayoutWishes,
  plotRatio: number,
): LaidBuilding | null {
  const land = landOf(site);
  const share = Math.min(SHARE_OF_FLOOR, NEAR_A_BOUND * (conditions.amenityFloor.max ?? 1));
  const footprint = Math.min(
    (share * plotRatio * land) / STOREYS,
    NEAR_A_BOUND * (conditions.amenityLand.max ?? 1) * land,
  );
  const depthM = wishes.amenityDepthM;
  const wanted = Math.floor(Math.min(footprint / depthM, 80) / wishes.bayM) * wishes.bayM;
  if (wanted < wishes.lengthM.min) return null;
  const entrance = entranceOf(site);
  const frame = new Frame(
    site,
    entrance.angleRad,
    site.standing.map(({ ring }) => ({ ring, awayM: wishes.spacingM })),
  );
  const [x, y] = frame.turned(entrance.at);
  const clear = wishes.mainRoadM / 2 + 5;
  const spot = nearestSpot(frame, [x, y], depthM, wanted, clear, wishes.lengthM.min);
  if (!spot) return null;
  const [x0, x1, y0] = spot;
  return {
    ring: ringOf(frame, { x0, x1, y0, y1: y0 + depthM }),
    row: -1,
    depthM,
    lengthM: x1 - x0,
    storeys: STOREYS,
    heightM: heightOf(STOREYS, HEIGHTS),
    storeyHeightsM: storeyHeightsOf(STOREYS, HEIGHTS),
    use: 'amenity',
    footprintM2: depthM * (x1 - x0),
    floorM2: STOREYS * depthM * (x1 - x0),
  };
}

/** The stretch nearest the entrance, on either side of its road, in the first slab from the street that has room. */
function nearestSpot(
  frame: Frame,
  [x, y]: Point,
  depthM: number,
  wantedM: number,
  clearM: number,
  leastM: number,
): readonly [number, number, number] | null {
  for (let off = 0; off <= 30; off += 1) {
    const y0 = y + off;
    const free = freeIn(frame, y0, y0 + depthM);
    let best: readonly [number, number, number] | null = null;
    let far = Infinity;
    for (let i = 0; i < free.length; i += 2)
      for (const [from, to] of [
        [free[i], Math.min(free[i + 1], x - clearM)],
        [Math.max(free[i], x + clearM), free[i + 1]],
      ]) {
        const length = Math.min(wantedM, Math.floor((to - from) / 6) * 6);
        if (length < leastM) continue;
        const [x0, x1] = from > x ? [from, from + length] : [to - length, to];
        const away = Math.min(Math.abs(x0 - x), Math.abs(x1 - x));
        if (away < far - 1e-6) {
          far = away;
          best = [x0, x1, y0];
        }
      }
    if (best && far < 200) return best;
  }
  return null;
}
