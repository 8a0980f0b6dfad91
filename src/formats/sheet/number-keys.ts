import { MATCHES, type MatchHow } from './table-join.ts';

/** Nothing in it that is written in more ways than one. */
const plain = /^[!-`{-~]*$/;

/** Without width, blanks and case. */
const folded = (number: string): string =>
  plain.test(number) ? number : number.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();

/** Of digits alone the figure; any other stays as it is. */
const figure = (number: string): string => {
  const digits = /^0*(\d+?)(?:\.0+)?$/.exec(folded(number));
  return digits ? digits[1] : folded(number);
};

/** What numbers are compared by, each way looser than the one before. */
export const keyBy: { readonly [H in MatchHow]: (number: string) => string } = {
  exact: (number) => number,
  written: folded,
  figure,
};

/** `4.1018E+17`: a number that was kept as a figure, whose last digits are gone. */
export const isRounded = (number: string): boolean => /^\d(\.\d+)?E\+?\d{2}$/i.test(number);

/** Places of numbers by each of their keys; empty numbers are none. */
export class NumberIndex {
  readonly #by: { readonly [H in MatchHow]: ReadonlyMap<string, readonly number[]> };

  constructor(numbers: readonly (string | null)[]) {
    this.#by = Object.fromEntries(MATCHES.map((how) => [how, placesBy(numbers, keyBy[how])])) as unknown as {
      readonly [H in MatchHow]: ReadonlyMap<string, readonly number[]>;
    };
  }

  at(how: MatchHow, number: string): readonly number[] {
    return this.#by[how].get(keyBy[how](number)) ?? none;
  }
}

const none: readonly number[] = [];

function placesBy(numbers: readonly (string | null)[], key: (number: string) => string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, number] of numbers.entries()) {
    if (number === null || number === '') continue;
    const own = places.get(key(number));
    if (own) own.push(place);
    else places.set(key(number), [place]);
  }
  return places;
}
