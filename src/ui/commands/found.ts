import { fold } from '../../domain/land/parcel-columns.ts';
import { initialsOf } from '../search/initials.ts';

export type Group = 'command' | 'park' | 'parcel' | 'township' | 'rule';

/** One line of the palette. */
export interface Entry {
  readonly id: string;
  readonly group: Group;
  readonly name: string;
  /** What it would be done to, said behind its name and no way to it: who types a parcel's number goes to the parcel, and does not undo what was done to it. */
  readonly detail?: string;
  /** Other names it is found by. */
  readonly also?: readonly string[];
  /** Pinyin initials; made from the name where they are left out. */
  readonly initials?: string;
  /** The key it is also done by. */
  readonly key?: string;
  readonly run: () => unknown;
}

/** What an entry is found by, folded once. */
export interface Findable {
  readonly entry: Entry;
  readonly names: readonly string[];
  /** Words of the names, where they have such: of English. */
  readonly words: readonly string[];
  readonly initials: string;
}

export function findable(entry: Entry): Findable {
  const all = [entry.name, ...(entry.also ?? [])];
  return {
    entry,
    names: all.map(fold),
    words: all.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter(Boolean),
    initials: entry.initials ?? initialsOf(fold(entry.name)),
  };
}

/** How well it is found, 0 best; null where it is not. */
function rank({ names, words, initials }: Findable, folded: string, typed: readonly string[]): number | null {
  if (names.includes(folded)) return 0;
  if (names.some((name) => name.startsWith(folded))) return 1;
  if (initials.startsWith(folded)) return 2;
  if (typed.every((word) => words.some((own) => own.startsWith(word)))) return 3;
  if (names.some((name) => name.includes(folded))) return 4;
  return folded.length > 1 && initials.includes(folded) ? 5 : null;
}

/** The entries that words lead to, best first, in their own order where they are as good; all of them for no words. */
export function found(all: readonly Findable[], text: string, most: number): readonly Entry[] {
  const folded = fold(text);
  if (folded === '') return all.slice(0, most).map(({ entry }) => entry);
  const typed = text.normalize('NFKC').toLowerCase().trim().split(/\s+/);
  return all
    .flatMap((one) => {
      const at = rank(one, folded, typed);
      return at === null ? [] : [{ at, entry: one.entry }];
    })
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ entry }) => entry);
}
