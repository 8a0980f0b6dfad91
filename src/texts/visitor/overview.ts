import type { Language } from '../language.ts';

/** Words of the drawing that stands where no map can be shown. */
const zh = {
  title: '园区概略图',
  why: '这台设备上画不出地图，下面是概略图；列表、卡片和表格都能照常使用。',
  how: '方向键在园区间移动，上页下页键依次移动，回车选中，加减号缩放，Home 看全市。',
  park: (name: string, verdict: string, place: string) => [name, verdict, place].filter(Boolean).join('，'),
  pile: (count: number, ofWorst: number, verdict: string, names: string) =>
    `${count} 个园区，其中 ${ofWorst} 个${verdict}：${names}`,
  more: (names: string, count: number) => `${names}等 ${count} 个`,
  and: '、',
  here: '我的位置',
  idle: (count: number) => `疑似闲置、低效和批而未供土地 ${count} 宗`,
  none: '筛选之后，这里没有园区。',
};

const en: typeof zh = {
  title: 'Overview of the parks',
  why: 'This device cannot draw the map. Below is an overview; list, cards and tables work as ever.',
  how: 'Arrow keys move between parks, page keys go through them in turn, Enter chooses, plus and minus zoom, Home shows the whole city.',
  park: (name, verdict, place) => [name, verdict, place].filter(Boolean).join(', '),
  pile: (count, ofWorst, verdict, names) => `${count} parks, ${ofWorst} of them ${verdict}: ${names}`,
  more: (names, count) => `${names} and others, ${count} in all`,
  and: ', ',
  here: 'My place',
  idle: (count) => `${count} ${count === 1 ? 'piece' : 'pieces'} of suspected idle, low-efficiency or unsupplied land`,
  none: 'No park that passes the filter lies here.',
};

export const overviewTexts: Readonly<Record<Language, typeof zh>> = { zh, en };
