import type { ComparedRecord, ComparedView } from '../../../../city/scenarios/compared-view.ts';
import type { ComparedOutline } from '../../../../map/index.ts';
import type { Language } from '../../../../texts/language.ts';
import { sketchScenarios } from '../../../../texts/ui/sketch-scenarios.ts';

/** Letters by which scenarios that are compared are told. */
export const letterOf = (n: number): string => 'ABC'[n];

/** Outlines that scenarios have otherwise, for the map; `looked`: the record that is looked at, by table and key. */
export const comparedOutlines = (
  { records }: Pick<ComparedView, 'records'>,
  language: Language,
  looked: string | null,
): readonly ComparedOutline[] =>
  records.flatMap((record) => outlinesOf(record, language, looked === `${record.table} ${record.key}`));

function outlinesOf({ ids, drawn, shapes }: ComparedRecord, language: Language, isLooked: boolean): ComparedOutline[] {
  const say = sketchScenarios[language];
  const isAlike = drawn.every((at) => at === 0);
  const isEverywhere = drawn.every((at) => at !== null);
  return shapes.flatMap(({ shape: geometry }, at) => {
    if (!geometry) return [];
    const who = drawn.flatMap((own, n) => (own === at ? [n] : []));
    const id = [...new Set(who.map((n) => ids[n]))].join('/');
    const letters = who.map(letterOf).join('·');
    const label = isAlike ? `${say.changed} ${id}` : isEverywhere ? `${letters} ${id}` : `${say.only(letters)} ${id}`;
    return [{ geometry, line: isAlike ? 'alike' : (who[0] as 0 | 1 | 2), label, isLooked }];
  });
}
