import type { Fault, HintCode, SnapKind, ToolFaultCode, TypedField } from '../desk/tools/index.ts';
import type { ProblemCode } from '../domain/geometry/valid/problem.ts';
import type { DrawingStep } from '../domain/land/change.ts';
import { fixed } from './figures.ts';
import type { Both, Language } from './language.ts';
import { problemText } from './problems.ts';

/* What the drawing tools say: why a place was snapped to, what is wrong, what comes next, what was done. */

type Words = Readonly<Record<Language, string>>;

const snaps: Readonly<Record<SnapKind, Words>> = {
  vertex: { zh: '端点', en: 'vertex' },
  intersection: { zh: '交点', en: 'intersection' },
  midpoint: { zh: '中点', en: 'midpoint' },
  perpendicular: { zh: '垂足', en: 'perpendicular' },
  edge: { zh: '边', en: 'edge' },
  extension: { zh: '延长线', en: 'extension' },
  parallel: { zh: '平行线', en: 'parallel' },
};

const snapWord = (language: Language, kind: SnapKind): string => snaps[kind][language];

/** 端点 LX-0417 界址点 J4: why a place was snapped to, and whose it is. */
export function saySnap(
  language: Language,
  kind: SnapKind,
  of?: { readonly id: string; readonly number: number },
): string {
  const word = snapWord(language, kind);
  if (!of) return word;
  if (kind !== 'vertex') return `${word} ${of.id}`;
  return language === 'zh' ? `${word} ${of.id} 界址点 J${of.number}` : `${word} J${of.number} of ${of.id}`;
}

const faults: Readonly<Record<ToolFaultCode, Words>> = {
  'not-a-number': { zh: '请输入数字，如 157.00', en: 'type a number, like 157.00' },
  'not-an-angle': { zh: '请输入角度，如 90.5 或 90°30′15″', en: 'type an angle, like 90.5 or 90°30′15″' },
  'not-positive': { zh: '必须大于 0', en: 'it has to be more than 0' },
  'no-last-vertex': { zh: '先定起点，再输入长度或增量', en: 'set a first point before a length or a step' },
  'no-last-edge': {
    zh: '先画一条边，再输入转角；第一条边请用方位角',
    en: 'draw an edge before a turn; give the first one an azimuth',
  },
  'no-such-point': { zh: '没有同时符合所输入数值的点', en: 'no point fits all that was typed' },
  'same-point': { zh: '与上一点重合', en: 'this is where the last point is' },
  'nothing-left': { zh: '退让后没有剩余用地，请减小距离', en: 'nothing would be left: make the distance smaller' },
  'no-border': { zh: '两点之间没有可沿用的界线', en: 'no border leads from one point to the other' },
  'too-many-copies': {
    zh: '一次最多复制 500 个，请加大间距',
    en: 'at most 500 copies at a time: make them stand farther apart',
  },
  'far-away': { zh: '位置超出坐标系范围', en: 'that is outside the coordinate system' },
};

/** A coordinate may be no number, and so may be what is typed: then it has no place. */
const isOfTool = ({ code, at }: Pick<Fault, 'code' | 'at'>): boolean =>
  code in faults && !(code === 'not-a-number' && at);

/** Why what is drawn cannot be taken as it is. */
export const sayFault = (language: Language, fault: Pick<Fault, 'code' | 'at'>): string =>
  isOfTool(fault) ? faults[fault.code as ToolFaultCode][language] : problemText(language, fault.code as ProblemCode);

const fields: Readonly<Record<TypedField, Words>> = {
  length: { zh: '长度', en: 'Length' },
  turn: { zh: '转角', en: 'Turn' },
  azimuth: { zh: '方位角', en: 'Azimuth' },
  deltaEast: { zh: 'ΔY（东）', en: 'Δ east' },
  deltaNorth: { zh: 'ΔX（北）', en: 'Δ north' },
  east: { zh: 'Y（东）', en: 'East' },
  north: { zh: 'X（北）', en: 'North' },
  count: { zh: '个数', en: 'Copies' },
  spacing: { zh: '间距', en: 'Spacing' },
};

export const typedFieldName = (language: Language, field: TypedField): string => fields[field][language];

const hints: Readonly<Record<HintCode, Words>> = {
  'first-point': { zh: '点击定第一点', en: 'Click the first point' },
  'second-point': {
    zh: '点击定第二点，或输入长度和方位角',
    en: 'Click the second point, or type a length and an azimuth',
  },
  'next-point': { zh: '点击定下一点，或输入长度和转角', en: 'Click the next point, or type a length and a turn' },
  'next-or-close': {
    zh: '点击定下一点；Enter 闭合，Backspace 退一点',
    en: 'Click the next point; Enter closes, Backspace takes one back',
  },
  'opposite-corner': { zh: '点击定对角，或输入 ΔX、ΔY', en: 'Click the opposite corner, or type its Δ' },
  depth: { zh: '点击定进深，或输入长度', en: 'Click the depth, or type it' },
  'choose-vertex': {
    zh: '拖动界址点或边；双击边加点',
    en: 'Drag a point or an edge; double-click an edge for a new point',
  },
  drop: { zh: '松开放下，Esc 取消', en: 'Let go to set it down, Esc to leave it' },
  'base-point': { zh: '点击定基点，或直接拖动', en: 'Click a base point, or drag' },
  'target-point': {
    zh: '点击定目标点，或输入距离和方位角',
    en: 'Click where it goes, or type a distance and an azimuth',
  },
  pivot: { zh: '点击定旋转中心，或输入角度', en: 'Click the pivot, or type an angle' },
  reference: { zh: '点击定起始方向', en: 'Click the direction to turn from' },
  'new-direction': { zh: '点击定新方向，或输入角度', en: 'Click the new direction, or type an angle' },
  'choose-edge': { zh: '点击要退让的边', en: 'Click the edges to set back' },
  distance: { zh: '输入退让距离，Enter 确认', en: 'Type the distance, Enter takes it' },
};

export const sayHint = (language: Language, hint: HintCode): string => hints[hint][language];

const metres = (value: string | number): string => fixed(Number(value), 2);
const ofId = (zh: string, en: string): Both => ({ zh: (p) => `${zh} ${p.id}`, en: (p) => `${en} ${p.id}` });

/** What was done, to be undone by name: 撤销：移动界址点 J4. */
export const drawingSteps: Readonly<Record<DrawingStep, Both>> = {
  drawn: ofId('画', 'draw'),
  'hole-cut': ofId('挖孔', 'cut a hole in'),
  'part-added': ofId('加一部分', 'add a part to'),
  'vertex-moved': { zh: (p) => `移动界址点 J${p.number}（${p.id}）`, en: (p) => `move point J${p.number} of ${p.id}` },
  'vertex-added': { zh: (p) => `增加界址点 J${p.number}（${p.id}）`, en: (p) => `add point J${p.number} to ${p.id}` },
  'vertex-deleted': {
    zh: (p) => `删除界址点 J${p.number}（${p.id}）`,
    en: (p) => `delete point J${p.number} of ${p.id}`,
  },
  'edge-moved': {
    zh: (p) => `平移 J${p.number}—J${p.to} ${metres(p.distanceM)} m（${p.id}）`,
    en: (p) => `move edge J${p.number}–J${p.to} of ${p.id} by ${metres(p.distanceM)} m`,
  },
  'shape-moved': {
    zh: (p) => `移动 ${p.id} ${metres(p.distanceM)} m`,
    en: (p) => `move ${p.id} by ${metres(p.distanceM)} m`,
  },
  'shape-rotated': {
    zh: (p) => `旋转 ${p.id} ${Number(p.degrees).toFixed(1)}°`,
    en: (p) => `turn ${p.id} by ${Number(p.degrees).toFixed(1)}°`,
  },
  'shape-copied': {
    zh: (p) => `复制 ${p.id}，${p.count} 个`,
    en: (p) => (Number(p.count) === 1 ? `copy ${p.id}` : `copy ${p.id} ${p.count} times`),
  },
  'set-back': {
    zh: (p) => `${p.id} 退线 ${metres(p.distanceM)} m`,
    en: (p) => `set ${p.id} back by ${metres(p.distanceM)} m`,
  },
  'overlap-clipped': ofId('裁剪压盖', 'clip the overlaps of'),
};
