import { fixed } from '../../figures.ts';

/** What came into the year's document. */
export interface Booked {
  readonly year: number;
  readonly parks: number;
  /** 备选, as a reserve. */
  readonly spare: number;
  /** Rows that are new; 0: all of it was there. */
  readonly rows: number;
  /** Parks that were there before as a reserve 储备, and those that were withdrawn 撤回 or carried over 结转: they count in no total. */
  readonly asReserve: number;
  readonly ended: number;
}

/** 计划, beside the map: years, search, targets, limits, weights, what is decided and said. */
const zh = {
  title: (first: number, last: number) => `${first === last ? first : `${first}–${last}`} 年供应计划`,
  lead: '在资金、指标和目标之内，把闲置、低效、批而未供和空闲的地排成各年的园区。',
  number: (n: number) => `第 ${n} 稿`,
  trialBadge: '试算',
  soFarBadge: '求解中',
  mu: '亩',
  wan: '万元',

  years: '计划年份',
  all: '全部',
  firstYear: '第一年',
  lastYear: '最后一年',
  inYears: (year: number | null, years: readonly number[]) =>
    year === null
      ? years.length === 1
        ? `${years[0]} 年`
        : `${years[0]}–${years[years.length - 1]} 年`
      : `${year} 年`,

  solve: '求解',
  solveAgain: '按现在的要求重算',
  goOn: '续算',
  within: '求解时间',
  seconds: '秒',
  take: '就用当前解',
  cancel: '取消',
  lead0: '还没有计划。先定年份、预算和指标，空着为不限，再求解。',
  stale: '要求改过，下面是改之前的计划。',
  landChanged: '地块改过，下面是改之前的计划。',
  kept: (at: string) => `${at} 留下的计划，按当时的地块和要求。`,
  keptRunning: (at: string) => `${at} 求解被打断，留下当时最好的计划。`,
  keptNothing: '求解被打断，还没有找到计划。',
  keptBroken: '留下的计划与现在的地块对不上：',
  drop: '不要它',
  failed: (what: string) => `没有算成：${what}`,
  keptOut: {
    unknown: (n: number, townships: number, named: readonly string[]) =>
      `${fixed(n, 0)} 宗候选没有列入计划，所写的镇（街道）不在名录里：${named.join('、')}${townships > named.length ? ` 等 ${fixed(townships, 0)} 个` : ''}。`,
    township: (called: string, n: number) => `${called}（${fixed(n, 0)} 宗）`,
    toDo: '核对这些宗地的镇（街道）代码；确有其镇的，在文件里带上这个镇（街道）的代码、名称和界线。',
    broken: (n: number) => `${fixed(n, 0)} 宗候选数据有误，没有列入计划。`,
  },
  unkept: '这台设备上没有存下计划：空间不够，或浏览器不许存。关掉页面就没有了。',
  undo: '撤销',

  causes: {
    asked: '按要求求解',
    resumed: '续算',
    banned: (what: string) => `不用 ${what}`,
    unbanned: (what: string) => `恢复 ${what}`,
    rung: (of: string, relax: string) => `${of}：${relax}`,
    frontier: (n: number) => `前沿第 ${n} 点`,
    variant: (n: number) => `备选计划 ${n}`,
  },

  targets: '新建园区目标',
  unit: '单元',
  total: '合计',
  cumulative: '累计建成',
  allMet: '全部达到',
  short: (n: number) => `差 ${n} 个`,
  shortBy: (years: number, inAll: number) =>
    [years > 0 ? `年度差 ${years} 个` : '', inAll > 0 ? `累计差 ${inAll} 个` : '']
      .filter((part) => part !== '')
      .join(' · '),
  noTargets: '政策包没有给这些单元定目标。',
  noJurisdiction: '不属任何责任单位',
  city: '全市',
  showOnly: (name: string) => `只看${name}`,
  why: (name: string) => `${name}：看缺口`,
  cell: (reached: number, required: number, short: number) =>
    short > 0 ? `${reached}/${required}，差 ${short} 个` : `${reached}/${required}`,
  /** 既有园区 of `counted` in a pack: what is reached is more than what the plan has. */
  withThere: ({
    planned,
    there,
    before,
    year,
  }: {
    planned: number;
    there: number;
    before: number;
    year: number | null;
  }) =>
    `各数 = 本计划的园区 + 已有的园区（运营、在建、已批）。${year === null ? '以上年份' : `${year} 年`}：本计划 ${planned} 个，已有 ${there} 个${before > 0 ? `；累计另含更早的 ${before} 个` : ''}。`,
  ofThese: (there: number) => `，其中已有 ${there} 个`,
  targetKinds: '要求的目标',
  ofTargets: { yearly: '年度', cumulative: '累计' },

  limits: (span: string) => `${span}预算与指标`,
  limitNames: { money: '收储预算', quota: '新增建设用地指标', land: '供地总量' },
  most: (what: string, unit: string) => `${what}上限（${unit}），空着为不限`,
  noLimit: '不限',
  left: (n: string, unit: string) => `余 ${n} ${unit}`,
  over: (n: string, unit: string) => `超 ${n} ${unit}`,
  noLimits: '没有给上限的，凡值得的地都会列入。',
  otherLimit: (span: string, used: string, most: string, unit: string) => `${span}合计 ${used} / ${most} ${unit}`,
  notNumber: '请填不小于 0 的数，或空着。',
  stock: '存量占比',
  stockOf: (stock: string, fresh: string) => `存量 ${stock} 亩，新增 ${fresh} 亩`,
  reckoned: (wan: string) => `其中 ${wan} 万元没有记录，按政策包估算`,

  weights: '权重',
  weightsHint: '改了再重算，看哪些园区进、哪些出；政策包里的数不变。',
  was: (value: string) => `原为 ${value}`,
  reset: '恢复',
  resetAll: '全部恢复',

  wishes: '指定与不用',
  fixedParks: (n: number) => `锁定园区 ${n}`,
  fixedParcels: (n: number) => `锁定宗地 ${n}`,
  banned: '不用',
  lockedHead: '锁定',
  unlock: '解锁',
  restore: '恢复',
  assumedHead: '这份计划假定',
  dropAssumed: '去掉假定',

  toLedger: '列入年度计划',
  toLedgerOf: (year: number) => `把 ${year} 年的园区列入年度计划`,
  toLedgerChoose: '先选一个年份。',
  seeLedger: '看台账',
  said: {
    solved: (n: number, short: number) =>
      short > 0 ? `计划有 ${n} 个园区，差 ${short} 个` : `计划有 ${n} 个园区，目标全部达到`,
    banned: (what: string) => `不用 ${what}，正在重排`,
    undone: (what: string) => `已撤销：${what}`,
    tried: (was: number, now: number) => `试算完成，缺口 ${was} 变为 ${now}`,
    taken: '已采用',
    booked: ({ parks, year, rows, spare }: Booked) =>
      `${parks} 个园区已列入 ${year} 年度计划，加入 ${rows} 行${spare > 0 ? `，备选 ${spare} 个列为储备` : ''}`,
    bookedAlready: ({ year, asReserve, ended }: Booked) =>
      asReserve + ended === 0 ? `这些园区都已在 ${year} 年度计划里` : `${year} 年度计划里已有这些地，没有新加`,
    bookedBesides: ({ asReserve, ended }: Booked) =>
      [
        asReserve > 0 && `${asReserve} 个园区在计划里是储备，转正后才计入`,
        ended > 0 && `${ended} 个园区已撤回或结转，不计入`,
      ].filter((own) => own !== false),
    and: '；',
    cancelled: '已取消，计划没有变',
  },
};

/** `600 × 10 000 yuan`: a unit that begins with a figure is parted from the figure before it. */
const times = (n: string, unit: string): string => (/^\d/.test(unit) ? `${n} × ${unit}` : `${n} ${unit}`);

const en: typeof zh = {
  title: (first, last) => `Supply plan ${first === last ? first : `${first}–${last}`}`,
  lead: 'Idle, low-efficiency, approved and vacant land as parks by year, within money, quota and targets.',
  number: (n) => `Plan ${n}`,
  trialBadge: 'Trial',
  soFarBadge: 'Solving',
  mu: 'mu',
  wan: '10 000 yuan',

  years: 'Years of the plan',
  all: 'All',
  firstYear: 'First year',
  lastYear: 'Last year',
  inYears: (year, years) =>
    year === null ? (years.length === 1 ? `${years[0]}` : `${years[0]}–${years[years.length - 1]}`) : `${year}`,

  solve: 'Solve',
  solveAgain: 'Solve as asked now',
  goOn: 'Go on',
  within: 'Time to solve',
  seconds: 's',
  take: 'Use the plan so far',
  cancel: 'Cancel',
  lead0: 'There is no plan yet. Set years, budget and quota – empty means no limit – then solve.',
  stale: 'What is asked was changed; this is the plan from before.',
  landChanged: 'The land was changed; this is the plan from before.',
  kept: (at) => `The plan kept ${at}, of the land and the wishes of then.`,
  keptRunning: (at) => `Solving was interrupted ${at}; the best plan until then was kept.`,
  keptNothing: 'Solving was interrupted before there was a plan.',
  keptBroken: 'The plan that was kept is none of the land as it is now:',
  drop: 'Drop it',
  failed: (what) => `It failed: ${what}`,
  keptOut: {
    unknown: (n, townships, named) =>
      `${fixed(n, 0)} ${n === 1 ? 'candidate is' : 'candidates are'} left out of the plan: the township on record is in no list: ${named.join(', ')}${townships > named.length ? ` and others, ${fixed(townships, 0)} in all` : ''}.`,
    township: (called, n) => `${called} (${fixed(n, 0)} ${n === 1 ? 'parcel' : 'parcels'})`,
    toDo: 'Check the township codes of these parcels; where there is such a township, bring it along in the file, with its code, name and boundary.',
    broken: (n) => `${fixed(n, 0)} ${n === 1 ? 'candidate is' : 'candidates are'} left out of the plan for bad data.`,
  },
  unkept:
    'The plan is not kept on this device: there is no room, or the browser does not allow it. It is gone once the page is closed.',
  undo: 'Undo',

  causes: {
    asked: 'solved as asked',
    resumed: 'solved on',
    banned: (what) => `without ${what}`,
    unbanned: (what) => `${what} back`,
    rung: (of, relax) => `${of}: ${relax}`,
    frontier: (n) => `point ${n} of the frontier`,
    variant: (n) => `other plan ${n}`,
  },

  targets: 'Targets of new parks',
  unit: 'Unit',
  total: 'Total',
  cumulative: 'In all',
  allMet: 'all met',
  short: (n) => `${n} short`,
  shortBy: (years, inAll) =>
    [years > 0 ? `${years} short by year` : '', inAll > 0 ? `${inAll} in all` : '']
      .filter((part) => part !== '')
      .join(' · '),
  noTargets: 'The pack sets these units no targets.',
  noJurisdiction: 'of no jurisdiction',
  city: 'City',
  showOnly: (name) => `Only ${name}`,
  why: (name) => `${name}: why it is short`,
  cell: (reached, required, short) => (short > 0 ? `${reached}/${required}, ${short} short` : `${reached}/${required}`),
  withThere: ({ planned, there, before, year }) =>
    `Each figure: parks of this plan + parks there are (operating, being built, approved). In ${year ?? 'these years'} ${planned} of this plan and ${there} that are there${before > 0 ? `; in all, ${before} more of earlier years` : ''}.`,
  ofThese: (there) => `, ${there} of them there already`,
  targetKinds: 'Targets asked for',
  ofTargets: { yearly: 'yearly', cumulative: 'in all' },

  limits: (span) => `Budget and quota ${span}`,
  limitNames: { money: 'Acquisition budget', quota: 'Quota of new land', land: 'Land in all' },
  most: (what, unit) => `Most of ${what} (${unit}); empty: no limit`,
  noLimit: 'no limit',
  left: (n, unit) => `${times(n, unit)} left`,
  over: (n, unit) => `${times(n, unit)} over`,
  noLimits: 'Where no limit is given, all land that pays is in.',
  otherLimit: (span, used, most, unit) => `${span} together ${used} / ${times(most, unit)}`,
  notNumber: 'A number that is not negative, or nothing.',
  stock: 'Share of stock land',
  stockOf: (stock, fresh) => `stock ${stock} mu, new ${fresh} mu`,
  reckoned: (wan) => `${wan} (10 000 yuan) of it are not recorded and reckoned by the pack`,

  weights: 'Weights',
  weightsHint: 'Change some and solve again to see which parks come and go; the pack keeps its own.',
  was: (value) => `was ${value}`,
  reset: 'Reset',
  resetAll: 'Reset all',

  wishes: 'Locked and banned',
  fixedParks: (n) => `${n} locked ${n === 1 ? 'park' : 'parks'}`,
  fixedParcels: (n) => `${n} locked ${n === 1 ? 'parcel' : 'parcels'}`,
  banned: 'Not to be used',
  lockedHead: 'Locked',
  unlock: 'Unlock',
  restore: 'Bring back',
  assumedHead: 'This plan assumes',
  dropAssumed: 'Drop the assumption',

  toLedger: 'Enter in the annual plan',
  toLedgerOf: (year) => `Enter the parks of ${year} in the annual plan`,
  toLedgerChoose: 'Choose a year first.',
  seeLedger: 'See the ledger',
  said: {
    solved: (n, short) =>
      short > 0 ? `The plan has ${n} parks, ${short} short` : `The plan has ${n} parks, all targets met`,
    banned: (what) => `${what} is not used; the plan is made anew`,
    undone: (what) => `Undone: ${what}`,
    tried: (was, now) => `Trial done: short ${was}, then ${now}`,
    taken: 'Taken',
    booked: ({ parks, year, rows, spare }) =>
      `${parks} ${parks === 1 ? 'park' : 'parks'} entered in the plan of ${year}, ${rows} new ${rows === 1 ? 'row' : 'rows'}${spare > 0 ? `, ${spare} to spare as a reserve` : ''}`,
    bookedAlready: ({ year, asReserve, ended }) =>
      asReserve + ended === 0
        ? `All of these parks are in the plan of ${year} already`
        : `The plan of ${year} has rows of all of them; none came in`,
    bookedBesides: ({ asReserve, ended }) =>
      [
        asReserve > 0 &&
          `${asReserve} ${asReserve === 1 ? 'park is' : 'parks are'} a reserve there, in no total until promoted`,
        ended > 0 &&
          `${ended} ${ended === 1 ? 'was' : 'were'} withdrawn or carried over and ${ended === 1 ? 'counts' : 'count'} no more`,
      ].filter((own) => own !== false),
    and: '; ',
    cancelled: 'Cancelled; the plan is as it was',
  },
};

export const planPanel = { zh, en };
