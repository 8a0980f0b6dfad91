import { amenityFootprint, amenityStoreys } from './amenity.ts';
import { countedStoreys } from './building.ts';
import { targetOf } from './ground.ts';
import { Frame } from './land/frame.ts';
import { freeIn } from './land/free.ts';
import { canonical, landOf } from './land/canonical.ts';
import { mostStoreys } from './rows/storeys.ts';
import { aimsOf } from './shape/aims.ts';
import type { LayoutConditions, LayoutWishes } from './shape/settings.ts';
import type { LayoutSite } from './shape/site.ts';

/** Scan lines of this width: the area comes out a little too large, never too small, so the bound holds. */
const STEP_M = 1;

/**
 * A bound of the ground that any layout can build on, at whatever angles: buildings grown by half the spacing do not meet,
 * and lie where the distance to each edge is at least its setback less that half, beyond the edge where the setback is
 * smaller; of the grown building at most the share ρ of the largest plate is building.
 * @returns m²
 */
function mostFootprint(site: LayoutSite, spacingM: number, lengthM: number, depthM: number): number {
  const half = spacingM / 2;
  const rho = (depthM * lengthM) / (depthM * lengthM + (depthM + lengthM) * spacingM + Math.PI * half * half);
  const wider = { ...site, setbacksM: site.setbacksM.map((ring) => ring.map((m) => Math.max(0, m - half))) };
  const frame = new Frame(
    wider,
    0,
    [...site.standing, ...site.locked].map(({ ring }) => ({ ring, awayM: half })),
  );
  let area = 0;
  for (let y = frame.yMin; y < frame.yMax; y += STEP_M) area += STEP_M * widestIn(frame, y, y + STEP_M);
  const land = landOf(site);
  return Math.min(land, rho * (Math.min(area, land) + beyond(site, half)));
}

/**
 * At least the ground beyond the boundary that buildings grown by so much reach into: a strip along each edge and a sector at
 * each corner, wider where two setbacks meet and a building reaches round it, m².
 * @param site canonical: the land lies to the left of its edges
 */
function beyond({ rings, setbacksM }: LayoutSite, grownM: number): number {
  let area = 0;
  rings.forEach((ring, r) =>
    ring.forEach(([x, y], i) => {
      const before = (i + ring.length - 1) % ring.length;
      const [[px, py], [qx, qy]] = [ring[before], ring[(i + 1) % ring.length]];
      const [outBefore, out] = [before, i].map((edge) => Math.max(0, grownM - setbacksM[r][edge]));
      const turn = Math.atan2((x - px) * (qy - y) - (y - py) * (qx - x), (x - px) * (qx - x) + (y - py) * (qy - y));
      const sector = Math.max(0, turn) + (out === outBefore ? 0 : Math.PI / 2);
      area += out * Math.hypot(qx - x, qy - y) + (sector * Math.max(out, outBefore) ** 2) / 2;
    }),
  );
  return area;
}

/** The most free width of any line between two y: at either end or the middle, whichever is widest, and of edges between. */
function widestIn(frame: Frame, y0: number, y1: number): number {
  const lines = [y0, (y0 + y1) / 2, y1];
  for (const ends of [frame.edges.low, frame.edges.high]) for (const y of ends) if (y > y0 && y < y1) lines.push(y);
  return Math.max(
    ...lines.map((y) => {
      const free = freeIn(frame, y - 1e-6, y + 1e-6);
      let sum = 0;
      for (let i = 0; i < free.length; i += 2) sum += free[i + 1] - free[i];
      return sum;
    }),
  );
}

/** The plot ratio that no layout of new buildings exceeds; those that stand come on top. */
export function mostPlotRatio(given: LayoutSite, conditions: LayoutConditions, wishes: LayoutWishes): number {
  const { site } = canonical(given);
  if (site.rings.length === 0) return 0;
  const land = landOf(site);
  const aims = aimsOf(conditions);
  const most = countedStoreys(mostStoreys(true, aims, wishes), wishes.heights, site);
  const amenityM2 = Math.max(0, amenityFootprint(site, aims, wishes, targetOf(aims, wishes.plotRatio)));
  const depth = Math.max(...wishes.barDepthsM, ...wishes.plateDepthsM, wishes.amenity.depthM);
  const ground = Math.min(
    mostFootprint(site, wishes.spacingM, wishes.lengthM.max, depth) / land,
    conditions.density.max ?? 1,
  );
  const standing = [...site.standing, ...site.locked].reduce((sum, { countedM2 }) => sum + countedM2, 0) / land;
  // The amenity building may have more storeys than the others.
  const higher = Math.max(0, amenityStoreys(aims, wishes) - most) * Math.min(ground, amenityM2 / land);
  return ground * most + higher + standing;
}
