import type { PlacingNote } from '../domain/land/placing/notes.ts';
import type { Both } from './language.ts';

type Params = PlacingNote['params'];
const parcels = ({ count }: Params): string => (Number(count) === 1 ? '1 parcel names' : `${count} parcels name`);
const lie = ({ count }: Params): string => (Number(count) === 1 ? '1 parcel lies' : `${count} parcels lie, each,`);
const divided = (params: Params): boolean => Number(params.divided) > 0;

/** What the boundaries of townships and zones said of parcels; see `sayNote`. */
export const placing: Record<PlacingNote['code'], Both> = {
  'township-by-boundary': {
    zh: (p) =>
      `${p.count} 宗地未登记所在镇（街道），按文件中的镇（街道）界线判定` +
      (divided(p) ? `，其中 ${p.divided} 宗跨界，以面积过半者为准` : ''),
    en: (p) =>
      `${parcels(p)} no township: told from the township boundaries in the file` +
      (divided(p) ? `; ${p.divided} of them cross a boundary and count where more than half of their area lies` : ''),
  },
  'township-differs': {
    zh: (p) => `${p.count} 宗地登记的镇（街道）与界线不一致，仍以登记为准：${p.ids}`,
    en: (p) => `mostly in another township than the recorded one, which still counts: ${p.count} (${p.ids})`,
  },
  'township-overlaps': {
    zh: (p) =>
      `文件中的镇（街道）界线互相重叠，${p.count} 宗地过半面积同时在两个以内，取占地较多或在前的一个，请核对：${p.ids}`,
    en: (p) =>
      `the township boundaries in the file overlap: ${lie(p)} with more than half of its ground in two of them; the one with more of it was taken, or the first (${p.ids})`,
  },
  'township-is-district': {
    zh: (p) => `${p.count} 宗地的镇（街道）代码只到区县（末三位为 000），不作为镇（街道）：${p.ids}`,
    en: (p) =>
      `the code recorded for the township is that of the district (it ends in 000) and was not taken for one: ${p.count} (${p.ids})`,
  },
  'district-differs': {
    zh: (p) => `${p.count} 宗地登记的区县与所在镇（街道）所属的区县不一致，仍以登记为准，请核对：${p.ids}`,
    en: (p) =>
      `recorded in another district than the one their township belongs to; the record still counts, please check: ${p.count} (${p.ids})`,
  },
  'zone-by-boundary': {
    zh: (p) =>
      `${p.count} 宗地未登记所在开发区等区域，按文件中的区域界线判定` +
      (divided(p) ? `，其中 ${p.divided} 宗跨界，以面积过半者为准` : ''),
    en: (p) =>
      `${parcels(p)} no zone: told from the zone boundaries in the file` +
      (divided(p) ? `; ${p.divided} of them cross a boundary and count where more than half of their area lies` : ''),
  },
  'zone-overlaps': {
    zh: (p) =>
      `文件中的开发区等区域互相重叠，${p.count} 宗地过半面积同时在两个以内，取占地较多或在前的一个，请核对：${p.ids}`,
    en: (p) =>
      `the zone boundaries in the file overlap: ${lie(p)} with more than half of its ground in two of them; the one with more of it was taken, or the first (${p.ids})`,
  },
  'park-crowded': {
    zh: (p) =>
      `${p.count} 个园区有成百上千宗地叠在一处或挤在百米之内，没有逐对判断它们怎样相邻、重叠多少，有重叠的面积和分园按未知处理，请核对界线：${p.ids}`,
    en: (p) =>
      `${Number(p.count) === 1 ? '1 park has' : `${p.count} parks have`} parcels by the hundred on top of each other or within 100 m: which adjoin and what they cover together was not told pair by pair; sites, and areas where they overlap, are unknown; please check the boundaries (${p.ids})`,
  },
};
