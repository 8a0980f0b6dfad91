import { ok, refuse } from '../domain/outcome.ts';
import { layerLike } from '../domain/geometry/edit/frame.ts';
import { mergeFeatures } from '../domain/geometry/merge/merge.ts';
import type { Building, Parcel, Project } from '../domain/land/model.ts';
import { replacing, rowAlone, type Insertion, type TableEdit } from './change.ts';
import { namedRefusal, rowsOf, type EditNote, type Effect, type Operation } from './operation.ts';

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
 * 宗地合并: one parcel in the first one's row, with the fields all agree on and the first one's where they differ, without
 * a registered area; all their buildings name it.
 */
export const mergeParcels: Operation<MergeInput> = (project, { ids, into, dropCollinear }) => {
  const rows = rowsOf(project, ids);
  if (!rows.ok) return rows;
  const { records, layer } = project.parcels;
  const merge = mergeFeatures(layer, rows.value, { dropCollinear });
  if (!merge.ok) return { ok: false, refusal: namedRefusal(merge.refusal, records) };
  const { features, areasBeforeM2, after, areaAfterM2 } = merge.value;
  const id = into ?? ids[0];
  if (records.some((p, row) => p.id === id && !features.includes(row))) return refuse('id-taken', { id });
  const { record, notes } = mergedRecord(
    features.map((row) => records[row]),
    id,
  );
  const at = features[0] - features.filter((row) => row < features[0]).length;
  const parcels: TableEdit<Parcel> = {
    removed: [...features].sort((p, q) => p - q),
    inserted: [{ at, record, shape: layerLike(layer, [after]) }],
  };
  const buildings = replacing(buildingsOf(project, new Set(features.map((row) => records[row].id)), id));
  const effect = (name: string, areaBeforeM2: number | null, areaM2: number | null): Effect => ({
    kind: 'parcel',
    id: name,
    areaBeforeM2,
    areaAfterM2: areaM2,
    steps: [],
  });
  return ok({
    change: { parcels, ...(buildings && { buildings }) },
    effects: [
      ...features.map((row, i) => effect(records[row].id, areasBeforeM2[i], null)),
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

const buildingsOf = ({ buildings }: Project, ids: ReadonlySet<string>, parcelId: string): Insertion<Building>[] =>
  buildings.records.flatMap((building, at) =>
    building.parcelId !== undefined && ids.has(building.parcelId) && building.parcelId !== parcelId
      ? [{ at, record: { ...building, parcelId }, shape: rowAlone(buildings.layer, at) }]
      : [],
  );
