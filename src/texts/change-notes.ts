import type { ChangeNote } from '../domain/land/change.ts';
import { fixed } from './figures.ts';
import type { Both, Language } from './language.ts';

const parcels = (count: string | number): string => `${count} ${Number(count) === 1 ? 'parcel' : 'parcels'}`;
/** As they are set out on the ground. */
const metres = (distanceM: string | number): string => fixed(Number(distanceM), 2);

/** What a step is called where it can be undone or done again; `rule` by its title. */
const names: Readonly<Record<ChangeNote['code'], Both>> = {
  split: {
    zh: (p) => `把宗地 ${p.id} 分成 ${p.count} 宗`,
    en: (p) => `parcel ${p.id} split into ${p.count}`,
  },
  merge: {
    zh: (p) => `合并宗地 ${p.ids}`,
    en: (p) => `parcels ${p.ids} merged`,
  },
  'repair-boundaries': {
    zh: (p) => `修复 ${p.count} 宗地的界线`,
    en: (p) => `boundaries repaired of ${parcels(p.count)}`,
  },
  snap: {
    zh: (p) => `对齐 ${p.count} 宗地的界址点`,
    en: (p) => `points snapped of ${parcels(p.count)}`,
  },
  mend: {
    zh: (p) => (p.park === '' ? String(p.rule) : `${p.park} ${p.rule}`),
    en: (p) => (p.park === '' ? String(p.rule) : `${p.park}: ${p.rule}`),
  },
  edit: {
    zh: (p) => `修改 ${p.id}`,
    en: (p) => `${p.id} edited`,
  },
  drawn: { zh: (p) => `绘制 ${p.id}`, en: (p) => `${p.id} drawn` },
  'hole-cut': { zh: (p) => `在 ${p.id} 中挖洞`, en: (p) => `hole cut in ${p.id}` },
  'part-added': { zh: (p) => `给 ${p.id} 添一块`, en: (p) => `part added to ${p.id}` },
  'vertex-moved': { zh: (p) => `移动 ${p.id} 的 J${p.number}`, en: (p) => `J${p.number} of ${p.id} moved` },
  'vertex-added': { zh: (p) => `给 ${p.id} 添界址点 J${p.number}`, en: (p) => `J${p.number} added to ${p.id}` },
  'vertex-deleted': { zh: (p) => `删除 ${p.id} 的 J${p.number}`, en: (p) => `J${p.number} of ${p.id} deleted` },
  'edge-moved': {
    zh: (p) => `平移 ${p.id} 的 J${p.number}–J${p.to} 边 ${metres(p.distanceM)} m`,
    en: (p) => `edge J${p.number}–J${p.to} of ${p.id} moved by ${metres(p.distanceM)} m`,
  },
  'shape-moved': {
    zh: (p) => `平移 ${p.id} ${metres(p.distanceM)} m`,
    en: (p) => `${p.id} moved by ${metres(p.distanceM)} m`,
  },
  'shape-rotated': {
    zh: (p) => `${p.id} 顺时针旋转 ${p.degrees}°`,
    en: (p) => `${p.id} rotated clockwise by ${p.degrees}°`,
  },
  'shape-copied': {
    zh: (p) => `复制 ${p.id}，共 ${p.count} 份`,
    en: (p) => `${p.id} copied, ${p.count} ${Number(p.count) === 1 ? 'copy' : 'copies'}`,
  },
  'set-back': {
    zh: (p) => `按 ${metres(p.distanceM)} m 退线 ${p.id}`,
    en: (p) => `${p.id} set back by ${metres(p.distanceM)} m`,
  },
};

/** `titles` by rule id. */
export function sayChangeNote(
  language: Language,
  { code, params }: ChangeNote,
  titles: Readonly<Record<string, string>>,
): string {
  const rule = params.rule === undefined ? '' : (titles[params.rule] ?? params.rule);
  return names[code][language]({ ...params, rule });
}
