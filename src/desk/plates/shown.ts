import type { Ring } from '../../layout/shape/site.ts';
import { missesOf, type PlateMiss } from '../../layout/plate/exits.ts';
import { partRings } from '../../layout/plate/plan.ts';
import type { PlateHazard, StoreyPlace } from '../../layout/plate/settings.ts';
import type { Floor } from './floor.ts';

export { placeOf, writtenPart } from './floor.ts';

/** Metres of the building's frame. */
export const partOutline = (floor: Floor, part: number): readonly Ring[] => partRings(floor, part);

/** What a designer has to look at. */
export const storeyMisses = (
  floor: Floor,
  wishes: { readonly leastM2: number; readonly hazard: PlateHazard },
  place: StoreyPlace,
): readonly PlateMiss[] => missesOf(floor, wishes, place);
