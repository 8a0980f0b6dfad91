import { kindOfShape } from '../formats/found.ts';
import type { Language } from './language.ts';

/** [measure word and name in Chinese, one in English, several] */
type Words = readonly [zh: string, one: string, many: string];

/** What a file may hold instead of parcels, by the codes its reader counts; entities of a drawing by their own names. */
const things: Readonly<Record<string, Words>> = {
  point: ['个点', 'point', 'points'],
  multipoint: ['个多点', 'group of points', 'groups of points'],
  line: ['条线', 'line', 'lines'],
  polyline: ['条未闭合多段线', 'open polyline', 'open polylines'],
  spline: ['条样条曲线（SPLINE）', 'spline (SPLINE)', 'splines (SPLINE)'],
  arc: ['段圆弧（ARC）', 'arc (ARC)', 'arcs (ARC)'],
  circle: ['个圆（CIRCLE）', 'circle (CIRCLE)', 'circles (CIRCLE)'],
  ellipse: ['个椭圆（ELLIPSE）', 'ellipse (ELLIPSE)', 'ellipses (ELLIPSE)'],
  text: ['处文字', 'text', 'texts'],
  insert: ['处块引用（INSERT）', 'block reference (INSERT)', 'block references (INSERT)'],
  collection: ['个图形集合', 'collection of shapes', 'collections of shapes'],
  multipatch: ['个多面体（MultiPatch）', 'multipatch', 'multipatches'],
  curve: ['个曲线图形', 'curved shape', 'curved shapes'],
  track: ['条轨迹', 'track', 'tracks'],
  model: ['个三维模型', 'model', 'models'],
  placemark: ['个没有图形的地标', 'placemark without a shape', 'placemarks without a shape'],
  link: ['处网络链接或影像叠加', 'network link or overlay', 'network links or overlays'],
  null: ['条没有图形的记录', 'record without a shape', 'records without a shape'],
  row: ['行文字或数字', 'row of words or figures', 'rows of words or figures'],
  'deleted-row': ['行已标记删除的记录', 'row marked deleted', 'rows marked deleted'],
  table: ['张没有图形的表', 'table without shapes', 'tables without shapes'],
  park: ['个园区', 'park', 'parks'],
  building: ['幢建筑', 'building', 'buildings'],
  township: ['个乡镇', 'township', 'townships'],
  zone: ['个开发区等区域', 'zone', 'zones'],
  jurisdiction: ['个辖区', 'jurisdiction', 'jurisdictions'],
  other: ['个其他要素', 'other feature', 'other features'],
};

/** More kinds than this are counted together. */
const MOST = 6;

/** `line:8 spline:1` in words; empty where nothing was counted. */
export function foundText(language: Language, found: string | number | undefined): string {
  const counts = String(found ?? '')
    .split(' ')
    .flatMap((pair) => {
      const at = pair.lastIndexOf(':');
      const count = Number(pair.slice(at + 1));
      return at > 0 && count > 0 ? [[pair.slice(0, at), count] as const] : [];
    })
    .sort(([, a], [, b]) => b - a);
  const named = counts.slice(0, MOST).map(([kind, count]) => said(language, kind, count));
  const rest = counts.slice(MOST).reduce((sum, [, count]) => sum + count, 0);
  if (rest > 0) named.push(language === 'zh' ? `其他 ${rest} 个` : `${rest} others`);
  return named.join(language === 'zh' ? '、' : ', ');
}

/** `LineString, Point` as kinds of shapes: 线、点. */
export const shapesText = (language: Language, types: string | number): string =>
  [...new Set(String(types).split(', ').map((type) => shapeText(language, type)))].join(language === 'zh' ? '、' : ', '); // prettier-ignore

function shapeText(language: Language, type: string): string {
  const kind = kindOfShape(type);
  const words = Object.hasOwn(things, kind) ? things[kind] : undefined;
  // Without its measure word, which is one character.
  return words ? (language === 'zh' ? words[0].slice(1) : words[2]) : type;
}

function said(language: Language, kind: string, count: number): string {
  const words = Object.hasOwn(things, kind) ? things[kind] : undefined;
  if (!words) return language === 'zh' ? `${count} 个 ${kind}` : `${count} ${kind}`;
  return language === 'zh' ? `${count} ${words[0]}` : `${count} ${count === 1 ? words[1] : words[2]}`;
}
