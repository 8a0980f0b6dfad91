import type { Measured, Required } from '../policy/shape/finding.ts';
import { boundText, displayed, opText } from './figures.ts';
import type { Language } from './language.ts';

/** `decimals`: what is held against it needs so many. */
type Bound = Pick<Required, 'op' | 'unit'> & { readonly value: number; readonly decimals?: number };

/** None at all: of things that are counted `≤ 0` says no more than 0. */
const isNone = ({ op, value }: Pick<Bound, 'op' | 'value'>): boolean => op === '<=' && value === 0;

/** What stands before the bound: `≥`; of none at all `应为`. */
export const opWord = (language: Language, bound: Pick<Bound, 'op' | 'value'>): string =>
  isNone(bound) ? (language === 'zh' ? '应为' : 'must be') : opText[bound.op];

const ends = {
  'at-least': { zh: '至少 ', en: 'at least ' },
  'at-most': { zh: '至多 ', en: 'at most ' },
} as const;

/** What stands before a figure of which data are missing: so much it is in any case. */
export const endWord = (language: Language, { end }: Pick<Measured, 'end'>): string => (end ? ends[end][language] : '');

/** The bounds of one measure: `≥ 100 亩`; between two of them `1–2`; none at all: `应为 0`. */
export function boundsText(
  language: Language,
  bounds: readonly Bound[],
  label?: { readonly percent?: boolean },
): string {
  const text = ({ value, unit, decimals }: Bound): string => {
    const shown = displayed(value, unit, label);
    return boundText(language, shown.value, shown.unit, { decimals });
  };
  const [low, high] = (['>=', '<='] as const).map((op) => bounds.find((b) => b.op === op));
  if (bounds.length === 2 && low && high && low.unit === high.unit)
    return `${displayed(low.value, low.unit, label).value}–${text(high)}`;
  return bounds.map((b) => `${opWord(language, b)} ${text(b)}`).join(language === 'zh' ? ' 且 ' : ' and ');
}

/** `要求 ≥ 100 亩`, `应为 0` */
export function requiredText(
  language: Language,
  bounds: readonly Bound[],
  label?: { readonly percent?: boolean },
): string {
  const text = boundsText(language, bounds, label);
  if (bounds.length === 1 && isNone(bounds[0])) return text;
  return `${language === 'zh' ? '要求' : 'required'} ${text}`;
}
