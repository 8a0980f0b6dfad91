import type { Language } from './language.ts';

/** A type as the readers name it, and what it is called. The first that fits counts. */
const names: readonly (readonly [RegExp, Readonly<Record<Language, string>>])[] = [
  [/^(.*) or null$/, { zh: '$1，或 null', en: '$1, or null' }],
  [/^list of (.*)$/, { zh: '列表，每项为$1', en: 'a list, each item $1' }],
  [/^text$/, { zh: '文字', en: 'text' }],
  [/^boolean$/, { zh: 'true 或 false', en: 'true or false' }],
  [/^number$/, { zh: '数字', en: 'a number' }],
  [/^integer$/, { zh: '整数', en: 'a whole number' }],
  [/^number >= 0$/, { zh: '不小于 0 的数', en: 'a number of zero or more' }],
  [/^number >= (.*)$/, { zh: '不小于 $1 的数', en: 'a number of $1 or more' }],
  [/^number (.*)\.\.(.*)$/, { zh: '$1 到 $2 之间的数', en: 'a number from $1 to $2' }],
  [/^integer >= (.*)$/, { zh: '不小于 $1 的整数', en: 'a whole number of $1 or more' }],
  [/^integer (.*)\.\.(.*)$/, { zh: '$1 到 $2 之间的整数', en: 'a whole number from $1 to $2' }],
  [/^date YYYY-MM-DD$/, { zh: '日期，形如 2026-01-31', en: 'a date like 2026-01-31' }],
  [/^month YYYY-MM$/, { zh: '年月，形如 2026-01', en: 'a month like 2026-01' }],
  [/^number or bounds such as (.*)$/, { zh: '数字，或形如 $1 的范围', en: 'a number, or bounds such as $1' }],
  [/^<= (\w+) (.*)$/, { zh: '不超过 $1（$2）', en: 'at most $1 ($2)' }],
  [/^<= (\d+) bytes$/, { zh: '不超过 $1 字节', en: 'at most $1 bytes' }],
  [/^\[(\d+)\] \(storeys\)$/, { zh: '$1 项，与层数 storeys 相同', en: '$1 items, as many as storeys' }],
  [/^\[\^,\]$/, { zh: '不含逗号的文字', en: 'text without commas' }],
  [/^25-45\/3, 13-23\/6$/, { zh: '3° 带 25–45 或 6° 带 13–23', en: 'a 3° zone 25–45 or a 6° zone 13–23' }],
];

/** What a field should have held, in words; codes to choose from as they are. */
export function expectedText(language: Language, expected: string | number): string {
  const token = String(expected);
  const known = names.find(([pattern]) => pattern.test(token));
  if (known) {
    const [pattern, words] = known;
    const [, first = '', second = ''] = pattern.exec(token)!;
    const inner = /list of|or null/.test(pattern.source) ? expectedText(language, first) : first;
    return words[language].replace('$1', () => inner).replace('$2', () => second);
  }
  if (/^[\w-]+(\|[\w-]+)+$/.test(token))
    return language === 'zh' ? `${token.replaceAll('|', '、')} 之一` : `one of ${token.replaceAll('|', ', ')}`;
  return token;
}
