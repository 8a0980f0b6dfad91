import { clashing, type Figure, type Input, type Missing } from './figure.ts';
import { unknownBetween, endsOfInput, mayNotApply, type Ends } from './partly.ts';

/** Relative error of double arithmetic after the few steps of a figure. */
const noise = 1e-12;

/**
 * A figure that can lie only from `least` to `most` (a share 比例 of a whole: 0 to 1). Outside, further than it is known
 * to, what was recorded contradicts itself: unknown, naming `of`. 9 small firms of 5 are no 180 per cent. Of one known in
 * part no more than that is left open.
 */
export function heldToRange(
  input: Input<Figure>,
  [least, most]: readonly [number, number],
  of: () => readonly Missing[],
): Input<Figure> {
  if (input.state === 'not-applicable') return input;
  const ends = endsOfInput(input);
  const isBelow = ends.most && ends.most.value < least - slackOf(ends.most, most);
  const isAbove = ends.least && ends.least.value > most + slackOf(ends.least, most);
  if (isBelow || isAbove) return clashing(...of());
  return input.state === 'value' || !input.partly ? input : narrowed(input, ends, [least, most]);
}

const slackOf = ({ resolution = 0 }: Figure, most: number): number => Math.max(resolution, noise * most);

function narrowed(
  input: Extract<Input<Figure>, { readonly state: 'unknown' }>,
  ends: Ends,
  [least, most]: readonly [number, number],
): Input<Figure> {
  const at = (value: number): Figure => ({ what: '', value, unit: 'ratio', inputs: [] });
  const low = ends.least && ends.least.value > least ? ends.least : at(least);
  const high = ends.most && ends.most.value < most ? ends.most : at(most);
  return unknownBetween(input.missing, { least: low, most: high }, mayNotApply(input));
}
