import type { Language } from '../language.ts';

/** Of 天地图 below the map. */
export const baseMapTexts: Readonly<Record<Language, Readonly<Record<'drawn' | 'failed', string>>>> = {
  zh: { drawn: '底图：天地图', failed: '现在取不到天地图，改用本图自己的底图。' },
  en: {
    drawn: 'Base map: Tianditu 天地图',
    failed: 'Tianditu 天地图 cannot be had now; this map draws its own ground.',
  },
};
