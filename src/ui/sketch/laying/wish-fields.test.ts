import { expect, it } from 'vitest';
import { unbroken } from './wish-fields.ts';

it('figures keep their signs and units on their line; words may part', () => {
  const text = unbroken('设消防车道时 5 + 4 + 5，临 20 m 以下路 ≥ 12，practice 18–30 and moved 5 times');
  const spaced = text.split(/[ ，]/);
  expect(spaced).toContain('5\u00a0+\u00a04\u00a0+\u00a05');
  expect(spaced).toContain('20\u00a0m');
  expect(spaced).toContain('≥\u00a012');
  expect(spaced).toContain('18\u2060–\u206030');
  expect(spaced.slice(-4)).toEqual(['and', 'moved', '5', 'times']);
});
