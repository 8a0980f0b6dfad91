import { expect, it } from 'vitest';
import { readNumber, unbroken } from './wish-fields.ts';

it('figures keep their signs and units on their line; words may part', () => {
  const text = unbroken('设消防车道时 5 + 4 + 5，临 20 m 以下路 ≥ 12，practice 18–30 and moved 5 times');
  const spaced = text.split(/[ ，]/);
  expect(spaced).toContain('5\u00a0+\u00a04\u00a0+\u00a05');
  expect(spaced).toContain('20\u00a0m');
  expect(spaced).toContain('≥\u00a012');
  expect(spaced).toContain('18\u2060–\u206030');
  expect(spaced.slice(-4)).toEqual(['and', 'moved', '5', 'times']);
});

it('reads numbers as people write them, and nothing else', () => {
  const own = ['30', '３０', ' 30 m', '30米', '3.5 层', '40%', '−5', '.5'];
  expect(own.map(readNumber)).toEqual([30, 30, 30, 30, 3.5, 40, -5, 0.5]);
  for (const text of ['', 'm', 'abc', '0x1F', '1e1', '12..5', '1,000', '30 mm', '24。5'])
    expect(readNumber(text)).toBeNaN();
});
