import { layerLike, type Shape } from '../../domain/geometry/edit/frame.ts';
import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { patched, type Key } from '../../domain/land/change.ts';
import type { Land } from '../../domain/land/land.ts';
import type { Building } from '../../domain/land/model.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { drawBoundaries } from '../draw.ts';
import type { LandAround } from '../land-around.ts';
import { changeOf, type EditNote } from '../operation.ts';
import { storedShape } from '../stored-shape.ts';
import { checkedFields } from './checked-fields.ts';
import { buildingFault } from './sound-record.ts';
import { Numbering } from './numbering.ts';
import { parcelUnder } from './on-parcel.ts';
import { edited, listed, noteOf, planeOf, recordsOf, type IntentOperation, type IntentRefusal } from './operation.ts';

/** 画建筑: buildings, each on the parcel that holds most of its outline and with the next number of that parcel's park. */
export const drawBuildings: IntentOperation<'draw-buildings'> = (
  around,
  { crs: epsg, outlines, like, gone = [], note },
) => {
  const { land } = around;
  const crs = planeOf(epsg);
  if (!crs.ok) return crs;
  const copied = like === undefined ? ok({}) : copiedFields(land, like);
  if (!copied.ok) return copied;
  const leaving = recordsOf(land, 'building', gone);
  if (!leaving.ok) return leaving;
  const numbering = new Numbering(around, gone);
  const notes: EditNote[] = [];
  const added: { table: 'building'; record: Building; shape: Shape }[] = [];
  for (const { shape, fields = {} } of outlines) {
    const record = newBuilding(around, crs.value, shape, { ...copied.value, ...fields }, numbering);
    if (!record.ok) return record;
    if (record.value.parcelId === undefined)
      notes.push({ code: 'building-on-no-parcel', params: { id: record.value.name ?? record.value.id } });
    added.push({ table: 'building', record: record.value, shape });
  }
  const drawn = drawBoundaries(land, { crs: crs.value, added, gone });
  if (!drawn.ok) return drawn;
  const names = listed(added.map(({ record }) => record.name ?? record.id));
  const { building, ...others } = drawn.value.change.tables;
  return edited(changeOf(land, { ...others, building: { ...building, remove: gone } }, noteOf(note, names)), {
    effects: drawn.value.effects,
    notes: [...notes, ...drawn.value.notes],
  });
};

/** What a copy has of its building; what is not known stays unknown. */
function copiedFields(land: Land, key: Key): Result<Partial<Building>, IntentRefusal> {
  const found = recordsOf(land, 'building', [key]);
  if (!found.ok) return found;
  const { use, storeys, storeyHeightM, storeyHeightsM, held } = found.value[0].record;
  return ok(patched<Partial<Building>>({}, { use, storeys, storeyHeightM, storeyHeightsM, held }));
}

function newBuilding(
  around: LandAround,
  crs: PlaneCrs,
  shape: Shape,
  { id: own, ...fields }: Partial<Building>,
  numbering: Numbering,
): Result<Building, IntentRefusal> {
  const { land } = around;
  if (own !== undefined && (numbering.has(own) || land.table('building').called(own) !== undefined))
    return refuse('id-taken', { id: own });
  const checked = checkedFields(land, 'building', own ?? fields.name ?? '', fields);
  if (!checked.ok) return checked;
  const parcels = land.table('parcel');
  const { base } = land.table('building');
  const outline = layerLike(base, [storedShape(shape, crs, base)]);
  const key = fields.parcelId === undefined ? parcelUnder(around, outline) : parcels.called(fields.parcelId);
  const parcel = key === undefined ? undefined : parcels.record(key);
  const { id, name } = numbering.next(parcel);
  const drawn = { id: own ?? id, name, ...(parcel && { parcelId: parcel.id }), existing: false };
  const building = patched<Building>(drawn, checked.value);
  return buildingFault(building) ?? ok(building);
}
