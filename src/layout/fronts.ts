import { ringArea } from '../domain/geometry/edit/shapes.ts';
import { buildingOn, countedStoreys } from './building.ts';
import type { Ground } from './ground.ts';
import { Frame } from './land/frame.ts';
import { freeIn } from './land/free.ts';
import { rowByRow } from './rows/columns.ts';
import { mostStoreys } from './rows/storeys.ts';
import { cuttingOf, keptOff } from './spacing.ts';
import { directionOf } from './ways/entrance.ts';
import type { LaidBuilding, LayoutSite, Point } from './shape/site.ts';

/** A side of the land that rows meet aslant. */
interface Slant {
  readonly a: Point;
  readonly b: Point;
  readonly lengthM: number;
}

/** Nearer to along or across the rows a side is no slant, degrees. */
const SLANTED_DEG = 8;
/** Shorter sides have no front of their own: metres, and share of the outer boundary. */
const LEAST_SIDE_M = 60;
const LEAST_SHARE = 0.12;
const MOST_SIDES = 2;
/** Ends of rows cover about so much of the land: for the storeys of what stands before them. */
const USUAL_DENSITY = 0.5;

/** The longest sides that are aslant to the rows, but not that of the entrance: the amenity building and the road have it. */
function slantedSides({ site, entrance }: Ground, angleRad: number): Slant[] {
  const sides = site.rings
    .filter((ring) => ringArea(ring) > 0)
    .flatMap((ring) => ring.map((a, i): Slant => {
      const b = ring[(i + 1) % ring.length];
      return { a, b, lengthM: Math.hypot(b[0] - a[0], b[1] - a[1]) };
    })); // prettier-ignore
  const aroundM = sides.reduce((sum, { lengthM }) => sum + lengthM, 0);
  const isSlanted = ({ a, b }: Slant): boolean => {
    const turned = ((Math.atan2(b[1] - a[1], b[0] - a[0]) - angleRad) * 180) / Math.PI;
    const off = ((turned % 90) + 90) % 90;
    return Math.min(off, 90 - off) > SLANTED_DEG;
  };
  return sides
    .filter((side) => side.lengthM >= Math.max(LEAST_SIDE_M, LEAST_SHARE * aroundM) && isSlanted(side))
    .filter(({ a }) => a !== entrance.edge[0])
    .sort((p, q) => q.lengthM - p.lengthM)
    .slice(0, MOST_SIDES);
}

/** The land for bars that would stand end-on to the street: it is left to a row along it, so deep with its spacing. */
function offStreet({ site, entrance }: Ground, angle: number, deepM: number): LayoutSite {
  if (Math.abs(Math.sin(angle - directionOf(entrance))) < Math.SQRT1_2) return site;
  const setbacksM = site.setbacksM.map((ring, r) =>
    ring.map((m, i) => (site.rings[r][i] === entrance.edge[0] ? m + deepM : m)),
  );
  return { ...site, setbacksM };
}

/** Bars along a side, at its setback, in the middle of each stretch that is free. */
function barsAlong(ground: Ground, { a, b }: Slant, kept: Ground['kept']): LaidBuilding[] {
  const { site, wishes, conditions, target } = ground;
  const cutting = cuttingOf(wishes, false);
  const depthM = wishes.barDepthsM[wishes.barDepthsM.length >> 1];
  const angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
  const frame = new Frame(offStreet(ground, angle, depthM + cutting.gapM), angle, keptOff(kept, 0, wishes));
  const [[x0, y], [x1]] = [frame.turned(a), frame.turned(b)];
  const setbackM = site.setbacksM.flat()[site.rings.flat().indexOf(a)];
  const y0 = y + setbackM + CLEAR_M;
  const free = freeIn(frame, y0, y0 + depthM).map((x) => Math.min(x1, Math.max(x0, x)));
  const { placed } = rowByRow([{ y: y0, depthM, free, docks: false }], cutting);
  const most = mostStoreys(false, conditions, wishes);
  let storeys = 1;
  while (storeys < most && countedStoreys(storeys, wishes.heights, site) < target / USUAL_DENSITY - 1e-9) storeys++;
  return placed.map((one) =>
    buildingOn(frame, one, { row: -1, use: 'production', storeys, heights: wishes.heights, site }),
  );
}

/** As much as rounding may take, metres: what lies on the line of the setback is off it. */
const CLEAR_M = 0.01;

/** Buildings along the sides that rows would meet aslant 沿边, so that not the ends of rows step along them; none where there is no such side. */
export function frontsOf(ground: Ground, angleRad: number): readonly LaidBuilding[] {
  if (mostStoreys(false, ground.conditions, ground.wishes) < 1) return [];
  const fronts: LaidBuilding[] = [];
  for (const side of slantedSides(ground, angleRad))
    fronts.push(...barsAlong(ground, side, [...ground.kept, ...fronts]));
  return fronts;
}
