import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from './shape/outcome.ts';
import { eitherOr, isMissed, missedAs, outcomes, worst } from './outcomes.ts';

const some = fc.array(fc.constantFrom(...outcomes), { minLength: 1 });

describe('outcomes combined', () => {
  it('are as bad as the worst part', () => {
    expect(worst(['pass', 'unknown', 'advisory'])).toBe('unknown');
    expect(worst(['pass', 'unknown', 'fail'])).toBe('fail');
    expect(worst(['not-applicable', 'pass'])).toBe('pass');
    expect(worst([])).toBe('not-applicable');
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(worst([...a, ...b])).toBe(worst([worst(b), worst(a)]));
      }),
    );
  });

  it.each<[Outcome[], Outcome]>([
    [['pass', 'advisory'], 'pass'],
    [['pass', 'unknown'], 'pass'],
    [['advisory', 'unknown'], 'unknown'],
    [['unknown', 'unknown'], 'unknown'],
    [['advisory', 'advisory'], 'advisory'],
    [['fail', 'advisory'], 'advisory'],
    [['not-applicable', 'advisory'], 'advisory'],
    [['not-applicable', 'not-applicable'], 'not-applicable'],
  ])('either-or of %j is %s', (limbs, outcome) => expect(eitherOr(limbs)).toBe(outcome));

  it('either-or does not depend on the order of its limbs', () => {
    fc.assert(
      fc.property(some, (limbs) => {
        expect(eitherOr(limbs)).toBe(eitherOr([...limbs].reverse()));
      }),
    );
  });

  it('a miss fails only where the text forbids', () => {
    expect(missedAs('hard')).toBe('fail');
    expect((['principle', 'target', 'duty', 'guide', 'contract'] as const).map(missedAs)).toEqual(
      Array(5).fill('advisory'),
    );
    expect(outcomes.filter(isMissed)).toEqual(['advisory', 'fail']);
  });
});
