import type { Building } from '../../domain/land/model.ts';
import type { EditNote } from '../operation.ts';
import { calledBy } from './operation.ts';

/** What became of the figures that go by a building's storeys. */
export function notesOfStoreys(before: Building, after: Building): EditNote[] {
  const id = calledBy(before);
  const notes: EditNote[] = [];
  if (before.floorAreaM2 !== undefined && after.floorAreaM2 !== undefined && before.floorAreaM2 !== after.floorAreaM2)
    notes.push({
      code: 'floor-area-follows',
      params: { id, beforeM2: before.floorAreaM2, afterM2: after.floorAreaM2 },
    });
  const [were, are] = [before.storeyHeightsM, after.storeyHeightsM];
  if (were && are && are.length > were.length)
    notes.push({ code: 'heights-follow', params: { id, storeys: are.length - were.length, heightM: are.at(-1)! } });
  if (were && !are) notes.push({ code: 'heights-dropped', params: { id } });
  return notes;
}
