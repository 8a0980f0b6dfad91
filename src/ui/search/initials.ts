/*
 * First letters of pinyin 拼音首字母 without a table of characters: the browser sorts Chinese by pinyin, so a character has the
 * letter of the last of these that sorts before it. A character of several readings is taken by its usual one.
 */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';
const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character;
  let letter = '';
  for (const [i, first] of [...FIRST].entries()) {
    if (byPinyin.compare(first, character) > 0) break;
    letter = LETTERS[i];
  }
  return letter;
}

/** `柳溪智造 3` → `lxzz3`: what is no Chinese stays as it is; folded text in. */
export const initialsOf = (folded: string): string => [...folded].map(initialOf).join('');
