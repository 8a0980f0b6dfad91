import { patched, type ChangeNote } from '../../domain/land/change.ts';
import type { Parcel } from '../../domain/land/model.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { drawBoundaries, type DrawInput } from '../draw.ts';
import type { IntentOf, ParkTarget } from '../intent.ts';
import type { LandAround } from '../land-around.ts';
import { changeOf, type EditNote } from '../operation.ts';
import { checkedFields, type Writer } from './checked-fields.ts';
import { newIds } from './new-ids.ts';
import {
  edited,
  listed,
  noteOf,
  planeOf,
  type IntentEdit,
  type IntentOperation,
  type IntentRefusal,
} from './operation.ts';
import { targetOf } from './park-target.ts';

/** 画宗地: one parcel, of the park or of none. */
export const drawParcel: IntentOperation<'draw-parcel'> = (around, { fields = {}, shape, note, ...intent }) => {
  if (fields.id !== undefined && around.land.table('parcel').called(fields.id) !== undefined)
    return refuse('id-taken', { id: fields.id });
  return drawnParcels(around, { ...intent, parcels: [{ fields, shape }] }, 'hand', ([id]) => noteOf(note, id));
};

/** 导入宗地: those of a file, or copies, in one step. */
export const importParcels: IntentOperation<'import'> = (around, { note, file, ...intent }) =>
  drawnParcels(around, intent, 'file', (ids) =>
    note ? noteOf(note, listed(ids)) : { code: 'imported', params: { count: ids.length, file: file ?? '' } },
  );

interface Drawn extends Pick<IntentOf<'import'>, 'crs' | 'parcels' | 'asGiven'> {
  readonly park: ParkTarget | null;
}

function drawnParcels(
  around: LandAround,
  { crs: epsg, park, parcels, asGiven }: Drawn,
  by: Writer,
  noted: (ids: readonly string[]) => ChangeNote,
): Result<IntentEdit, IntentRefusal> {
  const { land } = around;
  const crs = planeOf(epsg);
  if (!crs.ok) return crs;
  const target = park ? targetOf(land, park) : ok(null);
  if (!target.ok) return target;
  const named = namedParcels(around, parcels, target.value?.park.id, by);
  if (!named.ok) return named;
  const { added, notes } = named.value;
  const drawn = drawBoundaries(land, { crs: crs.value, added, asGiven });
  if (!drawn.ok) return drawn;
  const tables = { ...drawn.value.change.tables, park: { put: target.value?.put ?? [] } };
  return edited(changeOf(land, tables, noted(added.map(({ record }) => record.id))), {
    effects: drawn.value.effects,
    notes: [...notes, ...drawn.value.notes],
    park: target.value?.key ?? null,
  });
}

type Added = NonNullable<DrawInput['added']>;

/** Each with an id of its own: its own where that is free, else the next that is. */
function namedParcels(
  { land }: LandAround,
  parcels: Drawn['parcels'],
  parkId: string | undefined,
  by: Writer,
): Result<{ readonly added: Added; readonly notes: readonly EditNote[] }, IntentRefusal> {
  const next = newIds(land, 'parcel', '草绘-');
  const given = new Set(parcels.flatMap(({ fields }) => fields?.id ?? []));
  const used = new Set<string>();
  const notes: EditNote[] = [];
  const isTaken = (id: string) => used.has(id) || given.has(id) || land.table('parcel').called(id) !== undefined;
  const free = () => {
    let id = next();
    while (isTaken(id)) id = next();
    return id;
  };
  /** What a file calls its own stays told by its number. */
  const freeLike = (said: string) => {
    let number = 2;
    while (isTaken(`${said}-${number}`)) number++;
    return `${said}-${number}`;
  };
  const added: { table: 'parcel'; record: Parcel; shape: Drawn['parcels'][number]['shape'] }[] = [];
  for (const { fields = {}, shape } of parcels) {
    const { id: said, ...rest } = fields;
    const isFree = said !== undefined && !used.has(said) && land.table('parcel').called(said) === undefined;
    const id = isFree ? said : said !== undefined && by === 'file' ? freeLike(said) : free();
    used.add(id);
    if (said !== undefined && said !== id) notes.push({ code: 'renamed', params: { id: said, now: id } });
    const checked = checkedFields(land, 'parcel', id, rest, by);
    if (!checked.ok) return checked;
    const own = { ...checked.value, ...(parkId !== undefined && { parkId }) };
    added.push({ table: 'parcel', record: patched<Parcel>({ id }, own), shape });
  }
  return ok({ added, notes });
}
