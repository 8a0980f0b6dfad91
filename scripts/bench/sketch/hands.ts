import type { Intent } from '../../../src/desk/intent.ts';
import type { Boundary } from '../../../src/desk/tools/index.ts';
import type { Key } from '../../../src/domain/land/change.ts';
import type { Bench } from './begun.ts';
import { movingWalls } from './walls.ts';
import { dragging, mostShared } from './dragging.ts';

export const POINTERS = 600;
/** So many of them hold the same vertex. */
const MOVES = 10;

/** Where the pointer is, to what would be done were it let go there; and the park whose figures are shown. */
export interface Hand {
  readonly isDrag?: true;
  readonly park: Key;
  readonly intent: () => Intent | null;
}

/** One of the city's parks with land, and one of its parcels. */
function anyOwn({ city, ground, random }: Bench): { readonly park: Key; readonly of: Boundary } {
  for (;;) {
    const park = city.parks[Math.floor(random() * city.parks.length)];
    const keys = city.placed.parcelsOfPark(city.park(park)!.id).filter((key) => city.placed.sound(key));
    if (keys.length > 0) {
      const of = ground.boundary({ table: 'parcel', key: keys[Math.floor(random() * keys.length)] });
      if (of) return { park, of };
    }
  }
}

/** One parcel of a park after another taken by its most shared vertex, each for some moves. */
function sharedVertices(bench: Bench, choose: () => { readonly park: Key; readonly of: Boundary }): Hand[] {
  return Array.from({ length: POINTERS / MOVES }, () => {
    const { park, of } = choose();
    const drag = dragging(of, mostShared(of, bench.scene).vertex, bench.scene);
    return Array.from({ length: MOVES }, (): Hand => ({ isDrag: true, park, intent: () => drag(bench.random) }));
  }).flat();
}

/** What is done in a city, by its name in the table. */
export function handsOf(bench: Bench, big: Key): Readonly<Record<string, readonly Hand[]>> {
  const { city, ground, scene, random } = bench;
  const { epsg } = scene.crs;
  const ofBig = city.placed.parcelsOfPark(city.park(big)!.id);
  const bigOwn = () => ({
    park: big,
    of: ground.boundary({ table: 'parcel', key: ofBig[Math.floor(random() * ofBig.length)] })!,
  });
  const moved = ({ shape }: Boundary, by: number, size = 1) => {
    const [east, north] = shape[0][0][0];
    return [[shape[0][0].map(([x, y]) => [east + (x - east) * size + by, north + (y - north) * size + by] as const)]];
  };
  const each = (intent: (own: ReturnType<typeof anyOwn>) => Intent): Hand[] =>
    Array.from({ length: POINTERS }, () => {
      const own = anyOwn(bench);
      return { park: own.park, intent: () => intent(own) };
    });
  const buildings = city.land.keys('building');
  const wall = movingWalls(bench, ofBig[0], bigOwn().of.shape[0][0][0]);
  return {
    'a shared vertex is dragged, neighbours with it': sharedVertices(bench, () => anyOwn(bench)),
    'the same in a park of 40 parcels, 160 buildings': sharedVertices(bench, bigOwn),
    'a wall is moved in it, on four storeys at once': Array.from({ length: POINTERS }, () => ({
      park: big,
      intent: wall,
    })),
    'a parcel is drawn over others': each(({ park, of }) => ({
      do: 'draw-parcel',
      park: { key: park },
      crs: epsg,
      shape: moved(of, 20 * random()),
    })),
    'a building is drawn': each(({ of }) => ({
      do: 'draw-buildings',
      crs: epsg,
      outlines: [{ shape: moved(of, 2 * random(), 0.3), fields: { storeys: 4, storeyHeightM: 5, use: 'production' } }],
    })),
    'a storey more': each(() => ({
      do: 'storeys',
      buildings: [buildings[Math.floor(random() * buildings.length)]],
      by: 1,
    })),
    'a parcel is divided': each(({ of }) => ({
      do: 'split',
      parcel: of.key,
      how: { direction: { bearingDeg: 90 * random(), from: 'left' }, count: 2 },
    })),
  };
}
