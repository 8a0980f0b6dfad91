import type { ParkView } from '../../../city/view.ts';
import type { Intent } from '../../../desk/intent.ts';
import type { Key } from '../../../domain/land/change.ts';
import type { FloorUnit, Lease } from '../../../domain/land/model.ts';

/** 租赁合同 of a park, 分割单元 of a building: records listed in a field of another. */
export type MemberKind = 'lease' | 'unit';
type Member = (Lease | FloorUnit) & Readonly<Record<string, unknown>>;

/** Whose list it is, and what stands in it. */
export interface MemberList {
  readonly table: 'park' | 'building';
  readonly field: 'leases' | 'units';
  readonly key: Key;
  /** Of the building, as people know it; '' of the park. */
  readonly name: string;
  readonly members: readonly Member[];
}

/** A member as the table shows it. */
export interface MemberRow {
  /** Its place in the table. */
  readonly key: number;
  readonly list: MemberList;
  /** Its place in the list. */
  readonly place: number;
  readonly member: Member;
}

/** The list of the park, or one of each building on it. */
export function memberLists(
  kind: MemberKind,
  { key, park, facts }: Pick<ParkView, 'key' | 'park' | 'facts'>,
): readonly MemberList[] {
  if (kind === 'lease')
    return [{ table: 'park', field: 'leases', key, name: '', members: (park.leases ?? []) as readonly Member[] }];
  const buildings = new Map(facts.buildings.map((own) => [own.key, own.building]));
  return [...buildings].map(([of, { id, name = id, units = [] }]) => ({
    table: 'building',
    field: 'units',
    key: of,
    name,
    members: units as readonly Member[],
  }));
}

export const memberRows = (lists: readonly MemberList[]): readonly MemberRow[] =>
  lists
    .flatMap((list) => list.members.map((member, place) => ({ list, place, member })))
    .map((row, key) => ({ ...row, key }));

/** The whole list anew. */
export const membersGiven = ({ table, field, key }: MemberList, members: readonly object[]): Intent => ({
  do: 'fields',
  table,
  keys: [key],
  fields: { [field]: members },
});

/** One more, by the first number that none of them has. */
export function memberAdded(list: MemberList): Intent {
  const taken = new Set(list.members.map(({ id }) => id));
  let number = list.members.length + 1;
  while (taken.has(String(number))) number++;
  return membersGiven(list, [...list.members, { id: String(number) }]);
}

/** Without these. */
export const membersRemoved = (list: MemberList, places: ReadonlySet<number>): Intent =>
  membersGiven(
    list,
    list.members.filter((_, place) => !places.has(place)),
  );

/** One with other values in some fields; undefined takes one away. */
export const memberChanged = ({ list, place }: MemberRow, fields: Readonly<Record<string, unknown>>): Intent =>
  membersGiven(
    list,
    list.members.map((own, n) => {
      if (n !== place) return own;
      const changed = Object.entries({ ...own, ...fields }).filter(([, value]) => value !== undefined);
      return Object.fromEntries(changed) as typeof own;
    }),
  );
