import type { LandClass, SupplyPlan, SupplyRow } from '../domain/land/model.ts';
import type { Pack } from './shape/pack.ts';
import type { SupplyUse } from './shape/ledger.ts';

type Asked = Pick<Pack, 'ledger' | 'landClassOf'>;

/** Uses of a plan's list, in its order. */
export const usesOf = ({ ledger }: Pick<Pack, 'ledger'>, list: SupplyPlan['uses']): readonly SupplyUse[] =>
  ledger.uses[list ?? ledger.list].uses;

/** The use 用途 of land of a class, by the planning guide; undefined where its class is of none. */
export function useOfClass(
  pack: Asked,
  list: SupplyPlan['uses'],
  landClass: LandClass | undefined,
): SupplyUse | undefined {
  if (!landClass) return undefined;
  const guide = landClass.system === 'planning-guide-2023' ? landClass.code : pack.landClassOf(landClass)?.guide;
  if (guide === undefined) return undefined;
  let found: SupplyUse | undefined;
  let longest = 0;
  for (const use of usesOf(pack, list))
    for (const start of use.guide)
      if (guide.startsWith(start) && start.length > longest) [found, longest] = [use, start.length];
  return found;
}

/** 供应方式 by the words it is written with; undefined where they are not listed. */
export function modeOfWords({ ledger }: Asked, words: string | undefined): SupplyRow['supplyMode'] {
  if (words === undefined) return undefined;
  const listed = Object.entries(ledger.modes) as [NonNullable<SupplyRow['supplyMode']>, readonly string[]][];
  return listed.find(([, own]) => own.some((word) => words.includes(word)))?.[0];
}
