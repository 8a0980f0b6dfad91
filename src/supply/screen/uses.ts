import type { LandClass } from '../../domain/land/model.ts';
import type { Pack } from '../../policy/shape/pack.ts';

/** `works`: low efficiency is looked for; `free`: no one has to build there. */
export type LandUses = (landClass: LandClass) => 'works' | 'free' | 'other';

/** By the class of the planning guide a class corresponds to. */
export function screenUses({
  landClassOf,
  lowEfficiencyUses,
  unscreenedUses,
}: Pick<Pack, 'landClassOf' | 'lowEfficiencyUses' | 'unscreenedUses'>): LandUses {
  return (landClass) => {
    const guide =
      landClass.system === 'planning-guide-2023' ? landClass.code : (landClassOf(landClass)?.guide ?? undefined);
    const isOf = (list: readonly string[]) => guide !== undefined && list.some((code) => guide.startsWith(code));
    return isOf(lowEfficiencyUses) ? 'works' : isOf(unscreenedUses) ? 'free' : 'other';
  };
}
