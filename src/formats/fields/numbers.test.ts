import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Numbers } from './numbers.ts';

const take = (wanted: readonly string[]): string[] => {
  const numbers = new Numbers();
  return wanted.map((number) => numbers.take(number));
};

it('gives a number wanted again the first one behind it that no other record has', () => {
  expect(take(['A', 'A', 'A-3', 'A', 'A-2', 'A'])).toEqual(['A', 'A-2', 'A-3', 'A-4', 'A-2-2', 'A-5']);
  const wanted = fc.array(fc.constantFrom('A', 'A-2', 'A-3', 'A-2-2', 'B'), { maxLength: 40 });
  fc.assert(
    fc.property(wanted, (own) => {
      const taken: string[] = [];
      for (const number of own) {
        let free: string = number;
        for (let n = 2; taken.includes(free); n++) free = `${number}-${n}`;
        taken.push(free);
      }
      expect(take(own)).toEqual(taken);
    }),
  );
});

it('gives out as many of one number as a file may have', () => {
  const found = take(Array.from({ length: 300_000 }, () => 'A'));
  expect(found[found.length - 1]).toBe('A-300000');
});
