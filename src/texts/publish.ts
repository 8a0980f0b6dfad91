import type { Gap } from '../policy/gaps.ts';
import { fieldText, kindText, wholeText } from './findings.ts';
import type { Labels } from './labels.ts';
import type { Both, Language, Word } from './language.ts';

/** Words of the published map that are finished where it is made. */
export const publishWords = {
  title: { zh: '小微企业园公众地图', en: 'Public map of small-enterprise parks' },
  counted: { zh: (p) => `计容 ${p.area}`, en: (p) => `${p.area} counted` },
  required: { zh: (p) => `要求 ≥ ${p.bound}`, en: (p) => `required ≥ ${p.bound}` },
  inPrinciple: { zh: (p) => `原则上 ≥ ${p.bound}`, en: (p) => `in principle ≥ ${p.bound}` },
} as const satisfies Readonly<Record<string, Word | Both>>;

const sitesZh = ['', '一', '两', '三', '四', '五', '六'];

/** 一园三址, of a park on several sites. */
export const sitesWord: Both<{ readonly count: number }> = {
  zh: ({ count }) => `一园${sitesZh[count] ?? count}址`,
  en: ({ count }) => `${count} sites`,
};

const measureWords: Readonly<Partial<Record<Gap['kind'], string>>> = { parcel: '宗', building: '栋', lease: '份' };

/** What a park did not report, as one says it: `入园企业数`, `8 栋建筑的层数`. */
export function unreportedText(language: Language, { kind, field, ids }: Gap, labels: Labels): string {
  const name = wholeText(language, kind, field) ?? fieldText(language, kind, field, labels);
  if (kind === 'park') return name;
  if (language === 'zh') return `${ids.length} ${measureWords[kind] ?? '个'}${kindText('zh', kind)}的${name}`;
  return `${name} of ${ids.length} ${kindText('en', kind)}${ids.length === 1 ? '' : 's'}`;
}
