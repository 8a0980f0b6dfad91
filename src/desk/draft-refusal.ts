import type { Refusal } from '../domain/outcome.ts';

/**
 * Why a draft 草案 is not kept or not opened. `device-full`: no room is left; `device-refuses`: the browser keeps nothing here,
 * as in a private window; `device-held`: a window with an older page holds the store; `draft-open-elsewhere`: another
 * window works on it, so it is not thrown away; `draft-gone`: it was thrown away meanwhile, in another window; `draft-ahead` {deeds}: another
 * window did something first; `draft-does-not-fit` {step, steps}: the land is read otherwise than it was, and that step
 * cannot be done to it; `draft-of-another-sample`: it was begun on the sample city of another release.
 */
export type DraftRefusal = Refusal<
  | 'device-full'
  | 'device-refuses'
  | 'device-held'
  | 'draft-open-elsewhere'
  | 'draft-gone'
  | 'draft-ahead'
  | 'draft-does-not-fit'
  | 'draft-of-another-sample'
>;

/** `done-elsewhere` {count}: another window did something meanwhile, and the step that is meant is no longer the last. */
export type ElsewhereRefusal = Refusal<'done-elsewhere'>;
