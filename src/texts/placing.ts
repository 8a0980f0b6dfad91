import type { PlacingNote } from '../domain/land/placing.ts';
import type { Language } from './language.ts';

type Say = (params: PlacingNote['params']) => Readonly<Record<Language, string>>;

const crossing = (divided: PlacingNote['params'][string], what: Readonly<Record<Language, string>>) => ({
  zh: Number(divided) > 0 ? `，其中 ${divided} 宗跨${what.zh}界线，取面积过半者` : '',
  en: Number(divided) > 0 ? `; ${divided} of them cross its border and lie in it with more than half of their area` : '',
});
const township = { zh: '镇（街道）', en: 'township' };
const zone = { zh: '区域', en: 'zone' };

const sentences: Readonly<Record<PlacingNote['code'], Say>> = {
  'township-by-boundary': ({ count, divided }) => ({
    zh: `${count} 宗地未登记所在镇（街道），按文件中的镇（街道）界线判定${crossing(divided, township).zh}`,
    en: `${count} parcels name no township: told from the township boundaries in the file${crossing(divided, township).en}`,
  }),
  'township-differs': ({ count, ids }) => ({
    zh: `${count} 宗地登记的镇（街道）与界线不一致，仍以登记为准：${ids}`,
    en: `${count} parcels lie mostly in another township than the one recorded, which still counts: ${ids}`,
  }),
  'zone-by-boundary': ({ count, divided }) => ({
    zh: `${count} 宗地未登记所在开发区等区域，按文件中的区域界线判定${crossing(divided, zone).zh}`,
    en: `${count} parcels name no zone: told from the zone boundaries in the file${crossing(divided, zone).en}`,
  }),
};

/** What was told from boundaries of townships and zones, as one sentence. */
export const sayPlacing = (language: Language, { code, params }: PlacingNote): string =>
  sentences[code](params)[language];
