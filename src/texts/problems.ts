import type { BoundaryProblem, ProblemCode } from '../domain/geometry/problem.ts';
import type { FileNote } from '../formats/contract.ts';
import type { Both, Language } from './language.ts';

const words: Record<ProblemCode, Readonly<Record<Language, string>>> = {
  'not-a-number': { zh: '坐标不是有效数字', en: 'a coordinate is not a valid number' },
  'too-few-points': { zh: '界址点不足三个', en: 'fewer than three different points' },
  'repeated-vertex': { zh: '界址点重复', en: 'the same point twice in a row' },
  'duplicate-vertex': { zh: '界线在一点自触', en: 'the boundary touches itself at a point' },
  spike: { zh: '界线有尖刺（去而复返）', en: 'the boundary has a spike (goes out and back)' },
  'self-crossing': { zh: '界线自相交', en: 'the boundary crosses itself' },
  'zero-area': { zh: '面积为零', en: 'the area is zero' },
  'hole-outside': { zh: '内环不在外环之内', en: 'a hole lies outside its shell' },
  'rings-cross': { zh: '内外环相交', en: 'rings of one part cross' },
  'parts-overlap': { zh: '同一宗地的图形互相重叠', en: 'parts of the parcel overlap each other' },
  'features-overlap': { zh: '与另一宗地重叠', en: 'overlaps another parcel' },
};

const placeOf = (language: Language, p: BoundaryProblem): string => {
  if (p.ring === undefined) return '';
  const vertex = p.vertex === undefined ? '' : language === 'zh' ? `第 ${p.vertex} 点` : `, point ${p.vertex}`;
  return language === 'zh' ? `（第 ${p.ring} 圈${vertex}）` : ` (ring ${p.ring}${vertex})`;
};

export const sayProblem = (language: Language, problem: BoundaryProblem): string =>
  words[problem.code][language] + placeOf(language, problem);

const formatNames: Readonly<Record<string, string>> = { txt: 'TXT', shp: 'Shapefile', geojson: 'GeoJSON' };
const lost: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  parks: { zh: '个园区的资料', en: 'data of parks' },
  buildings: { zh: '幢建筑', en: 'buildings' },
  townships: { zh: '个乡镇', en: 'townships' },
  zones: { zh: '个开发区等区域', en: 'zones' },
  jurisdictions: { zh: '个辖区', en: 'jurisdictions' },
  others: { zh: '个其他要素', en: 'other features' },
  fields: { zh: '个宗地字段', en: 'further fields of parcels' },
  'feature-members': { zh: '宗地的附加成员', en: 'foreign members of parcels' },
  members: { zh: '项文件说明', en: "the file's own members" },
};

const notes: Record<FileNote['code'], Both> = {
  'stated-area-differs': {
    zh: (p) => `宗地 ${p.id} 的登记面积 ${p.stated} m² 与按坐标计算的 ${p.computed} m² 不一致`,
    en: (p) => `parcel ${p.id}: stated area ${p.stated} m² differs from ${p.computed} m² computed from its points`,
  },
  'point-count-differs': {
    zh: (p) => `第 ${p.line} 行称有 ${p.stated} 个界址点，实际 ${p.found} 个`,
    en: (p) => `line ${p.line} states ${p.stated} points, found ${p.found}`,
  },
  'ring-closed': {
    zh: (p) => `宗地 ${p.id} 的界线没有回到起点，已按闭合处理`,
    en: (p) => `parcel ${p.id}: the boundary did not return to its first point and was closed`,
  },
  'encoding-guessed': {
    zh: (p) => `文件没有说明文字编码，按 ${p.encoding} 读取`,
    en: (p) => `the file states no encoding; read as ${p.encoding}`,
  },
  'axes-swapped': {
    zh: (p) => `坐标次序为${p.first === 'north' ? '北（纬度）、东（经度）' : '东、北'}（与惯例相反），已按此读取`,
    en: (p) =>
      `coordinates come ${p.first === 'north' ? 'north (latitude)' : 'east'} first, against the convention, and were read so`,
  },
  'area-unit-hectares': { zh: () => '文件中的面积按公顷读取', en: () => 'stated areas were read as hectares' },
  'area-unit-mu': { zh: () => '文件中的面积按亩读取', en: () => 'stated areas were read as mu 亩' },
  'area-unit-unclear': {
    zh: (p) =>
      `宗地 ${p.id} 的登记面积 ${p.stated} 看不出是公顷、亩还是 m²，未采用${p.computed === undefined ? '' : `（按坐标计算为 ${p.computed} m²）`}`,
    en: (p) =>
      `parcel ${p.id}: stated area ${p.stated} fits neither hectares, mu nor m² and was left out${p.computed === undefined ? '' : ` (${p.computed} m² computed from its points)`}`,
  },
  'other-geometry-kept': {
    zh: (p) => `${p.count} 个点、线或未知类型的图形原样保留，不参与计算`,
    en: (p) => `${p.count} points, lines or features of unknown kinds are kept as they are and not computed`,
  },
  'not-carried': {
    zh: (p) => `${formatNames[p.format]} 装不下 ${p.count} ${lost[p.what]?.zh ?? p.what}，没有写入`,
    en: (p) => `${formatNames[p.format]} cannot hold ${lost[p.what]?.en ?? p.what}: ${p.count} not written`,
  },
};

export const sayNote = (language: Language, note: FileNote): string => notes[note.code][language](note.params);
