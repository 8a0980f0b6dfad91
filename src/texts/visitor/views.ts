import type { Language } from '../language.ts';

/** What stands beside the list of a visitor's page, loaded when it is asked for: table, comparison, land, targets, data. */
const zh = {
  table: {
    title: '园区表',
    caption: '列表中的园区。点表头排序，点园名看详情。',
    inView: '只列地图范围内的',
    columns: {
      name: '园区',
      township: '乡镇、街道',
      type: '类型',
      stage: '阶段',
      distance: '距离',
      land: '占地（亩）',
      floor: '建筑面积（m²）',
      ratio: '容积率',
      free: '可租售（m²）',
      stars: '星级',
      outcome: '对照政策',
      industries: '产业',
    },
    scroll: '表格，可左右滚动',
  },
  compare: {
    title: '比较园区',
    empty: '还没有选园区。在园区卡片上点“加入比较”，或在这里选，最多 4 个。',
    add: '加一个园区…',
    remove: (name: string) => `移出${name}`,
    notTold: '未填报',
    item: '项目',
  },
  idle: {
    title: '可供建园的土地',
    note: '以下只有已公布的宗地，都是“疑似”：由公布的标记得出，是否闲置、低效以主管部门认定为准。',
    count: (count: number, mu: string) => `${count} 宗，共 ${mu} 亩`,
    all: '全部',
    more: (count: number) => `再看 ${count} 宗`,
    none: '没有公布这样的土地。',
    show: '在地图上看',
  },
  supply: {
    title: '目标与供地',
    table: '看表格',
    none: '没有公布目标和供地计划。',
    chart: (title: string) => `${title}，条形图；数字在下面的表格里`,
  },
  data: {
    title: '下载与公告',
    feed: '变更订阅（Atom）',
    licences: '所用软件的许可',
    embed: '嵌入网页',
    embedNote: '把下面的代码放进您的网页，就显示现在看到的内容。',
    copy: '复制代码',
    copied: '已复制',
  },
};

export type ViewTexts = typeof zh;

const en: ViewTexts = {
  table: {
    title: 'Table of parks',
    caption: 'The parks of the list. A heading sorts, a name opens its park.',
    inView: 'Only those the map shows',
    columns: {
      name: 'Park',
      township: 'Township',
      type: 'Type',
      stage: 'Stage',
      distance: 'Distance',
      land: 'Land (mu)',
      floor: 'Floor area (m²)',
      ratio: 'Plot ratio',
      free: 'Free (m²)',
      stars: 'Stars',
      outcome: 'Policy',
      industries: 'Industries',
    },
    scroll: 'Table, scrolls sideways',
  },
  compare: {
    title: 'Compare parks',
    empty: 'No park chosen yet. Press “Compare” on the card of a park, or choose here; up to 4.',
    add: 'Add a park…',
    remove: (name) => `Remove ${name}`,
    notTold: 'not reported',
    item: 'What',
  },
  idle: {
    title: 'Land for parks',
    note: 'Published parcels alone, all of them suspected only, by published flags. Whether land is idle or of low efficiency is for the authority to decide.',
    count: (count, mu) => `${count === 1 ? '1 parcel' : `${count} parcels`}, ${mu} mu in all`,
    all: 'All',
    more: (count) => `Show ${count} more`,
    none: 'No such land has been published.',
    show: 'See on the map',
  },
  supply: {
    title: 'Targets and supply',
    table: 'See the table',
    none: 'No targets or supply plan have been published.',
    chart: (title) => `${title}, a bar chart; its figures are in the table below`,
  },
  data: {
    title: 'Data and notices',
    feed: 'Feed of changes (Atom)',
    licences: 'Licences of the software',
    embed: 'Put it into a page',
    embedNote: 'This code in a page of yours shows what you see now.',
    copy: 'Copy the code',
    copied: 'Copied',
  },
};

export const viewTexts: Readonly<Record<Language, ViewTexts>> = { zh, en };
