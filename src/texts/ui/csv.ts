import type { Language } from '../language.ts';

/** Columns of the table of one park. */
export const csvHeads: Readonly<Record<Language, readonly string[]>> = {
  zh: ['项目', '数值', '单位', '口径', '要求', '结论', '条款', '说明'],
  en: ['item', 'value', 'unit', 'basis', 'required', 'outcome', 'clause', 'remark'],
};
