import type { Language } from '../language.ts';

/** Said above the page: newer data are there, there is no network, no room for what is kept. */
const zh = {
  said: (day: string) => `有更新的数据（${day}）。`,
  reload: '换成新的',
  lost: (day: string, days: number) => `没有网络，看到的是 ${day} 的数据（${days <= 0 ? '今天' : `${days} 天前`}）。`,
  full: '设备空间不够，离线文件没有存全。',
  close: '关闭提示',
};

const en: typeof zh = {
  said: (day) => `There are newer data (${day}).`,
  reload: 'Show them',
  lost: (day, days) =>
    `No network: these are the data of ${day} (${days <= 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`}).`,
  full: 'The device has no room left: not all was kept for use offline.',
  close: 'Close this note',
};

export const newerTexts: Readonly<Record<Language, typeof zh>> = { zh, en };
