import { describe, expect, it } from 'vitest';
import { vertexSigmaOf } from '../../domain/geometry/measure/uncertainty.ts';
import { choiceOf, precisionOf, scales, surveyed, typedPrecision } from './precision.ts';

describe('the precision of boundary points as it is chosen', () => {
  it('comes back from every choice', () => {
    for (const m of surveyed) expect(vertexSigmaOf(precisionOf(`m:${m}`)!)).toBe(m);
    // 0.2 mm on the sheet.
    expect(scales.map((n) => vertexSigmaOf(precisionOf(`1:${n}`)!).toFixed(2))).toEqual([
      '0.10',
      '0.20',
      '0.40',
      '1.00',
      '2.00',
    ]);
    for (const choice of ['', 'm:0.05', '1:2000', 'm:0.001']) expect(choiceOf(precisionOf(choice))).toBe(choice);
  });

  it.each(['', 'm:0', 'm:-1', 'm:101', 'm:x', 'm:', '1:0', 'other', 'm:Infinity', 'm:NaN'])(
    'says nothing by %j',
    (choice) => expect(precisionOf(choice)).toBeNull(),
  );

  it.each([
    ['0.07', 0.07],
    ['±0.07 m', 0.07],
    ['０．０７米', 0.07],
    ['0,07', 0.07],
  ])('reads %j as typed', (text, m) => expect(typedPrecision(text)).toEqual({ from: 'stated', precisionM: m }));
  it.each(['', ' ', '七', '5cm', '200', '0'])('takes %j for none', (text) => expect(typedPrecision(text)).toBeNull());
});
