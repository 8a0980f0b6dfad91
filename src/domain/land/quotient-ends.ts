import type { Figure, Open } from './figure.ts';
import { shifted, type Ends, type Linear } from './partly.ts';

/** More rounds than a choice between the ends of the terms can take: each makes the quotient better. */
const ROUNDS = 100;

interface Term {
  readonly of: Open;
  readonly above: number;
  readonly below: number;
}

/**
 * Ends of a quotient of two sums in which the same unknown quantities may stand: floor area not measured is ancillary and
 * part of all floor area at once. Each quantity lies at one of its ends; which, Dinkelbach's iteration finds. Where one has
 * no end, the quotient nears the ratio of its two factors. Null where the lower sum may be nothing.
 */
export function quotientEnds(
  top: Linear,
  bottom: Linear,
  quotient: (top: Figure, bottom: Figure) => Figure | null,
): Ends | null {
  const lowest = shifted(bottom, (of, times) => (times > 0 ? of.least : of.most));
  if (!lowest || lowest.value <= 0) return null;
  const terms = [...new Set([...top.open.keys(), ...bottom.open.keys()])].map((of): Term => ({
    of,
    above: top.open.get(of) ?? 0,
    below: bottom.open.get(of) ?? 0,
  }));
  if (terms.some(({ of }) => of.least === -Infinity)) return { least: null, most: null };
  const end = (sign: 1 | -1) => extreme(top, bottom, terms, sign, quotient);
  return { least: end(-1), most: end(1) };
}

function extreme(
  top: Linear,
  bottom: Linear,
  terms: readonly Term[],
  sign: 1 | -1,
  quotient: (top: Figure, bottom: Figure) => Figure | null,
): Figure | null {
  const at = new Map(terms.map(({ of }) => [of, of.least]));
  const now = () =>
    quotient(
      shifted(top, (of) => at.get(of)!)!,
      shifted(bottom, (of) => at.get(of)!)!,
    );
  let best = now();
  for (let round = 0; best && round < ROUNDS; round++) {
    const { value } = best;
    for (const { of, above, below } of terms)
      if (of.most < Infinity) at.set(of, sign * (above - value * below) > 0 ? of.most : of.least);
    const next = now();
    if (!next || sign * (next.value - value) <= 0) break;
    best = next;
  }
  for (const { of, above, below } of terms) {
    if (!best || of.most < Infinity) continue;
    if (below === 0 && sign * above > 0) return null;
    if (below > 0 && sign * (above / below - best.value) > 0) best = limitOf(best, above / below);
  }
  return best;
}

/** A value neared and not reached: of no basis. */
const limitOf = ({ what, unit, inputs }: Figure, value: number): Figure => ({ what, value, unit, inputs });
