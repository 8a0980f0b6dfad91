import type { Shape } from '../../domain/geometry/edit/frame.ts';
import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { planeCrsOf } from '../../domain/geodesy/zones.ts';
import type { Change, Key } from '../../domain/land/change.ts';
import type { SquareMetres } from '../../domain/quantity/units.ts';
import type { Intent } from '../../desk/intent.ts';
import { planeShape } from '../../desk/stored-shape.ts';
import { LandGround, overlapsWith } from '../../desk/tools/index.ts';
import type { City } from '../city.ts';

/** 压盖: ground of a parcel that is drawn which another has already. */
export interface DrawnOver {
  /** The parcel that is drawn. */
  readonly of: Key;
  readonly key: Key;
  readonly id: string;
  readonly areaM2: SquareMetres;
  /** The common ground on the plane of the intent; absent where it lies over many, or the lines cannot be taken apart. */
  readonly shape?: Shape;
}

/** Over so many parcels lines are taken apart between two pointers. */
const MOST_SHAPED = 8;

/** What the parcels that a change draws have in common with others; shapes on the plane of the intent. */
export function drawnOver(city: City, { tables }: Change, intent: Intent): readonly DrawnOver[] {
  const crs = 'crs' in intent ? planeCrsOf(intent.crs) : null;
  const table = city.land.table('parcel');
  return (tables.parcel?.put ?? []).flatMap(({ key }) => {
    const shared = city.sharedNow(key);
    const others = shared.map(({ other }) => other);
    const shapes = crs && others.length > 0 && others.length <= MOST_SHAPED ? shapesOver(city, key, others, crs) : null;
    return shared.map(({ other, areaM2 }): DrawnOver => {
      const shape = shapes?.find((own) => own.key === other)?.shape;
      return { of: key, key: other, id: table.record(other)!.id, areaM2, ...(shape && { shape }) };
    });
  });
}

function shapesOver({ land }: City, key: Key, others: readonly Key[], crs: PlaneCrs): ReturnType<typeof overlapsWith> {
  const table = land.table('parcel');
  const ground = new LandGround([{ table: 'parcel', layer: table.picked(others).layer, keys: others }], crs);
  const { layer, row } = table.drawn(key);
  return overlapsWith(planeShape(layer, row, crs), ground, { table: 'parcel' });
}
