import { expect, it } from 'vitest';
import { BOUND_NAMES } from '../../../desk/laying/conditions.ts';
import { sketchLaying } from '../../../texts/ui/sketch-laying.ts';
import { boundsText, typedBounds, typedPlaces, writtenIn } from './condition-bounds.ts';

it('bounds are typed as people write them, a number alone only where it says from which side', () => {
  expect(typedBounds('plotRatio', '1.5～2.5')).toEqual({ min: 1.5, max: 2.5 });
  expect(typedBounds('plotRatio', '不低于１.５')).toEqual({ min: 1.5 });
  expect(typedBounds('density', '≤60%')).toEqual({ max: 0.6 });
  expect(typedBounds('green', '10-20%')).toEqual({ min: 0.1, max: 0.2 });
  expect(typedBounds('heightM', '24')).toEqual({ max: 24 });
  expect(typedBounds('heightM', '≤24m')).toEqual({ max: 24 });
  expect(typedBounds('plotRatio', '=1.5')).toEqual({ min: 1.5, max: 1.5 });
  for (const text of ['1.5', '约 2', 'x']) expect(typedBounds('plotRatio', text), text).toBeNull();
});

it('bounds that exclude their number are written as such', () => {
  for (const text of ['>1.5', '<2', '1.5（不含）～2'])
    expect(boundsText('plotRatio', { min: null, max: null, ...typedBounds('plotRatio', text) }, 'zh')).toBe(text);
});

it('what is written of bounds is typed as the same', () => {
  for (const name of BOUND_NAMES)
    for (const language of ['zh', 'en'] as const)
      for (const [min, max] of [
        [0.1, 0.25],
        [0.3, null],
        [null, 0.07],
      ] as const)
        // prettier-ignore
        expect(typedBounds(name, boundsText(name, { min, max }, language)), name).toEqual({
          ...(min !== null && { min }),
          ...(max !== null && { max }),
        });
  expect(BOUND_NAMES.filter((name) => writtenIn(name) === 'metres')).toEqual(['heightM']);
});

it('how a bound is to be written is said in forms that are read', () => {
  for (const name of BOUND_NAMES)
    for (const { wrongBounds } of [sketchLaying.zh, sketchLaying.en]) {
      const examples = wrongBounds[writtenIn(name)].match(/[≥≤]?\d[\d.]*%?(?:[～–]\d[\d.]*%?)?/g)!;
      expect(examples.length).toBeGreaterThan(1);
      for (const example of examples) expect(typedBounds(name, example), `${name} ${example}`).not.toBeNull();
    }
});

it('parking places per 100 m² are typed with their unit or without', () => {
  const places = ['0.3', '≥0.3', '不少于 0.3 个/100㎡', '０.３个／100平方米', '0.3 places per 100 m2'];
  expect(places.map(typedPlaces)).toEqual([0.3, 0.3, 0.3, 0.3, 0.3]);
  expect(typedPlaces('0')).toBe(0);
  for (const text of ['-1', '0.3～1', '30%', '300', '≤0.3', 'x']) expect(typedPlaces(text), text).toBeNull();
});
