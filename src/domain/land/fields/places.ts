import { oneOf, open, text } from './type.ts';

/** 镇（街道） */
export const township = {
  id: open(text),
  /** 9 digits */
  code: open(text),
  name: open(text),
  districtCode: open(text),
} as const;

export const zone = {
  id: open(text),
  name: open(text),
  /** 开发区, 特色小镇, other */
  zoneType: open(oneOf('development', 'characteristic-town', 'other')),
} as const;

/** 区县, 开发区: what answers for a target */
export const jurisdiction = {
  /** 6 digits of a district; of a development zone the zone's id. */
  code: open(text),
  name: open(text),
  /** 开发区, 市内五区, 其他区, 县（市） */
  category: open(oneOf('development-zone', 'urban-district', 'district', 'county')),
} as const;
