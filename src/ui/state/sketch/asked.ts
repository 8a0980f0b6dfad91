import type { Answer } from '../../../city/calls.ts';
import type { Client } from '../../../client/client.ts';

/** What the desk asks of the city. */
export type SketchCalls = Pick<Client, 'ground' | 'tried' | 'edit' | 'sketch'>;

type Done<C extends keyof SketchCalls> =
  Exclude<Answer<C>, null> extends infer R
    ? R extends { readonly ok: true; readonly value: infer V }
      ? V
      : never
    : never;

export type GroundAnswer = Exclude<Answer<'ground'>, null>;
/** The park in hand as the tables of the desk show it. */
export type SketchShown = Exclude<Answer<'sketch'>, null>;
/** A change that was made of an intent and not yet done. */
export type Edited = Done<'edit'>;
