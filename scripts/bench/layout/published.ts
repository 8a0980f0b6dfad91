import { layouts } from '../../../src/layout/layouts.ts';
import { DEFAULT_CONDITIONS, DEFAULT_WISHES } from '../../../src/layout/shape/settings.ts';
import { siteOf } from '../../../src/layout/test-sites.ts';

/** A scheme that was published: its land, footprint, counted plot ratio and green. */
interface Published {
  readonly areaM2: number;
  readonly density: number;
  readonly plotRatio: number;
  readonly green: number;
}

const SCHEMES: readonly Published[] = [
  { areaM2: 40_019, density: 0.421, plotRatio: 2.72, green: 0.112 },
  { areaM2: 19_667, density: 0.544, plotRatio: 2.33, green: 0.15 },
  { areaM2: 66_000, density: 0.418, plotRatio: 2.35, green: 0.2 },
  { areaM2: 28_712, density: 0.544, plotRatio: 1.5, green: 0.102 },
];

/** Places per 100 m² of factory: the middle of what was built, 0.20–0.39. */
const PLACES = 0.3;
const SIDES = 1.4;

/** Of the counted floor of a scheme what the best layout on a rectangle of its area has, at its green, places and storeys. */
function reached({ areaM2, density, plotRatio, green }: Published): number {
  const width = Math.sqrt(areaM2 * SIDES);
  const site = siteOf([[[0, 0], [width, 0], [width, areaM2 / width], [0, areaM2 / width]]]); // prettier-ignore
  const conditions = {
    ...DEFAULT_CONDITIONS,
    plotRatio: { min: plotRatio, max: null },
    green: { min: green, max: null },
    parkingPerHundredM2: { production: PLACES, amenity: 1 },
  };
  const wishes = { ...DEFAULT_WISHES, mostStoreys: Math.ceil(plotRatio / density) };
  let most = 0;
  for (const { figures, misses } of layouts(site, conditions, wishes))
    if (misses.every(({ what }) => what === 'plotRatio')) most = Math.max(most, figures.plotRatio);
  return most / plotRatio;
}

export function publishedCheck(): string {
  const shares = SCHEMES.map(reached);
  const told = SCHEMES.map(({ areaM2 }, i) => `${areaM2} m² ${(100 * shares[i]).toFixed(0)} %`);
  return `Counted floor of published schemes reached on rectangles of their area, at their green, ${PLACES} places per 100 m² and no more storeys than they need: ${told.join(', ')}.`;
}
