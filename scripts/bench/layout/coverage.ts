import { layouts } from '../../../src/layout/layouts.ts';
import { DEFAULT_WISHES, type LayoutConditions, type LayoutWishes } from '../../../src/layout/shape/settings.ts';
import { naiveRows, rowsOfAnyAngle } from './peers.ts';
import type { BenchParcel } from './parcels.ts';

/** Building alone: no ancillary, no main road, no bound but the setbacks and spacing, which peers keep too. */
const BARE: LayoutWishes = {
  ...DEFAULT_WISHES,
  plotRatio: 100,
  mainRoadM: 0,
  aligned: false,
  amenity: { ...DEFAULT_WISHES.amenity, floorShare: 0 },
};
const none = { min: null, max: null };
const UNBOUND: LayoutConditions = {
  plotRatio: none,
  density: none,
  coefficient: none,
  green: none,
  heightM: none,
  amenityLand: none,
  amenityFloor: none,
  parkingPerHundredM2: { production: 0, amenity: 0 },
};

function densest({ site }: BenchParcel): number {
  let most = 0;
  for (const { figures } of layouts(site, UNBOUND, BARE)) most = Math.max(most, figures.taken.buildingsM2);
  return most;
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const figures = (ratios: readonly number[]): string =>
  `${mean(ratios).toFixed(3)} on average, ${Math.min(...ratios).toFixed(3)} at worst, less on ${ratios.filter((r) => r < 1 - 1e-9).length} of ${ratios.length}`;

/** Building of the densest layout ÷ that of peers by the same wishes. */
export function coverageChecks(
  parcels: readonly BenchParcel[],
  manyAngles: number,
  say: (line: string) => void,
): string[] {
  const own = parcels.map(densest);
  const against = (peer: (parcel: BenchParcel) => number, count: number): number[] =>
    parcels.slice(0, count).flatMap((parcel, i) => {
      const theirs = peer(parcel);
      return theirs > 0 ? [own[i] / theirs] : [];
    });
  const rows24 = figures(against(({ site }) => naiveRows(site, 24, BARE), parcels.length));
  const rows36 = figures(against(({ site }) => naiveRows(site, 36, BARE), parcels.length));
  say(`rows of 24 m: ${rows24}; of 36 m: ${rows36}`);
  const anyAngle = figures(against(({ site }) => rowsOfAnyAngle(site, BARE), manyAngles));
  return [
    `Densest layout ÷ plain rows of 24 m along the longest edge: ${rows24}.`,
    `÷ plain rows of 36 m: ${rows36}.`,
    `÷ the best rows of all depths over 180 directions: ${anyAngle}.`,
  ];
}
