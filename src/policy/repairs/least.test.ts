import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessed, least } from './least.ts';

/** The answer and how often it was asked for. */
function asked(most: number, from: number, near?: number) {
  let questions = 0;
  const enough = (k: number) => {
    questions++;
    expect(k).toBeGreaterThanOrEqual(1);
    expect(k).toBeLessThanOrEqual(most);
    return k >= from;
  };
  return { found: least(most, enough, near), questions: () => questions };
}

describe('the least that is enough', () => {
  const numbers = fc.integer({ min: 1, max: 1e7 });

  it('is found wherever it is looked for first', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (most, from, near) => {
        expect(asked(most, from, near).found).toBe(from <= most ? from : null);
        expect(asked(most, from).found).toBe(from <= most ? from : null);
      }),
    );
  });

  it('takes two questions where the guess is right, and more only as it is wrong', () => {
    expect(asked(1e7, 123_456, 123_456).questions()).toBe(2);
    expect(asked(1e7, 123_456, 123_450).questions()).toBeLessThan(8);
    expect(asked(1e7, 9_999_999).questions()).toBeLessThan(50);
  });
});

describe('a guess', () => {
  it('is the answer of a straight line, and near that of a ratio', () => {
    expect(guessed(1e7, 100, (k) => k - 5000)).toBe(5000);
    const share = (k: number) => 0.1 - (9000 - k) / (50_000 - k);
    const answer = least(9000, (k) => share(k) >= 0)!;
    expect(Math.abs(guessed(9000, 100, share) - answer)).toBeLessThan(answer / 50);
  });

  it('is the least where there is no number, no line or no crossing within reach', () => {
    expect(guessed(1e7, 100, () => null)).toBe(1);
    expect(guessed(1e7, 100, () => -3)).toBe(1);
    expect(guessed(1000, 100, (k) => k - 5000)).toBe(1);
    expect(guessed(1e7, 100, (k) => -1 - k)).toBe(1);
  });
});
