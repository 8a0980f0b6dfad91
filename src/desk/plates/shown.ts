import type { Ring } from '../../layout/shape/site.ts';
import { missesOf, type PlateMiss } from '../../layout/plate/exits.ts';
import { partAreaM2, partRings } from '../../layout/plate/plan.ts';
import type { PlateHazard, StoreyPlace } from '../../layout/plate/settings.ts';
import { writtenM2, type Floor } from './floor.ts';

export { placeOf } from './floor.ts';

/** m², as it is written. */
export const partArea = (floor: Floor, part: number): number => writtenM2(partAreaM2(floor, part));

/** Metres of the building's frame. */
export const partOutline = (floor: Floor, part: number): readonly Ring[] => partRings(floor, part);

/** What a designer has to look at. */
export const storeyMisses = (
  floor: Floor,
  wishes: { readonly leastM2: number; readonly hazard: PlateHazard },
  place: StoreyPlace,
): readonly PlateMiss[] => missesOf(floor, wishes, place);
