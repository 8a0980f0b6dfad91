import type { Answer } from '../../../city/calls.ts';
import type { Client } from '../../../client/client.ts';

export type SuggestCalls = Pick<Client, 'assemble' | 'suggest' | 'parcel'>;
type Done<C extends 'assemble' | 'suggest'> =
  Exclude<Answer<C>, null> extends infer R
    ? R extends { readonly ok: true; readonly value: infer V }
      ? V
      : never
    : never;

/** What was found; parcels that help by themselves only of a park in hand. */
export type Found = Done<'assemble'> & Partial<Done<'suggest'>>;
export type Proposal = Found['sets'][number];

/** Its parcels, to be made out on the map. */
export const idsOf = ({ parcels }: Proposal): ReadonlySet<string> => new Set(parcels.map(({ id }) => id));
