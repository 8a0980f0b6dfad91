import { away, Frame } from './frame.ts';
import { freeIn } from './free.ts';
import { ringOf, type Arrangement, type Block } from './block.ts';
import { ringMiddleM } from './ring-lane.ts';
import type { LayoutSite, Ring } from './shape/site.ts';

const QUARTER = Math.PI / 2;

/** The land as lanes see it: they run on to the middle of the lane along the boundary, and keep a metre off what stands. */
function laneFrame(site: LayoutSite, angleRad: number, laneM: number, standing: readonly Ring[]): Frame {
  const middle = ringMiddleM(laneM);
  const nearer = { ...site, setbacksM: site.setbacksM.map((ring) => ring.map((m) => Math.min(m, middle))) };
  return new Frame(nearer, angleRad, away(standing, 1));
}

/** Strips of a width along x, wherever they are free. */
function strips(frame: Frame, y: number, widthM: number): Ring[] {
  const free = freeIn(frame, y - widthM / 2, y + widthM / 2);
  const found: Ring[] = [];
  for (let i = 0; i < free.length; i += 2)
    found.push(ringOf(frame, { x0: free[i], x1: free[i + 1], y0: y - widthM / 2, y1: y + widthM / 2 }));
  return found;
}

/**
 * Lanes between rows and aisles between columns, from border to border; buildings are kept clear of.
 * @param buildings all that stand, those of the block and others
 * @returns rectangles over one another
 */
export function lanesOf(
  site: LayoutSite,
  how: Arrangement,
  block: Block,
  laneM: number,
  buildings: readonly Ring[],
): Ring[] {
  const along = laneFrame(site, how.angleRad, laneM, buildings);
  const across = laneFrame(site, how.angleRad + QUARTER, laneM, buildings);
  const gaps = block.rows.slice(1).map(({ y }, i) => (y + block.rows[i].y + block.rows[i].depthM) / 2);
  // Turned by a quarter, x of the rows' frame is the other way round.
  return [...gaps.flatMap((y) => strips(along, y, laneM)), ...block.aisles.flatMap((x) => strips(across, -x, laneM))];
}
