import type { Pack } from '../shape/pack.ts';
import type { Collection } from '../shape/expression.ts';

/** What a condition or expression speaks about. */
export type Speaker = 'park' | 'parcel' | 'building' | 'site' | 'unit' | 'lease' | 'jurisdiction';

export const memberOf: Readonly<Record<Collection, Speaker>> = {
  parcels: 'parcel',
  buildings: 'building',
  sites: 'site',
  units: 'unit',
  sales: 'unit',
  leases: 'lease',
  parks: 'park',
};

export const isField = (pack: Pack, speaker: Speaker, field: string): boolean =>
  speaker !== 'site' && field in pack.fields[speaker];
