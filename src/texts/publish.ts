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

/** To ten metres, from a kilometre on to a hundred. */
const distance = (language: Language, metres: number): readonly [value: string, unit: string] =>
  metres < 995
    ? [String(Math.round(metres / 10) * 10), language === 'zh' ? '米' : 'm']
    : [(metres / 1000).toFixed(1), language === 'zh' ? '公里' : 'km'];

/** `340 米`, `1.2 公里`, `20–270 米`; those that touch at a corner or nearly do are not told to the metre. */
function reachText(language: Language, nearM: number, farM: number): string {
  const [near, far] = [nearM, farM].map((metres) => distance(language, metres));
  const [least, most] = [near.join(' '), far.join(' ')];
  if (most.startsWith('0 ')) return language === 'zh' ? '不到 10 米' : 'less than 10 m';
  if (least === most) return most;
  return near[1] === far[1] ? `${near[0]}–${most}` : `${least}–${most}`;
}

interface SitesLie {
  readonly count: number;
  readonly nearM: number;
  readonly farM: number;
  /** 0: not known. */
  readonly townships: number;
}

/** How the sites of a park lie, as one says it: 两处分园，相距 1.2 公里，同属一个镇（街道）. */
export const sitesSentence: Both<SitesLie> = {
  zh: ({ count, nearM, farM, townships }) => {
    const where = townships === 0 ? '' : townships === 1 ? '，同属一个镇（街道）' : `，分在 ${townships} 个镇（街道）`;
    const reach = reachText('zh', nearM, farM);
    return `${sitesZh[count] ?? count}处分园，相距${/^\d/.test(reach) ? ' ' : ''}${reach}${where}`;
  },
  en: ({ count, nearM, farM, townships }) => {
    const where = townships === 0 ? '' : townships === 1 ? ', in one township' : `, in ${townships} townships`;
    return `${count} sites, ${reachText('en', nearM, farM)} apart${where}`;
  },
};

/** What things are counted by in Chinese; others by 个. */
export const measureWords: Readonly<Partial<Record<Gap['kind'], string>>> = {
  parcel: '宗',
  building: '栋',
  lease: '份',
};

/** What was reported, and cannot all be so. */
const clashing = { zh: '（填报相互矛盾）', en: ' (what is reported contradicts itself)' } as const;

/** What a park did not report, as one says it: `入园企业数`, `建筑的层数（8 栋）`. */
export function unreportedText(language: Language, { kind, field, clash, ids }: Gap, labels: Labels): string {
  const name = wholeText(language, kind, field) ?? fieldText(language, kind, field, labels);
  const after = clash ? clashing[language] : '';
  if (kind === 'park') return name + after;
  if (language === 'zh')
    return `${kindText('zh', kind)}的${name}（${ids.length} ${measureWords[kind] ?? '个'}）${after}`;
  return `${name} of ${ids.length === 1 ? `1 ${kindText('en', kind)}` : `${ids.length} ${kindText('en', kind)}s`}${after}`;
}

/** Tables of targets and supply on the published map. */
export const supplyWords = {
  targets: {
    title: { zh: '发展目标完成情况', en: 'Progress against the targets' },
    note: {
      zh: '按已公布的园区统计；年度只数新建，累计另加改造提升。',
      en: 'By the parks that are published; a year counts new parks only, the total adds renovated ones.',
    },
    unit: { zh: '开发区、区县（市）', en: 'Zone, district or county' },
    newOf: { zh: (p) => `${p.year} 年新建`, en: (p) => `New in ${p.year}` },
    newRequired: { zh: '每年要求', en: 'Required each year' },
    completed: { zh: '累计建成', en: 'Built in all' },
    required: { zh: '累计目标', en: 'Target in all' },
    status: { zh: '进度', en: 'Progress' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Word | Both>>>>;
