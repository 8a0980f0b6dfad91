import type { ParkView } from '../../../city/view.ts';
import type { Key } from '../../../domain/land/change.ts';
import { fieldsOfKind, isRecordKind } from '../../../domain/land/fields/kinds.ts';
import type { Field } from '../../../domain/land/fields/type.ts';
import type { Gap } from '../../../policy/gaps.ts';

/** Fields given to records of a table: what of the intent `fields` an entry makes. */
interface FieldsGiven {
  readonly table: 'park' | 'parcel' | 'building';
  readonly keys: readonly Key[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A missing field that can be typed where it is read. */
export interface GapEntry {
  readonly kind: Gap['kind'];
  readonly field: string;
  readonly type: Field;
  /** Records that get what is typed, as people know them. */
  readonly ids: readonly string[];
  readonly given: (value: unknown) => readonly FieldsGiven[];
}

/** What can be typed of a gap; null where it is drawn (a boundary, buildings), or stands in a record of no park. */
export function gapEntry({ kind, field, ids, clash }: Gap, view: ParkView): GapEntry | null {
  const type = isRecordKind(kind) ? fieldsOfKind(kind)[field] : undefined;
  if (!type || clash) return null;
  const given = givenTo(kind, new Set(ids), field, view);
  return given && { kind, field, type, ids, given };
}

function givenTo(kind: Gap['kind'], ids: ReadonlySet<string>, field: string, view: ParkView): GapEntry['given'] | null {
  const { key, park, facts } = view;
  const flat = (table: FieldsGiven['table'], keys: readonly Key[]): GapEntry['given'] | null =>
    keys.length > 0 ? (value) => [{ table, keys, fields: { [field]: value } }] : null;
  const member = <T extends { readonly id: string }>(records: readonly T[] | undefined, value: unknown) =>
    records?.map((own) => (ids.has(own.id) ? { ...own, [field]: value } : own));
  switch (kind) {
    case 'park':
      return flat('park', [key]);
    case 'parcel':
      return flat(
        'parcel',
        keysIn(facts.parcels, ids, (own) => own.parcel.id),
      );
    case 'building':
      return flat(
        'building',
        keysIn(facts.buildings, ids, (own) => own.building.id),
      );
    case 'lease':
      return (value) => [{ table: 'park', keys: [key], fields: { leases: member(park.leases, value) } }];
    case 'unit': {
      const own = facts.buildings.filter(({ building }) => building.units?.some(({ id }) => ids.has(id)));
      return (value) =>
        own.map(({ key: building, building: { units } }) => ({
          table: 'building',
          keys: [building],
          fields: { units: member(units, value) },
        }));
    }
    default:
      return null;
  }
}

const keysIn = <T extends { readonly key: Key }>(
  records: readonly T[],
  ids: ReadonlySet<string>,
  idOf: (record: T) => string,
): readonly Key[] => records.filter((own) => ids.has(idOf(own))).map(({ key }) => key);

/** Where a gap is closed that no box holds: its land or buildings are drawn, a record's field stands in a table. */
export function waysOn({ kind, field }: Gap): readonly ('land' | 'buildings' | 'table')[] {
  if (field === 'geometry') return kind === 'building' ? ['buildings'] : ['land'];
  if (field === 'buildings') return ['buildings'];
  return kind === 'building' || kind === 'parcel' ? ['table'] : [];
}
