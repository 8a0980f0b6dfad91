/*
 * 地类图斑 DLTB of the land surveys: what its columns certainly mean, under their codes or their names.
 */

const classColumn = /^(DLBM|地类编码)$/i;
/** The third survey 三调 takes 扣除地类 off a 图斑. */
const ofThird = [/^(TBMJ|图斑面积)$/i, /^(KCMJ|扣除地类面积|扣除面积)$/i];
/** The second survey had lines and points to take off as well, and classes of its own, of three digits. */
const ofSecond = /^(XZDWMJ|LXDWMJ|TKMJ|线状地物面积|零星地物面积|田坎面积)$/i;

/** Whether the columns are those of the third survey's 图斑. */
export const isThirdSurvey = (names: readonly string[]): boolean =>
  [classColumn, ...ofThird].every((column) => names.some((name) => column.test(name))) &&
  !names.some((name) => ofSecond.test(name));

/** Whether codes of a column say more than the words they stand for: those of the survey's own classes. */
export const codesStay = (name: string, names: readonly string[]): boolean =>
  classColumn.test(name) && isThirdSurvey(names);

/** 0601, 0201K, 05H1, 08H2. */
const surveyCode = /^\d{2}([\dH]\d[A-Z]?)?$/;

interface SurveyClass {
  readonly system: 'land-survey-3';
  readonly code: string;
}

/** A code of the third survey as a class with its system; null for what is none. */
export function surveyClass(column: string, value: unknown): SurveyClass | null {
  if (typeof value !== 'string' || !classColumn.test(column)) return null;
  const code = value.normalize('NFKC').trim().toUpperCase();
  return surveyCode.test(code) ? { system: 'land-survey-3', code } : null;
}

const placeColumn = /^(ZLDWDM|[坐座]落单位代码)$/i;

/** 坐落单位代码 begins with the codes of 区县 and 镇（街道） (GB/T 2260 with three digits more): the land lies there. */
export function surveyPlace(row: Readonly<Record<string, unknown>>): { districtCode?: string; townshipCode?: string } {
  for (const column in row) {
    const code = placeColumn.test(column) ? row[column] : undefined;
    if (typeof code === 'string' && /^\d{9,19}$/.test(code))
      return { districtCode: code.slice(0, 6), townshipCode: code.slice(0, 9) };
  }
  return {};
}

/** What is taken off a 图斑, and what is left of it: areas that are known to be none of the land as a whole. */
export const isPartOfArea = (column: string): boolean =>
  /^(KCMJ|扣除地类面积|扣除面积|TBDLMJ|图斑地类面积)$/i.test(column.trim());

/** Whether a column, with its unit or without, is one of areas on the ellipsoid 椭球面积: that of a 图斑 in both surveys. */
export const isEllipsoidArea = (column: string): boolean => /^(TBMJ|图斑面积)(?!\p{Script=Han})/iu.test(column.trim());
