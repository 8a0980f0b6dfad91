import type { BoundaryProblem, ProblemCode } from '../domain/geometry/valid/problem.ts';
import { fixed } from './figures.ts';
import type { Language } from './language.ts';

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
  'too-many-rings': { zh: '环太多且彼此嵌套', en: 'too many rings lie in each other' },
  'shared-line': { zh: '同一宗地的两条界线部分重合', en: 'two boundary lines of the parcel run along each other' },
  'interior-cut': {
    zh: '内环相接，宗地内部仅在点上连通',
    en: 'rings touch so that the land hangs together only in points',
  },
  'features-overlap': { zh: '与另一宗地重叠', en: 'overlaps another parcel' },
  'features-overlap-more': { zh: '同一位置还有其他宗地', en: 'other parcels lie in the same place' },
};

export const problemText = (language: Language, code: ProblemCode): string => words[code][language];

const placeOf = (language: Language, p: BoundaryProblem): string => {
  if (p.ring === undefined) return '';
  const vertex = p.vertex === undefined ? '' : language === 'zh' ? `第 ${p.vertex} 点` : `, point ${p.vertex}`;
  return language === 'zh' ? `（第 ${p.ring} 圈${vertex}）` : ` (ring ${p.ring}${vertex})`;
};

export function sayProblem(language: Language, problem: BoundaryProblem): string {
  const { code, overlap, more } = problem;
  if (more !== undefined) return sayMore(language, code, more);
  if (!overlap) return words[code][language] + placeOf(language, problem);
  const zh = language === 'zh';
  const m2 = overlap.areaM2 < 0.01 ? `${zh ? '不足' : 'less than'} 0.01` : fixed(overlap.areaM2, 2);
  return zh ? `与宗地 ${overlap.id} 重叠 ${m2} m²` : `overlaps parcel ${overlap.id} by ${m2} m²`;
}

function sayMore(language: Language, code: ProblemCode, more: number): string {
  if (code === 'too-many-rings')
    return language === 'zh'
      ? `环太多且彼此嵌套，还有 ${more} 对未比较，面积无法确认：请把图形分成几个宗地`
      : `too many rings lie in each other; ${more} pairs were not compared, and the area cannot be vouched for: divide the shape into several parcels`;
  return language === 'zh'
    ? `同一位置还有 ${more} 个宗地，重叠过多，未逐一核对`
    : `${more} more ${more === 1 ? 'parcel lies' : 'parcels lie'} in the same place: too many overlaps, not looked at one by one`;
}
