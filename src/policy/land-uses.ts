import type { LandUses } from '../domain/land/land-use.ts';
import type { Pack } from './shape/pack.ts';

/** What the land figures ask of a pack. */
export const landUsesOf = (pack: Pick<Pack, 'landClassOf'>): LandUses => ({
  isIndustrial: (landClass) => pack.landClassOf(landClass)?.industrial ?? null,
  isRoad: (landClass) => pack.landClassOf(landClass)?.road ?? false,
});
