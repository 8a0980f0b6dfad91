/** Words of charts and of the tables behind them. */
const zh = {
  all: '图：目标、预算和指标',
  asChart: '图',
  asTable: '表',
  shownAs: (name: string) => `${name}：看图或看表`,
  points: (name: string) => `${name}：图上各点，方向键移动`,
  loading: '正在画…',
  failed: '图没有画成，下面是表。',
  place: '单元',
  mu: '亩',

  curve: {
    name: '求解进程',
    unit: '分',
    seconds: '秒',
    incumbent: '当前解',
    bound: '上界',
    gap: '差距',
    at: (seconds: string, incumbent: string, bound: string) => `${seconds} 秒：当前解 ${incumbent}，上界 ${bound}`,
  },
  frontier: {
    name: '成本与建筑面积',
    cost: '成本（万元）',
    floor: '建筑面积（万 m²）',
    plan: '计划',
    parks: '园区数',
    own: '本计划',
    at: (cost: string, floor: string, parks: number) => `${cost} 万元，${floor} 万 m²，${parks} 个园区`,
  },
  supplied: {
    name: '各单元各用途供应面积',
    stock: '存量',
    fresh: '新增',
    at: (all: string, stock: string, fresh: string) => `${all} 亩（存量 ${stock}，新增 ${fresh}）`,
  },
  rates: {
    name: '各区县三项指标',
    between: (value: string, least: string, most: string) => `${value} %（资料不全，${least}–${most}）`,
  },
  targets: {
    name: '各单元目标',
    parks: '园区，个',
    there: '已有或在建',
    planned: '计划新增',
    required: '目标',
    missing: '差',
    and: '，',
    short: (n: number) => `差 ${n}`,
    at: (name: string, there: number, planned: number, required: number, short: number) =>
      `${name}：已有或在建 ${there}，计划新增 ${planned}，目标 ${required}${short > 0 ? `，差 ${short}` : ''}`,
  },
  budget: {
    name: (what: string) => `各年${what}`,
    years: '年份',
    used: '已用',
    most: '上限',
    left: '余',
    at: (years: string, used: string, most: string, left: string, unit: string) =>
      `${years}：已用 ${used}，上限 ${most}，余 ${left} ${unit}`,
  },
};

const en: typeof zh = {
  all: 'Charts: targets, budget and quota',
  asChart: 'Chart',
  asTable: 'Table',
  shownAs: (name) => `${name}: chart or table`,
  points: (name) => `${name}: points of the chart, moved among by the arrow keys`,
  loading: 'Drawing…',
  failed: 'The chart could not be drawn; below is its table.',
  place: 'Unit',
  mu: 'mu',

  curve: {
    name: 'Search',
    unit: 'points',
    seconds: 's',
    incumbent: 'Plan',
    bound: 'Bound',
    gap: 'Gap',
    at: (seconds, incumbent, bound) => `${seconds} s: plan ${incumbent}, bound ${bound}`,
  },
  frontier: {
    name: 'Cost and floor area',
    cost: 'Cost (10 000 yuan)',
    floor: 'Floor area (10 000 m²)',
    plan: 'Plan',
    parks: 'Parks',
    own: 'this plan',
    at: (cost, floor, parks) =>
      `${cost} × 10 000 yuan, ${floor} × 10 000 m², ${parks} ${parks === 1 ? 'park' : 'parks'}`,
  },
  supplied: {
    name: 'Land supplied by unit and use',
    stock: 'Stock',
    fresh: 'New',
    at: (all, stock, fresh) => `${all} mu (${stock} stock, ${fresh} new)`,
  },
  rates: {
    name: 'Rates by district',
    between: (value, least, most) => `${value} % (data are missing: ${least}–${most})`,
  },
  targets: {
    name: 'Targets by unit',
    parks: 'Parks',
    there: 'There or being built',
    planned: 'Planned',
    required: 'Target',
    missing: 'Missing',
    and: ', ',
    short: (n) => `${n} short`,
    at: (name, there, planned, required, short) =>
      `${name}: ${there} there or being built, ${planned} planned, target ${required}${short > 0 ? `, ${short} short` : ''}`,
  },
  budget: {
    name: (what) => `${what} by year`,
    years: 'Years',
    used: 'Used',
    most: 'Limit',
    left: 'Left',
    at: (years, used, most, left, unit) => `${years}: ${used} used of ${most}, ${left} ${unit} left`,
  },
};

export const charts = { zh, en };
