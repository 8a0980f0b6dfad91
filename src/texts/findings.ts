import type { Missing } from '../domain/land/figure.ts';
import type { Finding, Measured, Required, TraceStep } from '../policy/finding.ts';
import { boundText, opText, quantityText } from './figures.ts';
import type { Language } from './language.ts';

type Names = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Names as the pack gives them; an unnamed one is shown as it stands. */
export interface Labels {
  readonly measures: Names;
  /** By `kind.field`, e.g. `parcel.floorAreaM2`: the same field name means different things on different records. */
  readonly fields: Names;
  /** Titles of exceptions, by id. */
  readonly exceptions: Names;
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

const named = (language: Language, names: Names, what: string): string => names[what]?.[language] ?? what;

/** A measured value and the bound it is held against. */
interface Pair {
  readonly measured: Measured;
  readonly required?: Required & { readonly value: number };
  /** How much is missing, in the rule's unit; 0 where the bound is met within the resolution. */
  readonly short: number;
}

function pairOf(finding: Finding, measured: Measured): Pair {
  const required = finding.required.find((r) => r.what === measured.what && r.unit === measured.unit);
  if (typeof measured.value !== 'number' || typeof required?.value !== 'number') return { measured, short: 0 };
  const missing = shortfall(measured.value, required.op, required.value);
  const noise = Math.max(measured.resolution ?? 0, Math.abs(required.value) * 1e-12);
  return { measured, required: { ...required, value: required.value }, short: missing > noise ? missing : 0 };
}

const shortfall = (value: number, op: Required['op'], bound: number): number =>
  op === '>=' || op === '>' ? bound - value : op === '=' ? Math.abs(value - bound) : value - bound;

/** `占地面积 80.0000 亩，要求 ≥ 100 亩，差 20.0000 亩` */
function pairText(language: Language, { measured, required, short }: Pair, labels: Labels): string {
  const label = named(language, labels.measures, measured.what);
  if (typeof measured.value !== 'number') return `${label} ${measured.value}`;
  if (!required) return `${label} ${quantityText(language, measured.value, measured.unit)}`;
  const precision = { resolution: measured.resolution ?? 0 };
  const value = `${label} ${quantityText(language, measured.value, measured.unit, required.value, precision)}`;
  const bound = `${opText[required.op]} ${boundText(language, required.value, required.unit)}`;
  const zh = language === 'zh';
  const asked = zh ? `${value}，要求 ${bound}` : `${value}, required ${bound}`;
  if (short === 0) return asked;
  const missing = quantityText(language, short, required.unit, 0);
  const over = required.op === '<=' || required.op === '<';
  if (zh) return `${asked}，${over ? '超' : '差'} ${missing}`;
  return `${asked}, ${over ? 'over by' : 'short by'} ${missing}`;
}

/** The limbs worth a word: of a passed either-or only those that are met. */
function pairsOf(finding: Finding): readonly Pair[] {
  const pairs = finding.measured.map((m) => pairOf(finding, m));
  const met = pairs.filter((p) => p.short === 0);
  return finding.outcome === 'pass' && met.length > 0 ? met : pairs;
}

/** The first few things to fill in, by name. */
export function missingText(language: Language, missing: readonly Missing[], labels: Labels): string {
  const shown = missing.slice(0, 3).map((m) => {
    const field =
      m.field === 'geometry'
        ? geometryMissing[language]
        : (labels.fields[`${m.kind}.${m.field}`]?.[language] ?? m.field);
    return language === 'zh' ? `${kinds[m.kind].zh} ${m.id} 的${field}` : `${field} of ${kinds[m.kind].en} ${m.id}`;
  });
  const more = missing.length - shown.length;
  if (language === 'zh') return shown.join('、') + (more > 0 ? `等 ${missing.length} 项` : '');
  return shown.join('; ') + (more > 0 ? ` and ${more} more` : '');
}

/** Title of the exception that is in play, from the trace. */
function exceptionOf(language: Language, finding: Finding, labels: Labels): string | undefined {
  const inPlay = (t: TraceStep) => t.outcome === 'relaxed' || t.value === true;
  const step = finding.trace.find((t) => labels.exceptions[t.node] && inPlay(t));
  return step && labels.exceptions[step.node][language];
}

function endingOf(language: Language, finding: Finding, labels: Labels): string | null {
  const zh = language === 'zh';
  if (finding.outcome === 'not-applicable') return zh ? '本园不适用' : 'does not apply to this park';
  if (finding.outcome !== 'relaxed') return null;
  const why = exceptionOf(language, finding, labels);
  if (zh) return why ? `属“${why}”，须由主管部门认定` : '可能适用例外，须由主管部门认定';
  return why ? `exception “${why}”: an authority decides` : 'an exception may apply; an authority decides';
}

/** One sentence: what was measured, what is required, how much is missing or which data are. */
export function sayFinding(language: Language, finding: Finding, labels: Labels): string {
  const zh = language === 'zh';
  const parts: string[] = [];
  if (finding.outcome !== 'not-applicable')
    parts.push(...pairsOf(finding).map((pair) => pairText(language, pair, labels)));
  if (finding.outcome === 'unknown' && finding.missing.length > 0)
    parts.push(`${zh ? '缺' : 'missing: '}${missingText(language, finding.missing, labels)}`);
  const ending = endingOf(language, finding, labels);
  if (ending) parts.push(ending);
  if (finding.borderline?.length)
    parts.push(zh ? '临界：换一种面积口径结论会变' : 'borderline: another area basis would decide otherwise');
  return parts.join(zh ? '；' : '; ') + (zh ? '。' : '.');
}
