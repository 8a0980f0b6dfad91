import type { NumberRange } from '../domain/land/model.ts';
import type { Language } from './language.ts';

/**
 * The forms in which people write planning conditions: with signs ≥1.5且≤2.5, as a range 1.5～2.5, around the name
 * 1.5≤容积率≤2.5, in words 不小于1.5且不大于2.5, behind the number 1.5以上、2.5以下.
 */
export const boundsStyles = ['signs', 'range', 'named', 'words', 'behind'] as const;
export type BoundsStyle = (typeof boundsStyles)[number];

export interface BoundsWriting {
  readonly language: Language;
  readonly style: BoundsStyle;
  /** Shares are written as per cent. */
  readonly isShare?: boolean;
  /** What stands between the numbers in `named`: 容积率. */
  readonly name: string;
}

interface End {
  readonly figure: string;
  readonly isLower: boolean;
  readonly isExclusive: boolean;
}

/** Bounds as people write them; what is written is read as the same bounds. */
export function writtenBounds(bounds: NumberRange, writing: BoundsWriting): string {
  const { min, max, minExclusive = false, maxExclusive = false } = bounds;
  const figure = (value: number) => (writing.isShare ? `${digits(hundredfold(value))}%` : digits(value));
  if (min !== undefined && min === max) return figure(min);
  const ends: End[] = [
    ...(min === undefined ? [] : [{ figure: figure(min), isLower: true, isExclusive: minExclusive }]),
    ...(max === undefined ? [] : [{ figure: figure(max), isLower: false, isExclusive: maxExclusive }]),
  ];
  return forms[writing.style](ends, writing);
}

const signOf = ({ isLower, isExclusive }: End): string =>
  isLower ? (isExclusive ? '>' : '≥') : isExclusive ? '<' : '≤';
const mirrored = (end: End): string => signOf({ ...end, isLower: !end.isLower });
const and: Readonly<Record<Language, string>> = { zh: '且', en: ' and ' };
const without: Readonly<Record<Language, string>> = { zh: '（不含）', en: ' (exclusive)' };

const inSigns = (ends: readonly End[], { language }: BoundsWriting): string =>
  ends.map((end) => `${signOf(end)}${end.figure}`).join(and[language]);

const inWords: Readonly<Record<Language, (end: End) => string>> = {
  zh: ({ figure, isLower, isExclusive }) =>
    `${isExclusive ? (isLower ? '大于' : '小于') : isLower ? '不小于' : '不大于'}${figure}`,
  en: ({ figure, isLower, isExclusive }) =>
    `${isExclusive ? (isLower ? 'more than' : 'less than') : isLower ? 'at least' : 'at most'} ${figure}`,
};

const behind: Readonly<Record<Language, (end: End) => string>> = {
  zh: ({ figure, isLower, isExclusive }) => `${figure}${isExclusive ? without.zh : ''}${isLower ? '以上' : '以下'}`,
  en: ({ figure, isLower, isExclusive }) => `${figure}${isExclusive ? without.en : ''} or ${isLower ? 'more' : 'less'}`,
};

const forms: Readonly<Record<BoundsStyle, (ends: readonly End[], writing: BoundsWriting) => string>> = {
  signs: inSigns,
  range(ends, writing) {
    if (ends.length < 2) return inSigns(ends, writing);
    return ends
      .map(({ figure, isExclusive }) => `${figure}${isExclusive ? without[writing.language] : ''}`)
      .join(writing.language === 'zh' ? '～' : '–');
  },
  named(ends, { name }) {
    const [lower] = ends.filter(({ isLower }) => isLower);
    const [upper] = ends.filter(({ isLower }) => !isLower);
    return `${lower ? `${lower.figure}${mirrored(lower)}` : ''}${name}${upper ? `${signOf(upper)}${upper.figure}` : ''}`;
  },
  words: (ends, { language }) => ends.map(inWords[language]).join(and[language]),
  behind: (ends, { language }) => ends.map(behind[language]).join(language === 'zh' ? '、' : ', '),
};

/** 12.3 % of 0.123, without the noise of the multiplication. */
const hundredfold = (value: number): number => Number((value * 100).toPrecision(12));

/** Without an exponent, which none writes. */
const digits = (value: number): string =>
  /e/.test(String(value)) ? value.toFixed(9).replace(/\.?0+$/, '') : String(value);
