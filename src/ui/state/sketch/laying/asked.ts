import type { Answer } from '../../../../city/calls.ts';
import type { Client } from '../../../../client/client.ts';

export type LayCalls = Pick<Client, 'layOut'>;
type Answered = Extract<Exclude<Answer<'layOut'>, null>, { readonly ok: true }>['value'];

/** The land that is laid out. */
export type LaidLand = Answered['land'];
/** A complete layout that can be taken. */
export type Offered = Answered['layouts'][number];
