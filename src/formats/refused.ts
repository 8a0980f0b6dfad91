import { refuse, type Refusal, type Result } from '../domain/outcome.ts';
import type { FormatRefusal, FormatRefusalCode } from './contract.ts';

/** A refusal met deep inside a reader: thrown there only, and made a result at its door. */
export class Refused extends Error {
  readonly refusal: FormatRefusal;
  constructor(refusal: FormatRefusal) {
    super(refusal.code);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

export function stop(code: FormatRefusalCode, params: Refusal['params'] = {}, choices?: readonly string[]): never {
  throw new Refused(refuse(code, params, choices).refusal);
}

/** What `read` returns, or the refusal it stopped with; every other error is a fault and goes on. */
export function refusals<T>(read: () => Result<T, FormatRefusal>): Result<T, FormatRefusal> {
  try {
    return read();
  } catch (error) {
    return refusedBy(error);
  }
}

/** The refusal an error stands for, told with what the rooms inside did not know; a fault goes on. */
export function refusedBy(error: unknown, known: Refusal['params'] = {}): { ok: false; refusal: FormatRefusal } {
  if (!(error instanceof Refused)) throw error;
  const { refusal } = error;
  return { ok: false, refusal: { ...refusal, params: { ...known, ...refusal.params } } };
}
