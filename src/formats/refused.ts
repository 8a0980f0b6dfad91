import { refuse, type Refusal, type Result } from '../domain/outcome.ts';
import type { FormatRefusal, FormatRefusalCode } from './contract.ts';

/** A refusal met deep inside a reader: thrown there only, and made a result at its door by `refusals`. */
class Refused extends Error {
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
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
