import type { Language } from '../language.ts';

/** Sentences of the plan's text. What is a pattern stands in 【】 and is marked in the file: the office writes its own there. */
const zh = {
  title: (year: number) => `${year}年度国有建设用地供应计划`,
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
  },
  purpose: (city: string, year: number) =>
    `【为加强国有建设用地供应的宏观调控，科学安排${year}年度土地供应，依据《国有建设用地供应计划编制规范（试行）》（国土资发〔2010〕117号）及有关规定，结合${city || '本市'}实际，编制本计划。】`,
  thought:
    '【在此写明本年度供地的指导思想：落实上级部署，坚持节约集约、供需平衡，保障产业和民生用地，盘活存量，严控新增。】',
  principles:
    '【在此写明基本原则，例如：总量控制、有保有压；存量优先、增存结合；区域统筹、时序合理；公开透明、规范供应。】',
  scope: (year: number) =>
    `本计划适用范围为计划所列各责任单位的国有建设用地，计划期为${year}年1月1日至${year}年12月31日。土地供应以签订出让合同或者核发划拨决定书之日为准。`,
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
  use: (use: string, area: string, share: string, fresh: string) => `${use}${area}，占${share}，其中新增${fresh}。`,
  layout: '计划供应总量按责任单位分：',
  unit: (unit: string, rows: number, area: string, share: string) => `${unit}${rows}宗、${area}，占${share}。`,
  timing: '计划供应按时序安排：',
  quarter: (quarter: string, rows: number, area: string, share: string) => `${quarter}${rows}宗、${area}，占${share}。`,
  quarterName: (n: number) => `第${'一二三四'[n - 1] ?? n}季度`,
  noQuarter: '时序未定',
  noUse: '用途未定',
  mode: '计划供应按供应方式分：',
  modeOf: (mode: string, rows: number, area: string) => `${mode}${rows}宗、${area}。`,
  noMode: '方式未定',
  noUnit: '责任单位未定',
  parks: (rows: number, area: string) =>
    `计划中用于小微企业园的用地${rows}宗、${area}，已含在工业用地中，列表为内部统计口径（见附表）。`,
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

const en: typeof zh = {
  title: (year) => `Supply plan of state-owned construction land for ${year}`,
  version: (version) => `(version ${version})`,
  state: (state, on) => `(${state}${on ? `, ${on}` : ''})`,
  heads: {
    general: 'General',
    execution: 'How last year’s plan was carried out',
    amount: 'Amount',
    structure: 'Uses',
    layout: 'Responsible units',
    timing: 'Timing',
    mode: 'Modes of supply',
    parks: 'Small-enterprise parks',
    guidance: 'Policy',
    safeguards: 'Safeguards',
  },
  subheads: { purpose: 'Purpose', thought: 'Guidelines', principles: 'Principles', scope: 'Scope and term' },
  purpose: (city, year) =>
    `【To steer the supply of state-owned construction land in ${year}, this plan is made after the norm of supply plans (国土资发〔2010〕117号) and the conditions of ${city || 'the city'}.】`,
  thought:
    '【State here the guidelines of the year: economical use, balance of supply and demand, land for industry and public needs, stock before new land.】',
  principles:
    '【State here the principles, such as control of the amount, stock first, balance between districts, openness.】',
  scope: (year) =>
    `The plan covers state-owned construction land of the responsible units listed, from 1 January to 31 December ${year}. Land is supplied on the day the contract is signed or the decision of allocation issued.`,
  noLast: 'No plan of last year is recorded. 【Add how it was carried out.】',
  execution: (year, planned, rows, supplied, suppliedRows, share) =>
    `For ${year}, ${rows} rows with ${planned} were planned; until the day of this plan ${suppliedRows} rows with ${supplied} were supplied, ${share}. The table below tells it by use.`,
  ended: {
    'failed-area': (area) => `${area} failed at auction`,
    'withdrawn-area': (area) => `${area} were withdrawn`,
    'carried-area': (area) => `${area} carried over to this year`,
  },
  notSupplied: (parts) => `Of what was not supplied, ${parts.join(', ')}.`,
  amount: (year, rows, area, fresh, stock) =>
    `For ${year}, ${rows} rows of state-owned construction land are planned, ${area} in all: ${fresh} of new land and ${stock} of stock.`,
  most: (area) => `The amount is no more than ${area}.`,
  structure: (year) => `By use, the amount of ${year} is:`,
  use: (use, area, share, fresh) => `${use}: ${area}, ${share}; of it new land ${fresh}.`,
  layout: 'By responsible unit, the amount is:',
  unit: (unit, rows, area, share) => `${unit}: ${rows} rows, ${area}, ${share}.`,
  timing: 'By quarter, the amount is:',
  quarter: (quarter, rows, area, share) => `${quarter}: ${rows} rows, ${area}, ${share}.`,
  quarterName: (n) => `Q${n}`,
  noQuarter: 'quarter not decided',
  noUse: 'use not decided',
  mode: 'By mode of supply, the amount is:',
  modeOf: (mode, rows, area) => `${mode}: ${rows} rows, ${area}.`,
  noMode: 'mode not decided',
  noUnit: 'unit not decided',
  parks: (rows, area) =>
    `Of the plan, ${rows} rows with ${area} are for small-enterprise parks; they are part of industrial land, and their list is one of our own (see the annexes).`,
  noParks: 'No land of the plan is for small-enterprise parks.',
  reserve: (rows, area) =>
    `Besides, ${rows} reserve rows with ${area} are listed, in no total until the bureau promotes them.`,
  guidance: [
    '【Land for large industrial projects, small-enterprise parks and public needs comes first; industrial land is auctioned with standards.】',
    '【Stock is used again, land approved and not supplied and idle land disposed of; new land goes to projects that may enter.】',
    '【Housing land follows the stock of unsold homes.】',
  ],
  safeguards: [
    '【The responsible units see to expropriation, clearing, first development and planning conditions in time.】',
    '【The plan is followed up every quarter; what must be changed is changed within the year, with reasons.】',
    '【The plan and the lists of parcels to be announced are published.】',
  ],
  annexes: 'Annexes:',
  annex: (number) => `Annex ${number}`,
  area: (hectares, mu) => `${hectares} ha (${mu} mu)`,
  listed: (n, text) => `${n}. ${text}`,
  level: (n) => `${n}  `,
  sublevel: (n) => `(${n}) `,
  annexList: (titles) => titles.map((title, n) => `${n + 1}. ${title}`),
  pattern:
    'What is marked and stands in 【】 is a pattern to be edited; all figures are those of the tables, summed from unrounded m².',
  sample: 'Made of the sample city (made-up data).',
};

export const planWords: Readonly<Record<Language, typeof zh>> = { zh, en };
