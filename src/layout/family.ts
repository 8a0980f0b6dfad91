import { countedStoreys } from './building.ts';
import { mostStoreys } from './rows/storeys.ts';
import { cuttingOf } from './spacing.ts';
import type { Arrangement } from './rows/block.ts';
import type { Ground } from './ground.ts';
import type { LayoutFamily } from './shape/layout.ts';
import type { LayoutWishes } from './shape/settings.ts';

/** What one family of layouts asks for. */
export interface Family {
  readonly name: LayoutFamily;
  readonly depthsM: readonly number[];
  /** Some of its buildings are over 24 m. */
  readonly high: boolean;
  /** Row gaps as wide as the target allows. */
  readonly roomy: boolean;
}

/** High buildings are no deeper: daylight and ladders reach their middle. */
const DEEPEST_HIGH_M = 36;

export function familyOf(name: LayoutFamily, { barDepthsM, plateDepthsM }: LayoutWishes): Family {
  const depths: Readonly<Record<LayoutFamily, readonly number[]>> = {
    bars: barDepthsM,
    'bars-across': barDepthsM,
    roomy: barDepthsM,
    fronted: barDepthsM,
    plates: plateDepthsM,
    mixed: [...barDepthsM, ...plateDepthsM],
    high: [...barDepthsM, ...plateDepthsM.filter((depth) => depth <= DEEPEST_HIGH_M)],
  };
  const high = name === 'high';
  return { name, depthsM: depths[name], high, roomy: high || name === 'roomy' };
}

export function arrangement({ wishes, conditions }: Ground, family: Family, angleRad: number): Arrangement {
  const cutting = cuttingOf(wishes, family.high);
  const { apronM, aligned } = wishes;
  return {
    angleRad,
    // Where the height bound leaves no storey there are no rows.
    depthsM: mostStoreys(family.high, conditions, wishes) < 1 ? [] : family.depthsM,
    rowGapM: Math.max(cutting.gapM, wishes.rowGapM),
    apronM,
    aligned,
    cutting,
  };
}

/** Ground that new buildings take, m². */
export interface FootprintRange {
  /** For the lower bounds of shares of the land. */
  readonly least: number;
  /** For the plot ratio that is aimed at, too. */
  readonly wanted: number;
  readonly most: number;
}

export function footprintRange(ground: Ground, family: Family): FootprintRange {
  const { site, landM2, conditions, target, keptM2, keptCountedM2, wishes } = ground;
  const floor = target * landM2 - keptCountedM2;
  const share = Math.max(conditions.coefficient.min ?? 0, conditions.density.min ?? 0) * landM2;
  const least = share - keptM2;
  const most = countedStoreys(mostStoreys(family.high, conditions, wishes), wishes.heights, site);
  const wanted = Math.max(floor / Math.max(1, most), least);
  return { least, wanted, most: (conditions.density.max ?? 1) * landM2 - keptM2 };
}
