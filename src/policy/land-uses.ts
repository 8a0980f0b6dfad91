import type { LandUses } from '../domain/land/land-use.ts';
import type { LandClass, Park } from '../domain/land/model.ts';
import type { Pack } from './shape/pack.ts';

const known = new WeakMap<object, LandUses>();

/** What the land figures ask of a pack: of one pack always the same, so that what rests on it can be remembered. */
export function landUsesOf(pack: Pick<Pack, 'landClassOf'>): LandUses {
  const uses = known.get(pack) ?? {
    isIndustrial: (landClass) => pack.landClassOf(landClass)?.industrial ?? null,
    isRoad: (landClass) => pack.landClassOf(landClass)?.road ?? false,
  };
  known.set(pack, uses);
  return uses;
}

/**
 * Whether land of this class suits a kind of park, or any: the one meaning of land that a park can be made of, for who plans,
 * assembles and publishes. What no table says of it does not.
 */
export function suitsPark(
  pack: Pick<Pack, 'landClassOf'>,
  landClass: LandClass | undefined,
  parkType?: Park['parkType'],
): boolean {
  const own = landClass && pack.landClassOf(landClass);
  const guide = own?.guide === undefined ? undefined : { system: 'planning-guide-2023' as const, code: own.guide };
  const parks = own?.parks ?? (guide && pack.landClassOf(guide)?.parks);
  return parkType === undefined ? (parks?.length ?? 0) > 0 : (parks?.includes(parkType) ?? false);
}
