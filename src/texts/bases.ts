import type { AreaBasis } from '../domain/land/figure.ts';
import { MIXED_BASES } from '../domain/land/figure-arithmetic.ts';
import { STATED_ON_ELLIPSOID } from '../domain/land/stated-area.ts';
import type { Language } from './language.ts';

/** 面积口径 in words. */
export const basisNames: Readonly<Record<AreaBasis, Readonly<Record<Language, string>>>> = {
  registered: { zh: '登记面积', en: 'registered' },
  plane: { zh: '平面面积', en: 'plane' },
  ellipsoid: { zh: '椭球面积', en: 'ellipsoidal' },
};

/** Of a sum whose parts are on different bases. */
const mixedBases: Readonly<Record<Language, string>> = {
  zh: '部分登记面积、部分计算面积',
  en: 'partly registered, partly computed',
};

/** Of land whose stated area is that of the land survey. */
const statedOnEllipsoid: Readonly<Record<Language, string>> = {
  zh: '登记面积（椭球）',
  en: 'registered (ellipsoidal)',
};

/**
 * The basis of a figure in words. Only land has a registered area: of anything else a document tells what was filled in.
 * Where the parts of a sum differ it has no one basis, and that is said.
 */
export const basisText = (
  language: Language,
  what: string,
  basis: AreaBasis,
  notes: readonly string[] = [],
): string => {
  if (notes.includes(MIXED_BASES)) return mixedBases[language];
  if (basis === 'registered' && notes.includes(STATED_ON_ELLIPSOID)) return statedOnEllipsoid[language];
  if (basis !== 'registered' || what === 'landArea') return basisNames[basis][language];
  return language === 'zh' ? '填报' : 'as filled in';
};
