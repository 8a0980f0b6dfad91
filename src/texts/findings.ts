import type { Missing } from '../domain/land/figure.ts';
import type { Finding, Measured, Required } from '../policy/finding.ts';
import { boundText, opText, quantityText, valueText } from './figures.ts';
import type { Language } from './language.ts';

/** Names of measures and fields as the pack gives them; an unnamed one is shown as it stands. */
export interface Labels {
  readonly measures: Readonly<Record<string, Readonly<Record<Language, string>>>>;
  readonly fields: Readonly<Record<string, Readonly<Record<Language, string>>>>;
}

const kinds: Record<Missing['kind'], Readonly<Record<Language, string>>> = {
  park: { zh: '园区', en: 'park' },
  parcel: { zh: '宗地', en: 'parcel' },
  building: { zh: '建筑', en: 'building' },
  unit: { zh: '分割单元', en: 'unit' },
  lease: { zh: '租约', en: 'lease' },
  jurisdiction: { zh: '区县', en: 'jurisdiction' },
  township: { zh: '乡镇街道', en: 'township' },
};

const geometryMissing: Record<Language, string> = { zh: '有效界线', en: 'a valid boundary' };

const named = (language: Language, names: Labels['measures'], what: string): string => names[what]?.[language] ?? what;

function measuredText(language: Language, finding: Finding, m: Measured, labels: Labels): string {
  const label = named(language, labels.measures, m.what);
  const required = finding.required.find((r) => r.what === m.what && r.unit === m.unit);
  if (typeof m.value !== 'number') return `${label} ${m.value}`;
  const bound = typeof required?.value === 'number' ? required.value : undefined;
  const value = `${label} ${quantityText(language, m.value, m.unit, bound)}`;
  return required ? `${value}${requirementText(language, m.value, required)}` : value;
}

/** `，要求 ≥ 100 亩，差 20.0000 亩` */
function requirementText(language: Language, value: number, required: Required): string {
  const zh = language === 'zh';
  if (typeof required.value !== 'number') return '';
  const bound = boundText(language, required.value, required.unit);
  const asked = zh ? `，要求 ${opText[required.op]} ${bound}` : `, required ${opText[required.op]} ${bound}`;
  const short = shortfall(value, required.op, required.value);
  if (short <= 0) return asked;
  const missing = valueText(short, required.unit, 0);
  const unit = bound.includes(' ') ? ` ${bound.split(' ')[1]}` : '';
  const over = required.op === '<=' || required.op === '<';
  return zh
    ? `${asked}，${over ? '超' : '差'} ${missing}${unit}`
    : `${asked}, ${over ? 'over by' : 'short of it by'} ${missing}${unit}`;
}

const shortfall = (value: number, op: Required['op'], bound: number): number =>
  op === '>=' || op === '>' ? bound - value : op === '=' ? Math.abs(value - bound) : value - bound;

/** The first few things to fill in, by name. */
export function missingText(language: Language, missing: readonly Missing[], labels: Labels): string {
  const shown = missing.slice(0, 3).map((m) => {
    const field = m.field === 'geometry' ? geometryMissing[language] : named(language, labels.fields, m.field);
    return language === 'zh' ? `${kinds[m.kind].zh} ${m.id} 的${field}` : `${field} of ${kinds[m.kind].en} ${m.id}`;
  });
  const more = missing.length - shown.length;
  if (language === 'zh') return shown.join('、') + (more > 0 ? `等 ${missing.length} 项` : '');
  return shown.join('; ') + (more > 0 ? ` and ${more} more` : '');
}

const endings: Record<Language, Partial<Record<Finding['outcome'], string>>> = {
  zh: { relaxed: '可能适用例外，须由主管部门认定', 'not-applicable': '本园不适用' },
  en: { relaxed: 'an exception may apply; an authority decides', 'not-applicable': 'does not apply to this park' },
};

/** One sentence: what was measured, what is required, how much is missing or which data are. */
export function sayFinding(language: Language, finding: Finding, labels: Labels): string {
  const zh = language === 'zh';
  const parts: string[] = [];
  if (finding.outcome !== 'not-applicable')
    parts.push(...finding.measured.map((m) => measuredText(language, finding, m, labels)));
  if (finding.outcome === 'unknown' && finding.missing.length > 0)
    parts.push(`${zh ? '缺' : 'missing: '}${missingText(language, finding.missing, labels)}`);
  const ending = endings[language][finding.outcome];
  if (ending) parts.push(ending);
  if (finding.borderline?.length)
    parts.push(zh ? '临界：换一种面积口径结论会变' : 'borderline: another area basis would decide otherwise');
  return parts.join(zh ? '；' : '; ') + (zh ? '。' : '.');
}
