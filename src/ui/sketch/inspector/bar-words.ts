import { shownPair } from '../../../texts/pair.ts';
import { boundsText } from '../../../texts/bounds.ts';
import { displayed, displayedText } from '../../../texts/figures.ts';
import { outcomeWord, type Language } from '../../../texts/index.ts';
import type { Labels } from '../../../texts/labels.ts';
import { sketchInspector } from '../../../texts/ui/sketch-inspector.ts';
import { asShown, type Shown } from '../../parts/format.ts';
import type { Bar } from './bars.ts';

/** A bar as it is written. */
export interface BarWords {
  readonly name: string;
  /** Null while data are missing. */
  readonly value: Shown | null;
  /** The same with its unit. */
  readonly told: string | null;
  readonly before: string | null;
  readonly limits: string;
  /** The same without its unit, beside a value that has it. */
  readonly bare: string;
  /** All of it, for who hears it. */
  readonly said: string;
}

export function barWords(language: Language, bar: Bar, labels: Labels): BarWords {
  const texts = sketchInspector[language];
  const [what, unit] = bar.key.split(' ');
  const label = labels.measures[what];
  const name = label?.[language] ?? what;
  const shown = bar.now ? shownPair(bar.now, label).measured : null;
  const value = shown && asShown(language, shown);
  const told = shown && displayedText(language, shown);
  const before = bar.before === null ? null : displayedText(language, displayed(bar.before, unit as 'ratio', label));
  const limits = boundsText(language, bar.limits, label);
  const said =
    texts.bar(name, told ?? texts.missing, limits, bar.isSpared ? texts.spared : outcomeWord(language, bar.outcome)) +
    (before === null ? '' : texts.barBefore(before));
  const own = value?.unit ?? '';
  const bare = own !== '' && limits.endsWith(own) ? limits.slice(0, -own.length).trimEnd() : limits;
  return { name, value, told, before, limits, bare, said };
}
