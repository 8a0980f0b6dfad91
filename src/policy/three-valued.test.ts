import { describe, expect, it } from 'vitest';
import { conjunction, disjunction, negated, no, yes } from './three-valued.ts';
import type { Judged } from './shape/scope.ts';

const maybe: Judged = { value: null, missing: [{ kind: 'park', id: 'P', field: 'origin' }], steps: [] };

/** Kleene's tables: 0 false, 1 unknown, 2 true; and is the minimum, or the maximum. */
const levels = [no(), maybe, yes()];
const valueOf = (level: number) => levels[level].value;

describe('three-valued truth', () => {
  it('agrees with minimum and maximum on every pair', () => {
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++) {
        expect(conjunction([levels[a], levels[b]]).value).toBe(valueOf(Math.min(a, b)));
        expect(disjunction([levels[a], levels[b]]).value).toBe(valueOf(Math.max(a, b)));
      }
    expect(levels.map((l) => negated(l).value)).toEqual([true, null, false]);
  });

  it('of nothing, all hold and none does', () => {
    expect([conjunction([]).value, disjunction([]).value]).toEqual([true, false]);
  });

  it('names what is missing only while it can still decide', () => {
    expect(conjunction([maybe, yes()]).missing).toEqual(maybe.missing);
    expect(conjunction([maybe, no()]).missing).toEqual([]);
    expect(disjunction([maybe, yes()]).missing).toEqual([]);
    expect(disjunction([maybe, no()]).missing).toEqual(maybe.missing);
  });
});
