import type { AreaBasis } from '../domain/land/figure.ts';
import type { Language } from './language.ts';

/** 面积口径 in words. */
export const basisNames: Readonly<Record<AreaBasis, Readonly<Record<Language, string>>>> = {
  registered: { zh: '登记面积', en: 'registered' },
  plane: { zh: '平面面积', en: 'plane' },
  ellipsoid: { zh: '椭球面积', en: 'ellipsoidal' },
};

/** The basis of a figure in words. Only land has a registered area: of anything else a document tells what was filled in. */
export const basisText = (language: Language, what: string, basis: AreaBasis): string => {
  if (basis !== 'registered' || what === 'landArea') return basisNames[basis][language];
  return language === 'zh' ? '填报' : 'as filled in';
};
