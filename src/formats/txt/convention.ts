import type { Project } from '../../domain/land/model.ts';
import type { AreaUnit } from '../area-units.ts';

/*
 * 界址点 TXT: a convention, not a standard. `[属性描述]` holds key=value lines; `[地块坐标]` holds, per plot, a line
 * 点数,面积,编号,名称,图形属性,图幅号,用途,地类编码,…,@ and its points 点名,圈号,X(north),Y(east).
 */
export const headerSection = '属性描述';
export const plotSection = '地块坐标';
/** Attributes of a plot line after number of points, area, 编号 and 名称, kept under these names in `extra`. */
export const plotAttributes = ['图形属性', '图幅号', '用途', '地类编码'] as const;
/** Those that name the land class. */
export const landClassAttributes = ['用途', '地类编码'] as const;
/** Attributes beyond those, as a list of texts in `extra`. */
export const moreAttributes = '附加属性';
/** Top-level member of the exchange file: decimals of the coordinates where 精度 does not say them. */
export const decimalsMember = '坐标小数位';
/** In place of the decimals: as many as each number needs, without trailing zeros. */
export const trimmedDecimals = '不补零';
/** Top-level member of the exchange file: unit of the stated areas in the TXT it came from. */
export const areaUnitMember = '面积单位';
export const areaUnitNames: Readonly<Record<AreaUnit, string>> = { m2: '平方米', hectare: '公顷', mu: '亩' };
/** A stated area whose unit no one knows, as it was written, in `extra` of the parcel. */
export const areaTextMember = '面积原文';

/** Decimals a 精度 such as 0.001 stands for; null where it says none. */
export function decimalsOf(precision: string | undefined): number | null {
  const found = /^0?\.(0*1)$/.exec(precision?.trim() ?? '');
  return found ? found[1].length : precision?.trim() === '1' ? 0 : null;
}

/**
 * 精度 as the head of a boundary-point file states it, metres; null where it states none. By custom many write the
 * resolution of their digits there (0.001): whether it is the error of the points is for a person to say.
 */
export function filePrecisionOf({ extra }: Project): number | null {
  const header = extra?.[headerSection];
  if (typeof header !== 'object' || header === null) return null;
  const text = (header as Readonly<Record<string, unknown>>)['精度'];
  const metres = typeof text === 'string' && text.trim() !== '' ? Number(text) : NaN;
  return metres > 0 && metres <= 100 ? metres : null;
}
