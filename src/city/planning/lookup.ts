import type { City } from '../city.ts';
import type { Lookup } from './choices.ts';
import type { PlanLand } from './plan-land.ts';

/** Parcels by id: their places, or why they are not planned with. */
export function lookupIn(city: City, land: PlanLand): Lookup['find'] {
  const places = new Map(land.parcels.map(({ parcel }, place) => [parcel.id, place]));
  const problems = new Map(land.problems.map(({ id, code }) => [id, code]));
  return (id) => {
    const place = places.get(id);
    if (place !== undefined) return { place };
    const key = city.land.table('parcel').called(id);
    if (key === undefined) return undefined;
    return { why: problems.get(id) ?? land.aside.get(key) ?? 'none' };
  };
}
