import { refuse } from '../../domain/outcome.ts';
import { Refused } from '../refused.ts';

/** What is wrong with the bytes of a packed file: the part that makes no sense. */
export const damaged = (detail: string): Refused => new Refused(refuse('packed-damaged', { detail }).refusal);
