import type { PlaneCrs } from '../domain/geodesy/crs.ts';
import type { Layer, MultiPolygon } from '../domain/geometry/columns/layer.ts';
import { breaks } from '../domain/geometry/edit/check.ts';
import { layerLike, planeOf, storedArea, storedFeature, type Shape } from '../domain/geometry/edit/frame.ts';
import type { EditRefusal } from '../domain/geometry/edit/proposal.ts';
import type { ChangeNote, Key, Put } from '../domain/land/change.ts';
import type { Land } from '../domain/land/land.ts';
import type { Building, Parcel } from '../domain/land/model.ts';
import { ok, refuse, type Result } from '../domain/outcome.ts';
import { changeOf, type Edit, type EditNote, type Effect, type Operation } from './operation.ts';
import { recordRedrawn } from './parcel-fields.ts';
import { storedShape } from './stored-shape.ts';

/** What can be drawn by hand. */
interface Drawable {
  readonly parcel: Parcel;
  readonly building: Building;
}
type DrawnTable = keyof Drawable;

/** Boundaries drawn on the plane `crs`: of records that are there, and of new ones. */
export interface DrawInput {
  readonly crs: PlaneCrs;
  readonly redrawn?: readonly { readonly table: DrawnTable; readonly key: Key; readonly shape: Shape }[];
  readonly added?: readonly {
    [K in DrawnTable]: { readonly table: K; readonly record: Drawable[K]; readonly shape: Shape };
  }[DrawnTable][];
  /** Buildings that go in the same step: their ids are free for new ones. */
  readonly gone?: readonly Key[];
  /** New boundaries come as they are, broken ones too, which were named when their file was read. */
  readonly asGiven?: boolean;
  /** What was done, to name the step. */
  readonly note?: ChangeNote;
}

/** 画: records get the boundaries that were drawn. All of them or none: one that would be broken refuses the rest. */
export const drawBoundaries: Operation<DrawInput> = (land, input) => {
  const drawn: Drawn = { put: { parcel: [], building: [] }, ids: new Set(), effects: [], notes: [] };
  for (const one of input.redrawn ?? []) {
    const refused = redraw(land, input.crs, one, drawn);
    if (refused) return refused;
  }
  for (const one of input.added ?? []) {
    const refused = add(land, input, one, drawn);
    if (refused) return refused;
  }
  const { put, effects, notes } = drawn;
  const change = changeOf(land, { parcel: { put: put.parcel }, building: { put: put.building } });
  return ok<Edit>({ change: { ...change, ...(input.note && { note: input.note }) }, effects, refused: [], notes });
};

interface Drawn {
  readonly put: { readonly [K in DrawnTable]: Put<Drawable[K]>[] };
  /** Kind and id of what is new. */
  readonly ids: Set<string>;
  readonly effects: Effect[];
  readonly notes: EditNote[];
}
type Refused = Extract<Result<never, EditRefusal>, { ok: false }>;

function redraw(
  land: Land,
  crs: PlaneCrs,
  { table, key, shape }: { readonly table: DrawnTable; readonly key: Key; readonly shape: Shape },
  drawn: Drawn,
): Refused | null {
  const record = land.table(table).record(key);
  if (!record) return refuse('no-such-parcel', { id: key });
  const { layer, row } = land.table(table).drawn(key);
  const before = storedFeature(layer, row);
  const after = storedShape(shape, crs, layer);
  if (breaks(layer, after)) return refuse('would-break', { id: record.id });
  const areaBeforeM2 = areaOf(layer, before);
  const areaAfterM2 = areaOf(layer, after);
  drawn.effects.push({ kind: table, id: record.id, areaBeforeM2, areaAfterM2, steps: [] });
  const boundary = layerLike(layer, [after]);
  if (table === 'parcel') {
    const { record: parcel, notes } = recordRedrawn(record);
    drawn.put.parcel.push({ key, record: parcel, shape: boundary });
    drawn.notes.push(...notes);
  } else {
    const { building, notes } = outlineRedrawn(record, Math.abs(areaAfterM2 - areaBeforeM2));
    drawn.put.building.push({ key, record: building, shape: boundary });
    drawn.notes.push(...notes);
  }
  return null;
}

/** Areas of footprints are stated to 0.01 m². */
const SAME_FOOTPRINT_M2 = 0.01;

/** A building that is only moved keeps the footprint that is stated of it. */
function outlineRedrawn(building: Building, differenceM2: number): { building: Building; notes: EditNote[] } {
  const { footprintM2, ...rest } = building;
  if (footprintM2 === undefined || differenceM2 <= SAME_FOOTPRINT_M2) return { building, notes: [] };
  return { building: rest, notes: [{ code: 'footprint-dropped', params: { id: building.id, areaM2: footprintM2 } }] };
}

function add(
  land: Land,
  { crs, gone = [], asGiven = false }: DrawInput,
  one: NonNullable<DrawInput['added']>[number],
  { put, ids, effects }: Drawn,
): Refused | null {
  const { table, record } = one;
  const { base: layer } = land.table(table);
  const holder = land.table(table).called(record.id);
  const isFree = holder === undefined || (table === 'building' && gone.includes(holder));
  if (ids.has(`${table} ${record.id}`) || !isFree) return refuse('id-taken', { id: record.id });
  ids.add(`${table} ${record.id}`);
  const after = storedShape(one.shape, crs, layer);
  if (!asGiven && breaks(layer, after)) return refuse('would-break', { id: record.id });
  effects.push({ kind: table, id: record.id, areaBeforeM2: null, areaAfterM2: areaOf(layer, after), steps: [] });
  const fresh = { key: land.table(table).takeKey(), shape: layerLike(layer, [after]), after: null };
  if (one.table === 'parcel') put.parcel.push({ ...fresh, record: one.record });
  else put.building.push({ ...fresh, record: one.record });
  return null;
}

const areaOf = (like: Layer, feature: MultiPolygon): number =>
  storedArea(like, feature, planeOf(layerLike(like, [feature]), 0));
