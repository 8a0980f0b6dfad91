import type { LedgerColumnId, LedgerProblem, LedgerTableId, LedgerUnit } from '../supply/ledger/shape.ts';
import { muOf } from '../domain/quantity/units.ts';
import { fixed } from './figures.ts';
import type { Both, Language, Word, Words } from './language.ts';

/** Titles of the tables; `ours`: what is said of a form of ours. */
export const ledgerTitles: Words<LedgerTableId> = {
  execution: { zh: '上年度计划执行情况（按用途）', en: "How last year's plan was carried out, by use" },
  'execution-units': { zh: '上年度计划执行情况（按责任单位）', en: "How last year's plan was carried out, by unit" },
  progress: { zh: '本年度计划执行进度', en: 'How far this plan is carried out' },
  summary: { zh: '国有建设用地供应计划汇总表', en: 'Supply plan: summary' },
  business: { zh: '经营性用地供应计划表', en: 'Supply plan: land for business' },
  parcels: { zh: '国有建设用地供应计划宗地表', en: 'Supply plan: parcels' },
  housing: { zh: '住宅用地供应计划宗地表', en: 'Supply plan: parcels for housing' },
  reserve: { zh: '储备宗地表', en: 'Reserve' },
  'pre-applications': { zh: '用地预申请表', en: 'Pre-applications' },
  rolling: { zh: '拟供宗地清单', en: 'Land to be announced next' },
  'small-parks': { zh: '小微企业园用地小计', en: 'Land for small-enterprise parks' },
  'carry-over': { zh: '上年度未完成宗地', en: "What last year's plan leaves" },
  absent: { zh: '已规划而未纳入计划的用地', en: 'Planned land that is not in the plan' },
  calendar: { zh: '考核日程', en: 'Assessment calendar' },
  'monthly-reports': { zh: '重点小微企业园月报', en: 'Monthly reports of key parks' },
  comparison: { zh: '两份计划对比', en: 'Two plans compared' },
};

export const oursText: Word = {
  zh: '没有找到正式表式，本表为本系统自拟。',
  en: 'No official form was found: this one is ours.',
};

/** Heads of columns, without their units. */
export const ledgerColumns: Words<LedgerColumnId> = {
  serial: { zh: '序号', en: 'No.' },
  unit: { zh: '责任单位', en: 'responsible unit' },
  township: { zh: '镇（街道）', en: 'township' },
  number: { zh: '编号', en: 'number' },
  parcels: { zh: '宗地', en: 'parcels' },
  park: { zh: '园区', en: 'park' },
  location: { zh: '位置（四至）', en: 'location' },
  area: { zh: '供应面积', en: 'area' },
  'new-area': { zh: '新增', en: 'new land' },
  'stock-area': { zh: '存量', en: 'stock' },
  use: { zh: '用途', en: 'use' },
  'is-new': { zh: '存量/新增', en: 'new or stock' },
  'land-source': { zh: '土地来源', en: 'source of the land' },
  mode: { zh: '供应方式', en: 'way of supply' },
  quarter: { zh: '季度', en: 'quarter' },
  'announce-month': { zh: '拟公告月份', en: 'month of announcement' },
  far: { zh: '容积率', en: 'plot ratio' },
  density: { zh: '建筑密度', en: 'building density' },
  'building-coefficient': { zh: '建筑系数', en: 'building coefficient' },
  green: { zh: '绿地率', en: 'green ratio' },
  height: { zh: '建筑高度', en: 'height' },
  term: { zh: '出让年限', en: 'term' },
  industry: { zh: '产业类别', en: 'kind of industry' },
  investment: { zh: '投资强度', en: 'investment' },
  output: { zh: '亩均产出', en: 'output' },
  tax: { zh: '亩均税收', en: 'tax' },
  'ancillary-land': { zh: '配套用地占比', en: 'ancillary land' },
  'ancillary-floor': { zh: '配套建筑面积占比', en: 'ancillary floor area' },
  'start-price': { zh: '起始价', en: 'starting price' },
  deposit: { zh: '保证金', en: 'deposit' },
  price: { zh: '成交价', en: 'price' },
  'promised-price': { zh: '承诺价', en: 'promised price' },
  'applied-on': { zh: '申请日期', en: 'applied on' },
  'accepted-on': { zh: '受理同意日期', en: 'accepted on' },
  remark: { zh: '备注', en: 'remark' },
  state: { zh: '进展', en: 'state' },
  'state-on': { zh: '日期', en: 'on' },
  'contracted-on': { zh: '合同日期', en: 'contract of' },
  reason: { zh: '原因', en: 'reason' },
  rows: { zh: '宗数', en: 'rows' },
  'planned-area': { zh: '计划面积', en: 'planned' },
  'supplied-area': { zh: '已供面积', en: 'supplied' },
  'supplied-rows': { zh: '已供宗数', en: 'rows supplied' },
  'supplied-share': { zh: '完成率', en: 'supplied share' },
  'open-area': { zh: '未供', en: 'open' },
  'failed-area': { zh: '流拍', en: 'failed' },
  'withdrawn-area': { zh: '撤回', en: 'withdrawn' },
  'carried-area': { zh: '结转', en: 'carried over' },
  'late-area': { zh: '次年供应', en: 'supplied later' },
  'carried-to': { zh: '结转为', en: 'goes on as' },
  'plan-year': { zh: '计划年度', en: 'plan year' },
  why: { zh: '依据', en: 'why' },
  change: { zh: '变化', en: 'change' },
  fields: { zh: '修改的内容', en: 'what is otherwise' },
  'before-area': { zh: '原面积', en: 'before' },
  'after-area': { zh: '现面积', en: 'after' },
  'difference-area': { zh: '增减', en: 'difference' },
  on: { zh: '日期', en: 'day' },
  what: { zh: '事项', en: 'what' },
  period: { zh: '期间', en: 'period' },
  status: { zh: '建设状态', en: 'status' },
  due: { zh: '应报', en: 'due' },
  given: { zh: '已报', en: 'given' },
  missing: { zh: '缺报', en: 'missing' },
  'missing-months': { zh: '缺报月份', en: 'months missing' },
  'report-month': { zh: '最近一期', en: 'last report' },
  started: { zh: '当月新开工', en: 'started this month' },
  'year-investment': { zh: '本年完成投资', en: 'investment of the year' },
  'total-investment': { zh: '累计完成投资', en: 'investment in all' },
  'planned-floor': { zh: '规划建筑面积', en: 'planned floor area' },
  'completed-floor': { zh: '建成建筑面积', en: 'completed floor area' },
  'multi-storey-floor': { zh: '多层标准厂房', en: 'multi-storey standard floor area' },
  'let-floor': { zh: '已出租', en: 'let' },
  'sold-floor': { zh: '已出售', en: 'sold' },
  firms: { zh: '入驻企业', en: 'firms' },
  'above-scale-firms': { zh: '规上', en: 'above scale' },
  'technology-firms': { zh: '科技型', en: 'technology' },
  'specialised-firms': { zh: '专精特新', en: 'specialised and new' },
  'new-firms': { zh: '当月新增', en: 'new this month' },
  employees: { zh: '从业人员', en: 'employees' },
  'tax-sum': { zh: '本年税收', en: 'tax of the year' },
  'output-sum': { zh: '本年产值', en: 'output of the year' },
  problems: { zh: '存在问题', en: 'problems' },
};

/** Units that areas of the ledger are shown and printed in. */
export const ledgerAreaUnits: Words<'hectare' | 'mu'> = {
  hectare: { zh: '公顷', en: 'ha' },
  mu: { zh: '亩', en: 'mu' },
};

/** Units as heads of columns have them; empty: none. Areas are shown in 公顷 with 亩 beside. */
export const ledgerUnits: Words<LedgerUnit | 'm'> = {
  count: { zh: '', en: '' },
  wanYuan: { zh: '万元', en: '10 000 yuan' },
  wanYuanPerMu: { zh: '万元/亩', en: '10 000 yuan/mu' },
  year: { zh: '年', en: 'years' },
  calendarYear: { zh: '', en: '' },
  quarter: { zh: '', en: '' },
  share: { zh: '%', en: '%' },
  m2: { zh: 'm²', en: 'm²' },
  ratio: { zh: '', en: '' },
  m: { zh: 'm', en: 'm' },
};

/** 合计, and what has no name. */
export const ledgerSums: Words<'total' | 'none' | 'most'> = {
  total: { zh: '合计', en: 'Total' },
  none: { zh: '未填', en: 'not stated' },
  most: { zh: '以内', en: 'at most' },
};

type Area = string | number;
const hectares = (m2: Area): string => fixed(Number(m2) / 10_000, 4);
const mu = (m2: Area): string => fixed(muOf(Number(m2)), 2);
/** Of so many m². */
const land = {
  zh: (m2: Area) => `${hectares(m2)} 公顷（${mu(m2)} 亩）`,
  en: (m2: Area) => `${hectares(m2)} ha (${mu(m2)} mu)`,
};

/** Two areas beside each other, in m² where they look the same otherwise. */
const beside = (language: Language, first: Area, second: Area): readonly [string, string] => {
  const isSame = hectares(first) === hectares(second);
  const said = (m2: Area) => (isSame ? `${fixed(Number(m2), 2)} m²` : land[language](m2));
  return [said(first), said(second)];
};

/** What is odd about a plan and its rows. `use` and `unit` are put in by name. */
const problems: Readonly<Record<LedgerProblem['code'], Both>> = {
  'area-unknown': {
    zh: (p) => `${p.row} 没有面积，不计入合计：请填写面积，或指明有界线的宗地。`,
    en: (p) => `${p.row} has no area and adds nothing to the totals: give one, or parcels that are drawn.`,
  },
  'use-unknown': {
    zh: (p) =>
      p.use === '' ? `${p.row} 没有填用途，列在“未填”。` : `${p.row} 的用途“${p.use}”不在本计划的用途分类里。`,
    en: (p) =>
      p.use === '' ? `The use of ${p.row} is not stated.` : `The use "${p.use}" of ${p.row} is not in the plan's list.`,
  },
  'unit-unknown': {
    zh: (p) => `${p.row} 没有责任单位，从宗地也看不出来。`,
    en: (p) => `${p.row} has no responsible unit, and its parcels do not tell one.`,
  },
  'parcel-gone': {
    zh: (p) => `${p.row} 的宗地 ${p.parcel} 不在数据里。`,
    en: (p) => `Parcel ${p.parcel} of ${p.row} is not in the data.`,
  },
  'parcel-twice': {
    zh: (p) => `宗地 ${p.parcel} 同时列在 ${p.other} 和 ${p.row}，面积算了两次。`,
    en: (p) => `Parcel ${p.parcel} is in ${p.other} and in ${p.row}: its area counts twice.`,
  },
  'area-differs': {
    zh: (p) => {
      const [stated, parcels] = beside('zh', p.statedM2, p.parcelsM2);
      return `${p.row} 填的面积是 ${stated}，宗地面积合计 ${parcels}；按填的计。`;
    },
    en: (p) => {
      const [stated, parcels] = beside('en', p.statedM2, p.parcelsM2);
      return `The area of ${p.row} is given as ${stated}, its parcels come to ${parcels}; what is given counts.`;
    },
  },
  'row-stray': {
    zh: (p) =>
      p.plan === ''
        ? `计划宗地 ${p.row} 没有写明属于哪份计划。`
        : `计划宗地 ${p.row} 所属的计划 ${p.plan} 不在数据里。`,
    en: (p) =>
      p.plan === ''
        ? `Row ${p.row} does not say of which plan it is.`
        : `The plan ${p.plan} of row ${p.row} is not in the data.`,
  },
  'is-new-unknown': {
    zh: (p) => `${p.row} 没有写明是新增还是存量。`,
    en: (p) => `Whether ${p.row} is new land or stock is not stated.`,
  },
  'row-overdue': {
    zh: (p) => `${p.row} 计划在 ${p.until} 前供应，还没有公告。`,
    en: (p) => `${p.row} was to be supplied by ${p.until} and is not announced yet.`,
  },
  'quarter-unknown': {
    zh: (p) => `${p.row} 没有季度，排不进拟供清单。`,
    en: (p) => `${p.row} has no quarter and comes in no list of land to be announced.`,
  },
  'over-ceiling': {
    zh: (p) => {
      const [area, most] = beside('zh', p.areaM2, p.mostM2);
      return `${[p.unit, p.use].filter((own) => own !== '').join('')}供应面积 ${area}，超过上限 ${most}。`;
    },
    en: (p) => {
      const [area, most] = beside('en', p.areaM2, p.mostM2);
      return `${[p.unit, p.use].filter((own) => own !== '').join(', ')}${p.unit === '' && p.use === '' ? 'All rows come' : ' comes'} to ${area}, above the plan's ceiling of ${most}.`;
    },
  },
  'steps-odd': {
    zh: (p) => `${p.row} 的步骤顺序或日期有误，请核对。`,
    en: (p) => `Steps or days of ${p.row} are in an order that cannot be; check them.`,
  },
};

export const sayLedgerProblem = (language: Language, { code, params }: LedgerProblem): string =>
  problems[code][language](params);
