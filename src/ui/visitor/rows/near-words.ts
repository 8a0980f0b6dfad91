/*
 * What may have been meant where nothing is found as it was typed: 食品园 for 食品科创小微企业园, 鹭州 for 鹭洲, luzhuo for
 * luzhou, liu xi for liuxi.
 */

const LATIN = /^[a-z0-9]+$/;
/** What people put behind a name that stands otherwise in it. */
const ENDINGS = /(小微企业园|小微园|产业园|工业园|科技园|园区|园|街道办|街道|乡|镇|区|县|市)$/;

/** The words without such endings, syllables put together; null where that changes nothing. */
export function loosened(words: readonly string[]): readonly string[] | null {
  if (words.length > 1 && words.every((word) => LATIN.test(word))) return [words.join('')];
  const bare = words.map((word) => (word.length > 2 ? word.replace(ENDINGS, '') || word : word));
  return bare.some((word, i) => word !== words[i]) ? bare : null;
}

/** Whether a name may be meant by a word: its characters stand in it in this order, or one of them is another. */
export function resembles(name: string, word: string): boolean {
  if (word.length < 2 || LATIN.test(word)) return false;
  if (word.length > 2 && isInOrder(name, word)) return true;
  const starts = word.length > 2 ? name.length - word.length : 0;
  for (let start = 0; start <= starts; start++) if (differing(name, word, start) <= 1) return true;
  return false;
}

function isInOrder(name: string, word: string): boolean {
  let at = 0;
  for (const letter of word) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const differing = (name: string, word: string, start: number): number =>
  [...word].filter((letter, i) => name[start + i] !== letter).length;

/** Whether pinyin begins so but for one letter: another, one too many, one too few, two the wrong way round. */
export function soundsLike(pinyin: string, word: string): boolean {
  if (word.length < 4 || !LATIN.test(word)) return false;
  return [-1, 0, 1].some((more) => isOneOff(pinyin.slice(0, word.length + more), word));
}

function isOneOff(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
