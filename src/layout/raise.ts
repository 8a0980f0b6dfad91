import type { Family } from './family.ts';
import type { Ground } from './ground.ts';
import { ringOf, type Block } from './rows/block.ts';
import { fewestStoreys, heightOf, highBesideLow, mostStoreys, storeyHeightsOf, storeysUnder } from './rows/storeys.ts';
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
  const { wishes, conditions, target, landM2, keptFloorM2 } = ground;
  const order = fromNorth(block);
  const footprint = (row: number): number =>
    block.placed.filter((one) => one.row === row).reduce((sum, { x0, x1, y0, y1 }) => sum + (x1 - x0) * (y1 - y0), 0);
  const most = mostStoreys(family.high, conditions, wishes);
  const hinge = storeysUnder(HIGH_M, wishes.heights);
  const wanted = target * landM2 - keptFloorM2;
  const groups = order.map(footprint);
  const high = family.high && most > hinge;
  const storeys = high ? highBesideLow(groups, wanted, hinge, most) : fewestStoreys(groups, wanted, most);
  return block.placed.map((one): LaidBuilding => {
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
