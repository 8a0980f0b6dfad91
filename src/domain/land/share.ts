import { clashing, type Figure, type Input, type Missing } from './figure.ts';

/** Relative error of double arithmetic after the few steps of a figure. */
const noise = 1e-12;

/**
 * A figure that can lie only from `least` to `most` (a share 比例 of a whole: 0 to 1). Outside, further than it is known
 * to, what was recorded contradicts itself: unknown, naming `of`. 9 small firms of 5 are no 180 per cent.
 */
export function inside(
  input: Input<Figure>,
  [least, most]: readonly [number, number],
  of: () => readonly Missing[],
): Input<Figure> {
  if (input.state !== 'value') return input;
  const { value, resolution = 0 } = input.value;
  const slack = Math.max(resolution, noise * most);
  return value < least - slack || value > most + slack ? clashing(...of()) : input;
}
