import type { Ledger, LedgerComparison, LedgerNames } from '../../supply/ledger/shape.ts';
import { ledgerWords, planStateWords } from '../ledger-words.ts';
import type { Language } from '../language.ts';
import type { BoundsStyle } from '../written-bounds.ts';
import type { FormAsked } from './form.ts';
import { planTitle } from './plan-title.ts';
import { fileWords } from './words.ts';

/** What the files of a ledger are made of. */
export interface LedgerFileInput {
  readonly ledger: Ledger;
  /** Against the version before, where there is one. */
  readonly comparison: LedgerComparison | null;
  readonly language: Language;
  /** How planning conditions are written. */
  readonly conditions: BoundsStyle;
  /** Of the sample city. */
  readonly isSample: boolean;
}

/** What the forms of a ledger are written with. */
export function formAsked({ ledger, language, conditions, isSample }: LedgerFileInput, names: LedgerNames): FormAsked {
  const { plan, date } = ledger;
  const words = fileWords[language];
  const useNames = new Map<string | null, string>(names.uses.map((use) => [use.code, use[language]]));
  const said = [
    plan && words.plan(planTitle(plan.plan, language), plan.plan.version ?? 1),
    plan && planStateWords[plan.state][language],
    plan?.plan.documentNo,
    words.day(date),
    isSample && words.sample,
  ];
  return {
    language,
    conditions,
    useNames,
    partUses: new Set(names.uses.flatMap(({ code, under }) => (under === undefined ? [] : [code]))),
    about: said.filter(Boolean).join('　'),
    wordOf(list, code) {
      if (list === 'use') return useNames.get(code) ?? code;
      if (list === 'unit') return names.units[code]?.[language] ?? code;
      if (list === 'assessment') return names.assessments[code]?.[language] ?? code;
      return ledgerWords[list][code]?.[language] ?? code;
    },
  };
}
