import type { Result } from '../../domain/outcome.ts';
import type { Do, Intent } from '../intent.ts';
import type { LandAround } from '../land-around.ts';
import { assign } from './assign.ts';
import { drawBuildings } from './draw-buildings.ts';
import { drawParcel, importParcels } from './import-parcels.ts';
import { edited, type IntentEdit, type IntentOperation, type IntentRefusal } from './operation.ts';
import { redraw } from './redraw.ts';
import { setConditions } from './set-conditions.ts';
import { setFields } from './set-fields.ts';
import { addStoreys } from './add-storeys.ts';
import { divideStoreys } from './divide-storeys.ts';
import { removeRecords } from './remove.ts';
import { treatExisting } from './existing.ts';
import { mergeThem, splitOne } from './divide.ts';

/** What is done for each thing a person may want: the one table from intent to operation. */
const operations: { readonly [D in Do]: IntentOperation<D> } = {
  'draw-parcel': drawParcel,
  'draw-buildings': drawBuildings,
  redraw,
  assign,
  fields: setFields,
  conditions: setConditions,
  storeys: addStoreys,
  'divide-storeys': divideStoreys,
  remove: removeRecords,
  split: splitOne,
  merge: mergeThem,
  existing: treatExisting,
  import: importParcels,
  change: (_, { change }) => edited(change),
};

/** What is wanted, as a change with what it does; all of it or a refusal, and nothing is applied. */
export const editOf = (around: LandAround, intent: Intent): Result<IntentEdit, IntentRefusal> =>
  (operations[intent.do] as IntentOperation<Do>)(around, intent);
