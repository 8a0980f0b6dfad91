import { ok, refuse, type Result } from '../domain/outcome.ts';
import { layerLike } from '../domain/geometry/edit/frame.ts';
import { mergeFeatures } from '../domain/geometry/merge/merge.ts';
import type { EditRefusal } from '../domain/geometry/edit/proposal.ts';
import type { Patch } from '../domain/land/change.ts';
import type { Land } from '../domain/land/land.ts';
import type { Building } from '../domain/land/model.ts';
import { changeOf, namedRefusal, rowsOf, type Edit, type Effect, type Operation } from './operation.ts';
import { rowsOnLand } from './plan-rows.ts';
import { wholeSheet, type Sheet } from './sheet.ts';
import { mergedRecord } from './parcel-fields.ts';
import { rowsWhere } from '../domain/land/records/records.ts';

export interface MergeInput {
  /** The parcels, the first one's fields leading. */
  readonly ids: readonly string[];
  /** Id of the result; the first parcel's by default. */
  readonly into?: string;
  /** Leave out vertices of dissolved borders where nothing bends and that no neighbour uses. */
  readonly dropCollinear?: boolean;
}

/**
 * 宗地合并: one parcel under the first one's key and in its place, its fields merged as the table of fields says; all their
 * buildings name it.
 */
export const mergeParcels: Operation<MergeInput> = (land, input) => mergeOn(land, wholeSheet(land), input);

/** The same, looking at a sheet alone on which all neighbours and buildings of the parcels are. */
export function mergeOn(land: Land, sheet: Sheet, { ids, into, dropCollinear }: MergeInput): Result<Edit, EditRefusal> {
  const { records, layer, keys } = sheet.parcels;
  const rows = rowsOf(records, ids);
  if (!rows.ok) return rows;
  const merge = mergeFeatures(layer, rows.value, { dropCollinear });
  if (!merge.ok) return { ok: false, refusal: namedRefusal(merge.refusal, records) };
  const { features, areasBeforeM2, after, areaAfterM2 } = merge.value;
  const id = into ?? ids[0];
  const named = land.table('parcel').called(id);
  if (named !== undefined && !features.some((row) => keys[row] === named)) return refuse('id-taken', { id });
  const { record, notes } = mergedRecord(
    features.map((row) => records.get(row)),
    id,
    areasBeforeM2,
  );
  const [key, ...gone] = features.map((row) => keys[row]);
  const whole = { key, record, shape: layerLike(layer, [after]) };
  const before = features.map((row) => records.get(row).id);
  const patch = buildingsTo(sheet, new Set(before), id);
  const effect = (name: string, areaBeforeM2: number | null, areaM2: number | null): Effect => ({
    kind: 'parcel',
    id: name,
    areaBeforeM2,
    areaAfterM2: areaM2,
    steps: [],
  });
  return ok({
    change: changeOf(
      land,
      {
        parcel: { put: [whole], remove: gone },
        building: { patch },
        supplyRow: { patch: rowsOnLand(land, before, [id]) },
      },
      { code: 'merge', params: { ids: before.join('、') } },
    ),
    effects: [
      ...features.map((row, i) => effect(records.get(row).id, areasBeforeM2[i], null)),
      effect(id, null, areaAfterM2),
    ],
    refused: [],
    notes,
  });
}

/** Buildings of these parcels, to name another. */
function buildingsTo({ buildings }: Sheet, ids: ReadonlySet<string>, parcelId: string): Patch<Building>[] {
  const { records, keys } = buildings;
  const named = records.field('parcelId');
  return rowsWhere(records, (row) => {
    const own = named(row);
    return own !== undefined && ids.has(own) && own !== parcelId;
  }).map((row) => ({ key: keys[row], fields: { parcelId } }));
}
