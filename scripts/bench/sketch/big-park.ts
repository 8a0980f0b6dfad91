import type { City } from '../../../src/city/city.ts';
import type { Intent } from '../../../src/desk/intent.ts';
import { editOf } from '../../../src/desk/intents/intents.ts';
import { planeShape } from '../../../src/desk/stored-shape.ts';
import type { PlaneCrs } from '../../../src/domain/geodesy/crs.ts';
import type { Shape } from '../../../src/domain/geometry/edit/frame.ts';
import type { Key } from '../../../src/domain/land/change.ts';

const PARCELS = 40;
const BUILDINGS_EACH = 4;

export function done(city: City, intent: Intent): Key | null {
  const edit = editOf(city.placed, intent);
  if (!edit.ok) throw new Error(JSON.stringify(edit.refusal));
  const applied = city.apply(edit.value.change);
  if (!applied.ok) throw new Error(applied.refusal.code);
  return edit.value.park;
}

/** A park of 40 neighbouring parcels with 160 buildings, far larger than a small-enterprise park is. */
export function bigPark(city: City, crs: PlaneCrs): Key {
  const { placed, land } = city;
  const table = land.table('parcel');
  const all = table.listed();
  const [west, south] = placed.box('parcel', all[all.length >> 1])!;
  const near = placed.parcelsNear([west - 0.02, south - 0.02, west + 0.02, south + 0.02]);
  const apart = (key: Key): number => {
    const [w, s] = placed.box('parcel', key)!;
    return Math.hypot(w - west, s - south);
  };
  const own = [...near]
    .filter((key) => table.record(key)!.parkId === undefined && placed.sound(key))
    .sort((a, b) => apart(a) - apart(b))
    .slice(0, PARCELS);
  const park = done(city, { do: 'assign', park: { fresh: { parkType: 'manufacturing' } }, in: own, out: [] })!;
  const outlines = own.flatMap((key) => {
    const { layer, row } = table.drawn(key);
    return inside(planeShape(layer, row, crs)).map((shape) => ({
      shape,
      fields: { parcelId: table.record(key)!.id, use: 'production', storeys: 4, storeyHeightM: 5 } as const,
    }));
  });
  done(city, { do: 'draw-buildings', crs: crs.epsg, outlines });
  return park;
}

/** Small squares about the middle of a shape. */
function inside([[shell]]: Shape): Shape[] {
  const [east, north] = [0, 1].map((axis) => shell.reduce((sum, at) => sum + at[axis], 0) / shell.length);
  return Array.from({ length: BUILDINGS_EACH }, (_, n): Shape => {
    const [x, y] = [east + 12 * (n % 2), north + 12 * (n >> 1)];
    return [[[[x, y], [x + 10, y], [x + 10, y + 10], [x, y + 10]]]]; // prettier-ignore
  });
}
