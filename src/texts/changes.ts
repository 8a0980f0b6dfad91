import type { ChangeRefusal } from '../domain/land/land.ts';
import type { MendRefusal } from '../policy/repairs/words.ts';
import { kindName } from './field-names.ts';
import type { Both, Language } from './language.ts';

/** `parcel A、park P`, in the words of people. */
const recordsText = (language: Language, records: string | number): string =>
  String(records)
    .split('、')
    .map((record) => record.replace(/^\w+/, (kind) => kindName(language, kind)))
    .join(language === 'zh' ? '、' : ', ')
    .concat(language === 'zh' && /[!-~]$/.test(String(records)) ? ' ' : '');

/** Why land cannot be changed as asked, and what to do; for `sayRefusal`. */
export const changeSentences: Readonly<Record<ChangeRefusal['code'] | MendRefusal['code'], Both>> = {
  'changed-meanwhile': {
    zh: (p) =>
      `${recordsText('zh', p.records)}${Number(p.count) > 5 ? `等 ${p.count} 项` : ''}已在别处改动，这一步没有执行。请看过现在的内容后重试。`,
    en: (p) =>
      `${recordsText('en', p.records)}${Number(p.count) > 5 ? ` and ${Number(p.count) - 5} more` : ''} changed meanwhile, so this was not done. Look at it as it is now and try again.`,
  },
  'reason-missing': {
    zh: (p) => `请填写${p.field}，写明理由后才能采用。`,
    en: (p) => `Write down the ${p.field}; without it this cannot be applied.`,
  },
  'names-missing': {
    zh: (p) => `请填写${p.field}，至少 ${p.count} 个。`,
    en: (p) => `Name ${p.count === '1' ? 'one' : `at least ${p.count}`} more: ${p.field}.`,
  },
  'name-twice': {
    zh: (p) => `“${p.name}”重复，请换一个。`,
    en: (p) => `"${p.name}" is there already; give another one.`,
  },
  'day-missing': {
    zh: (p) => `请填写${p.field}，写成 2026-01-31 的样子。`,
    en: (p) => `Give the ${p.field} as a date like 2026-01-31.`,
  },
  'repair-gone': {
    zh: (p) => `园区 ${p.park} 已有改动，这条建议不再适用，请看新的建议。`,
    en: (p) => `Park ${p.park} is no longer as it was, and this no longer mends it; look at the new suggestions.`,
  },
  'past-mending': {
    zh: () => '已经逾期办理，事后不能补正，没有可改之处；日期填错的请在文件中更正。',
    en: () =>
      'It was done too late and cannot be made good: there is nothing to change. A wrong date is corrected in the file.',
  },
};
