import type { ChangeNote } from '../domain/land/change.ts';
import { fieldName, kindName, noNames, type FieldNames } from './field-names.ts';
import type { Both, Language } from './language.ts';
import type { ScreenClass } from '../supply/screen/classes.ts';
import { classWord } from './screen.ts';
import type { LayoutFamily } from '../layout/shape/layout.ts';
import { familyWord } from './layout.ts';
import { ledgerSteps } from './ledger-steps.ts';
import { scenarioSteps } from './scenarios.ts';
import { drawingSteps } from './sketch.ts';

const parcels = (count: string | number): string => `${count} ${Number(count) === 1 ? 'parcel' : 'parcels'}`;
/** The first of several ids, and how many more: `A、B、C、+2`. */
function some(language: Language, ids: string | number): string {
  const [more] = /(?<=、\+)\d+$/.exec(String(ids)) ?? [];
  const named = String(ids).replace(/、\+\d+$/, '');
  if (language === 'zh') return more ? `${named} 等 ${named.split('、').length + Number(more)} 个` : named;
  return named.replaceAll('、', ', ') + (more ? ` and ${more} more` : '');
}

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
  'fields-set': {
    zh: (p) => `修改 ${some('zh', p.ids)} 的${p.field}`,
    en: (p) => `${p.field} of ${some('en', p.ids)} edited`,
  },
  assigned: {
    zh: (p) =>
      [p.in && `把 ${some('zh', p.in)} 纳入 ${p.park}`, p.out && `把 ${some('zh', p.out)} 划出 ${p.park}`]
        .filter(Boolean)
        .join('，'),
    en: (p) =>
      [p.in && `${some('en', p.in)} taken into ${p.park}`, p.out && `${some('en', p.out)} taken out of ${p.park}`]
        .filter(Boolean)
        .join(', '),
  },
  'park-begun': {
    zh: (p) => (p.in ? `新建园区 ${p.park}，纳入 ${some('zh', p.in)}` : `新建园区 ${p.park}`),
    en: (p) => (p.in ? `park ${p.park} begun with ${some('en', p.in)}` : `park ${p.park} begun`),
  },
  'storeys-added': {
    zh: (p) => `${some('zh', p.ids)} ${Number(p.by) < 0 ? '减' : '加'} ${Math.abs(Number(p.by))} 层`,
    en: (p) =>
      `${Math.abs(Number(p.by))} ${Math.abs(Number(p.by)) === 1 ? 'storey' : 'storeys'} ${Number(p.by) < 0 ? 'off' : 'on'} ${some('en', p.ids)}`,
  },
  removed: {
    zh: (p) =>
      `删除${kindName('zh', p.kind)} ${some('zh', p.ids)}${p.buildings ? `、${kindName('zh', 'building')} ${some('zh', p.buildings)}` : ''}`,
    en: (p) =>
      `${kindName('en', p.kind)} ${some('en', p.ids)}${p.buildings ? ` and ${kindName('en', 'building')} ${some('en', p.buildings)}` : ''} removed`,
  },
  'laid-out': {
    zh: (p) => `排布 ${p.id}：${familyWord('zh', p.family as LayoutFamily)}，${p.count} 栋`,
    en: (p) =>
      `${p.id} laid out: ${familyWord('en', p.family as LayoutFamily)}, ${p.count} ${Number(p.count) === 1 ? 'building' : 'buildings'}`,
  },
  'storeys-divided': {
    zh: (p) => `划分 ${p.id} ${p.storeys} 层：每层 ${p.count} 个单元`,
    en: (p) => `${p.id} divided on storey ${p.storeys}: ${p.count} ${Number(p.count) === 1 ? 'unit' : 'units'} each`,
  },
  'wall-moved': {
    zh: (p) => `移动 ${p.id} ${p.storeys} 层的隔墙`,
    en: (p) => `a wall moved on storey ${p.storeys} of ${p.id}`,
  },
  'units-merged': {
    zh: (p) => `合并 ${p.id} ${p.storeys} 层的单元`,
    en: (p) => `units merged on storey ${p.storeys} of ${p.id}`,
  },
  'unit-split': {
    zh: (p) => `分开 ${p.id} ${p.storeys} 层的单元`,
    en: (p) => `a unit split on storey ${p.storeys} of ${p.id}`,
  },
  'units-marked': {
    zh: (p) => `标记 ${p.id} 的单元 ${some('zh', p.units)}`,
    en: (p) => `units ${some('en', p.units)} of ${p.id} marked`,
  },
  'unit-filled': {
    zh: (p) => `填写 ${p.id} 的单元 ${some('zh', p.units)}`,
    en: (p) => `units ${some('en', p.units)} of ${p.id} filled in`,
  },
  'existing-cleared': {
    zh: (p) => `拆除现状建筑 ${some('zh', p.ids)}`,
    en: (p) => `existing ${some('en', p.ids)} cleared`,
  },
  'existing-kept': {
    zh: (p) => `保留现状建筑 ${some('zh', p.ids)}`,
    en: (p) => `existing ${some('en', p.ids)} kept`,
  },
  imported: {
    zh: (p) => (p.file === '' ? `导入 ${p.count} 宗地` : `从 ${p.file} 导入 ${p.count} 宗地`),
    en: (p) => `${parcels(p.count)} imported${p.file === '' ? '' : ` from ${p.file}`}`,
  },
  'fields-filled': {
    zh: (p) => `按 ${p.file} 补 ${p.count} 宗地的字段`,
    en: (p) => `fields of ${parcels(p.count)} filled in from ${p.file}`,
  },
  'flag-decided': {
    zh: (p) => `${p.decision === 'confirmed' ? '确认' : '不同意'} ${some('zh', p.ids)} 为${flagWord('zh', p.flag)}`,
    en: (p) => `${some('en', p.ids)} ${p.decision} as ${flagWord('en', p.flag)}`,
  },
  'flag-decision-withdrawn': {
    zh: (p) => `撤回对 ${some('zh', p.ids)} 的筛查意见`,
    en: (p) => `decision on ${some('en', p.ids)} withdrawn`,
  },
  ...scenarioSteps,
  ...ledgerSteps,
  ...drawingSteps,
};

const flagWord = (language: Language, flag: string | number): string => classWord(language, flag as ScreenClass);

/** `titles` by rule id. */
export function sayChangeNote(
  language: Language,
  { code, params }: ChangeNote,
  titles: Readonly<Record<string, string>>,
  fields: FieldNames = noNames,
): string {
  const rule = params.rule === undefined ? '' : (titles[params.rule] ?? params.rule);
  const field = String(params.field ?? '')
    .split('、')
    .map((own) => fieldName(language, params.kind ?? '', own, fields))
    .join(language === 'zh' ? '、' : ', ');
  const id = some(language, params.id ?? '');
  const rows = some(language, params.rows ?? '');
  return names[code][language]({ ...params, id, rows, rule, field });
}
