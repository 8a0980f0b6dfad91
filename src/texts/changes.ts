import type { DraftRefusal, ElsewhereRefusal } from '../desk/draft-refusal.ts';
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

/** Why a draft is not kept on the device or not opened from it, and what to do; for `sayRefusal`. */
export const draftSentences: Readonly<Record<DraftRefusal['code'], Both>> = {
  'device-full': {
    zh: () => '本机存储已满，最近的改动没有存下。请立即另存为文件，或删除旧草案后再改一步。',
    en: () =>
      'This device has no room left: the latest changes are not kept. Save to a file now, or delete an old draft and go on.',
  },
  'device-refuses': {
    zh: () => '浏览器不允许在本机保存（例如无痕窗口），关闭页面后改动会丢失。请另存为文件。',
    en: () =>
      'The browser keeps nothing on this device (a private window, say): closing the page loses the changes. Save to a file.',
  },
  'device-held': {
    zh: () => '本机存储被另一个旧版窗口占用，改动没有存下。请关闭其他园图窗口后再改一步，或另存为文件。',
    en: () =>
      'A window with an older version holds the store of this device: the changes are not kept. Close other Yuantu windows and go on, or save to a file.',
  },
  'draft-open-elsewhere': {
    zh: () => '这份草案正在另一个窗口打开，没有删除。请先关闭那个窗口。',
    en: () => 'This draft is open in another window and was not deleted. Close that window first.',
  },
  'draft-gone': {
    zh: () => '这份草案已在另一个窗口删除。请另存为文件，或重新打开原文件。',
    en: () => 'This draft was deleted in another window. Save to a file, or open the original file again.',
  },
  'draft-ahead': {
    zh: () => '同一份草案已在另一个窗口改动，这里的改动没有存下。请另存为文件，再重新打开草案。',
    en: () =>
      'The same draft was changed in another window, and the changes here are not kept. Save to a file, then open the draft again.',
  },
  'draft-does-not-fit': {
    zh: (p) =>
      `草案没有打开：第 ${p.step} 步改动（共 ${p.steps} 步）与现在读到的地块对不上。草案仍保留；请打开原文件，重做改动。`,
    en: (p) =>
      `The draft was not opened: change ${p.step} of ${p.steps} does not fit the land as it is read now. The draft is kept; open the original files and make the changes again.`,
  },
  'draft-of-another-sample': {
    zh: () => '草案没有打开：示例城市已随新版本更新，与草案开始时不同。草案仍保留；请打开示例城市，重做改动。',
    en: () =>
      'The draft was not opened: it was begun on the sample city of another release. The draft is kept; open the sample city and make the changes again.',
  },
};

/** Why land cannot be changed as asked, and what to do; for `sayRefusal`. */
export const changeSentences: Readonly<
  Record<ChangeRefusal['code'] | ElsewhereRefusal['code'] | MendRefusal['code'], Both>
> = {
  'done-elsewhere': {
    zh: () => '另一个窗口刚才又改了一步，这里没有撤销或重做。请看过按钮上的步骤名后再按一次。',
    en: () =>
      'Another window has just done something, so nothing was undone or done again. See what the button names now and press it again.',
  },
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
