import type { Language } from './language.ts';
import type { PartKind } from '../policy/shape/part.ts';
import type { Finding, TraceStep } from '../policy/shape/finding.ts';
import { measuredPairs } from '../policy/measured-pairs.ts';
import { squareMetresOf, type Unit } from '../domain/quantity/units.ts';
import type { Labels } from './labels.ts';
import { boundText, displayed, displayedText, type Displayed } from './figures.ts';
import { shownPair } from './pair.ts';
import { uiTexts } from './ui/index.ts';

type Word = Readonly<Record<Language, string>>;

/** Kinds of rules that leave a step of their own name. */
type NamedKind = Exclude<PartKind, 'amount' | 'each-against'>;

/** Steps of the judgement that are neither a measure, a field, nor an exception of the pack. */
const steps: Readonly<Record<NamedKind, Word>> & Readonly<Record<string, Word>> = {
  applies: { zh: '是否适用', en: 'does it apply' },
  limit: { zh: '与限值比较', en: 'held against the bound' },
  'any-of': { zh: '满足其一', en: 'any one of' },
  'all-of': { zh: '全部满足', en: 'all of' },
  'same-value': { zh: '取值相同', en: 'the same value' },
  exception: { zh: '例外情形', en: 'exception' },
  'every-parcels': { zh: '全部宗地', en: 'every parcel' },
  'some-parcels': { zh: '有宗地', en: 'some parcel' },
  'every-buildings': { zh: '全部建筑', en: 'every building' },
  'some-buildings': { zh: '有建筑', en: 'some building' },
  'every-sites': { zh: '全部分园', en: 'every site' },
  'some-sites': { zh: '有分园', en: 'some site' },
  'every-units': { zh: '全部分割单元', en: 'every unit' },
  'some-units': { zh: '有分割单元', en: 'some unit' },
  'every-leases': { zh: '全部租约', en: 'every lease' },
  'some-leases': { zh: '有租约', en: 'some lease' },
  'every-sales': { zh: '全部已售单元', en: 'every unit sold' },
  'some-sales': { zh: '有已售单元', en: 'some unit sold' },
  'every-parks': { zh: '全部园区', en: 'every park' },
  'some-parks': { zh: '有园区', en: 'some park' },
  each: { zh: '其中', en: 'of which' },
  'by-part': { zh: '分期单独判断', en: 'part by part' },
  count: { zh: '计数', en: 'counted' },
  every: { zh: '逐项检验', en: 'each of them' },
  against: { zh: '与另一个量比较', en: 'held against another measure' },
  deadline: { zh: '期限', en: 'deadline' },
  holds: { zh: '条件成立', en: 'the condition holds' },
  gaps: { zh: '分园之间', en: 'between the sites' },
};

/** Standing figures of a park. */
const figures: Readonly<Record<string, Word & { readonly percent?: true }>> = {
  landArea: { zh: '占地面积', en: 'land area' },
  industrialLandArea: { zh: '工业用地面积', en: 'industrial land' },
  floorArea: { zh: '建筑面积', en: 'floor area' },
  countedFloorArea: { zh: '计容建筑面积', en: 'counted floor area' },
  footprintArea: { zh: '基底面积', en: 'footprint' },
  plotRatio: { zh: '容积率', en: 'plot ratio' },
  buildingDensity: { zh: '建筑密度', en: 'building density', percent: true },
  ancillaryLandShare: { zh: '非生产性用房占地比例', en: 'ancillary share of land', percent: true },
  ancillaryFloorShare: { zh: '非生产性用房建筑面积比例', en: 'ancillary share of floor area', percent: true },
  siteCount: { zh: '分园数', en: 'number of sites' },
};

/** Readings taken on the way. */
const notes: Readonly<Record<string, Word>> = {
  'last-day-moved-on': { zh: '期限最后一日是休息日，顺延', en: 'the last day was a holiday and moved on' },
  'holidays-not-listed': {
    zh: '该年法定节假日未列入政策包，只按周末顺延',
    en: 'holidays of that year are not listed; weekends only',
  },
  'at-least': { zh: '资料不全，实际只多不少', en: 'data are missing; it can only be more' },
  'either-way': {
    zh: '缺的资料怎样填都不足，按较低的限值列出',
    en: 'misses whatever is missing; held against the milder bound',
  },
  'at-most': { zh: '资料不全，实际只少不多', en: 'data are missing; it can only be less' },
  misses: { zh: '未达', en: 'misses' },
  'not-yet-due': { zh: '期限未到', en: 'not due yet' },
  'not-done': { zh: '尚未办理', en: 'not done yet' },
  'shown-not-judged': { zh: '只列出，不单独判定', en: 'shown, not judged' },
  'bare-parcel': {
    zh: '有宗地没有记录建筑，按无计',
    en: 'a parcel without any building recorded is taken to have none',
  },
  'mixed-bases': {
    zh: '面积口径混用：部分为登记（填报）面积，部分为计算面积',
    en: 'bases are mixed: partly registered or as filled in, partly computed',
  },
  'stated-on-ellipsoid': {
    zh: '登记面积中有椭球面积（国土调查图斑面积）',
    en: 'a registered area is an ellipsoidal one, of the land survey',
  },
  'overlap-counted-once': { zh: '宗地重叠部分只算一次', en: 'ground under two parcels counted once' },
  'storeys-missing-counted-once': { zh: '层数未填，按一倍计容', en: 'storeys not recorded, counted once' },
  'height-missing-counted-once': { zh: '层高未填，按不加倍计容', en: 'storey height not recorded, not doubled' },
  'below-ground-missing-taken-as-none': {
    zh: '地下面积未填，按无计',
    en: 'below-ground area not recorded, taken as none',
  },
  'floor-area-from-footprint': { zh: '建筑面积按基底 × 层数计算', en: 'floor area from footprint × storeys' },
  'by-use-of-units': { zh: '按分割单元的用途划分', en: 'divided by the uses of its units' },
  'footprint-stated': { zh: '基底面积按填报', en: 'stated footprint' },
  'inside-parcels': { zh: '越界建筑只计宗地界线内的部分', en: 'of buildings over the boundary, what lies inside it' },
  'footprint-drawn': { zh: '基底面积按图形', en: 'drawn footprint' },
};

/** Label of a step: of a measure, exception or field of the pack, a figure, or a step of the engine. */
function labelOfStep(node: string, { measures, exceptions, fields }: Labels) {
  return measures[node] ?? exceptions[node] ?? fields[node] ?? figures[node] ?? steps[node];
}

/** Name of a step of the trace. */
export const sayStep = (language: Language, node: string, labels: Labels): string =>
  labelOfStep(node, labels)?.[language] ?? node;

/**
 * What a step found: a number with its unit, shares in per cent; whole numbers without decimals. What the `finding` holds
 * against a bound is written as it is there, never onto the bound.
 */
export function sayStepValue(
  language: Language,
  { node, value, unit }: TraceStep,
  labels: Labels,
  finding?: Pick<Finding, 'measured' | 'required'>,
): string {
  if (typeof value === 'boolean') return truth[language][value ? 'yes' : 'no'];
  if (typeof value !== 'number') return sayValue(language, node, value ?? '', labels);
  const shown = judgedAs(node, value, unit ?? 'count', labels, finding);
  return Number.isInteger(shown.value) ? boundText(language, shown.value, shown.unit) : displayedText(language, shown);
}

function judgedAs(
  node: string,
  value: number,
  unit: Unit,
  labels: Labels,
  finding?: Pick<Finding, 'measured' | 'required'>,
): Displayed {
  const label = labelOfStep(node, labels);
  const pair = (finding ? measuredPairs(finding) : []).find(({ measured: m }) => m.what === node);
  if (!pair?.required) return displayed(value, unit, label);
  const own = shownPair(pair, label);
  if (pair.measured.unit === unit && pair.measured.value === value) return own.measured;
  const inMu = unit === 'm2' && pair.required.unit === 'mu';
  if (!inMu || own.margin?.value === 0) return displayed(value, unit, label);
  return displayed(value, unit, label, { bound: squareMetresOf(pair.required.value) });
}

const truth = { zh: { yes: '是', no: '否' }, en: { yes: 'yes', no: 'no' } } as const;

/** A recorded value in words where the pack names it, else as it stands; a land class by the name of its system. */
export function sayValue(language: Language, node: string, value: string, labels: Labels): string {
  if (node !== 'landClass') return labels.values[`${node}.${value}`]?.[language] ?? value;
  const [system, ...code] = value.split(' ');
  const systems: Readonly<Record<string, string>> = uiTexts[language].systems;
  return [systems[system] ?? system, ...code].join(' ');
}

/** Notes of a step (several codes stand apart by spaces) as one phrase. */
export const sayNotes = (language: Language, codes: string, labels: Labels): string =>
  codes
    .split(' ')
    .map((code) => notes[code]?.[language] ?? sayStep(language, code, labels))
    .join(language === 'zh' ? '；' : '; ');
