import type { ParkToBeView } from '../../../../city/planning/judged-parks.ts';
import type { PlannedParkView } from '../../../../city/planning/view.ts';
import { landOf } from './labels.ts';

/** What was told of parks, by kind and land; null of parcels that cannot be put together. */
export type KnownVerdicts = ReadonlyMap<string, ParkToBeView | null>;

export const noVerdicts: KnownVerdicts = new Map();

export const kindAndLand = ({ kind, parcels }: Pick<PlannedParkView, 'kind' | 'parcels'>): string =>
  `${kind} ${landOf(parcels.map(({ id }) => id))}`;

export const withVerdicts = (
  known: KnownVerdicts,
  parks: readonly PlannedParkView[],
  told: readonly (ParkToBeView | null)[],
): KnownVerdicts => new Map([...known, ...parks.map((park, n) => [kindAndLand(park), told[n]] as const)]);
