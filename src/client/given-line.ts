import type { ReadEvidence } from '../city/evidence/page.ts';
import type { UnreadEvidence } from '../city/evidence/read.ts';
import type { Result } from '../domain/outcome.ts';
import type { ToldEvidence } from './evidence-held.ts';

/** What the worker that checks an evidence file is sent, and what it sends back: what it reads, its steps, what it comes to. */
export interface GivenAsk {
  readonly file: Blob;
  /** Of the program that checks. */
  readonly version: string;
}
export type GivenEvidence = Result<ReadEvidence, UnreadEvidence>;
export type GivenReply =
  | { readonly kind: 'read'; readonly read: GivenEvidence }
  /** So many of `CHECK_STEPS` are behind it. */
  | { readonly kind: 'step'; readonly steps: number }
  | { readonly kind: 'held'; readonly held: ToldEvidence }
  /** A bug, or a file that is no longer there: the message is for the console. */
  | { readonly kind: 'fault'; readonly message: string };
