import { ok, refuse } from '../domain/outcome.ts';
import { layerLike } from '../domain/geometry/edit/frame.ts';
import { mergeFeatures } from '../domain/geometry/merge/merge.ts';
import type { Patch } from '../domain/land/change.ts';
import type { Land } from '../domain/land/land.ts';
import type { Building, Parcel } from '../domain/land/model.ts';
import { changeOf, namedRefusal, rowsOf, type EditNote, type Effect, type Operation } from './operation.ts';
import { rowsWhere } from '../domain/land/records/records.ts';

export interface MergeInput {
  /** The parcels, the first one's fields leading. */
  readonly ids: readonly string[];
  /** Id of the result; the first parcel's by default. */
  readonly into?: string;
  /** Leave out vertices of dissolved borders where nothing bends and that no neighbour uses. */
  readonly dropCollinear?: boolean;
}

/** Amounts that add up when every part knows its own. */
const amounts = new Set<string>(['floorAreaM2', 'costWan']);

/**
 * 宗地合并: one parcel under the first one's key and in its place, with the fields all agree on and the first one's where they differ, without
 * a registered area; all their buildings name it.
 */
export const mergeParcels: Operation<MergeInput> = (land, { ids, into, dropCollinear }) => {
  const rows = rowsOf(land, ids);
  if (!rows.ok) return rows;
  const { records, layer } = land.project.parcels;
  const merge = mergeFeatures(layer, rows.value, { dropCollinear });
  if (!merge.ok) return { ok: false, refusal: namedRefusal(merge.refusal, records) };
  const { features, areasBeforeM2, after, areaAfterM2 } = merge.value;
  const id = into ?? ids[0];
  const idOf = records.field('id');
  if (rowsWhere(records, (row) => idOf(row) === id).some((row) => !features.includes(row)))
    return refuse('id-taken', { id });
  const { record, notes } = mergedRecord(
    features.map((row) => records.get(row)),
    id,
  );
  const keys = land.keys('parcel');
  const [key, ...gone] = features.map((row) => keys[row]);
  const whole = { key, record, shape: layerLike(layer, [after]) };
  const patch = buildingsTo(land, new Set(features.map((row) => records.get(row).id)), id);
  const effect = (name: string, areaBeforeM2: number | null, areaM2: number | null): Effect => ({
    kind: 'parcel',
    id: name,
    areaBeforeM2,
    areaAfterM2: areaM2,
    steps: [],
  });
  return ok({
    change: changeOf(land, { parcel: { put: [whole], remove: gone }, building: { patch } }),
    effects: [
      ...features.map((row, i) => effect(records.get(row).id, areasBeforeM2[i], null)),
      effect(id, null, areaAfterM2),
    ],
    refused: [],
    notes,
  });
};

function mergedRecord(parts: readonly Parcel[], id: string): { record: Parcel; notes: EditNote[] } {
  const notes: EditNote[] = [];
  const record: Record<string, unknown> = { id };
  const all = parts.map((part) => part as unknown as Readonly<Record<string, unknown>>);
  for (const field of new Set(all.flatMap((part) => Object.keys(part)))) {
    // What the stated areas left open goes with them.
    if (field === 'id' || field === 'areaResolutionM2') continue;
    const values = all.map((part) => part[field]);
    if (field === 'statedAreaM2') {
      for (const part of parts)
        if (part.statedAreaM2 !== undefined)
          notes.push({ code: 'stated-area-dropped', params: { id: part.id, areaM2: part.statedAreaM2 } });
    } else if (amounts.has(field)) {
      if (values.every((value) => typeof value === 'number')) record[field] = values.reduce((sum, v) => sum + v, 0);
      else notes.push({ code: 'amount-dropped', params: { id, field } });
    } else {
      if (values[0] !== undefined) record[field] = values[0];
      const differ = values.some((value) => JSON.stringify(value) !== JSON.stringify(values[0]));
      if (differ) notes.push({ code: 'field-differs', params: { id, field } });
    }
  }
  return { record: record as unknown as Parcel, notes };
}

/** Buildings of these parcels, to name another. */
function buildingsTo(land: Land, ids: ReadonlySet<string>, parcelId: string): Patch<Building>[] {
  const keys = land.keys('building');
  const { records } = land.project.buildings;
  const named = records.field('parcelId');
  return rowsWhere(records, (row) => {
    const own = named(row);
    return own !== undefined && ids.has(own) && own !== parcelId;
  }).map((row) => ({ key: keys[row], fields: { parcelId } }));
}
