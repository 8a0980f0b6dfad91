import type { Language } from '../language.ts';

/* What stands on every page: its head and foot, what can be seen, what came or did not come. */

const zh = {
  skip: '跳到园区列表',
  sample: '示例数据',
  language: 'English',
  theme: { dark: '深色', light: '浅色' },
  intro: (parks: number) =>
    `小微企业园供小企业租用或购买厂房和办公用房。本市公布的 ${parks} 个在哪里、有没有空房、合不合政策，都在这里。`,
  nav: {
    label: '看什么',
    list: '园区',
    table: '表格',
    compare: '比较',
    idle: '土地',
    supply: '目标',
    data: '下载',
    close: '关闭',
  },
  sheet: { up: '展开列表', down: '收起列表' },
  foot: {
    label: '图的出处',
    approval: '审图号',
    noApproval: '审图号未填',
    sources: '来源',
    policy: '判断依据',
    data: '数据',
    feedback: '反映问题',
  },
  /** Said above the page: newer data are there, there is no network, no room for what is kept. */
  newer: {
    said: (day: string) => `有更新的数据（${day}）。`,
    reload: '换成新的',
    lost: (day: string, days: number) => `没有网络，看到的是 ${day} 的数据（${days <= 0 ? '今天' : `${days} 天前`}）。`,
    full: '设备空间不够，离线文件没有存全。',
    close: '关闭提示',
  },
  unread: {
    unreachable: '没有取到资料，可能是没有网络。',
    gone: '这份数据已被更新的取代，请重新打开本页。',
    unreadable: '取到的资料读不懂，请稍后再试。',
    again: '再试一次',
  },
  embedded: '打开完整地图',
};

const en: typeof zh = {
  skip: 'Skip to the list of parks',
  sample: 'Sample data',
  language: '中文',
  theme: { dark: 'Dark', light: 'Light' },
  intro: (parks) =>
    `Small-enterprise parks let or sell workshops and offices to small firms. Of the ${parks} published here: where they are, whether there is room, whether they meet the policy.`,
  nav: {
    label: 'What to see',
    list: 'Parks',
    table: 'Table',
    compare: 'Compare',
    idle: 'Land',
    supply: 'Targets',
    data: 'Data',
    close: 'Close',
  },
  sheet: { up: 'Raise the list', down: 'Lower the list' },
  foot: {
    label: 'About this map',
    approval: 'Map approval',
    noApproval: 'No map approval number set',
    sources: 'Sources',
    policy: 'Judged by',
    data: 'Data of',
    feedback: 'Report a problem',
  },
  newer: {
    said: (day) => `There are newer data (${day}).`,
    reload: 'Show them',
    lost: (day, days) =>
      `No network: these are the data of ${day} (${days <= 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`}).`,
    full: 'The device has no room left: not all was kept for use offline.',
    close: 'Close this note',
  },
  unread: {
    unreachable: 'It could not be fetched; there may be no network.',
    gone: 'These data have been replaced by newer ones. Open this page again.',
    unreadable: 'What was fetched cannot be read. Try again later.',
    again: 'Try again',
  },
  embedded: 'Open the whole map',
};

export const pageTexts: Readonly<Record<Language, typeof zh>> = { zh, en };
