import { expect, it } from 'vitest';
import { DrawnData } from './drawn-data.ts';
import { alone, empty } from './features.ts';
import { layers } from './layers.ts';
import { initialState } from './view.ts';

it('a source without features is bare, one that was emptied once the map has come to rest', () => {
  const drawn: unknown[] = [];
  let idle = () => undefined as void;
  let told = 0;
  const map = {
    on: (_: string, call: () => void) => void (idle = call),
    getSource: () => ({ setData: (data: unknown) => drawn.push(data) }),
  };
  const data = new DrawnData(map as unknown as ConstructorParameters<typeof DrawnData>[0], ['sites', 'planMass'], () => told++); // prettier-ignore
  const none = data.bare([]);
  expect(none).toEqual(['sites', 'planMass']);
  const some = alone({ type: 'Point', coordinates: [113, 34] });
  data.set('planMass', some);
  expect(data.bare(none)).toEqual(['sites']);
  data.set('sites', empty);
  data.set('planMass', empty);
  expect(data.bare(none)).toEqual(['sites']);
  idle();
  expect(data.bare([])).toEqual(none);
  expect(data.bare(none)).toBe(none);
  // Filled again before the map has come to rest it stays.
  for (const next of [some, empty, some]) data.set('planMass', next);
  idle();
  expect(data.bare(none)).toEqual(['sites']);
  expect(told).toBe(1);
  expect(drawn).toEqual([some, empty, empty, some, empty, some]);
});

it('of a bare source no layer is seen, and of no other one is hidden by it', () => {
  const state = { ...initialState('light', 'zh'), isMass: true };
  const hidden = (bare: readonly string[]) =>
    layers({ ...state, bare }).flatMap((layer) =>
      layer.layout?.visibility === 'none' ? ['source' in layer ? layer.source : layer.id] : [],
    );
  expect(new Set(hidden(['massInHand', 'roads']).filter((source) => !hidden([]).includes(source)))).toEqual(
    new Set(['massInHand', 'roads']),
  );
});
