import type { Language } from '../language.ts';

/** East of north by eighths, clockwise. */
type Eighths = readonly [string, string, string, string, string, string, string, string];

/** The walk over the map by keys. */
const zh = {
  eighths: ['北', '东北', '东', '东南', '南', '西南', '西', '西北'] as Eighths,
  label: '用方向键在地图上逐个看园区',
  help: '方向键到那个方向最近的园区，回车打开，Esc 离开。',
  none: '没有画在地图上的园区。',
  end: '那个方向没有园区了。',
  to: (distance: string, direction: string) => `在上一个园区${direction}边 ${distance}。`,
};

const en: typeof zh = {
  eighths: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
  label: 'Walk from park to park on the map with the arrow keys',
  help: 'Arrow keys go to the nearest park that way, Enter opens it, Esc leaves.',
  none: 'No park is drawn on the map.',
  end: 'No park further that way.',
  to: (distance, direction) => `${distance} ${direction} of the last one.`,
};

export const walkTexts: Readonly<Record<Language, typeof zh>> = { zh, en };
