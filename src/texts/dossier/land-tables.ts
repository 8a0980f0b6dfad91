import { conditionMargin, heldAgainst, type ConditionRow } from '../../domain/land/sheets/conditions.ts';
import { indicatorsOf, type Indicator, type IndicatorRow } from '../../domain/land/sheets/indicators.ts';
import { landBalance } from '../../domain/land/sheets/land-balance.ts';
import type { Against } from '../../domain/quantity/shown.ts';
import { muOf } from '../../domain/quantity/units.ts';
import type { Cell, ReportTable } from '../../formats/report/document.ts';
import { fixed, unitText } from '../figures.ts';
import { lackText, missingText } from '../findings.ts';
import type { Language } from '../language.ts';
import { basisNames, basisText } from '../bases.ts';
import { sayNotes } from '../trace.ts';
import type { LandClass, NumberRange } from '../../domain/land/model.ts';
import { boundNear, conditionText, marginCell } from './condition-table.ts';
import { namedRecord } from './named.ts';
import { boundOf, figure, totalOf } from './printed.ts';
import { guideCodeOf, landClassName, type DossierInput } from './input.ts';
import { reportWords } from './report-words.ts';
import { dossierWords, indicatorNames, indicatorUnits } from './words.ts';

/** Decimals of an indicator by its unit: areas, shares and ratios to 2, counts to none. */
export const decimalsOf = (unit: IndicatorRow['unit']): number => (unit === 'count' ? 0 : 2);

/**
 * 经济技术指标表; with planning conditions 规划条件 each figure stands beside the one that all parcels have in common, and what
 * is to spare of it.
 */
export function indicatorTable(
  input: DossierInput,
  language: Language,
  conditions: readonly ConditionRow[] = [],
): ReportTable {
  const words = dossierWords[language];
  const shared = sharedConditions(conditions, input.facts.parcels.length);
  const marginOf = ({ value, what }: IndicatorRow): number | null => {
    const own = shared.get(what);
    return own && value.state === 'value' ? conditionMargin(value.value, own.bounds, own.unit) : null;
  };
  const besides = (row: IndicatorRow): Cell[] => {
    if (shared.size === 0) return [];
    const own = shared.get(row.what);
    const margin = marginOf(row);
    return [own ? conditionText(own, language) : '', margin === null ? '' : marginCell(margin, decimalsOf(row.unit))];
  };
  const rows = indicatorsOf(input.facts).map((row): Cell[] => {
    const name = indicatorNames[row.what][language];
    const unit = unitOf(row, language);
    const beside = besides(row);
    if (row.value.state === 'not-applicable') return [name, words.none, unit, '', '', ...beside];
    if (row.value.state === 'unknown') {
      const lack = lackText(language, row.value.missing, input.policy).join(words.join);
      return [name, words.unknown, unit, '', lack, ...beside];
    }
    const notes = row.notes.length > 0 ? sayNotes(language, row.notes.join(' '), input.policy) : '';
    const basis = row.basis
      ? [basisText(language, row.what, row.basis, row.notes), row.crs ?? ''].join(' ').trim()
      : '';
    const { value } = row.value;
    const own = shared.get(row.what);
    // Of the policy's bound and the condition's the one that the figure is nearer to.
    const bounds = [
      boundOf(row.what, row.unit, value, input.findings),
      own ? boundNear(own, marginOf(row), value) : {},
    ];
    const [against] = bounds.toSorted((a, b) => farFrom(value, a) - farFrom(value, b));
    return [name, figure(value, decimalsOf(row.unit), against), unit, basis, notes, ...beside];
  });
  const own = reportWords[language];
  return {
    title: words.indicators,
    head: [
      ...[words.item, words.figure, words.unit, words.basis, words.note],
      ...(shared.size > 0 ? [own.required, own.margin] : []),
    ],
    rows,
    notes: [],
  };
}

const farFrom = (value: number, { bound }: Against): number =>
  bound === undefined ? Infinity : Math.abs(value - bound);

/** Conditions that every parcel of the park has alike, by the figure that is held against them. */
function sharedConditions(rows: readonly ConditionRow[], parcels: number): ReadonlyMap<Indicator, ConditionRow> {
  const shared = new Map<Indicator, ConditionRow>();
  for (const row of rows) {
    const alike = rows.filter((own) => own.what === row.what && sameBounds(own.bounds, row.bounds));
    if (alike.length === parcels) shared.set(heldAgainst[row.what], row);
  }
  return shared;
}

const sameBounds = (a: NumberRange, b: NumberRange): boolean =>
  a.min === b.min && a.max === b.max && a.minExclusive === b.minExclusive && a.maxExclusive === b.maxExclusive;

export function unitOf({ what, unit }: IndicatorRow, language: Language): string {
  if (what === 'investmentPerMu') return indicatorUnits.perMu[language];
  if (what === 'parkingSpaces') return indicatorUnits.spaces[language];
  return unit === 'm' || unit === 'percent' ? indicatorUnits[unit][language] : unitText(language, unit);
}

const isGuide = ({ system }: LandClass): boolean => system === 'planning-guide-2023';

/** 用地平衡表: the rows as printed sum to the total as printed. */
export function balanceTable(input: DossierInput, language: Language): ReportTable {
  const words = dossierWords[language];
  const { rows, totalHectares, missing, overlapM2 } = landBalance(input.facts.parcels, input.facts.overlapM2);
  const isGuideAlone = rows.every(({ landClass }) => landClass === null || isGuide(landClass));
  const guideOf = (landClass: LandClass): string =>
    guideCodeOf(input.policy, landClass) ?? (isGuide(landClass) ? landClass.code : '');
  return {
    title: words.balance,
    head: [
      ...(isGuideAlone ? [words.guideCode] : [words.code, words.guide]),
      words.landClass,
      words.hectares,
      words.percent,
    ],
    rows: rows.map(({ landClass, hectares, percent }) => [
      landClass?.code ?? '',
      ...(isGuideAlone ? [] : [landClass ? guideOf(landClass) : '']),
      landClass ? landClassName(input.policy, landClass, language) : words.unclassified,
      figure(hectares, 4),
      figure(percent, 2),
    ]),
    total: [
      words.total,
      ...(isGuideAlone ? [] : ['']),
      '',
      figure(totalHectares, 4),
      figure(rows.length > 0 ? 100 : 0, 2),
    ],
    notes: [
      ...(rows.length > 0 ? [words.wholeSums] : []),
      ...(input.facts.parcels.length === 0 ? [words.noParcels] : []),
      ...(missing.length > 0 ? [words.leftOut(missingText(language, missing, input.policy))] : []),
      ...(overlapM2 > 0 ? [words.overlap(fixed(overlapM2, 2))] : []),
    ],
  };
}

/** 宗地: areas on the basis they are judged by; no coordinates. */
export function parcelTable(input: DossierInput, language: Language): ReportTable {
  const words = dossierWords[language];
  const { parcels, sites } = input.facts;
  const siteOf = (id: string): string =>
    sites.state === 'value' ? String(sites.value.find((s) => s.parcelIds.includes(id))?.number ?? '') : '';
  const all = parcels.map(({ parcel }) => parcel);
  const rows = parcels.map(({ parcel, area }): Cell[] => {
    const known = area.state === 'value' ? area.value : null;
    return [
      namedRecord(parcel, all, language),
      siteOf(parcel.id),
      parcel.landClass ? landClassName(input.policy, parcel.landClass, language) : words.unclassified,
      known ? figure(muOf(known.value), 4) : words.unknown,
      known ? figure(known.value, 2) : words.unknown,
      known?.basis ? basisNames[known.basis][language] : '',
      (parcel.status && input.policy.values[`status.${parcel.status}`]?.[language]) ?? '',
      parcel.planYear === null ? words.noPlan : String(parcel.planYear ?? ''),
    ];
  });
  const head = [words.number, words.site, words.landClass, words.areaMu, words.areaM2, words.basis, words.status];
  const sum = totalOf(rows.map((row) => row[4]), input.facts.figures.landArea, 2); // prettier-ignore
  return {
    title: words.parcels,
    head: [...head, words.planYear],
    rows,
    ...(rows.length > 1 && sum !== '' && { total: [words.total, '', '', '', sum, '', '', ''] }),
    notes: rows.length === 0 ? [words.noParcels] : [],
  };
}
