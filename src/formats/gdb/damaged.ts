import { refuse } from '../../domain/outcome.ts';
import { Refused } from '../refused.ts';

/** What is wrong with the bytes of a geodatabase, as the code of a detail. */
export type Damage = 'gdb-catalogue' | 'gdb-fields' | 'gdb-index' | 'gdb-row' | 'gdb-shape';

export const damaged = (detail: Damage): Refused => new Refused(refuse('damaged', { detail }).refusal);
