import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ForkedMap } from './forked-map.ts';

it('is to each fork the map it would be by itself', () => {
  const steps = fc.array(fc.tuple(fc.nat(200), fc.integer(), fc.integer({ min: 0, max: 3 })), { maxLength: 300 });
  fc.assert(
    fc.property(steps, (sets) => {
      const pairs = [{ forked: new ForkedMap<number, number>(), plain: new Map<number, number>() }];
      for (const [key, value, of] of sets) {
        const { forked, plain } = pairs[of % pairs.length];
        if (of === 3 && pairs.length < 6) pairs.push({ forked: forked.fork(), plain: new Map(plain) });
        forked.set(key, value);
        plain.set(key, value);
      }
      for (const { forked, plain } of pairs) {
        expect([...forked.entries()]).toEqual([...plain]);
        for (let key = 0; key <= 200; key += 7) expect([forked.has(key), forked.get(key)]).toEqual([plain.has(key), plain.get(key)]); // prettier-ignore
      }
    }),
  );
});
