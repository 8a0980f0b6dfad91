import type { Answer } from '../../../../city/calls.ts';
import type { Client } from '../../../../client/client.ts';

export type LayCalls = Pick<Client, 'layOut' | 'layoutPrices'>;
type Answered = Extract<Exclude<Answer<'layOut'>, null>, { readonly ok: true }>['value'];

type Priced = Extract<Exclude<Answer<'layoutPrices'>, null>, { readonly ok: true }>['value'];

/** What a wish costs. */
export type Price = Priced[number];

/** The land that is laid out. */
export type LaidLand = Answered['land'];
/** A complete layout that can be taken. */
export type Offered = Answered['layouts'][number];
/** One of its buildings. */
export type OfferedBuilding = Offered['buildings'][number];
