import type { Language } from '../language.ts';

/* The map, and the walk over it by keys. */

/** East of north by eighths, clockwise. */
type Eighths = readonly [string, string, string, string, string, string, string, string];

const zh = {
  eighths: ['北', '东北', '东', '东南', '南', '西南', '西', '西北'] as Eighths,
  map: {
    label: '园区地图',
    waiting: '正在打开地图…',
    show: '打开地图',
    saving: '您开了省流量，地图点了再下载。',
    failed: '这台设备画不出地图，列表、卡片和表格照常可用。',
    in: '放大',
    out: '缩小',
    legend: '图例',
    chosen: '所选园区',
    other: '其他园区',
    /** 用地分类 as the map colours them. */
    land: {
      ind: '工业',
      sto: '物流仓储',
      com: '商业',
      biz: '商务金融',
      res: '居住',
      adm: '机关团体',
      rnd: '科研',
      utl: '公用设施',
      grn: '公园绿地',
      gpr: '防护绿地',
    },
    state: { idle: '疑似闲置', 'low-efficiency': '疑似低效', 'approved-not-supplied': '疑似批而未供' },
  },
  walk: {
    label: '用方向键在地图上逐个看园区',
    help: '方向键到那个方向最近的园区，回车打开，Esc 离开。',
    none: '没有画在地图上的园区。',
    end: '那个方向没有园区了。',
    to: (distance: string, direction: string) => `在上一个园区${direction}边 ${distance}。`,
  },
};

const en: typeof zh = {
  eighths: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
  map: {
    label: 'Map of parks',
    waiting: 'Opening the map…',
    show: 'Open the map',
    saving: 'You are saving data: the map is fetched when you ask for it.',
    failed: 'This device cannot draw the map. List, cards and table work as usual.',
    in: 'Zoom in',
    out: 'Zoom out',
    legend: 'Legend',
    chosen: 'Chosen park',
    other: 'Other parks',
    land: {
      ind: 'Industry',
      sto: 'Storage',
      com: 'Commerce',
      biz: 'Business',
      res: 'Homes',
      adm: 'Offices of state',
      rnd: 'Research',
      utl: 'Utilities',
      grn: 'Parks and greens',
      gpr: 'Protective green',
    },
    state: {
      idle: 'Suspected idle',
      'low-efficiency': 'Suspected low-efficiency',
      'approved-not-supplied': 'Suspected unsupplied',
    },
  },
  walk: {
    label: 'Walk from park to park on the map with the arrow keys',
    help: 'Arrow keys go to the nearest park that way, Enter opens it, Esc leaves.',
    none: 'No park is drawn on the map.',
    end: 'No park further that way.',
    to: (distance, direction) => `${distance} ${direction} of the last one.`,
  },
};

export const mapTexts: Readonly<Record<Language, typeof zh>> = { zh, en };
