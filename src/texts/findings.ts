import type { Missing } from '../domain/land/figure.ts';
import type { Finding, Measured, PartFinding } from '../policy/shape/finding.ts';
import { exceptionInPlay, measuredPairs, type MeasuredPair } from '../policy/measured-pairs.ts';
import { sayBorderline } from './borderline.ts';
import { requiredText, endWord } from './bounds.ts';
import { displayed, displayedText, type Displayed } from './figures.ts';
import type { Labels, Names } from './labels.ts';
import type { Language } from './language.ts';
import { outcomeWord } from './outcomes.ts';
import { countedText, shownPair } from './pair.ts';

const kinds: Record<Missing['kind'], Readonly<Record<Language, string>>> = {
  park: { zh: '园区', en: 'park' },
  parcel: { zh: '宗地', en: 'parcel' },
  building: { zh: '建筑', en: 'building' },
  unit: { zh: '分割单元', en: 'unit' },
  lease: { zh: '租约', en: 'lease' },
  jurisdiction: { zh: '区县', en: 'jurisdiction' },
  township: { zh: '乡镇街道', en: 'township' },
  zone: { zh: '开发区', en: 'zone' },
};

export const kindText = (language: Language, kind: Missing['kind']): string => kinds[kind][language];

/** Name of a field of a kind of record, as the pack gives it. */
export const fieldText = (language: Language, kind: Missing['kind'], field: string, labels: Labels): string =>
  labels.fields[`${kind}.${field}`]?.[language] ?? labels.measures[field]?.[language] ?? field;

/** What is missing and is no field of a record. */
const wholes: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  geometry: { zh: '有效界线', en: 'a valid boundary' },
  buildings: { zh: '建筑明细', en: 'the buildings' },
};

/** A park that lacks land lacks parcels: it has no boundary of its own. */
const parcelsOfPark: Readonly<Record<Language, string>> = { zh: '宗地', en: 'parcels' };

/** Name of what a record lacks and is no field; undefined for a field. */
export const wholeText = (language: Language, kind: Missing['kind'], field: string): string | undefined =>
  (kind === 'park' && field === 'geometry' ? parcelsOfPark : wholes[field])?.[language];

const named = (language: Language, names: Names, what: string): string => names[what]?.[language] ?? what;

/** Which record it is that decides, and how many miss: `（租约 L1 等 3 项）`. */
export function ofText(language: Language, { of }: Measured): string {
  if (!of) return '';
  const more = of.misses - 1;
  if (language === 'zh') return `（${kinds[of.kind].zh} ${of.id}${more > 0 ? ` 等 ${of.misses} 项` : ''}）`;
  return ` (${kinds[of.kind].en} ${of.id}${more > 0 ? ` and ${more} more` : ''})`;
}

/**
 * `占地面积 80.0000 亩，要求 ≥ 100 亩，差 20.0000 亩`; a share in per cent: `3.93%，要求 ≤ 7%`. One measure against several bounds
 * is said once: `主导产业数 3，要求 1–2，超 1`.
 */
function pairText(language: Language, pairs: readonly MeasuredPair[], labels: Labels): string {
  const pair = pairs.find((p) => p.margin !== null && p.margin < 0) ?? pairs[0];
  const { measured, required, margin } = pair;
  const own = labels.measures[measured.what];
  // None at all, and for certain, is said as people say it.
  const isNothing = measured.value === 0 && endWord(language, measured) === '';
  if (own?.none && isNothing && (margin === null || margin >= 0)) return own.none[language];
  const shown = shownPair(pair, own);
  const value = `${named(language, labels.measures, measured.what)}${ofText(language, measured)} ${endWord(language, measured)}${displayedText(language, shown.measured)}`;
  if (!required || !shown.margin) return value;
  const zh = language === 'zh';
  const decimals = shown.required?.against.decimals;
  const bounds = pairs.flatMap((p) => (p.required ? [{ ...p.required, decimals }] : []));
  const asked = `${value}${zh ? '，' : ', '}${requiredText(language, bounds, own)}`;
  const counted = countedText(language, pair, own);
  if (counted) return zh ? `${asked}（${counted}）` : `${asked} (${counted})`;
  if (margin === null || margin >= 0) return asked;
  const missing = displayedText(language, { ...shown.margin, value: Math.abs(shown.margin.value) });
  // Of what has to be equal, the number itself says on which side it lies.
  const over = required.op.startsWith('<') || (required.op === '=' && measured.value > required.value);
  if (zh) return `${asked}，${over ? '超' : '差'} ${missing}`;
  return `${asked}, ${over ? 'over by' : 'short by'} ${missing}`;
}

/** The limbs worth a word: of a passed either-or only those that are met. What is held against two bounds is one limb. */
export function spokenPairs(finding: Finding): readonly (readonly MeasuredPair[])[] {
  const pairs = measuredPairs(finding);
  const met = pairs.filter((p) => p.margin === null || p.margin >= 0);
  const spoken = finding.outcome === 'pass' && met.length > 0 ? met : pairs;
  const limbs = new Map<string, MeasuredPair[]>();
  for (const pair of spoken) {
    const { what, unit, value } = pair.measured;
    const key = `${what} ${unit} ${value}`;
    limbs.set(key, [...(limbs.get(key) ?? []), pair]);
  }
  return [...limbs.values()];
}

/** The first few things to fill in, by name; of what clashes a figure may be named. */
export function missingText(language: Language, missing: readonly Missing[], labels: Labels): string {
  const shown = missing.slice(0, 3).map((m) => {
    const field =
      wholeText(language, m.kind, m.field) ??
      labels.fields[`${m.kind}.${m.field}`]?.[language] ??
      labels.measures[m.field]?.[language] ??
      m.field;
    return language === 'zh' ? `${kinds[m.kind].zh} ${m.id} 的${field}` : `${field} of ${kinds[m.kind].en} ${m.id}`;
  });
  const more = missing.length - shown.length;
  if (language === 'zh') return shown.join('、') + (more > 0 ? `等 ${missing.length} 项` : '');
  return shown.join('; ') + (more > 0 ? ` and ${more} more` : '');
}

/** What is missing, and what contradicts itself: `缺园区 P 的企业数`, `填报相互矛盾：租约 L 的签订日期、租约 L 的备案日期`. */
export function lackText(language: Language, missing: readonly Missing[], labels: Labels): string[] {
  const zh = language === 'zh';
  const [absent, clash] = [missing.filter((m) => !m.clash), missing.filter((m) => m.clash)];
  return [
    ...(absent.length > 0 ? [`${zh ? '缺' : 'missing: '}${missingText(language, absent, labels)}`] : []),
    ...(clash.length > 0
      ? [`${zh ? '填报相互矛盾：' : 'recorded values contradict each other: '}${missingText(language, clash, labels)}`]
      : []),
  ];
}

function endingOf(language: Language, finding: Finding, labels: Labels): string | null {
  const zh = language === 'zh';
  if (finding.outcome === 'not-applicable') return zh ? '不适用' : 'does not apply';
  if (finding.outcome !== 'relaxed') return null;
  const why = exceptionInPlay(finding, labels.exceptions)?.[language];
  if (zh) return why ? `属“${why}”，须由主管部门认定` : '可能适用例外，须由主管部门认定';
  return why ? `exception "${why}": an authority decides` : 'an exception may apply; an authority decides';
}

/** `期次 1：占地面积 60.0000 亩，容积率 0.900，生产制造类园区规模 未达原则性要求` */
export function sayPart(
  language: Language,
  { by, part, measured, rules }: PartFinding,
  labels: Labels,
  write = (shown: Displayed) => displayedText(language, shown),
): string {
  const zh = language === 'zh';
  const figures = measured.flatMap(({ what, value, unit, end }) => {
    if (typeof value !== 'number') return [];
    const label = labels.measures[what];
    // Read against what judges the part alone, it is never written as met where it is not.
    const pair = rules.flatMap(measuredPairs).find((p) => p.measured.what === what && p.measured.unit === unit);
    const text = write(pair ? shownPair(pair, label).measured : displayed(value, unit, label));
    return [`${named(language, labels.measures, what)} ${endWord(language, { end })}${text}`];
  });
  const alone = rules.map((r) => {
    const said = `${named(language, labels.titles ?? {}, r.rule)} ${outcomeWord(language, r.outcome)}`;
    const lacks = r.outcome === 'unknown' ? lackText(language, r.missing, labels).join(zh ? '；' : '; ') : '';
    return lacks === '' ? said : zh ? `${said}（${lacks}）` : `${said} (${lacks})`;
  });
  const head = `${fieldText(language, 'parcel', by, labels)} ${part}`;
  return `${head}${zh ? '：' : ': '}${[...figures, ...alone].join(zh ? '，' : ', ')}`;
}

/** One sentence: what was measured, what is required, how much is missing or which data are. */
export function sayFinding(language: Language, finding: Finding, labels: Labels): string {
  const zh = language === 'zh';
  const parts: string[] = [];
  if (finding.outcome !== 'not-applicable')
    parts.push(
      ...spokenPairs(finding).map((pairs) => pairText(language, pairs, labels)),
      ...(finding.parts ?? []).map((part) => sayPart(language, part, labels)),
    );
  if (finding.outcome !== 'not-applicable') parts.push(...lackText(language, finding.missing, labels));
  const ending = endingOf(language, finding, labels);
  if (ending) parts.push(ending);
  const borderline = sayBorderline(language, finding, labels);
  if (borderline) parts.push(borderline);
  // A duty done or not done has no number: its outcome is the sentence.
  if (parts.length === 0) parts.push(outcomeWord(language, finding.outcome));
  return parts.join(zh ? '；' : '; ') + (zh ? '。' : '.');
}
