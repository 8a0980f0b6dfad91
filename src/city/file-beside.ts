import type { Geometry } from 'geojson';
import { boundsAround, type Bounds } from '../domain/geometry/columns/bounds.ts';
import type { Layer } from '../domain/geometry/columns/layer.ts';
import type { Parcel, Table } from '../domain/land/model.ts';
import { ok, type Result } from '../domain/outcome.ts';
import type { NamedBytes, Note } from '../formats/contract.ts';
import { asWritten } from '../formats/fields/aside.ts';
import { ownNumberField } from '../formats/fields/numbers.ts';
import { readSets, type ReadSetsRefusal } from '../formats/sets/read.ts';
import { dataSetsOf } from '../formats/sets/sets.ts';
import type { IntentOf } from '../desk/intent.ts';
import { drawingPlane, planeShape } from '../desk/stored-shape.ts';
import { allRows, boundsOfRows, isDrawable } from './drawing/rows.ts';
import { polygonsOf } from './drawing/shapes.ts';
import type { City } from './city.ts';
import type { Law } from './law.ts';
import type { ReadChoices } from './view.ts';

/** What is open, and the law whose words files are read by. */
interface Around {
  readonly city: City;
  readonly pack: Law['pack'];
}

/** Files that are read beside what is open. */
export interface ReadBeside {
  readonly files: readonly NamedBytes[];
  readonly choices?: ReadChoices;
}

/** 参考层: boundaries of files beside what is open: drawn and snapped to, part of no figure. */
export interface ReferenceView {
  readonly layers: readonly Layer[];
  readonly count: number;
  readonly drawn: Geometry;
  readonly bounds: Bounds | null;
  readonly notes: readonly Note[];
}

/** Parcels of files, as what is to be done with them. */
export interface ParcelsBeside {
  readonly intent: IntentOf<'import'>;
  readonly notes: readonly Note[];
  readonly bounds: Bounds | null;
  /** Buildings and parks of the files, which are not taken over. */
  readonly left: number;
}

export async function readReference(
  around: Around,
  beside: ReadBeside,
): Promise<Result<ReferenceView, ReadSetsRefusal>> {
  const read = await readWith(around, beside);
  if (!read.ok) return read;
  const { parcels, buildings, townships, zones } = read.value.project;
  const layers = [parcels, buildings, townships, zones].map(({ layer }: Table<unknown>) => layer);
  const drawn = layers.filter(({ size }) => size > 0);
  const coordinates = drawn.flatMap((layer) =>
    [...allRows(layer)].flatMap((row) => (isDrawable(layer, row) ? polygonsOf(layer, row) : [])),
  );
  const boxes = drawn.flatMap((layer) => boundsOfRows(layer, allRows(layer)) ?? []);
  return ok({
    layers: drawn,
    count: drawn.reduce((sum, { size }) => sum + size, 0),
    drawn: { type: 'MultiPolygon', coordinates },
    bounds: boxes.length > 0 ? boundsAround(boxes) : null,
    notes: read.value.notes,
  });
}

/** Parcels go into `park`, or into none; their own files' parks are not those of what is open. */
export async function readParcels(
  around: Around,
  { park, ...beside }: ReadBeside & Pick<IntentOf<'import'>, 'park'>,
): Promise<Result<ParcelsBeside, ReadSetsRefusal>> {
  const read = await readWith(around, beside);
  if (!read.ok) return read;
  const { project, notes } = read.value;
  const { records, layer } = project.parcels;
  const rows = [...records.entries()].map(([row]) => row);
  const files = beside.files.map(({ name }) => name);
  const intent = importOf(around.city, { table: project.parcels, rows, park, files });
  const bounds = boundsOfRows(layer, allRows(layer));
  return ok({ intent, notes, bounds, left: project.buildings.records.length + project.parks.length });
}

interface Imported extends Pick<IntentOf<'import'>, 'park' | 'asGiven'> {
  readonly table: Table<Parcel>;
  readonly rows: readonly number[];
  /** Names of the files they come from. */
  readonly files: readonly string[];
  /** Parcels stay in parks of theirs that are open; what they say of others is kept beside. */
  readonly ownParks?: boolean;
}

/** Parcels that were read as what adding them to the city is. */
export function importOf(
  { land }: City,
  { table: { records, layer }, rows, files, ownParks = false, ...how }: Imported,
): IntentOf<'import'> {
  const crs = drawingPlane(land.table('parcel').base);
  const isOpen = (park: string) => ownParks && land.table('park').called(park) !== undefined;
  const parcels = rows.map((row) => {
    const { parkId, ...own } = records.peek(row);
    const isTaken = land.table('parcel').called(own.id) !== undefined;
    const extra = isTaken ? { [ownNumberField]: own.id, ...own.extra } : own.extra;
    const fields = { ...own, ...(extra && { extra }) };
    if (parkId === undefined || !ownParks) return { shape: planeShape(layer, row, crs), fields };
    const kept = isOpen(parkId) ? { parkId } : { extra: { ...extra, [asWritten('parkId')]: parkId } };
    return { shape: planeShape(layer, row, crs), fields: { ...fields, ...kept } };
  });
  return { do: 'import', crs: crs.epsg, ...how, parcels, file: calledTogether(files) };
}

const MOST_NAMED = 3;

/** Several files as one speaks of them: the folder all are in, or the first few. */
function calledTogether(files: readonly string[]): string {
  const [folder, ...others] = new Set(files.map((name) => /^(.+)[/\\][^/\\]*$/.exec(name)?.[1] ?? ''));
  if (files.length > 1 && folder && others.length === 0) return folder;
  return files.slice(0, MOST_NAMED).join('、') + (files.length > MOST_NAMED ? ' …' : '');
}

function readWith({ pack }: Around, { files, choices = {} }: ReadBeside) {
  const { without, ...options } = choices;
  const sets = dataSetsOf(files, choices.layer).filter(({ name }) => !without?.includes(name));
  const { fields, landClasses } = pack;
  return readSets(sets, { ...options, fields, landClasses, answers: sets.length > 1 });
}
