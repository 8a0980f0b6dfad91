import { memoized } from '../../domain/land/memoized.ts';
import { rowsWhere } from '../../domain/land/records/records.ts';

/*
 * 地类图斑 DLTB of the land surveys: what its columns certainly mean, under their codes or their names.
 */

const classColumn = /^(DLBM|地类编码)$/i;
/** The third survey 三调 takes 扣除地类 off a 图斑. */
const ofThird = [/^(TBMJ|图斑面积)$/i, /^(KCMJ|扣除地类面积|扣除面积)$/i];
/** The second survey had lines and points to take off as well, and classes of its own, of three digits. */
const ofSecond = /^(XZDWMJ|LXDWMJ|TKMJ|线状地物面积|零星地物面积|田坎面积)$/i;

/** Whether the columns are those of the third survey's 图斑. */
const isThirdSurvey = (names: readonly string[]): boolean =>
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

/** What the rows of the third survey's 图斑 say in columns of their own. */
export interface SurveyColumns {
  /** Whether a column holds codes of the survey's classes. */
  isClass(column: string): boolean;
  /** A code of the survey as a class with its system, the same object for all rows of the class; null for what is none. */
  classOf(value: unknown): SurveyClass | null;
  /** 坐落单位代码 begins with the codes of 区县 and 镇（街道） (GB/T 2260 with three digits more): the land lies there. */
  placeOf(cells: readonly unknown[]): { districtCode?: string; townshipCode?: string };
}

const placeColumn = /^(ZLDWDM|[坐座]落单位代码)$/i;

/** Null where the columns are not those of the third survey. */
export function surveyColumns(columns: readonly string[]): SurveyColumns | null {
  if (!isThirdSurvey(columns)) return null;
  const classes = new Map<string, SurveyClass>();
  const ofPlace = rowsWhere(columns, (c) => placeColumn.test(columns[c]));
  return {
    isClass: (column) => classColumn.test(column),
    classOf: (value) => (typeof value === 'string' ? classOf(value, classes) : null),
    placeOf: (cells) => {
      for (const column of ofPlace) {
        const code = cells[column];
        if (typeof code === 'string' && /^\d{9,19}$/.test(code))
          return { districtCode: code.slice(0, 6), townshipCode: code.slice(0, 9) };
      }
      return {};
    },
  };
}

function classOf(value: string, known: Map<string, SurveyClass>): SurveyClass | null {
  // Mostly written as it is listed.
  const code = surveyCode.test(value) ? value : value.normalize('NFKC').trim().toUpperCase();
  return surveyCode.test(code) ? memoized(known, code, () => ({ system: 'land-survey-3', code })) : null;
}

/** What is taken off a 图斑, and what is left of it: areas that are known to be none of the land as a whole. */
export const isPartOfArea = (column: string): boolean =>
  /^(KCMJ|扣除地类面积|扣除面积|TBDLMJ|图斑地类面积)$/i.test(column.trim());

/** Whether a column, with its unit or without, is one of areas on the ellipsoid 椭球面积: that of a 图斑 in both surveys. */
export const isEllipsoidArea = (column: string): boolean => /^(TBMJ|图斑面积)(?!\p{Script=Han})/iu.test(column.trim());
