import type { Language } from '../language.ts';
import { usualTitle } from './plan-title.ts';

/** Sentences of the plan's text. What is a pattern stands in 【】 and is marked in the file: the office writes its own there. */
const zh = {
  title: usualTitle.zh,
  /** A title that is longer than a line goes on with what it is called. */
  titleBreak: '国有建设用地',
  version: (version: number) => `（第${version}版）`,
  state: (state: string, on: string | null) => `（${state}${on ? `，${on}` : ''}）`,
  heads: {
    general: '总则',
    execution: '上年度计划执行情况',
    amount: '计划供应总量',
    structure: '计划供应结构',
    layout: '计划供应布局',
    timing: '计划供应时序',
    mode: '供应方式',
    parks: '小微企业园用地',
    guidance: '政策导向',
    safeguards: '保障措施',
  },
  subheads: {
    purpose: '编制目的',
    thought: '指导思想',
    principles: '基本原则',
    scope: '适用范围和计划期',
    adjusted: '年中调整',
  },
  purpose: (city: string, year: number) =>
    `【为加强国有建设用地供应的宏观调控，科学安排${year}年度土地供应，依据《国有建设用地供应计划编制规范（试行）》（国土资发〔2010〕117号）及有关规定，结合${city || '本市'}实际，编制本计划。】`,
  thought:
    '【在此写明本年度供地的指导思想：落实上级部署，坚持节约集约、供需平衡，保障产业和民生用地，盘活存量，严控新增。】',
  principles:
    '【在此写明基本原则，例如：总量控制、有保有压；存量优先、增存结合；区域统筹、时序合理；公开透明、规范供应。】',
  scope: (year: number) =>
    `本计划适用范围为计划所列各责任单位的国有建设用地，计划期为${year}年1月1日至${year}年12月31日。土地供应以签订出让合同或者核发划拨决定书之日为准。`,
  adjusted: (version: number, reason: string) =>
    `本计划为第${version}版，是对已公布计划的年中调整，公布后替代前一版。调整原因：${reason || '【请补充调整原因】'}。`,
  adjustedBy: (before: string, after: string, changes: readonly string[]) =>
    `与前一版相比，供应总量由${before}调整为${after}：${changes.join('，') || '宗地没有变化'}。`,
  changes: {
    added: (rows: number) => `增加${rows}宗`,
    removed: (rows: number) => `删去${rows}宗`,
    changed: (rows: number) => `修改${rows}宗`,
  },
  noLast: '没有上年度计划的记录。【请补充上年度计划执行情况。】',
  execution: (year: number, planned: string, rows: string, supplied: string, suppliedRows: string, share: string) =>
    `${year}年度计划供应国有建设用地${rows}宗、${planned}；截至本计划编制之日，实际供应${suppliedRows}宗、${supplied}，完成率${share}。分用途情况见下表。`,
  ended: {
    'failed-area': (area: string) => `流拍${area}`,
    'withdrawn-area': (area: string) => `撤回${area}`,
    'carried-area': (area: string) => `结转本年度${area}`,
  },
  notSupplied: (parts: readonly string[]) => `未供应的用地中，${parts.join('，')}。`,
  amount: (year: number, rows: number, area: string, fresh: string, stock: string) =>
    `${year}年度计划供应国有建设用地${rows}宗，总量${area}。其中新增建设用地${fresh}，存量建设用地${stock}。`,
  most: (area: string) => `供应总量控制在${area}以内。`,
  structure: (year: number) => `${year}年度计划供应总量按用途分：`,
  use: (use: string, area: string, share: string, fresh: string) => `${use}${area}，占${share}，${fresh}。`,
  fresh: { none: '全部为存量', all: '全部为新增', some: (area: string) => `其中新增${area}` },
  layout: '计划供应总量按责任单位分：',
  unit: (unit: string, rows: number, area: string, share: string) => `${unit}${rows}宗、${area}，占${share}。`,
  timing: '计划供应按时序安排：',
  quarter: (quarter: string, rows: number, area: string, share: string) => `${quarter}${rows}宗、${area}，占${share}。`,
  quarterName: (n: number) => `第${'一二三四'[n - 1] ?? n}季度`,
  noQuarter: '时序未定',
  noUse: '用途未定',
  mode: '计划供应按供应方式分：',
  modeOf: (mode: string, rows: number, area: string, share: string) => `${mode}${rows}宗、${area}，占${share}。`,
  noMode: '方式未定',
  noUnit: '责任单位未定',
  parks: (rows: number, area: string) =>
    `计划中用于小微企业园的用地${rows}宗、${area}，已含在上述各类用地中，所附小计为自拟表式，不另计入总量（见附表）。`,
  noParks: '计划中没有用于小微企业园的用地。',
  reserve: (rows: number, area: string) =>
    `另列储备宗地${rows}宗、${area}，不计入计划供应总量，由主管部门视市场情况转入计划。`,
  guidance: [
    '【优先保障重大产业项目、小微企业园和民生项目用地；工业用地推行“标准地”出让。】',
    '【盘活存量建设用地，处置批而未供和闲置土地；新增建设用地优先用于符合产业准入条件的项目。】',
    '【住宅用地供应与商品住房去化周期挂钩，稳定市场预期。】',
  ],
  safeguards: [
    '【各责任单位按时序做好征收、拆迁、前期开发和规划条件出具，落实供地条件。】',
    '【加强计划执行的跟踪统计，按季通报；确需调整的，在年内按程序报批并说明理由。】',
    '【计划和拟供应宗地信息及时向社会公开，接受监督。】',
  ],
  annexes: '附表：',
  annex: (number: number) => `附表${number}`,
  area: (hectares: string, mu: string) => `${hectares}公顷（${mu}亩）`,
  listed: (n: number, text: string) => `${n}. ${text}`,
  level: (n: number) => `${'一二三四五六七八九十'[n - 1] ?? n}、`,
  sublevel: (n: number) => `（${'一二三四五六七八九十'[n - 1] ?? n}）`,
  annexList: (titles: readonly string[]) => titles.map((title, n) => `${n + 1}. ${title}`),
  pattern: '标黄并加【】的文字是模板，请按本地实际修改；其余数字均取自计划各表，面积按未取整的平方米合计。',
  sample: '本文件由示例城市（合成数据）生成。',
};

const parcelsOf = (n: number | string): string => `${n} ${Number(n) === 1 ? 'parcel' : 'parcels'}`;

const en: typeof zh = {
  title: usualTitle.en,
  titleBreak: 'Supply Plan',
  version: (version) => `(version ${version})`,
  state: (state, on) => `(${state.replace(/^an? /, '')}${on ? `, ${on}` : ''})`,
  heads: {
    general: 'General provisions',
    execution: 'Implementation of the previous year’s plan',
    amount: 'Total planned supply',
    structure: 'Supply by land use',
    layout: 'Supply by responsible unit',
    timing: 'Supply by quarter',
    mode: 'Supply by method',
    parks: 'Land for small-enterprise parks',
    guidance: 'Policy guidance',
    safeguards: 'Implementation measures',
  },
  subheads: {
    purpose: 'Purpose',
    thought: 'Guiding approach',
    principles: 'Principles',
    scope: 'Scope and plan period',
    adjusted: 'Adjustment within the year',
  },
  purpose: (city, year) =>
    `【To guide the supply of state-owned construction land in ${year}, this plan has been prepared in accordance with the Standard for Preparing State-owned Construction Land Supply Plans (Trial) (国土资发〔2010〕117号) and the conditions of ${city || 'the city'}.】`,
  thought:
    '【State the guiding approach for the year here: economical and intensive use of land, balance of supply and demand, land secured for industry and public needs, existing land brought back into use, new land strictly limited.】',
  principles:
    '【State the principles here, for example: control of total supply, existing land first, balance between districts, transparency.】',
  scope: (year) =>
    `This plan covers the state-owned construction land of the responsible units listed and runs from 1 January to 31 December ${year}. Land counts as supplied on the date on which the grant contract is signed or the allocation decision is issued.`,
  adjusted: (version, reason) =>
    `This is version ${version}, an adjustment within the year of the published plan, which it replaces once it is published. Reason: ${reason || '【State the reason】'}.`,
  adjustedBy: (before, after, changes) =>
    `Total supply goes from ${before} in the version before to ${after}: ${changes.join(', ') || 'no row is otherwise'}.`,
  changes: {
    added: (rows) => `${parcelsOf(rows)} added`,
    removed: (rows) => `${parcelsOf(rows)} removed`,
    changed: (rows) => `${parcelsOf(rows)} changed`,
  },
  noLast: 'No plan is on record for the previous year. 【Describe how it was implemented.】',
  execution: (year, planned, rows, supplied, suppliedRows, share) =>
    `The ${year} plan provided for ${parcelsOf(rows)}, ${planned}. By the date of this plan ${parcelsOf(suppliedRows)}, ${supplied}, had been supplied: a completion rate of ${share}. The table below gives the breakdown by land use.`,
  ended: {
    'failed-area': (area) => `${area} failed to sell at auction`,
    'withdrawn-area': (area) => `${area} was withdrawn`,
    'carried-area': (area) => `${area} was carried over to this year`,
  },
  notSupplied: (parts) => `Of the land not supplied, ${parts.join(', ')}.`,
  amount: (year, rows, area, fresh, stock) =>
    `The planned supply of state-owned construction land for ${year} is ${parcelsOf(rows)}, ${area} in total: ${fresh} of new construction land and ${stock} of existing construction land.`,
  most: (area) => `Total supply is capped at ${area}.`,
  structure: (year) => `Planned supply for ${year} by land use:`,
  use: (use, area, share, fresh) => `${use}: ${area} (${share}), ${fresh}.`,
  fresh: { none: 'all of it existing land', all: 'all of it new land', some: (area) => `of which new land ${area}` },
  layout: 'Planned supply by responsible unit:',
  unit: (unit, rows, area, share) => `${unit}: ${parcelsOf(rows)}, ${area} (${share}).`,
  timing: 'Planned supply by quarter:',
  quarter: (quarter, rows, area, share) => `${quarter}: ${parcelsOf(rows)}, ${area} (${share}).`,
  quarterName: (n) => `Q${n}`,
  noQuarter: 'Quarter to be decided',
  noUse: 'Use to be decided',
  mode: 'Planned supply by method:',
  modeOf: (mode, rows, area, share) => `${mode}: ${parcelsOf(rows)}, ${area} (${share}).`,
  noMode: 'Method to be decided',
  noUnit: 'Unit to be decided',
  parks: (rows, area) =>
    `The plan includes ${parcelsOf(rows)}, ${area}, for small-enterprise parks. This land is already counted under the uses above; the subtotal is a form of our own and adds nothing to the total (see the annexes).`,
  noParks: 'The plan includes no land for small-enterprise parks.',
  reserve: (rows, area) =>
    `Held in reserve besides: ${parcelsOf(rows)}, ${area}. Reserve land is not counted in the planned supply; the authority may transfer it into the plan as the market requires.`,
  guidance: [
    '【Priority goes to land for major industrial projects, small-enterprise parks and public needs; industrial land is offered with preset standards (“standard land”).】',
    '【Existing construction land is brought back into use, and land approved but not supplied and idle land are dealt with; new construction land goes first to projects that meet the entry criteria.】',
    '【The supply of housing land is tied to the time needed to sell the existing stock of new homes, to stabilise market expectations.】',
  ],
  safeguards: [
    '【Responsible units complete expropriation, clearance, primary development and the issue of planning conditions on schedule, so that land is ready for supply.】',
    '【Implementation is monitored and reported every quarter; any adjustment needed is submitted for approval within the year, with reasons.】',
    '【The plan and the lists of parcels to be offered are published promptly and open to public scrutiny.】',
  ],
  annexes: 'Annexes:',
  annex: (number) => `Annex ${number}`,
  area: (hectares, mu) => `${hectares} ha (${mu} mu)`,
  listed: (n, text) => `${n}. ${text}`,
  level: (n) => `${n}  `,
  sublevel: (n) => `(${n}) `,
  annexList: (titles) => titles.map((title, n) => `${n + 1}. ${title}`),
  pattern:
    'Highlighted text in 【】 is a template to be adapted to local circumstances; all other figures are taken from the tables of the plan, with areas summed from unrounded m².',
  sample: 'Generated from the sample city (synthetic data).',
};

export const planWords: Readonly<Record<Language, typeof zh>> = { zh, en };
