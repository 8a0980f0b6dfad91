import type { Language } from '../language.ts';

const zh = {
  age: (days: number) => (days <= 0 ? '今天' : `${days} 天前`),
  full: '设备空间不够，离线文件没有存全。请清理空间后重试。',

  title: '离线保存',
  lead: '把地图上看到的范围连同其中园区的卡片存到这台设备，没有网络时也能看。看过的内容已自动保存。',
  save: '保存这个范围',
  stop: '停止',
  stopped: '已停止。已经存下的仍然可用。',
  saving: (percent: number) => `正在保存 ${percent}%`,
  saved: (parks: number, tiles: number) => `已保存：${parks} 个园区，${tiles} 块地图。`,
  failed: (count: number) => `有 ${count} 个文件没有取到，请稍后再保存一次。`,
  remove: '删除已保存的',
  removed: '已删除存下的地图和卡片。这一页本身没有网络也还能打开。',
  last: (parks: number, day: string, age: string) => `上次保存：${parks} 个园区，${day} 的数据，${age}保存。`,
  old: '数据已经更新，保存的范围还是旧的，请再保存一次。',
  large: '范围太大，请把地图放大后再保存。',
  none: '这个浏览器不能离线保存。',
};

const en: typeof zh = {
  age: (days) => (days <= 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`),
  full: 'The device has no room left: not all files for offline use were kept. Free some and try again.',

  title: 'Keep for offline use',
  lead: 'Keeps what the map shows, with the cards of the parks in it, on this device, to be read without a network. What was looked at is kept anyway.',
  save: 'Keep this area',
  stop: 'Stop',
  stopped: 'Stopped. What was kept by then is there.',
  saving: (percent) => `Keeping ${percent} %`,
  saved: (parks, tiles) => `Kept: ${parks} parks, ${tiles} map tiles.`,
  failed: (count) => `${count} ${count === 1 ? 'file' : 'files'} did not come; keep the area again later.`,
  remove: 'Remove what is kept',
  removed: 'Map and cards that were kept are removed. The page itself still opens without a network.',
  last: (parks, day, age) => `Last kept: ${parks} parks, data of ${day}, ${age}.`,
  old: 'There are newer data than the area that was kept: keep it again.',
  large: 'The area is too large: zoom in first.',
  none: 'This browser keeps nothing for offline use.',
};

export const offlineTexts: Readonly<Record<Language, typeof zh>> = { zh, en };
