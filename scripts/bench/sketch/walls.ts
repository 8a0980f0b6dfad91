import { floorPlans } from '../../../src/city/plates/floor-plans.ts';
import type { Intent } from '../../../src/desk/intent.ts';
import { floorOf } from '../../../src/desk/plates/floor.ts';
import { numbered } from '../../../src/desk/plates/numbers.ts';
import { divisionOf } from '../../../src/desk/plates/steps.ts';
import { wallMoved, wallsOfFloor } from '../../../src/desk/plates/walls.ts';
import { USUAL_FLOOR_WISHES } from '../../../src/desk/plates/wishes.ts';
import type { Position } from '../../../src/domain/geometry/columns/layer.ts';
import type { Shape } from '../../../src/domain/geometry/edit/frame.ts';
import type { Key } from '../../../src/domain/land/change.ts';
import type { Bench } from './begun.ts';
import { done } from './big-park.ts';

const STOREYS = [1, 2, 3, 4];

/** A factory of 84 by 36 m and four storeys on a parcel, all of them divided: each call gives a wall on another line. */
export function movingWalls({ city, judgement, scene, random }: Bench, parcel: Key, [x, y]: Position): () => Intent {
  const shape: Shape = [[[[x, y], [x + 84, y], [x + 84, y + 36], [x, y + 36]]]]; // prettier-ignore
  const fields = { parcelId: city.land.table('parcel').record(parcel)!.id, use: 'production', storeys: 4 } as const;
  const { epsg } = scene.crs;
  done(city, {
    do: 'draw-buildings',
    crs: epsg,
    outlines: [{ shape, fields: { ...fields, storeyHeightM: 5 } }],
  });
  const building = city.land.keys('building').reduce((last, key) => Math.max(last, key), 0);
  const asked = { building, storey: 2, wishes: USUAL_FLOOR_WISHES };
  const plans = floorPlans(city, judgement, asked);
  if (!plans.ok) throw new Error(plans.refusal.code);
  const { plan } = plans.value.proposals.find((own) => wallsOfFloor(numbered(own.plan)).length > 2)!;
  done(city, divisionOf(building, STOREYS, numbered(plan), 'storeys-divided'));
  const floor = floorOf(city.land.table('building').record(building)!, 2, plans.value.ring, USUAL_FLOOR_WISHES.bayM)!;
  const walls = wallsOfFloor(floor);
  return () => {
    for (;;) {
      const wall = walls[Math.floor(random() * walls.length)];
      const moved = wallMoved(floor, wall, wall.line + (random() < 0.5 ? 1 : -1));
      if (moved.ok) return divisionOf(building, STOREYS, moved.floor, 'wall-moved');
    }
  };
}
