import { fixed } from '../../figures.ts';

/** 计划, the parks: their table, one of them, which come and go. */
const zh = {
  spare: {
    ask: '备选园区（每个目标）',
    none: '不留',
    many: (n: number) => `${n} 个`,
    hint: '地块可能落空。重算后，每个目标多留的园区列为备选，并写明何时转入。',
    noneLeft: '没有园区可留作备选：目标刚够或不够，或者多出的园区本身就值得供。',
    word: '备选',
    shown: (n: number, mu: string) => `，备选 ${fixed(n, 0)} 个 ${mu} 亩`,
    besides: (n: number) => `，另备选 ${n} 个`,
    within: (n: number, wan: string, mu: string) => `其中备选 ${n} 个：${wan} 万元、${mu} 亩`,
    remark: (when: string) => `备选：${when}`,
  },

  difference: '与上一稿相比',
  noDifference: '园区没有变。',
  come: (n: number) => `新进 ${n}`,
  gone: (n: number) => `去掉 ${n}`,
  both: (n: number) => `相同 ${n}`,
  movedTo: (label: string, from: number, to: number) => `${label} 由 ${from} 改到 ${to} 年`,
  moved: (n: number) => `换年份 ${n}`,
  more: (n: number) => `还有 ${n} 个`,
  figures: {
    parks: '园区',
    short: '缺口',
    mu: '面积',
    newMu: '新增',
    floor: '可建面积',
    cost: '收储',
    points: '得分',
  },
  figureUnits: { parks: '个', short: '个', mu: '亩', newMu: '亩', floor: '万 m²', cost: '万元', points: '分' },

  table: '计划园区',
  shown: (n: number, mu: string) => `${fixed(n, 0)} 个 ${mu} 亩`,
  columns: {
    label: '编号',
    place: '单元与镇街',
    year: '年份',
    area: '面积',
    sites: '分园',
    state: '状态',
    verdict: '结论',
    cost: '收储',
    loss: '若撤回',
  },
  sort: (column: string, order: 'none' | 'up' | 'down') =>
    order === 'none'
      ? `按${column}排序`
      : order === 'up'
        ? `${column}：升序，改为降序`
        : `${column}：降序，恢复计划的次序`,
  none: '这一年没有园区。',
  noneYet: '还没有计划。',
  withdrawal: {
    replaceable: '可替换',
    target: '目标 −1',
    points: (least: string, most: string | null) => {
      if (most === null) return `−${least} 分以上`;
      if (least === most) return `−${most} 分`;
      return least === '0' ? `至多 −${most} 分` : `−${least}…−${most} 分`;
    },
  },
  drop1: (label: string) => `不用 ${label}`,
  dropKey: '不用',
  clearDistrict: '看全部单元',

  park: {
    choose: '选一个园区，看它为什么在、撤了怎样。',
    land: (kind: string, mu: string, floor: string, ratio: string) =>
      `${kind} · ${mu} 亩 · 可建 ${floor} m² · 容积率 ${ratio}`,
    cost: (wan: string, reckoned: string | null) =>
      `收储 ${wan} 万元${reckoned ? `（其中 ${reckoned} 万元为估算）` : ''}`,
    site: (n: number) => `分园 ${n}`,
    parcels: '宗地',
    parcelKeys: '把一宗拖出来，或在它上面按 Delete：不用，计划随即重排。',
    verdict: '结论',
    open: (n: number) => `另有 ${n} 条要建成或填了资料才能判断。`,
    met: '规模、容积率、镇（街道）和分园数符合（按建成后计）。',
    smaller: '规模低于一般要求，能否降低由区县认定。',
    why: '为什么在',
    points: (n: string) => `${n} 分`,
    whyPoints: '园区得分',
    whyLand: '占地（别的园区也要）',
    whyTarget: (of: string) => `补 ${of} 目标`,
    whyLimit: (of: string) => `占用${of}`,
    whyBeyond: '净得',
    notTold: '求解后说明，还没有算到。',
    telling: '正在说明…',
    alternative: '最好的替代',
    noAlternative: '本单元没有能替代的。',
    instead: (parks: string, points: string) => `${parks}，少 ${points} 分`,
    proven: '（已证明最好）',
    loss: '若撤回',
    lossExact: (points: string) => `少 ${points} 分`,
    lossBetween: (least: string, most: string | null) =>
      most === null ? `少 ${least} 分以上，上限还没有证明` : `少 ${least} 到 ${most} 分`,
    anew: '其余园区重新安排后',
    notAnew: '其余园区未全部重排，只有上下限',
    ready: (n: number, ids: string) => `有 ${n} 宗要提前就绪：${ids}`,
    readyYear: (year: number) => `${year} 年可供`,
    estimate: '估算',
    fresh: '新增',
    dropParcel: (id: string) => `不用 ${id}`,
    dragOut: '松手即不用',
    dragHint: '拖到外面',
  },
};

const en: typeof zh = {
  spare: {
    ask: 'Spare parks of each target',
    none: 'none',
    many: (n) => `${n}`,
    hint: 'Land may fall through. Once solved again, parks to spare of each target stand by, and the plan says when each steps in.',
    noneLeft: 'No park is left to stand by: targets have no more than they need, or further parks pay by themselves.',
    word: 'spare',
    shown: (n, mu) => `; ${fixed(n, 0)} to spare, ${mu} mu`,
    besides: (n) => `, ${n} to spare`,
    within: (n, wan, mu) => `${n} of it to spare: ${wan} (10 000 yuan), ${mu} mu`,
    remark: (when) => `Spare: ${when}`,
  },

  difference: 'Against the plan before',
  noDifference: 'The parks are the same.',
  come: (n) => `${n} new`,
  gone: (n) => `${n} gone`,
  both: (n) => `${n} the same`,
  movedTo: (label, from, to) => `${label} from ${from} to ${to}`,
  moved: (n) => `${n} in another year`,
  more: (n) => `${n} more`,
  figures: {
    parks: 'Parks',
    short: 'Short',
    mu: 'Land',
    newMu: 'New land',
    floor: 'Floor area',
    cost: 'Acquisition',
    points: 'Points',
  },
  figureUnits: { parks: '', short: '', mu: 'mu', newMu: 'mu', floor: '10 000 m²', cost: '10 000 yuan', points: '' },

  table: 'Parks of the plan',
  shown: (n, mu) => `${fixed(n, 0)} · ${mu} mu`,
  columns: {
    label: 'Park',
    place: 'Place',
    year: 'Year',
    area: 'Land',
    sites: 'Sites',
    state: 'State',
    verdict: 'Verdict',
    cost: 'Cost',
    loss: 'If withdrawn',
  },
  sort: (column, order) =>
    order === 'none'
      ? `Sort by ${column}`
      : order === 'up'
        ? `${column}: rising; sort falling`
        : `${column}: falling; back to the order of the plan`,
  none: 'There is no park in this year.',
  noneYet: 'There is no plan yet.',
  withdrawal: {
    replaceable: 'replaceable',
    target: 'target −1',
    points: (least, most) => {
      if (most === null) return `−${least} pts or more`;
      if (least === most) return `−${most} pts`;
      return least === '0' ? `≤ ${most} pts less` : `−${least}…−${most} pts`;
    },
  },
  drop1: (label) => `Do not use ${label}`,
  dropKey: 'Do not use',
  clearDistrict: 'All units',

  park: {
    choose: 'Choose a park to read why it is in, and what withdrawing it costs.',
    land: (kind, mu, floor, ratio) => `${kind} · ${mu} mu · floor area ${floor} m² · plot ratio ${ratio}`,
    cost: (wan, reckoned) => `Acquisition ${wan} (10 000 yuan)${reckoned ? `, ${reckoned} of it reckoned` : ''}`,
    site: (n) => `Site ${n}`,
    parcels: 'Parcels',
    parcelKeys: 'Drag a parcel out, or press Delete on it: it is not used, and the plan is made anew around it.',
    verdict: 'Verdict',
    open: (n) => `${n} more rules can be judged once it is built or more is recorded.`,
    met: 'Size, plot ratio, township and number of sites are met (once it is built).',
    smaller: 'Smaller than usual: whether it may be is for the district to find.',
    why: 'Why it is in',
    points: (n) => `${n} points`,
    whyPoints: 'Points of the park',
    whyLand: 'Its land (others want it too)',
    whyTarget: (of) => `Counts for ${of}`,
    whyLimit: (of) => `Takes ${of}`,
    whyBeyond: 'What is left',
    notTold: 'Told after solving; not reached yet.',
    telling: 'Explaining…',
    alternative: 'Best in its place',
    noAlternative: 'Nothing of its jurisdiction can stand in for it.',
    instead: (parks, points) => `${parks}, ${points} points less`,
    proven: ' (proven the best)',
    loss: 'If withdrawn',
    lossExact: (points) => `${points} points less`,
    lossBetween: (least, most) =>
      most === null ? `${least} points less or more; no most is proven yet` : `${least} to ${most} points less`,
    anew: 'with all others made anew',
    notAnew: 'not all others were made anew: bounds alone',
    ready: (n, ids) => `${n} ${n === 1 ? 'parcel has' : 'parcels have'} to be ready earlier: ${ids}`,
    readyYear: (year) => `ready ${year}`,
    estimate: 'reckoned',
    fresh: 'new land',
    dropParcel: (id) => `Do not use ${id}`,
    dragOut: 'Let go: not used',
    dragHint: 'Drag it out',
  },
};

export const planParks = { zh, en };
