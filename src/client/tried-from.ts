import type { Tried } from '../city/sketching/tried.ts';
import type { ToldTried } from '../city/sketching/tried-telling.ts';
import { patched } from '../domain/plain-difference.ts';

/** What would be so, of what was told and the answer that was held; of what is the same the same objects stay. */
export const triedFrom = (told: ToldTried, held: Tried | null): Tried =>
  'whole' in told ? told.whole : (patched(held, told.differs) as Tried);
