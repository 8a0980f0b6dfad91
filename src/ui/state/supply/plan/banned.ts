import type { Mark } from '../decided.ts';

/** What is not to be used: a park as it is, or a parcel in any. */
export interface Banned {
  readonly as: 'park' | 'parcel';
  readonly label: string;
  readonly parcels: readonly string[];
}

export const markOf = ({ as, parcels }: Banned): Mark =>
  as === 'park' && parcels.length > 1 ? { of: 'banned-park', parcels } : { of: 'banned-parcel', id: parcels[0] };
