import { isRecordKind, nested, type RecordKind } from '../domain/land/fields/kinds.ts';
import type { LandClass } from '../domain/land/model.ts';
import type { DossierPolicy } from './dossier/input.ts';
import { landClassName } from './dossier/input.ts';
import { fixed, hundredfold, withUnit } from './figures.ts';
import type { Labels } from './labels.ts';
import type { Language } from './language.ts';
import { uiTexts } from './ui/index.ts';

/** Names of fields, their values and land classes, as the pack gives them. */
export interface FieldNames extends Pick<Labels, 'fields' | 'values'> {
  readonly landClasses: DossierPolicy['landClasses'];
  /** By which land of the place is surveyed, degrees: its zones are named first. */
  readonly centralMeridian?: number;
}
/** Before a pack has come codes are shown as they stand. */
export const noNames: FieldNames = { fields: {}, values: {}, landClasses: {} };

type Params = Readonly<Record<string, string | number>>;

const kinds: Readonly<Record<RecordKind, Readonly<Record<Language, string>>>> = {
  park: { zh: '园区', en: 'park' },
  parcel: { zh: '宗地', en: 'parcel' },
  building: { zh: '建筑', en: 'building' },
  unit: { zh: '分割单元', en: 'unit' },
  lease: { zh: '租赁合同', en: 'lease' },
  condition: { zh: '规划条件', en: 'planning conditions' },
  township: { zh: '镇（街道）', en: 'township' },
  zone: { zh: '区域', en: 'zone' },
  jurisdiction: { zh: '行政区', en: 'jurisdiction' },
  supplyPlan: { zh: '供应计划', en: 'supply plan' },
  supplyRow: { zh: '计划宗地', en: 'row of a supply plan' },
  planState: { zh: '计划状态', en: 'state of a plan' },
  supplyCeiling: { zh: '供应上限', en: 'ceiling of supply' },
  supplyStep: { zh: '供应步骤', en: 'step of a row' },
  monthlyReport: { zh: '月报', en: 'monthly report' },
  preApplication: { zh: '用地预申请', en: 'pre-application' },
  commonPart: { zh: '公共部分', en: 'common part' },
};
/** Of a kind of record, or of those in a field: `units`. */
export function kindName(language: Language, kind: string | number): string {
  const name = nested[kind] ?? kind;
  return isRecordKind(name) ? kinds[name][language] : String(kind);
}
/** What a column says of the land class where two say it. */
const classParts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  code: { zh: '代码', en: ' (code)' },
  system: { zh: '的分类体系', en: ' (system)' },
};

const labelOf = (kind: string | number, field: string, { fields }: Pick<FieldNames, 'fields'>) => {
  const [holder, part] = field.split('.');
  return part === undefined ? (fields[`${kind}.${field}`] ?? fields[field]) : fields[`${nested[holder]}.${part}`];
};

/** Of a field of a kind of record, `conditions.green` of a part of one. */
export function fieldName(language: Language, kind: string | number, field: string, names: FieldNames): string {
  const own = labelOf(kind, field, names);
  if (own) return own[language];
  const [holder, part] = field.split('.');
  if (part === undefined) return field;
  return fieldName(language, kind, holder, names) + (classParts[part]?.[language] ?? ` ${part}`);
}

const quoted = (language: Language, text: string): string => (language === 'zh' ? `“${text}”` : `"${text}"`);
const digits = (value: number): string => {
  const text = String(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? fixed(value, text.split('.')[1]?.length ?? 0) : text;
};

/** A list or record without the signs of JSON. */
function partsText(value: unknown): string {
  if (Array.isArray(value)) return value.map(partsText).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value).map(([name, part]) => `${name}=${partsText(part)}`).join(', '); // prettier-ignore
}

/** A value as the file has it, which came as JSON, cut where it is long. */
function writtenText(language: Language, json: string | number): string {
  const value = parsed(json);
  if (value === undefined) return quoted(language, `${String(json).replace(/^"/, '')}…`);
  if (typeof value === 'number') return digits(value);
  return quoted(language, typeof value === 'string' ? value : partsText(value));
}

/** Years, codes and classes are no amounts: 2025, never 2,025. */
const isMark = (field: string): boolean => /(year|code|class)$/i.test(field);

const markText = (language: Language, json: string | number): string =>
  typeof parsed(json) === 'number' ? String(json) : writtenText(language, json);

/** What it was read as, in the words of the pack. */
function readText(
  language: Language,
  [kind, field]: readonly [string, string],
  json: string | number,
  names: FieldNames,
): string {
  const value = parsed(json);
  if (typeof value === 'number') {
    if (isMark(field)) return String(value);
    const { unit = 'count', percent } = labelOf(kind, field, names) ?? {};
    return percent ? `${digits(hundredfold(value))}%` : withUnit(language, digits(value), unit);
  }
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (typeof value === 'string') return names.values[`${field}.${value}`]?.[language] ?? value;
  if (typeof value === 'object' && value !== null) {
    if (isClass(value)) return classText(language, value, names);
    if ('min' in value || 'max' in value) return rangeText(language, value);
  }
  return writtenText(language, json);
}

const isClass = (value: object): value is LandClass => 'system' in value && 'code' in value;

function classText(language: Language, landClass: LandClass, { landClasses }: FieldNames): string {
  const systems: Readonly<Record<string, string>> = uiTexts[language].systems;
  const name = landClassName({ landClasses }, landClass, language);
  const words = [
    systems[landClass.system] ?? landClass.system,
    landClass.code,
    ...(name === landClass.code ? [] : [name]),
  ];
  return words.join(' ');
}

function rangeText(language: Language, range: Readonly<Record<string, unknown>>): string {
  const { min, max, minExclusive, maxExclusive } = range;
  if (min !== undefined && min === max) return digits(Number(min));
  const low = min === undefined ? [] : [`${minExclusive ? '＞' : '≥'} ${digits(Number(min))}`];
  const high = max === undefined ? [] : [`${maxExclusive ? '＜' : '≤'} ${digits(Number(max))}`];
  return [...low, ...high].join(language === 'zh' ? ' 且 ' : ' and ');
}

/** Undefined for what was cut. */
function parsed(json: string | number): unknown {
  try {
    return JSON.parse(String(json)) as unknown;
  } catch {
    return undefined;
  }
}

/** Facts that count things or measure them; numbers of lines and records are none. */
const counted = ['count', 'found', 'most', 'points', 'metres', 'km'] as const;

/** The facts of a note or a refusal as a sentence says them: kinds, fields and values by their names, figures grouped. */
export function worded(language: Language, params: Params, names: FieldNames): Params {
  const { kind, field, value, read, planned, far } = params;
  const said: Record<string, string | number> = { ...params };
  for (const name of counted) if (typeof params[name] === 'number') said[name] = digits(params[name]);
  if (field !== undefined && kind !== undefined) said.field = fieldName(language, kind, String(field), names);
  if (kind !== undefined) said.kind = kindName(language, kind);
  if (field !== undefined && kind !== undefined && value !== undefined)
    said.value = isMark(String(field)) ? markText(language, value) : writtenText(language, value);
  if (read !== undefined) said.read = readText(language, [String(kind), String(field)], read, names);
  if (planned !== undefined) said.planned = writtenText(language, planned);
  if (far !== undefined) said.far = readText(language, ['condition', 'far'], far, names);
  return said;
}
