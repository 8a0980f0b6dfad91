import type { ChangeNote } from '../domain/land/change.ts';
import type { Both, Language } from './language.ts';
import { drawingSteps } from './sketch.ts';

const parcels = (count: string | number): string => `${count} ${Number(count) === 1 ? 'parcel' : 'parcels'}`;
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
  ...drawingSteps,
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
