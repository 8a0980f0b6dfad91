import type { ComparedMap } from '../publish/check/published-map.ts';

/** What a checker is asked: the folder of a version, as an address that ends in a slash. */
export interface CheckAsk {
  readonly base: string;
}

/** How a published map came out, and by what it was judged. */
export interface CheckedMap extends ComparedMap {
  readonly policy: string;
  readonly date: string;
}

/** One thing that is published otherwise than it comes to. */
export type FoundDifference = ComparedMap['parks'][number]['differences'][number];

/** Why it was not checked at all: nothing is said of any park then. */
export type Unchecked =
  /** A file did not come; `status` of the answer, null where there was none. */
  | { readonly code: 'not-fetched'; readonly file: string; readonly status: number | null }
  /** The records cannot be read; a refusal of the format by its code. */
  | { readonly code: 'not-read'; readonly file: string; readonly detail: string }
  /** The page has no pack of this name: data newer than the page. */
  | { readonly code: 'no-such-policy'; readonly policy: string };

export type CheckStep = 'fetching' | 'measuring' | 'judging';

export type CheckReply =
  | { readonly kind: 'progress'; readonly step: CheckStep; readonly done: number }
  | { readonly kind: 'checked'; readonly map: CheckedMap }
  | { readonly kind: 'unchecked'; readonly why: Unchecked }
  | { readonly kind: 'fault'; readonly message: string };
