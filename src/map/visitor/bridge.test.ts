import { expect, it } from 'vitest';
import type { Map as MapLibre } from 'maplibre-gl';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import { watchBridge } from './bridge.ts';

/** A map of which only the view is there, and what is told when it moves and rests. */
function viewed() {
  const calls: Record<string, (() => void)[]> = {};
  let view: Bounds = [0, 0, 4, 4];
  const told: boolean[] = [];
  const map = {
    on: (event: string, call: () => void) => (calls[event] ??= []).push(call),
    getBounds: () => ({
      getWest: () => view[0],
      getSouth: () => view[1],
      getEast: () => view[2],
      getNorth: () => view[3],
    }),
  } as unknown as Pick<MapLibre, 'getBounds' | 'on'>;
  watchBridge(map, (isOn) => told.push(isOn));
  const fire = (event: string) => calls[event].forEach((call) => call());
  return { told, move: (to: Bounds) => ((view = to), fire('move')), rest: () => fire('idle') };
}

it('land from afar stands in where most of the view was not drawn when the map rested, until it rests again', () => {
  const { told, move, rest } = viewed();
  move([9, 9, 13, 13]);
  expect(told).toEqual([]);
  rest();
  // A little aside, then in: what is drawn serves.
  move([10, 10, 14, 13.5]);
  move([10, 10, 11, 11]);
  expect(told).toEqual([false]);
  // Out by one zoom: three quarters are new. Then beside all that was drawn.
  move([7, 7, 15, 15]);
  move([20, 9, 24, 13]);
  expect(told).toEqual([false, true, true]);
  rest();
  move([20, 9, 24, 13]);
  expect(told).toEqual([false, true, true, false]);
});
