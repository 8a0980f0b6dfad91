import type { FormTable } from './form.ts';

/*
 * A text as offices issue it: headings of two levels, paragraphs, tables. What is a pattern to be edited is marked so that
 * no one takes it for said.
 */

export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2; readonly text: string }
  /** `leadsOn`: it stands on the page on which the next block begins. */
  | { readonly is: 'paragraph'; readonly text: string; readonly isPattern?: boolean; readonly leadsOn?: boolean }
  | { readonly is: 'table'; readonly table: FormTable };

export interface TextDocument {
  readonly title: string;
  /** Where a title that is longer than a line goes on in the next: before these words. */
  readonly titleBreak?: string;
  /** Under the title: what it is, of which day. */
  readonly about: readonly string[];
  readonly blocks: readonly Block[];
  /** Annexes 附表 on lying pages of their own. */
  readonly annexes: readonly FormTable[];
  readonly annexTitle: (number: number) => string;
}
