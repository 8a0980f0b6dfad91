import { expect, it } from 'vitest';
import type { Map as MapLibre } from 'maplibre-gl';
import { SeenTold } from './seen-told.ts';
import type { Seen } from './seen.ts';

it('asks of a plan what is proposed alone: not of all the land, which stayed as it was', () => {
  const heard = new Map<string, () => void>();
  const asked: number[] = [];
  const drawn: string[] = ['blocks'];
  const map = {
    on: (event: string, hear: () => void) => heard.set(event, hear),
    getCenter: () => ({ lng: 1, lat: 2 }),
    getZoom: () => 11,
    getContainer: () => ({ clientWidth: 1, clientHeight: 1 }),
    queryRenderedFeatures: ({ layers }: { layers: string[] }) => {
      asked.push(layers.length);
      return drawn.filter((id) => layers.includes(id)).map((id) => ({ layer: { id }, properties: { lc: 'ind' } }));
    },
  };
  let proposed = {};
  const told: Seen[] = [];
  const land: unknown[] = [];
  new SeenTold(map as unknown as MapLibre, { restsOn: () => land, proposed: () => proposed }, (seen) =>
    told.push(seen),
  );
  const rest = () => heard.get('idle')!();
  rest();
  rest();
  rest();
  expect(asked).toHaveLength(2);
  expect(told).toHaveLength(1);
  drawn.push('proposed-patch');
  proposed = {};
  rest();
  rest();
  expect(asked).toHaveLength(3);
  expect(asked[2]).toBeLessThan(asked[0]);
  expect(told.at(-1)).toMatchObject({ classes: ['ind'], proposed: ['other'] });
});
