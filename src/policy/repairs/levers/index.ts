import type { Pull } from '../bench.ts';
import { addFloor, addStorey, cutFloor, cutFootprint, moveFloor, setUse } from './areas.ts';
import { addMonths, clear, doLate, lengthen, match, set, shift, shorten } from './fields.ts';
import { addParcel, dropParcel, dropSites, keepOne } from './parcels.ts';
import { mergeUnits } from './units.ts';

/** Every lever a pack may name; which of them moves a measure or a rule is said in the pack. */
export const levers: ReadonlyMap<string, Pull> = new Map<string, Pull>([
  ['add-floor', addFloor],
  ['cut-floor', cutFloor],
  ['move-floor', moveFloor],
  ['cut-footprint', cutFootprint],
  ['set-use', setUse],
  ['add-storey', addStorey],
  ['add-parcel', addParcel],
  ['drop-parcel', dropParcel],
  ['drop-sites', dropSites],
  ['keep-one', keepOne],
  ['merge-units', mergeUnits],
  ['shift', shift],
  ['set', set],
  ['clear', clear],
  ['match', match],
  ['shorten', shorten],
  ['lengthen', lengthen],
  ['do-late', doLate],
  ['add-months', addMonths],
]);
