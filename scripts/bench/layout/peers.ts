import type { LayoutWishes } from '../../../src/layout/shape/settings.ts';
import type { LayoutSite } from '../../../src/layout/shape/site.ts';
import { freeStretches, turnedLand, type TurnedLand } from './free-ground.ts';

/** Building along a stretch: for each number of buildings that fits their whole bays, and the most of it. */
function along(room: number, { lengthM, bayM, spacingM }: LayoutWishes): number {
  let most = 0;
  for (let n = 1; n * lengthM.min + (n - 1) * spacingM <= room; n++) {
    const bays = Math.min(Math.floor((room - (n - 1) * spacingM) / bayM + 1e-9), n * Math.floor(lengthM.max / bayM));
    most = Math.max(most, bays * bayM);
  }
  return most;
}

const inSlab = (land: TurnedLand, y: number, depthM: number, wishes: LayoutWishes): number =>
  depthM * freeStretches(land, y, y + depthM).reduce((sum, [from, to]) => sum + along(to - from, wishes), 0);

function longestEdge({ rings }: LayoutSite): number {
  const edges = rings.flatMap((ring) =>
    ring.map(([ax, ay], i) => [ring[(i + 1) % ring.length][0] - ax, ring[(i + 1) % ring.length][1] - ay] as const),
  );
  const [dx, dy] = edges.reduce((best, one) => (Math.hypot(...one) > Math.hypot(...best) ? one : best));
  return Math.atan2(dy, dx);
}

/** Rows of one depth along the longest edge, one after another from the setback, m² of building. */
export function naiveRows(site: LayoutSite, depthM: number, wishes: LayoutWishes): number {
  const land = turnedLand(site, longestEdge(site));
  const pitch = depthM + wishes.spacingM;
  let sum = 0;
  for (let y = land.yMin + site.setbacksM[0][0] + 0.005; y + depthM <= land.yMax; y += pitch)
    sum += inSlab(land, y, depthM, wishes);
  return sum;
}

/** The best rows of the depths given, by their places on a grid of a metre from the lowest setback and from the highest. */
function bestRows(land: TurnedLand, setbackM: number, wishes: LayoutWishes, depths: readonly number[]): number {
  const offset = setbackM + 0.005;
  const height = Math.max(0, Math.floor(land.yMax - land.yMin - 2 * offset + 1e-9));
  return Math.max(
    ...[land.yMin + offset, land.yMax - offset - height].map((start) => {
      const best = new Float64Array(height + 1);
      for (let top = 1; top <= height; top++) {
        best[top] = best[top - 1];
        for (const depth of depths) {
          if (depth > top) continue;
          const before = best[Math.max(0, top - depth - wishes.spacingM)];
          best[top] = Math.max(best[top], before + inSlab(land, start + top - depth, depth, wishes));
        }
      }
      return best[height];
    }),
  );
}

/** The best rows over all directions, degree by degree, m² of building. */
export function rowsOfAnyAngle(site: LayoutSite, wishes: LayoutWishes): number {
  const depths = [...wishes.barDepthsM, ...wishes.plateDepthsM];
  let most = 0;
  for (let degrees = 0; degrees < 180; degrees++)
    most = Math.max(most, bestRows(turnedLand(site, (degrees * Math.PI) / 180), site.setbacksM[0][0], wishes, depths));
  return most;
}
