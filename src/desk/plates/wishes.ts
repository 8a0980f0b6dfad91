import type { Refusal } from '../../domain/outcome.ts';
import type { IntentRefusal } from '../intents/operation.ts';
import { USUAL_PLATE_WISHES } from '../../layout/plate/settings.ts';
import type { PlateWishes } from '../../layout/plate/settings.ts';

export { CORE_PLACES, CORRIDORS, PLATE_LIMITS } from '../../layout/plate/settings.ts';
export type { Corridor, CorePlace, PlateHazard } from '../../layout/plate/settings.ts';
export { plateProposals } from '../../layout/plate/proposals.ts';
export type { PlateProposal } from '../../layout/plate/proposals.ts';
export type { PlateMiss } from '../../layout/plate/exits.ts';

/** What a person wishes of a plate; the least area of a unit is the law's. */
export type FloorWishes = Omit<PlateWishes, 'leastM2'>;
export const USUAL_FLOOR_WISHES: FloorWishes = USUAL_PLATE_WISHES;

/** Why a storey is not divided. */
export type FloorRefusal = IntentRefusal | Refusal<'no-plate'>; // {id}: no outline, or one of several parts or with a court
