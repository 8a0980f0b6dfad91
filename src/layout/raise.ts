import { buildingOn, countedStoreys } from './building.ts';
import type { Family } from './family.ts';
import type { Ground } from './ground.ts';
import type { Block } from './rows/block.ts';
import { fewestStoreys, highBesideLow, mostStoreys, storeysUnder } from './rows/storeys.ts';
import { HIGH_M } from './shape/settings.ts';
import type { LaidBuilding } from './shape/site.ts';

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

/** Rows with the storeys that reach the target. */
export function raised(ground: Ground, family: Family, block: Block): LaidBuilding[] {
  const { site, wishes, conditions, target, landM2, keptCountedM2 } = ground;
  const order = fromNorth(block);
  const footprint = (row: number): number =>
    block.placed.filter((one) => one.row === row).reduce((sum, { x0, x1, y0, y1 }) => sum + (x1 - x0) * (y1 - y0), 0);
  const most = mostStoreys(family.high, conditions, wishes);
  const hinge = storeysUnder(HIGH_M, wishes.heights);
  const groups = order.map(footprint);
  // So much floor counts as the target asks, whichever storeys count twice.
  const [first, second] = [1, 2].map((storeys) => countedStoreys(storeys, wishes.heights, site));
  const upper = second - first;
  const besides = (first - upper) * block.areaM2;
  const wanted = (target * landM2 - keptCountedM2 - besides) / upper;
  const high = family.high && most > hinge;
  const storeys = high ? highBesideLow(groups, wanted, hinge, most) : fewestStoreys(groups, wanted, most);
  return block.placed.map((one) =>
    buildingOn(block.frame, one, {
      row: one.row,
      use: 'production',
      storeys: storeys[order.indexOf(one.row)],
      heights: wishes.heights,
      site,
    }),
  );
}
