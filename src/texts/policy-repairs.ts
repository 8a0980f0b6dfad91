import type { Finding, Repair } from '../policy/shape/finding.ts';
import type { MendStep, MendedKind } from '../policy/shape/mend-step.ts';
import type { Labels } from './labels.ts';
import { boundText, displayed, quantityText } from './figures.ts';
import { fieldText, kindText } from './findings.ts';
import type { Language } from './language.ts';
import { sayValue } from './trace.ts';

type Say<K extends MendStep['kind']> = (
  step: Extract<MendStep, { readonly kind: K }>,
  labels: Labels,
  language: Language,
) => string;

const m2 = (language: Language, value: number): string => quantityText(language, Math.abs(value), 'm2');
const land = (language: Language, value: number | null): string =>
  value === null || Number.isNaN(value) ? '' : ` (${m2(language, value)})`;
function whose(language: Language, of: MendedKind, id: string, building?: string): string {
  if (of === 'park') return '';
  const own = `${kindText(language, of)} ${id}`;
  if (language === 'en')
    return building === undefined ? `${own}: ` : `${own} of ${kindText('en', 'building')} ${building}: `;
  return `${building === undefined ? '' : `${kindText('zh', 'building')} ${building} 的`}${own} 的`;
}

function valueText(
  of: MendedKind,
  field: string,
  value: string | number | boolean | readonly string[],
  labels: Labels,
  language: Language,
): string {
  const own = labels.fields[`${of}.${field}`];
  if (typeof value === 'number' && own?.percent) {
    const shown = displayed(value, 'ratio', own);
    return boundText(language, shown.value, shown.unit);
  }
  if (typeof value === 'number') return own?.unit ? boundText(language, value, own.unit) : String(value);
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (typeof value === 'string') return sayValue(language, field, value, labels);
  return value.join(language === 'zh' ? '、' : ', ');
}

/** One behind the other, with a blank where a figure or Latin letter meets a Chinese one, and none between Chinese ones. */
const spaced = (a: string, b: string): string =>
  a + (/[\u4e00-\u9fff]$/.test(a) && /^[\u4e00-\u9fff]/.test(b) ? '' : ' ') + b;

const zh: { readonly [K in MendStep['kind']]: Say<K> } = {
  set: ({ of, id, building, field, from, to }, labels) => {
    const was = from === null ? '' : spaced('由', valueText(of, field, from, labels, 'zh'));
    const name = `${whose('zh', of, id, building)}${fieldText('zh', of, field, labels)}`;
    return spaced(`${name}${was}`, spaced('改为', valueText(of, field, to, labels, 'zh')));
  },
  clear: ({ of, id, building, field }, labels) =>
    `撤销${whose('zh', of, id, building)}${fieldText('zh', of, field, labels)}`,
  record: ({ of, field }, labels) => `写明${fieldText('zh', of, field, labels)}，由主管部门认定`,
  entries: ({ of, field, by }, labels) => `补充填写 ${by} 个${fieldText('zh', of, field, labels)}`,
  late: ({ of, id, field, on }, labels) =>
    `立即补办（${on}）并填写${whose('zh', of, id)}${fieldText('zh', of, field, labels)}；已逾期，补办不能消除逾期`,
  'done-late': ({ of, id, field, on }, labels) =>
    `${whose('zh', of, id)}${fieldText('zh', of, field, labels)}为 ${on}，已逾期，事后不能补正；日期填错的请更正`,
  floor: ({ of, id, byM2, units }) =>
    `${kindText('zh', of)} ${id} 的建筑面积${byM2 < 0 ? '减少' : '增加'} ${m2('zh', byM2)}${units ? '，各单元按比例减小' : ''}`,
  footprint: ({ id, byM2, floorM2 }) =>
    `建筑 ${id} 的占地${byM2 < 0 ? '减少' : '增加'} ${m2('zh', byM2)}${floorM2 === 0 ? '' : `，建筑面积随之${floorM2 < 0 ? '减少' : '增加'} ${m2('zh', floorM2)}`}`,
  storeys: ({ id, by, byM2 }) => `建筑 ${id} 加 ${by} 层（增加 ${m2('zh', byM2)}）`,
  merge: ({ building, units }) => `建筑 ${building} 的单元 ${units.join('、')} 合并为一个`,
  drop: ({ parcels, landM2 }) => `调出宗地 ${parcels.join('、')}${land('zh', landM2)}`,
  add: ({ parcel, landM2, adjacent }) => `并入${adjacent ? '相邻' : ''}宗地 ${parcel}${land('zh', landM2)}`,
};

const en: { readonly [K in MendStep['kind']]: Say<K> } = {
  set: ({ of, id, building, field, from, to }, labels) => {
    const was = from === null ? '' : ` from ${valueText(of, field, from, labels, 'en')}`;
    return `${whose('en', of, id, building)}change ${fieldText('en', of, field, labels)}${was} to ${valueText(of, field, to, labels, 'en')}`;
  },
  clear: ({ of, id, building, field }, labels) =>
    `${whose('en', of, id, building)}undo the ${fieldText('en', of, field, labels)}`,
  record: ({ of, field }, labels) => `write down: ${fieldText('en', of, field, labels)}; then an authority decides`,
  entries: ({ of, field, by }, labels) => `name ${by} more: ${fieldText('en', of, field, labels)}`,
  late: ({ of, id, field, on }, labels) =>
    `${whose('en', of, id)}do it now (${on}) and record the ${fieldText('en', of, field, labels)}; it is overdue, and the delay stays`,
  'done-late': ({ of, id, field, on }, labels) =>
    `${whose('en', of, id)}the ${fieldText('en', of, field, labels)} is ${on}, which was too late and cannot be made good; correct it if it is recorded wrong`,
  floor: ({ of, id, byM2, units }) =>
    `${m2('en', byM2)} ${byM2 < 0 ? 'less' : 'more'} floor area on ${kindText('en', of)} ${id}${units ? ', its units smaller in proportion' : ''}`,
  footprint: ({ id, byM2, floorM2 }) =>
    `${m2('en', byM2)} ${byM2 < 0 ? 'less' : 'more'} ground under building ${id}${floorM2 === 0 ? '' : `, and with it ${m2('en', floorM2)} ${floorM2 < 0 ? 'less' : 'more'} floor area`}`,
  storeys: ({ id, by, byM2 }) => `${by} more ${by === 1 ? 'storey' : 'storeys'} on building ${id} (${m2('en', byM2)})`,
  merge: ({ building, units }) => `join units ${units.join(', ')} of building ${building} into one`,
  drop: ({ parcels, landM2 }) =>
    `leave out ${parcels.length === 1 ? 'parcel' : 'parcels'} ${parcels.join(', ')}${land('en', landM2)}`,
  add: ({ parcel, landM2, adjacent }) =>
    `take in ${adjacent ? 'the adjacent ' : ''}parcel ${parcel}${land('en', landM2)}`,
};

export function sayMendStep(language: Language, step: MendStep, labels: Labels): string {
  const say = (language === 'zh' ? zh : en)[step.kind] as Say<MendStep['kind']>;
  return say(step, labels, language);
}

/** How many steps of one repair are said in full. */
const spoken = 3;

/** One sentence: what to do, and which rules that would miss; `titles` by rule id. */
export function sayRepair(
  language: Language,
  { steps, breaks }: Repair,
  labels: Labels,
  titles: Readonly<Record<string, string>>,
): string {
  const isZh = language === 'zh';
  const said = steps.slice(0, spoken).map((step) => sayMendStep(language, step, labels));
  const more = steps.length - said.length;
  const rest = more > 0 ? (isZh ? `等 ${steps.length} 项` : ` and ${more} more`) : '';
  const named = breaks.map((rule) => titles[rule] ?? rule);
  const against = isZh ? `，但会影响：${named.join('、')}` : `, but it affects: ${named.join(', ')}`;
  return said.join(isZh ? '；' : '; ') + rest + (named.length > 0 ? against : '') + (isZh ? '。' : '.');
}

/** Why nothing mends a missed rule by itself; null where something does, or where it was not looked for. */
export function sayConflicts(
  language: Language,
  { conflicts, repairs }: Pick<Finding, 'conflicts' | 'repairs'>,
  titles: Readonly<Record<string, string>>,
): string | null {
  if (!conflicts || (repairs.length > 0 && conflicts.length === 0)) return null;
  const named = conflicts.map((rule) => titles[rule] ?? rule);
  if (named.length === 0)
    return language === 'zh' ? '没有找到可行的整改办法。' : 'No change was found that would mend it.';
  return language === 'zh'
    ? `与其他规则相互牵制：${named.join('、')}。`
    : `It stands against other rules: ${named.join(', ')}.`;
}
