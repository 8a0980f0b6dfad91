import type { Basis, ScreenClass, Step, Stock } from '../supply/screen/classes.ts';
import type { Doubt } from '../supply/screen/confidence.ts';
import type { Evidence } from '../supply/screen/evidence.ts';
import type { Consequence, Decision, Explained } from '../supply/screen/explain.ts';
import type { ScreenProblem } from '../supply/screen/problems.ts';
import type { Suggestion } from '../supply/screen/suggestion.ts';
import { fieldText } from './findings.ts';
import type { Labels } from './labels.ts';
import type { Both, Language, Word } from './language.ts';

type Params = Evidence['params'];

const classes: Readonly<Record<ScreenClass, Word>> = {
  'in-use': { zh: '在用', en: 'in use' },
  'suspected-idle': { zh: '疑似闲置', en: 'suspected idle' },
  idle: { zh: '闲置（已认定）', en: 'idle (found)' },
  'low-efficiency': { zh: '低效', en: 'low-efficiency' },
  'approved-not-supplied': { zh: '批而未供', en: 'approved, not supplied' },
  'not-supplied': { zh: '未供应', en: 'not supplied' },
};
export const classWord = (language: Language, name: ScreenClass): string => classes[name][language];

const stocks: Readonly<Record<Stock, Word>> = {
  'approved-not-supplied': { zh: '批而未供', en: 'approved, not supplied' },
  'supplied-not-used': { zh: '供而未用', en: 'supplied, not used' },
  'used-not-enough': { zh: '用而不足', en: 'used, not enough' },
  'low-efficiency': { zh: '低效', en: 'low-efficiency' },
};
export const stockWord = (language: Language, stock: Stock): string => stocks[stock][language];

const steps: Readonly<Record<Step, Word>> = {
  suspected: { zh: '疑似', en: 'suspected' },
  investigating: { zh: '调查', en: 'under investigation' },
  found: { zh: '认定', en: 'found idle' },
  disposed: { zh: '已处置', en: 'disposed of' },
};
export const stepWord = (language: Language, step: Step): string => steps[step][language];

const suggestions: Readonly<Record<Suggestion, Word>> = {
  investigate: { zh: '发调查通知书', en: 'open an investigation' },
  find: { zh: '作出认定', en: 'decide the finding' },
  dispose: { zh: '处置', en: 'dispose of it' },
  supply: { zh: '供应或核减批文', en: 'supply it or cut the approval' },
  redevelop: { zh: '再开发', en: 'redevelop' },
};
/** 建议: the step that comes next. */
export const suggestionWord = (language: Language, next: Suggestion): string => suggestions[next][language];

/** `4 年 2 个月`; less than a month is said so. */
function spanText(language: Language, years: number, months: number): string {
  const zh = language === 'zh';
  const unit = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  const parts = zh
    ? [...(years > 0 ? [`${years} 年`] : []), ...(months > 0 ? [`${months} 个月`] : [])]
    : [...(years > 0 ? [unit(years, 'year')] : []), ...(months > 0 ? [unit(months, 'month')] : [])];
  if (parts.length === 0) return zh ? '不足 1 个月' : 'less than a month';
  return parts.join(zh ? ' ' : ' and ');
}

const span = (language: Language, p: Params): string => spanText(language, Number(p.years), Number(p.months));
/** At most so many digits, no more than are meant. */
const number = (value: string | number, digits = 2): string => String(Number(Number(value).toFixed(digits)));
const percent = (share: string | number): string => `${number(100 * Number(share), 2)} %`;
/** As it is typed anew. */
const figure = ({ field, value }: Params): string =>
  field === 'developedShare' || field === 'investedShare' ? percent(value) : String(value);

const due = {
  zh: (p: Params) =>
    p.agreed === 1 ? `约定 ${p.due} 动工` : `${p.handedOver} 交地、没有约定动工日期，按交地后的期限应于 ${p.due} 动工`,
  en: (p: Params) =>
    p.agreed === 1
      ? `works agreed to start on ${p.due}`
      : `handed over on ${p.handedOver} without an agreed day, works due to start on ${p.due}`,
};

const signNames: Readonly<Record<string, Word>> = {
  'plot-ratio': { zh: '容积率', en: 'plot ratio' },
  tax: { zh: '亩均税收', en: 'tax per mu' },
  output: { zh: '亩均产出', en: 'output per mu' },
  investment: { zh: '投资强度', en: 'investment per mu' },
};
const signUnit = (language: Language, sign: string | number): string => {
  if (sign === 'plot-ratio') return '';
  const aYear = sign === 'investment' ? ['', ''] : ['·年', ' a year'];
  return language === 'zh' ? ` 万元/亩${aYear[0]}` : ` ×10 000 yuan per mu${aYear[1]}`;
};
const sign = (language: Language) => (p: Params) => {
  const name = signNames[p.sign][language];
  const [value, bound, unit] = [number(p.value), number(p.bound), signUnit(language, p.sign)];
  if (language === 'zh') return `${name} ${value}${unit}，${p.isBelow === 1 ? '低于' : '达到'}标准 ${bound}`;
  return `${name} ${value}${unit}, ${p.isBelow === 1 ? 'below' : 'not below'} the threshold ${bound}`;
};

const share = (zh: string, en: string): Both<Params> => ({
  zh: (p) => `${zh} ${percent(p.share)}，${p.isBelow === 1 ? '不足' : '不低于'} ${percent(p.bound)}`,
  en: (p) => `${en} ${percent(p.share)}, ${p.isBelow === 1 ? 'below' : 'not below'} ${percent(p.bound)}`,
});

type Names = Labels;
const valueWord = (language: Language, names: Names, field: string, value: string | number): string =>
  names.values[`${field}.${value}`]?.[language] ?? String(value);

const evidence: Readonly<Record<Evidence['code'], (language: Language, names: Names) => (p: Params) => string>> = {
  'not-started': (language) => (p) =>
    language === 'zh' ? `${due.zh(p)}，逾期 ${span('zh', p)}未动工` : `${due.en(p)}, overdue by ${span('en', p)} and not started`, // prettier-ignore
  'start-due': (language) => (p) => (language === 'zh' ? `${due.zh(p)}，尚未到期` : `${due.en(p)}, not yet due`),
  'start-unknown': (language) => () =>
    language === 'zh' ? '已供应，没有动工期限' : 'supplied, without a day to start by',
  started: (language) => (p) => (language === 'zh' ? `${p.on} 动工` : `works started on ${p.on}`),
  stopped: (language) => (p) =>
    language === 'zh' ? `${p.on} 起停建，已 ${span('zh', p)}` : `works stopped on ${p.on}, ${span('en', p)} ago`,
  developed: (language) => share('已动工开发', 'developed')[language],
  invested: (language) => share('已投资', 'invested')[language],
  sign,
  'no-tax': (language) => (p) =>
    language === 'zh'
      ? `连续 ${p.years} 年没有税收，达到标准 ${number(p.bound)} 年`
      : `no tax for ${p.years} years, the threshold is ${number(p.bound)}`,
  'production-stopped': (language) => (p) =>
    language === 'zh' ? `${p.on} 起停产，已 ${span('zh', p)}` : `production stopped on ${p.on}, ${span('en', p)} ago`,
  approved: (language) => (p) => {
    const on = p.isYear === 1 ? String(p.on).slice(0, 4) : p.on;
    if (language === 'zh') return `${on} ${p.isYear === 1 ? '年' : ''}批准，${span('zh', p)}未供应`;
    return `approved ${p.isYear === 1 ? 'in' : 'on'} ${on}, not supplied for ${span('en', p)}`;
  },
  'approval-undated': (language) => () =>
    language === 'zh' ? '有批准文号，没有批准日期，未见供应' : 'an approval without its day, no supply on record',
  supplied: (language) => (p) => (language === 'zh' ? `${p.on} 供应` : `supplied on ${p.on}`),
  floor: (language) => (p) =>
    language === 'zh'
      ? `现有建筑面积 ${number(p.areaM2, 0)} m²`
      : `${number(p.areaM2, 0)} m² of floor area stand there`,
  building: (language) => () =>
    language === 'zh' ? '有建筑，建筑面积不明' : 'buildings stand there, of no known floor area',
  recorded: (language, names) => (p) => {
    const word = stateWord(language, names, p.status);
    return language === 'zh' ? `登记的利用状态：${word}` : `the register says: ${word}`;
  },
  'record-differs': (language, names) => (p) => {
    const word = stateWord(language, names, p.status);
    return language === 'zh' ? `登记的利用状态是${word}，与证据不一致` : `the register says ${word}, which differs`;
  },
  'no-duty': (language) => () =>
    language === 'zh'
      ? '道路、绿地、水域或农用地，没有动工开发的义务'
      : 'roads, green, water or farmland: no duty to build',
  'nothing-known': (language) => () =>
    language === 'zh' ? '没有可以判断的资料，按在用计' : 'nothing on record tells; counted as in use',
  found: (language, names) => (p) => {
    const cause = p.cause === '' ? '' : valueWord(language, names, 'delayCause', p.cause);
    if (language === 'zh')
      return `《闲置土地认定书》${p.no}${p.on === '' ? '' : `（${p.on}）`}${cause && `，${cause}`}`;
    return `found idle by no. ${p.no}${p.on === '' ? '' : ` of ${p.on}`}${cause && `, cause: ${cause}`}`;
  },
  disposed: (language) => (p) =>
    language === 'zh'
      ? `认定书 ${p.no}，${p.on} 已处置${p.how === '' ? '' : `：${p.how}`}`
      : `found idle by no. ${p.no}, disposed of on ${p.on}${p.how === '' ? '' : `: ${p.how}`}`,
  delay: (language, names) => (p) => {
    const cause = valueWord(language, names, 'delayCause', p.cause);
    if (language === 'zh') return `延期原因：${cause}${p.days === '' ? '' : `，${p.days} 天`}`;
    return `delayed by ${cause}${p.days === '' ? '' : `, ${p.days} days`}`;
  },
  notice: (language) => (p) => {
    const zh = language === 'zh';
    const own = zh ? `已发调查通知书${p.no === '' ? '' : ` ${p.no}`}` : `notice of investigation${p.no === '' ? '' : ` no. ${p.no}`} sent`; // prettier-ignore
    if (p.on === '') return own;
    const end = zh ? `调查应于 ${p.due} 前完成` : `the investigation is due by ${p.due}`;
    return `${own}${zh ? `（${p.on}），${end}` : ` on ${p.on}, ${end}`}${p.isOver === 1 ? (zh ? '，已超期' : ', overdue') : ''}`;
  },
  later: (language, names) => (p) => {
    const field = fieldText(language, 'parcel', String(p.field), names);
    return language === 'zh'
      ? `${field} ${p.on} 在判断日之后，未计入`
      : `${field}: ${p.on} is after the day of judgement and not counted`;
  },
};

/** 登记状态: what the register calls 闲置 without a 认定书 is said to be suspected. */
const stateWord = (language: Language, names: Names, status: string | number): string =>
  status === 'idle' ? classes['suspected-idle'][language] : valueWord(language, names, 'status', status);

export const sayEvidence = (language: Language, { code, params }: Evidence, names: Names): string =>
  evidence[code](language, names)(params);

/** The evidence in one sentence. */
export const evidenceText = (language: Language, { evidence: all }: Explained, names: Names): string =>
  all.map((one) => sayEvidence(language, one, names)).join(language === 'zh' ? '；' : '; ');

const ifZh = '如认定闲置且非政府原因、不可抗力或前期必要工作造成，';
const ifEn = 'if found idle, and not delayed by government, force majeure or necessary preparation: ';
type Of<C extends Consequence['code']> = Extract<Consequence, { readonly code: C }>;

const consequences: { readonly [C in Consequence['code']]: Both<Of<C>> } = {
  fee: {
    zh: ({ isCertain, share: of, amountWan }) => {
      const amount = amountWan === null ? '' : `，${number(amountWan)} 万元`;
      return `${isCertain ? '' : ifZh}可征缴土地闲置费${of === null ? '' : `（价款的 ${percent(of)}${amount}）`}`;
    },
    en: ({ isCertain, share: of, amountWan }) => {
      const amount = amountWan === null ? '' : `, ${number(amountWan)} ×10 000 yuan`;
      return `${isCertain ? '' : ifEn}a fee may be levied${of === null ? '' : ` (${percent(of)} of the price${amount})`}`;
    },
  },
  'take-back': {
    zh: ({ isCertain }) => `${isCertain ? '' : ifZh}可无偿收回`,
    en: ({ isCertain }) => `${isCertain ? '' : ifEn}it may be taken back without pay`,
  },
  'by-agreement': {
    zh: ({ extension, temporaryUse }) =>
      `可协商：延长动工期限${extension === null ? '' : `（不超过 ${number(extension)} 年）`}、调整用途或规划条件、临时使用${temporaryUse === null ? '' : `（不超过 ${number(temporaryUse)} 年）`}、协议有偿收回、置换`,
    en: ({ extension, temporaryUse }) =>
      `by agreement: a longer term to start${extension === null ? '' : ` (at most ${number(extension)} years)`}, another use or other conditions, use for the time being${temporaryUse === null ? '' : ` (at most ${number(temporaryUse)} years)`}, buying back, or a swap`,
  },
};
export const sayConsequence = (language: Language, consequence: Consequence): string =>
  (consequences[consequence.code] as Both<Consequence>)[language](consequence);

/** What was decided on the flag, and that the class follows it. */
export function sayDecision(language: Language, { decision, flag, reason, on, by }: Decision, names: Names): string {
  const role = by ? valueWord(language, names, 'flagDecidedBy', by) : '';
  const word = classes[flag][language];
  if (language === 'zh') {
    const what = decision === 'confirmed' ? `确认${word}` : `不同意列为${word}`;
    return `${[on, role].filter(Boolean).join(' ')}${on || role ? ' ' : ''}${what}${reason ? `：${reason}` : ''}（按此意见归类）`;
  }
  const what = decision === 'confirmed' ? `confirmed as ${word}` : `disputed as ${word}`;
  return `${what}${on ? ` on ${on}` : ''}${role ? ` by the ${role}` : ''}${reason ? `: ${reason}` : ''} (the class follows it)`;
}

const doubts: Readonly<Record<Exclude<Doubt['code'], 'threshold'>, Word>> = {
  'start-unrecorded': { zh: '没有实际开工日期，推断未动工', en: 'no day of start: that it never started is inferred' },
  'by-hand-over': { zh: '动工日期由交地日推算', en: 'the day to start is reckoned from the hand-over' },
  'progress-unknown': { zh: '已动工，进展不明', en: 'started, what became of it is not known' },
  'shares-missing': { zh: '已开发、已投资占比不全', en: 'the shares developed and invested are not all known' },
  'signs-missing': { zh: '低效指标不全', en: 'some figures of low efficiency are missing' },
  'supply-unrecorded': { zh: '没有供应日期，推断未供应', en: 'no day of supply: that it was not supplied is inferred' },
  'record-differs': { zh: '登记的利用状态与证据不一致', en: 'the register says otherwise' },
  'record-only': { zh: '只有登记的利用状态', en: 'only the register says so' },
  'no-evidence': { zh: '没有可判断的证据', en: 'nothing tells' },
};
/** `thresholds`: names of the figures of the pack, by id. */
export function sayDoubt(
  language: Language,
  { code, threshold = '' }: Doubt,
  thresholds: Readonly<Record<string, Word>>,
): string {
  if (code !== 'threshold') return doubts[code][language];
  const name = thresholds[threshold]?.[language] ?? threshold;
  return language === 'zh' ? `标准“${name}”本身是设定` : `the threshold “${name}” is a setting`;
}

const problems: Readonly<
  Record<ScreenProblem['code'], (language: Language, field: (name: string | number) => string) => (p: Params) => string>
> = {
  'unknown-township': (language) => (p) =>
    language === 'zh' ? `镇（街道）${p.township} 不在名单里` : `township ${p.township} is not in the list`,
  'id-again': (language) => (p) =>
    language === 'zh' ? `编号 ${p.id} 已有前面一宗用过` : `the id ${p.id} is that of an earlier parcel`,
  overlaps: (language) => (p) =>
    language === 'zh'
      ? `与 ${p.other} 重叠 ${number(p.areaM2)} m²（较小一宗的 ${percent(p.share)}）`
      : `lies on ${p.other} by ${number(p.areaM2)} m² (${percent(p.share)} of the smaller)`,
  negative: (language, field) => (p) =>
    language === 'zh' ? `${field(p.field)}为负数 ${figure(p)}` : `${field(p.field)} is negative: ${figure(p)}`,
  absurd: (language, field) => (p) =>
    language === 'zh'
      ? `${field(p.field)} ${number(p.value)} 超出合理范围 ${number(p.most)}`
      : `${field(p.field)} ${number(p.value)} is beyond what is plausible, ${number(p.most)}`,
  'absurd-date': (language, field) => (p) =>
    language === 'zh'
      ? `${field(p.field)} ${p.date} 不在 ${p.least}–${p.most} 年之间`
      : `${field(p.field)} ${p.date} is not within ${p.least}–${p.most}`,
  'dates-out-of-order': (language, field) => (p) =>
    language === 'zh'
      ? `${field(p.after)} ${p.then} 早于${field(p.before)} ${p.first}`
      : `${field(p.after)} ${p.then} is before ${field(p.before)} ${p.first}`,
};
export function sayScreenProblem(
  language: Language,
  { code, params }: Pick<ScreenProblem, 'code' | 'params'>,
  names: Names,
): string {
  const field = (name: string | number) =>
    name === 'plotRatio' ? signNames['plot-ratio'][language] : fieldText(language, 'parcel', String(name), names);
  return problems[code](language, field)(params);
}

/** What a class rests on, in a word, where there is no room for the evidence. */
const bases: Readonly<Record<Basis, Word>> = {
  found: { zh: '认定书', en: 'finding' },
  disposed: { zh: '已处置', en: 'disposed of' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  disputed: { zh: '已核不属闲置', en: 'found not to be idle' },
  'no-duty': { zh: '不需开发', en: 'no duty to build' },
  'not-supplied': { zh: '未见供应', en: 'no supply on record' },
  'approved-lately': { zh: '批准不久', en: 'approved lately' },
  'not-started': { zh: '未动工', en: 'not started' },
  'start-due-later': { zh: '未满动工期限', en: 'term to start not over' },
  'start-unknown': { zh: '没有动工期限', en: 'no day to start by' },
  stopped: { zh: '停建', en: 'works stopped' },
  'stopped-share-unknown': { zh: '停建，占比不明', en: 'works stopped, shares unknown' },
  signs: { zh: '多项指标偏低', en: 'several figures low' },
  'no-tax': { zh: '连续无税收', en: 'no tax for years' },
  'production-stopped': { zh: '停产', en: 'production stopped' },
  begun: { zh: '已动工', en: 'started' },
  used: { zh: '在用', en: 'in use' },
  recorded: { zh: '按登记', en: 'as registered' },
  'nothing-known': { zh: '资料不足', en: 'nothing known' },
};
export const basisWord = (language: Language, basis: Basis): string => bases[basis][language];
