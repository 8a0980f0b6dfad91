import type { Patch } from '../../domain/land/change.ts';
import { patched } from '../../domain/land/change.ts';
import type { Building, CommonPart, FloorUnit } from '../../domain/land/model.ts';
import { storeyCount } from '../../domain/land/storeys.ts';
import { refuse } from '../../domain/outcome.ts';
import type { IntentOf, StoreyPart } from '../intent.ts';
import { changeOf, type EditNote } from '../operation.ts';
import { isSameOutline, unitCalled, unitId } from '../plates/floor.ts';
import { checkedFields } from './checked-fields.ts';
import { parkFollowing } from './park-following.ts';
import { calledBy, edited, listed, recordsOf, type IntentOperation } from './operation.ts';
import { buildingFault } from './sound-record.ts';

/** 划分楼层: units of storeys in place of those they have; what else is known of a unit of the same number stays with it. */
export const divideStoreys: IntentOperation<'divide-storeys'> = (around, intent) => {
  const { land } = around;
  const found = recordsOf(land, 'building', [intent.building]);
  if (!found.ok) return found;
  const [{ key, record }] = found.value;
  const storeys = storeyCount(record);
  if (storeys === null) return refuse('storeys-unknown', { id: calledBy(record) });
  const beyond = intent.storeys.find((storey) => !Number.isInteger(storey) || storey < 1 || storey > storeys);
  if (beyond !== undefined) return refuse('no-such-storey', { id: calledBy(record), storey: beyond, storeys });

  const after = dividedBy(record, intent);
  const set = checkedFields(land, 'building', calledBy(record), after);
  if (!set.ok) return set;
  const changed = unitsChanged(record.units ?? [], after.units ?? []);
  const sold = changed.filter(({ soldOn }) => soldOn !== undefined);
  if (sold.length > 0 && !intent.evenSold)
    return refuse('units-sold', { id: calledBy(record), units: listed(sold.map(({ id }) => id)) });
  const fault = buildingFault(patched(record, after));
  if (fault) return fault;

  const following = parkFollowing(around, new Map([[key, patched(record, after)]]));
  const patch: Patch<Building>[] = isSame(record, after) ? [] : [{ key, fields: after }];
  const tables = { building: { patch }, park: { patch: following.patch } };
  const change = changeOf(land, tables, { code: intent.note, params: noteParams(record, intent) });
  return edited(change, { notes: [...notesOf(record, after, intent), ...following.notes] });
};

type Divided = Pick<Building, 'units' | 'commonParts'>;

function dividedBy(record: Building, { storeys, parts, unplaced }: IntentOf<'divide-storeys'>): Divided {
  const isOther = ({ storey }: FloorUnit | CommonPart): boolean =>
    storey === undefined ? !unplaced : !storeys.includes(storey);
  const units = [
    ...(record.units ?? []).filter(isOther),
    ...storeys.flatMap((storey) =>
      parts
        .filter(({ kind }) => kind === 'unit')
        .map((part) => unitOf(storey, part, unitCalled(record, storey, part.number))),
    ),
  ];
  const common = [
    ...(record.commonParts ?? []).filter(isOther),
    ...storeys.flatMap((storey) =>
      parts.flatMap(({ kind, outlineM }): CommonPart[] => (kind === 'unit' ? [] : [{ kind, storey, outlineM }])),
    ),
  ];
  return { units: ordered(units), commonParts: common.length > 0 ? common : undefined };
}

/** Where its walls stand as they did, its area stays too: it may be a surveyor's, or the contract's. */
function unitOf(storey: number, { number, areaM2, outlineM, fields }: StoreyPart, known?: FloorUnit): FloorUnit {
  const isWhereItWas = isSameOutline(known?.outlineM, outlineM);
  const drawn = isWhereItWas ? { floorAreaM2: known?.floorAreaM2 ?? areaM2 } : { floorAreaM2: areaM2, outlineM };
  return patched<FloorUnit>({ ...known, id: known?.id ?? unitId(storey, number), storey, ...drawn }, fields ?? {});
}

/** By storey, then as they are numbered; those without a storey first, in their order. */
const ordered = (units: readonly FloorUnit[]): readonly FloorUnit[] =>
  units.toSorted(
    (a, b) =>
      (a.storey ?? 0) - (b.storey ?? 0) ||
      (a.storey === undefined ? 0 : a.id.localeCompare(b.id, 'en', { numeric: true })),
  );

const isSame = (record: Building, { units, commonParts }: Divided): boolean =>
  JSON.stringify([record.units ?? [], record.commonParts]) === JSON.stringify([units, commonParts]);

/** Areas are written to the hundredth of a square metre. */
const SAME_M2 = 0.005;

/** Units that are there no more, or of another area. */
function unitsChanged(before: readonly FloorUnit[], after: readonly FloorUnit[]): readonly FloorUnit[] {
  const now = new Map(after.map((unit) => [unit.id, unit]));
  return before.filter((unit) => {
    const own = now.get(unit.id);
    return !own || Math.abs((own.floorAreaM2 ?? 0) - (unit.floorAreaM2 ?? 0)) > SAME_M2;
  });
}

function noteParams(
  record: Building,
  { storeys, parts, note }: IntentOf<'divide-storeys'>,
): Readonly<Record<string, string | number>> {
  const units = parts.filter(({ kind }) => kind === 'unit');
  const marked = units
    .filter(({ fields }) => fields)
    .flatMap(({ number }) => storeys.map((own) => unitCalled(record, own, number)?.id ?? unitId(own, number)));
  const id = calledBy(record);
  if (note === 'units-marked' || note === 'unit-filled') return { id, units: listed(marked) };
  return { id, storeys: storeysText(storeys), count: units.length };
}

/** 1、3–5 */
function storeysText(storeys: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const storey of storeys.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === storey - 1) last[1] = storey;
    else runs.push([storey, storey]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}

function notesOf(record: Building, { units = [] }: Divided, { note }: IntentOf<'divide-storeys'>): EditNote[] {
  const id = calledBy(record);
  const now = new Set(units.map((unit) => unit.id));
  const gone = (record.units ?? []).filter((unit) => !now.has(unit.id));
  const unplaced = units.filter(({ storey }) => storey === undefined);
  const notes: EditNote[] = [];
  if (gone.length > 0 && note === 'storeys-divided')
    notes.push({ code: 'units-gone', params: { id, count: gone.length, ids: listed(gone.map((unit) => unit.id)) } });
  if (unplaced.length > 0) notes.push({ code: 'units-without-storey', params: { id, count: unplaced.length } });
  return notes;
}
