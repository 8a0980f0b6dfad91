import { readFileSync } from 'node:fs';
import type { Refusal, Result } from '../domain/outcome.ts';
import { evidenceSentences } from '../texts/evidence/refusals.ts';
import { sayRefusal } from '../texts/refusals.ts';
import { CommandRefused, type Context } from './context.ts';
import { reasonOf } from './write.ts';

/** A file of text, or the end of the command. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandRefused({ code: 'file-unreadable', params: { name: file, detail: reasonOf(error) } });
  }
}

/** The value, or the end of the command with the sentence after the name of the file. */
export function orSay<T>({ language }: Context, result: Result<T>, name: string): T {
  if (result.ok) return result.value;
  throw new CommandRefused({ code: 'file-refused', params: { name, why: sayEvidence(language, result.refusal) } });
}

export const sayEvidence = (language: Context['language'], refusal: Refusal): string =>
  sayRefusal(language, refusal, evidenceSentences);
