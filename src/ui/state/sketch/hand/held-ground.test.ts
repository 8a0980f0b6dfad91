import { expect, it } from 'vitest';
import { lonLat, rectangle } from '../../../../../test/helpers/city.ts';
import { buildLayer } from '../../../../domain/geometry/columns/builder.ts';
import type { SketchCalls } from '../asked.ts';
import { HeldGround } from './held-ground.svelte.ts';

const layerOf = (east: number) => buildLayer([[[rectangle(east, 0, 100, 50)]]]);
const [lon, lat] = lonLat(100, 25);
const at = { lon, lat, zoom: 16 };
const size = { width: 1000, height: 800 };

/** Land of one parcel on the plane of zone 38. */
function held() {
  const parcel = { table: 'parcel', keys: [0], ids: ['A'], layer: layerOf(0), gone: [] };
  const told = { version: 0, crs: 4526, more: false, whole: true, tables: [parcel] };
  return new HeldGround({ ground: () => Promise.resolve(told) } as unknown as SketchCalls);
}
const near = (ground: HeldGround, east: number) => {
  const [x, y] = [38_467_000 + east, 3_846_000];
  return ground.meeting(x - 1, y - 1, x + 1, y + 1);
};

it('reference layers are snapped to beside the land, whichever is told first, and are never under the pointer', async () => {
  const ground = held();
  ground.refer([layerOf(200)]);
  expect(near(ground, 200)).toEqual([]);
  await ground.look(at, size, 0);
  const [corner] = near(ground, 200);
  expect(corner.shape[0][0]).toContainEqual([expect.closeTo(38_467_200, 3), expect.closeTo(3_846_000, 3)]);
  expect(ground.idOf(corner)).toBe('');
  expect(ground.under([38_467_210, 3_846_010], ['parcel', 'building', 'zone'])).toBeNull();
  expect(ground.under([38_467_010, 3_846_010], ['parcel'])).toMatchObject({ table: 'parcel', key: 0 });

  ground.refer([layerOf(200), layerOf(400)]);
  expect(new Set([...near(ground, 200), ...near(ground, 400)].map(({ key }) => key)).size).toBe(2);
  ground.refer([]);
  expect([near(ground, 200), near(ground, 0).length]).toEqual([[], 1]);
});

it('what is told of the project before is not held once another is open', async () => {
  const tell: ((told: unknown) => void)[] = [];
  const ground = new HeldGround({ ground: () => new Promise((done) => tell.push(done)) } as unknown as SketchCalls);
  const before = ground.look(at, size, 0);
  ground.clear();
  const parcel = { table: 'parcel', keys: [0], ids: ['A'], layer: layerOf(0), gone: [] };
  tell[0]({ version: 0, crs: 4526, more: false, whole: true, tables: [parcel] });
  await before;
  expect([ground.crs, near(ground, 0)]).toEqual([null, []]);
});
