import type { Aside } from '../supply/plan/shape/land.ts';
import { fixed } from './figures.ts';
import type { Both, Language, Word } from './language.ts';
import { asideWord } from './plan.ts';

/** Refusals of a plan that is asked for. */
const whyNot: Readonly<Record<string, Word>> = {
  kind: { zh: '没有这类园区', en: 'there is no such kind of park' },
  year: { zh: '年份不在计划内', en: 'the year is not in the plan' },
};

type Params = Readonly<Record<string, string | number>>;

/** What keeps parcels from being a park, by its bound; `or` between the two sizes of which one is enough. */
const faultTexts: Readonly<Record<string, Both>> = {
  township: {
    zh: () => '不在同一镇（街道）、同一责任单位',
    en: () => 'they are not of one township and jurisdiction',
  },
  kind: { zh: () => '用地性质不合这类园区', en: () => 'their land class suits no such park' },
  ready: { zh: () => '到那一年还不能供应', en: () => 'they are not ready by that year' },
  sites: {
    zh: (p) => `分成 ${p.sites} 处，至多 ${p.mostSites} 处`,
    en: (p) => `they lie in ${p.sites} sites, ${p.mostSites} at most`,
  },
  size: {
    zh: (p) =>
      isAsked(p)
        ? `共 ${fixed(Number(p.landMu), 1)} 亩、可建 ${fixed(Number(p.floorM2), 0)} m²，要${sizeAsked('zh', p)}`
        : '此处没有放宽园区规模',
    en: (p) =>
      isAsked(p)
        ? `together ${fixed(Number(p.landMu), 1)} mu and ${fixed(Number(p.floorM2), 0)} m² of floor area; asked for is ${sizeAsked('en', p)}`
        : 'parks may not be smaller here',
  },
  'too-large': {
    zh: (p) => `共 ${fixed(Number(p.landMu), 1)} 亩，至多 ${fixed(Number(p.mostMu), 1)} 亩`,
    en: (p) => `together ${fixed(Number(p.landMu), 1)} mu, ${fixed(Number(p.mostMu), 1)} at most`,
  },
  'plot-ratio': {
    zh: () => '合起来的容积率低于政策的下限',
    en: () => 'their plot ratio together is below the least the policy asks for',
  },
  reach: {
    zh: () => '相距太远，没有一宗的周边范围容得下其余各宗',
    en: () => 'they lie too far apart: none has all others round it',
  },
};

/** Not of a smaller kind where no park may be smaller. */
const isAsked = ({ leastMu, leastM2 }: Params): boolean => Number(leastMu) >= 0 || Number(leastM2) >= 0;

/** `至少 100.0 亩或可建 100,000 m²` */
function sizeAsked(language: Language, { leastMu, leastM2 }: Params): string {
  const zh = language === 'zh';
  const ways = [
    ...(Number(leastMu) >= 0 ? [`${fixed(Number(leastMu), 1)}${zh ? ' 亩' : ' mu'}`] : []),
    ...(Number(leastM2) >= 0 ? [`${zh ? '可建 ' : ''}${fixed(Number(leastM2), 0)} m²`] : []),
  ];
  return `${zh ? '至少 ' : 'at least '}${ways.join(zh ? '或' : ' or ')}`;
}

function noneOf(language: Language, params: Params): string {
  const told = String(params.faults ?? '')
    .split(',')
    .flatMap((fault) => (Object.hasOwn(faultTexts, fault) ? faultTexts[fault][language](params) : []));
  if (told.length === 0) return language === 'zh' ? '合起来不成园区' : 'they make none';
  return told.join(language === 'zh' ? '；' : '; ');
}

const noParkOf = (language: Language, params: Params): string =>
  params.why === 'none' ? noneOf(language, params) : whyOf(language, params.why);
const whyOf = (language: Language, why: string | number): string => {
  const code = String(why);
  if (Object.hasOwn(whyNot, code)) return whyNot[code][language];
  if (code === 'park' || code === 'in-use' || code === 'disputed' || code === 'land-class')
    return asideWord(language, code);
  return language === 'zh' ? '数据有误' : 'its data cannot be used';
};

const outWords: Readonly<Record<string, Word>> = {
  'no-township': { zh: '不知道在哪个镇（街道）', en: 'of no known township' },
  'unknown-township': {
    zh: '所写的镇（街道）不在名录里（核对代码，或在文件里带上这个镇）',
    en: 'of a township that is in no list (check its code, or bring the township along in the file)',
  },
  broken: { zh: '数据有误', en: 'with data that cannot be used' },
};

/** `89 宗不知道在哪个镇（街道），211 宗在用` */
function nothingOf(language: Language, params: Readonly<Record<string, string | number>>): string {
  const of = (code: string) => outWords[code]?.[language] ?? asideWord(language, code as Aside);
  const all = Object.entries(params).filter(([, count]) => Number(count) > 0);
  if (language === 'zh') return all.map(([code, count]) => `${count} 宗${of(code)}`).join('，') || '这里没有宗地';
  return all.map(([code, count]) => `${count} ${of(code)}`).join(', ') || 'there is no land';
}

export const planRefusals: Readonly<Record<string, Both>> = {
  'plan-years': {
    zh: (p) => `年份应为 2026..2028 这样的写法，从早到晚、不超过 ${p.most} 年，给出的是 ${p.first}..${p.last}。`,
    en: (p) => `Years are written 2026..2028, the earlier first, ${p.most} at most; not ${p.first}..${p.last}.`,
  },
  'plan-nothing': {
    zh: (p) => `没有可以列入计划的宗地。能列入的是批而未供、闲置、低效、空闲或规划的地；${nothingOf('zh', p)}。`,
    en: (p) => `No parcel can be planned with. What can be is land approved and not supplied, idle, low-efficiency, vacant or planned; here ${nothingOf('en', p)}.`, // prettier-ignore
  },
  'plan-no-parcel': { zh: (p) => `没有宗地 ${p.id}。`, en: (p) => `There is no parcel ${p.id}.` },
  'plan-no-candidate': {
    zh: (p) => `宗地 ${p.id} 不能列入计划：${whyOf('zh', p.why)}。`,
    en: (p) => `Parcel ${p.id} cannot be planned with: ${whyOf('en', p.why)}.`,
  },
  'plan-no-park': {
    zh: (p) => `${p.ids} 不能定为一个园区：${noParkOf('zh', p)}。`,
    en: (p) => `${p.ids} cannot be fixed as a park: ${noParkOf('en', p)}.`,
  },
  'plan-no-jurisdiction': {
    zh: (p) => `没有责任单位 ${p.code}。可用：${p.known}。`,
    en: (p) => `There is no jurisdiction ${p.code}. There are ${p.known}.`,
  },
  'plan-not-positive': {
    zh: (p) => `${p.what} 不能是 ${p.value}。`,
    en: (p) => `${p.what} cannot be ${p.value}.`,
  },
};
