import type { FileNote } from '../contract.ts';
import { shown } from '../fields/parse.ts';

/** Different words of one column that are named in the notes; the rest of them are counted. */
const mostNamed = 20;

interface Word {
  readonly field: string;
  count: number;
  /** Number of the first record that has it, from 1. */
  readonly row: number;
}

/** Words that are none of the field their column is called after, by column and word, as the records are read. */
export class UnreadWords {
  readonly #columns = new Map<string, { readonly words: Map<string, Word>; further: number; readonly field: string }>();

  add(column: string, field: string, value: unknown, row: number): void {
    let found = this.#columns.get(column);
    if (!found) this.#columns.set(column, (found = { words: new Map(), further: 0, field }));
    const word = shown(value);
    const known = found.words.get(word);
    if (known) known.count++;
    else if (found.words.size < mostNamed) found.words.set(word, { field, count: 1, row });
    else found.further++;
  }

  notes(): FileNote[] {
    return [...this.#columns].flatMap(([column, { words, further, field }]) => {
      const named = [...words].map(([value, { count, row, ...rest }]): FileNote => ({
        code: 'field-not-understood',
        params: { column, ...rest, value, count, row },
      }));
      return further === 0
        ? named
        : [...named, { code: 'field-words-further', params: { column, field, count: further } }];
    });
  }
}
