import { expect, it } from 'vitest';
import { askedOf, lackingIn } from './lacking.ts';

type Lines = Parameters<typeof lackingIn>[0];
const line = (key: number, own: object) => ({
  key,
  id: `${key}#`,
  storeys: null,
  stated: { floorArea: false },
  ...own,
});

it('storeys are asked of what was drawn without them, then their height; what is stated instead is not', () => {
  const lines = [
    line(1, {}),
    line(2, { storeys: 5 }),
    line(3, { storeys: 5, storeyHeightsM: [6, 4.5] }),
    line(4, { stated: { floorArea: true }, storeyHeightM: 4.5 }),
    line(5, {}),
  ] as unknown as Lines;
  const of = (drawn: number[]) => {
    const { storeys, storeyHeightM } = lackingIn(lines, drawn);
    return [storeys.map(({ key }) => key), storeyHeightM.map(({ key }) => key)];
  };
  expect(of([1, 2, 3, 4])).toEqual([[1], [1, 2]]);
  expect([[1, 2], [2, 3], [3, 4], []].map((drawn) => askedOf(lackingIn(lines, drawn)))).toEqual([
    'storeys',
    'storeyHeightM',
    null,
    null,
  ]);
});
