import { HIGH_M, type Mass } from '../../domain/land/storeys.ts';
import { fixed } from '../figures.ts';
import type { Language } from '../language.ts';

/** Words of 体量, the map of the sketch desk seen from aslant. */
const zh = {
  on: '体量视图已打开：右键拖动转动和倾斜，逗号、句号转动',
  off: '平面图',
  view: '体量',
  north: '转回正北',
  /** Between name, storeys and height on a roof. */
  height: (m: string) => `${m} m`,
  unknown: { storeys: '层数不详', storeyHeightM: '层高不详' },
  twice: (n: number) => `${n} 层计两层`,
  high: `高于 ${HIGH_M} m`,
  highTold: `高于 ${HIGH_M} m：按高层厂房，防火间距和疏散要求更严，由设计人员定`,
  handle: (name: string) => `${name} 层数，拖动或按上下键加减`,
  storeys: (n: number) => `${n} 层`,
  noStoreys: '先填层数',
  /** Between what is said of a building that is raised. */
  join: '，',
  group: '层数',
  more: '加一层',
  less: '减一层',
  scale: '斜视图不作量测',
  noMap: '这台设备显示不了地图（浏览器没有 WebGL），不能在图上画；表格、数字和排布照常。',
  standIn: '园区以体量示意图代替：',
  nothingStands: '选一个有建筑的园区，这里显示它的体量示意图。',
};

const en: typeof zh = {
  on: 'The mass view is on: drag with the right button to turn and tilt, comma and full stop turn it',
  off: 'Flat map',
  view: 'Mass',
  north: 'Turn north up',
  height: (m) => `${m} m`,
  unknown: { storeys: 'storeys unknown', storeyHeightM: 'height unknown' },
  twice: (n) => `${n} counted twice`,
  high: `over ${HIGH_M} m`,
  highTold: `Over ${HIGH_M} m: a high-rise factory building, with stricter fire spacing and escape; a designer decides`,
  handle: (name) => `Storeys of ${name}: drag, or arrow up and down`,
  storeys: (n) => `${n} fl.`,
  noStoreys: 'Give its storeys first',
  join: ', ',
  group: 'Storeys',
  more: 'One storey more',
  less: 'One storey fewer',
  scale: 'Seen from aslant: not to scale',
  noMap:
    'No map can be drawn on this device (the browser has no WebGL), nor anything on it; tables, figures and layouts still work.',
  standIn: 'The park as a drawing of its mass:',
  nothingStands: 'Choose a park with buildings, and a drawing of its mass is shown here.',
};

export const sketchMass: Readonly<Record<Language, typeof zh>> = { zh, en };

/** What is written on a roof: `5# 4 层 · 18.6 m`, and below it what the law makes of its height. */
export function roofLines(
  language: Language,
  label: string,
  storeys: string,
  { heightM, assumed, slabs, isHigh }: Mass,
): readonly string[] {
  // prettier-ignore
  const say = sketchMass[language];
  const height = assumed ? say.unknown[assumed] : say.height(fixed(heightM, 1));
  const twice = slabs.filter(({ isTwice }) => isTwice).length;
  const told = [twice > 0 ? say.twice(twice) : '', isHigh ? say.high : ''].filter(Boolean).join(' · ');
  const first = [[label, storeys].filter(Boolean).join(' '), height].filter(Boolean).join(' · ');
  return told === '' ? [first] : [first, told];
}
