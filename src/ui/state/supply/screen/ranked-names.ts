import type { Steps } from '../../../../domain/steps.ts';

/*
 * The place each name has among all, numbers in them as numbers. Of tens of thousands those that are written alike are
 * told at once; others are put in order in small steps.
 */

/** The greatest whole number all below which are told apart. */
const MOST = 2 ** 53;
const [ZERO, NINE, A, Z] = ['0', '9', 'A', 'Z'].map((sign) => sign.charCodeAt(0));
const SIGNS = new Set(['-', '.', '_', '/'].map((sign) => sign.charCodeAt(0)));

/** At once, where all names have digits and capitals in the same places: then they are in order as they are written. Else null. */
export function ranksOfAlike(names: readonly string[]): Uint32Array | null {
  const numbers = numbersOf(names);
  return numbers && ranksOf(Uint32Array.from(names, (_, at) => at).sort((a, b) => numbers[a] - numbers[b]));
}

/** Each name as a number that is in the order of the names, of the signs that are not the same in all. */
function numbersOf(names: readonly string[]): Float64Array | null {
  const bases = basesOf(names);
  if (!bases || bases.reduce((product, base) => product * base, 1) > MOST) return null;
  const varying = [...bases.keys()].filter((n) => bases[n] > 1);
  return Float64Array.from(names, (name) => {
    let number = 0;
    for (const n of varying) number = number * bases[n] + name.charCodeAt(n) - (bases[n] === 10 ? ZERO : A);
    return number;
  });
}

/** Of each place how many signs may stand there, 1 where it is the same in all; null where names are not alike. */
function basesOf(names: readonly string[]): readonly number[] | null {
  const [first = ''] = names;
  if (names.some(({ length }) => length !== first.length)) return null;
  const bases = Array.from(first, () => 1);
  for (let n = 0; n < first.length; n++) {
    const [code, base] = [first.charCodeAt(n), baseOf(first.charCodeAt(n))];
    for (const name of names) {
      const own = name.charCodeAt(n);
      if (base === 0 || baseOf(own) !== base) return null;
      if (own === code) continue;
      if (base === 1) return null;
      bases[n] = base;
    }
  }
  return bases;
}

/** How many signs may stand where this one stands; 0: it is none of which that is said. */
const baseOf = (code: number): number =>
  code >= ZERO && code <= NINE ? 10 : code >= A && code <= Z ? 26 : SIGNS.has(code) ? 1 : 0;

const byName = new Intl.Collator('zh-Hans-CN', { numeric: true });
/** So many names are put in order, or brought together, in one step. */
const AT_ONCE = 1024;

/** Of any names, in small steps: pieces in order, then two and two of them brought together. */
export function* rankSteps(names: readonly string[]): Steps<Uint32Array> {
  const compare = (a: number, b: number) => byName.compare(names[a], names[b]);
  let order = Uint32Array.from(names, (_, at) => at);
  for (let from = 0; from < order.length; from += AT_ONCE) {
    order.subarray(from, from + AT_ONCE).sort(compare);
    yield;
  }
  for (let length = AT_ONCE; length < order.length; length *= 2) {
    const merged = new Uint32Array(order.length);
    for (let from = 0; from < order.length; from += 2 * length)
      yield* mergeSteps(order, merged, { from, middle: from + length, to: from + 2 * length }, compare);
    order = merged;
  }
  return ranksOf(order);
}

interface Run {
  readonly from: number;
  readonly middle: number;
  readonly to: number;
}

function* mergeSteps(
  order: Uint32Array,
  merged: Uint32Array,
  { from, middle, to }: Run,
  compare: (a: number, b: number) => number,
): Steps<void> {
  const [left, right] = [order.subarray(from, middle), order.subarray(middle, to)];
  for (let [l, r, at] = [0, 0, from]; l < left.length || r < right.length; at++) {
    const isLeft = r === right.length || (l < left.length && compare(left[l], right[r]) <= 0);
    merged[at] = isLeft ? left[l++] : right[r++];
    if (at % AT_ONCE === 0) yield;
  }
}

function ranksOf(order: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(order.length);
  for (let place = 0; place < order.length; place++) ranks[order[place]] = place;
  return ranks;
}
