import type { PlanUnit } from '../policy/shape/pack.ts';
import type { Rung } from '../supply/plan/explain/ladder.ts';
import type { Relaxation } from '../supply/plan/explain/relaxed.ts';
import type { Aside, Assumed, PlanLandProblem, TargetProblem } from '../supply/plan/shape/land.ts';
import type { BoundKind, PlanProgress, PlanStatus } from '../supply/plan/shape/found.ts';
import type { Limit } from '../supply/plan/shape/problem.ts';
import { fieldText } from './findings.ts';
import type { Labels } from './labels.ts';
import type { Both, Language, Word } from './language.ts';
import { sayScreenProblem } from './screen.ts';

const wordOf =
  <K extends string>(words: Readonly<Record<K, Word>>) =>
  (language: Language, key: K): string =>
    words[key][language];

export const planStatusWord = wordOf<PlanStatus>({
  optimal: { zh: '已证明最优', en: 'proven the best' },
  'within-gap': { zh: '在要求的差距之内', en: 'within the gap asked for' },
  time: { zh: '没有达到要求的差距，取现有最好的', en: 'the gap asked for was not reached: the best that was found' },
  stopped: { zh: '已停止，取现有最好的', en: 'stopped: the best until then' },
  spare: { zh: '含备选园区，以防地块落空', en: 'with spare parks, should parcels fall through' },
  given: { zh: '选定的园区，没有求解', en: 'chosen, not sought' },
});

export const boundWord = wordOf<BoundKind>({
  prices: { zh: '按影子价格证明', en: 'proven by prices' },
  enumerated: { zh: '逐一列举证明', en: 'proven by looking at every park' },
  none: { zh: '没有证明', en: 'not proven' },
});

export const asideWord = wordOf<Aside>({
  park: { zh: '既有园区用地', en: 'land of a park there is' },
  'in-use': { zh: '在用', en: 'in use' },
  disputed: { zh: '已核不属疑似', en: 'flag disputed' },
  'land-class': { zh: '用地性质不宜建园', en: 'land class suits no kind of park' },
});

export const parkKindWord = wordOf({
  manufacturing: { zh: '生产制造类', en: 'manufacturing' },
  service: { zh: '生产性服务类', en: 'producer services' },
});

export const limitWord = wordOf<Limit['what']>({
  money: { zh: '资金', en: 'money' },
  quota: { zh: '新增指标', en: 'quota of new land' },
  land: { zh: '供地总量', en: 'land in all' },
});
export const limitUnit = wordOf<Limit['what']>({
  money: { zh: '万元', en: '10 000 yuan' },
  quota: { zh: '亩', en: 'mu' },
  land: { zh: '亩', en: 'mu' },
});

export const planUnitWord = wordOf<PlanUnit>({
  point: { zh: '分', en: 'points' },
  ratio: { zh: '', en: '' },
  count: { zh: '', en: '' },
  year: { zh: '年', en: 'years' },
  km: { zh: '公里', en: 'km' },
  wanYuanPerMu: { zh: '万元/亩', en: '10 000 yuan a mu' },
});

const assumed: Readonly<Record<Assumed, Both>> = {
  costWan: {
    zh: (p) => `没有填成本、按每亩 ${p.value} 万元估的 ${p.count} 宗`,
    en: (p) => `${p.count} without a cost, reckoned at ${p.value} (10 000 yuan) a mu`,
  },
  suitability: {
    zh: (p) => `没有填适宜性、按 ${p.value} 计的 ${p.count} 宗`,
    en: (p) => `${p.count} without a suitability, taken as ${p.value}`,
  },
  readyYear: {
    zh: (p) => `没有填可供年份、按计划第一年后 ${p.value} 年计的 ${p.count} 宗`,
    en: (p) => `${p.count} without a year of readiness, taken as ${p.value} after the first year of the plan`,
  },
};
export const sayAssumed = (language: Language, what: Assumed, count: number, value: number): string =>
  assumed[what][language]({ count, value });

const own: Readonly<Record<'no-township' | 'no-boundary' | 'lies-on' | 'unreadable' | 'no-cost', Both>> = {
  'no-township': { zh: () => '不知道在哪个镇（街道）', en: () => 'its township is not known' },
  'no-boundary': { zh: () => '没有界线，或界线有误', en: () => 'no boundary, or a broken one' },
  'lies-on': {
    zh: (p) => `压在 ${p.other} 上 ${Number(p.areaM2).toFixed(2)} m²，那里是园区或在用`,
    en: (p) => `lies on ${p.other} (${Number(p.areaM2).toFixed(2)} m²), which is of a park or in use`,
  },
  unreadable: {
    zh: (p) => `${p.field} “${p.value}” 不是可用的值`,
    en: (p) => `${p.field} “${p.value}” is no value of it`,
  },
  'no-cost': { zh: () => '没有填成本', en: () => 'no cost is recorded' },
};
const isOwn = (code: string): code is keyof typeof own => Object.hasOwn(own, code);

/** Why a parcel is kept out of the plan. */
export function sayLandProblem(
  language: Language,
  { code, params }: Pick<PlanLandProblem, 'code' | 'params'>,
  labels: Labels,
): string {
  const field = params.field === undefined ? '' : fieldText(language, 'parcel', String(params.field), labels);
  if (isOwn(code)) return own[code][language]({ ...params, field });
  if (code === 'absurd' && params.least !== undefined) {
    return language === 'zh'
      ? `${field} ${params.value} 不合理（最少 ${params.least}）`
      : `${field} ${params.value} is not believable (at least ${params.least})`;
  }
  return sayScreenProblem(language, { code, params }, labels);
}

const targetProblems: Readonly<Record<TargetProblem['code'], Both>> = {
  'no-land': {
    zh: (p) => `还差 ${p.least} 个园区，到那一年没有一宗候选宗地可用，怎么排都差`,
    en: (p) =>
      `${p.least} parks are still wanted, and no candidate parcel is ready by then: they are missing in any plan`,
  },
  'beyond-land': {
    zh: (p) => `还差 ${p.least} 个园区，所有候选宗地合起来最多够 ${p.most} 个，其余怎么排都差`,
    en: (p) =>
      `${p.least} parks are still wanted, and all its candidate land is enough for ${p.most} at most: the others are missing in any plan`,
  },
  'open-park': {
    zh: (p) => `园区 ${p.park} 没有填 ${p.fields}，不知道计不计入，没有计`,
    en: (p) => `park ${p.park} lacks ${p.fields}: whether it counts is not known, and it is not counted`,
  },
};
/** `labels`: what the pack calls the fields of a park. */
export function sayTargetProblem(
  language: Language,
  { code, params }: TargetProblem,
  labels: Pick<Labels, 'fields'>,
): string {
  if (!('fields' in params)) return targetProblems[code][language](params);
  const names = String(params.fields).split(',');
  const called = names.map((name) => (labels.fields[`park.${name}`] ?? labels.fields[name])?.[language] ?? name);
  return targetProblems[code][language]({ ...params, fields: called.join(language === 'zh' ? '、' : ', ') });
}

const phaseWord = wordOf<PlanProgress['phase']>({
  prepare: { zh: '准备', en: 'preparing' },
  generate: { zh: '找园区', en: 'making parks' },
  select: { zh: '选园区', en: 'choosing parks' },
  close: { zh: '逐一核对', en: 'looking at every park' },
  explain: { zh: '说明', en: 'explaining' },
});

/** `选园区：23 个园区 812.4 分，最多 815.0 分`; null for what is not known yet. */
export function progressText(
  language: Language,
  {
    phase,
    parks,
    points,
    bound,
  }: { phase: PlanProgress['phase']; parks: number; points: number | null; bound: number | null },
): string {
  const zh = language === 'zh';
  const now = points === null ? '' : zh ? `：${parks} 个园区 ${points.toFixed(1)} 分` : `: ${parks} parks, ${points.toFixed(1)} points`; // prettier-ignore
  const most = bound === null ? '' : zh ? `，最多 ${bound.toFixed(1)} 分` : `, at most ${bound.toFixed(1)}`;
  return `${phaseWord(language, phase)}${now}${most}`;
}

/** What the bound covers, in a sentence. */
export function saySpace(
  language: Language,
  p: { candidates: number; radiusKm: number; nearest: number; most: number; mostSites: number },
): string {
  return language === 'zh'
    ? `上界覆盖：${p.candidates} 宗候选地，园区由一宗中心宗地和同镇（街道）、同一责任单位、${p.radiusKm} 公里内最近的 ${p.nearest} 宗连同其余最好的共至多 ${p.most} 宗组成，分园不超过 ${p.mostSites} 个`
    : `the bound covers: ${p.candidates} candidates; parks round a parcel of those within ${p.radiusKm} km in its township and jurisdiction, the nearest ${p.nearest} and the best of the others up to ${p.most}, in ${p.mostSites} sites at most`;
}

/** What the independent check of a plan came to. */
export function sayChecked(language: Language, faults: number): string {
  if (faults === 0)
    return language === 'zh'
      ? '独立核对：规模、容积率、分园、镇街、年份、上限、目标逐项复算无误'
      : 'checked by itself: size, plot ratio, sites, township, years, limits and targets reckoned again, nothing wrong';
  return language === 'zh'
    ? `独立核对：${faults} 处不符（见 --json 的 check），程序有误，请告诉维护者`
    : `checked by itself: ${faults} faults (check in --json); the program errs, please tell the maintainers`;
}

const relaxations: Readonly<Record<Relaxation, Word>> = {
  none: { zh: '照现在的地和规则', en: 'as things are' },
  readiness: { zh: '若地块就绪', en: 'if its land were ready' },
  'plot-ratio': { zh: '若不看容积率', en: 'if the plot ratio were not asked for' },
  'planned-ratio': { zh: '若规划容积率不低于下限', en: 'if its land were planned at the least plot ratio' },
  size: { zh: '若按政策适当降低规模', en: 'if parks could be smaller, as the policy lets some be' },
  reach: { zh: '若可以拼得更远', en: 'if parcels further apart could be put together' },
  sites: { zh: '若分园不限', en: 'if any number of sites would do' },
  money: { zh: '若资金不限', en: 'if money were no limit' },
  quota: { zh: '若新增指标不限', en: 'if quota were no limit' },
  land: { zh: '若供地总量不限', en: 'if land in all were no limit' },
  others: { zh: '若其他单位不占上限', en: 'if parks elsewhere took nothing of what is limited' },
  bans: { zh: '若没有禁选', en: 'if nothing were banned' },
  all: { zh: '若以上全部放开', en: 'if all of that were so' },
};

/** `若地块就绪` */
export const relaxationWord = wordOf<Relaxation>(relaxations);

/** `0，若地块就绪`: so many parks could be formed then. */
export function sayRung(language: Language, { relax, canForm, atMost }: Rung): string {
  const zh = language === 'zh';
  const open = atMost > canForm ? (zh ? `（至多 ${atMost}）` : ` (${atMost} at most)`) : '';
  return zh ? `${canForm} 个${open}，${relaxations[relax].zh}` : `${canForm}${open} ${relaxations[relax].en}`;
}

interface Reasons {
  readonly loss: {
    readonly points: number;
    readonly atLeast: number;
    readonly atMost: number;
    readonly isExact: boolean;
  } | null;
  readonly alternative: {
    readonly parks: readonly { readonly parcels: readonly string[] }[];
    readonly loss: number;
  } | null;
}

/** What is lost if a park is withdrawn, and what would stand in its place; nothing where neither is known. */
export function sayReasons(language: Language, { loss, alternative }: Reasons): string[] {
  const zh = language === 'zh';
  const told = (points: number) => points.toFixed(1);
  const lost = !loss ? '' : loss.isExact ? told(loss.points) : `${told(loss.atLeast)}–${told(loss.atMost)}`;
  const parks = alternative?.parks.map(({ parcels }) => parcels.join('+')).join(zh ? '、' : ', ');
  const instead = !alternative ? '' : zh ? `替代：${parks || '没有'}（少 ${told(alternative.loss)} 分）` : `instead: ${parks || 'nothing'} (${told(alternative.loss)} points less)`; // prettier-ignore
  const both = [lost === '' ? '' : zh ? `撤出损失 ${lost} 分` : `lost if withdrawn: ${lost} points`, instead].filter((part) => part !== ''); // prettier-ignore
  return both.length > 0 ? [both.join(zh ? '；' : '; ')] : [];
}
