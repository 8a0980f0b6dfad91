import type { FirstFile, SearchFile } from '../../../publish/shape/published.ts';
import { loosened, resembles, soundsLike } from './near-words.ts';

/** Full and half width, letters and blanks count the same. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** What is typed, as words that must all be found. */
export const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFKC').toLowerCase().split(/[\s,，、]+/).filter(Boolean); // prettier-ignore

/** What a row is found by, best first: where a word stands in it decides how far up it is listed. */
type Found = readonly (readonly string[])[];

/** Where names and places stand in it. */
const [NAMES, PLACES] = [0, 2];

/** Words of pinyin: the whole from its beginning, or the initials; a word of one letter finds too much of everything. */
const spelt = (pinyin: string | undefined): readonly string[] => (pinyin ?? '').split(' ').filter(Boolean);

const LATIN = /^[a-z0-9]+$/;

/** Rank of a word in a row, least best; −1 where it is not there. */
function rankOf(texts: Found, pinyin: readonly string[], word: string): number {
  for (const [rank, group] of texts.entries()) {
    if (group.some((text) => text.startsWith(word))) return rank * 2;
    if (group.some((text) => text.includes(word))) return rank * 2 + 1;
  }
  return LATIN.test(word) && word.length > 1 && pinyin.some((text) => text.startsWith(word)) ? 1 : -1;
}

/**
 * Finds parks by name, number, address, township, district, industry, in either language, and by pinyin. The further words
 * come with the search file; until they are there what the first file has is searched.
 */
export class Finder {
  readonly #parks: readonly Found[];
  readonly #pinyin: readonly (readonly string[])[];
  readonly #townships: readonly Found[];
  readonly #townshipPinyin: readonly (readonly string[])[];

  constructor(first: Pick<FirstFile, 'parks' | 'townships' | 'districts' | 'industries'>, more: SearchFile | null) {
    const { parks, townships, districts, industries } = first;
    const both = (words: { readonly zh: string; readonly en: string }) => [folded(words.zh), folded(words.en)];
    const places = townships.map(({ name, district }) => [
      ...both(name),
      ...(district >= 0 ? both(districts[district].name) : []),
    ]);
    this.#townshipPinyin = townships.map((_, row) => spelt(more?.townshipPinyin[row]));
    this.#townships = townships.map(({ name }) => [both(name)]);
    this.#parks = parks.name.map((name, row) => [
      [folded(name), folded(parks.nameEn[row])].filter(Boolean),
      [folded(parks.id[row])],
      parks.townships[row].flatMap((township) => places[township]),
      parks.industries[row].flatMap((industry) => both(industries[industry])),
      more?.parkAddress[row] ? [folded(more.parkAddress[row])] : [],
    ]);
    this.#pinyin = parks.name.map((_, row) => [
      ...spelt(more?.parkPinyin[row]),
      ...parks.townships[row].flatMap((township) => this.#townshipPinyin[township]),
      ...parks.industries[row].flatMap((industry) => spelt(more?.industryPinyin[industry])),
    ]);
  }

  /** Rows of parks in which every word is found, with how well (least best). */
  parks(words: readonly string[]): ReadonlyMap<number, number> {
    return ranked(this.#parks, this.#pinyin, words);
  }

  /** Where nothing is found: rows in which something like each of the words is. */
  near(words: readonly string[]): ReadonlyMap<number, number> {
    const loose = loosened(words) ?? words;
    const found = this.parks(loose);
    if (found.size > 0) return found;
    const isLike = (row: number, word: string): boolean =>
      [...this.#parks[row][NAMES], ...this.#parks[row][PLACES]].some((name) => resembles(name, word)) ||
      this.#pinyin[row].some((pinyin) => soundsLike(pinyin, word));
    const rows = this.#parks.map((_, row) => row).filter((row) => loose.every((word) => isLike(row, word)));
    return new Map(rows.map((row) => [row, 0]));
  }

  /** Rows of townships that the words name. */
  townships(words: readonly string[]): readonly number[] {
    const found = ranked(this.#townships, this.#townshipPinyin, words);
    return [...found].sort(([, a], [, b]) => a - b).map(([row]) => row);
  }
}

function ranked(
  rows: readonly Found[],
  pinyin: readonly (readonly string[])[],
  words: readonly string[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [row, texts] of rows.entries()) {
    const ranks = words.map((word) => rankOf(texts, pinyin[row], word));
    if (ranks.every((rank) => rank >= 0)) found.set(row, Math.max(0, ...ranks));
  }
  return found;
}
