import type { PlanPark } from '../shape/problem.ts';
import { Pricer } from './pricer.ts';
import { everyPark, priceWalk, randomCase, type PlainPark } from './test-oracle.ts';

export interface Compared {
  /** Townships and years with a park that pays, and those with none. */
  best: number;
  none: number;
  /** Parks above some bound. */
  every: number;
  /** Sets asked for one at a time. */
  alone: number;
  wrong: string[];
}

const NOISE = 1e-7;
const keyOf = ({ township, year, kind, parcels }: PlanPark | PlainPark): string =>
  `${township} ${year} ${kind}: ${[...parcels].join()}`;

/** The pricer against every subset, on a random case. */
export function compared(seed: number): Compared {
  const one = randomCase(seed);
  const { problem, prices, choices } = one;
  const plain = everyPark(one);
  const known = new Map(plain.map((park) => [keyOf(park), park]));
  // What is remembered of other choices and prices must not matter.
  const before = new Pricer(problem, one.before);
  for (const other of priceWalk(one, seed))
    before.price(other, { nodes: 3 + (seed % 50), perTownshipYear: 1, above: 0 });
  const pricer = before.withChoices(choices);
  const found: Compared = { best: 0, none: 0, every: 0, alone: 0, wrong: [] };
  const above = [0, 1e-3, -3, 5][seed % 4];

  const most = 1 + (seed % 3);
  const { parks, beyond, unproved } = pricer.price(prices, { nodes: Infinity, perTownshipYear: most, above });
  const judge = (park: PlanPark) => {
    const own = known.get(keyOf(park));
    if (!own) found.wrong.push(`no park: ${keyOf(park)}`);
    else if (Math.abs(own.points - park.points) > NOISE) found.wrong.push(`points ${park.points}, not ${own.points}`);
    return own?.beyond ?? NaN;
  };
  const got = parks.map((park) => ({ ...park, beyond: judge(park) }));
  if (unproved > 0) found.wrong.push(`${unproved} unproved`);
  for (let township = 0; township + 1 < problem.townships.length; township++) {
    for (const year of problem.years.keys()) {
      const here = ({ township: t, year: y }: PlainPark | PlanPark) => t === township && y === year;
      const best = Math.max(...plain.filter(here).map((park) => park.beyond));
      const own = got.filter(here).map((park) => park.beyond);
      const isNone = best <= above;
      found[isNone ? 'none' : 'best']++;
      if (own.length > most || (isNone && Math.max(...own) > above + NOISE))
        found.wrong.push(`too many: ${own.join()}`);
      if (!isNone && best > above + NOISE && !(Math.abs(Math.max(...own) - best) < NOISE))
        found.wrong.push(`township ${township}, year ${year}: ${own.join()}, not ${best}`);
      if (beyond[township] < best - NOISE) found.wrong.push(`beyond ${beyond[township]}, but ${best}`);
    }
    const all = Math.max(above, 0, ...plain.filter((park) => park.township === township).map((park) => park.beyond));
    if (beyond[township] > all + NOISE) found.wrong.push(`beyond ${beyond[township]}, not ${all}`);
  }

  const bound = seed % 2 === 0 ? -5 : 2;
  const every = pricer.every(prices, bound, 1e6)!;
  for (const park of every) judge(park);
  const keys = new Set(every.map(keyOf));
  if (keys.size !== every.length) found.wrong.push('one twice');
  for (const park of plain) {
    if (park.beyond > bound + NOISE && !keys.has(keyOf(park))) found.wrong.push(`missing: ${keyOf(park)}`);
    if (park.beyond < bound - NOISE && keys.has(keyOf(park))) found.wrong.push(`not wanted: ${keyOf(park)}`);
  }
  found.every += every.length;
  if (every.length > 0 && pricer.every(prices, bound, every.length - 1) !== null)
    found.wrong.push('more than asked for');

  for (const park of plain.filter((_, n) => n % 5 === seed % 5)) {
    found.alone++;
    const own = pricer.parkOf([...park.parcels].reverse(), park.kind, park.year);
    if (!own || keyOf(own) !== keyOf(park)) found.wrong.push(`not seen as one: ${keyOf(park)}`);
    else judge(own);
  }
  return found;
}
