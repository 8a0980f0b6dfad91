import type { FixedPark, PlanAsked } from '../../../city/planning/asked.ts';

/** What people decided of a plan, by ids: what it is to be asked with, years aside where nobody named any. */
export type Decided = Omit<PlanAsked, 'years'> & Partial<Pick<PlanAsked, 'years'>>;

/** 锁定、不用 of a park or a parcel. */
export type Mark =
  | { readonly of: 'locked-park'; readonly park: FixedPark }
  | { readonly of: 'banned-park'; readonly parcels: readonly string[] }
  | { readonly of: 'locked-parcel'; readonly id: string }
  | { readonly of: 'banned-parcel'; readonly id: string };

export const nothingDecided: Decided = {};

const nameOf = (parcels: readonly string[]): string => JSON.stringify(parcels.toSorted());

const areSame = (one: readonly string[], other: readonly string[]): boolean => nameOf(one) === nameOf(other);

const without = <T>(list: readonly T[] | undefined, isOut: (one: T) => boolean): readonly T[] =>
  (list ?? []).filter((one) => !isOut(one));

/** All marks, parks first, in the order they were made. */
export function marksOf(decided: Decided): readonly Mark[] {
  const { fixedParks = [], bannedSets = [], fixedParcels = [], bannedParcels = [] } = decided;
  return [
    ...fixedParks.map((park): Mark => ({ of: 'locked-park', park })),
    ...bannedSets.map((parcels): Mark => ({ of: 'banned-park', parcels })),
    ...fixedParcels.map((id): Mark => ({ of: 'locked-parcel', id })),
    ...bannedParcels.map((id): Mark => ({ of: 'banned-parcel', id })),
  ];
}

/** Parcels of a mark. */
export function parcelsOf(mark: Mark): readonly string[] {
  if (mark.of === 'locked-park') return mark.park.parcels;
  return mark.of === 'banned-park' ? mark.parcels : [mark.id];
}

export const markName = (mark: Mark): string => `${mark.of} ${nameOf(parcelsOf(mark))}`;

/** With a mark; what it contradicts is taken back: of two decisions on the same land the later one holds. */
export function withMark(decided: Decided, mark: Mark): Decided {
  const base = withoutMark(decided, mark);
  const { fixedParks = [], bannedSets = [], fixedParcels = [], bannedParcels = [] } = base;
  const ids = new Set(parcelsOf(mark));
  const hasOne = (parcels: readonly string[]) => parcels.some((id) => ids.has(id));
  const isIn = (id: string) => ids.has(id);
  switch (mark.of) {
    case 'locked-park':
      return {
        ...base,
        // A parcel is in one park.
        fixedParks: [...without(fixedParks, ({ parcels }) => hasOne(parcels)), mark.park],
        bannedSets: without(bannedSets, (set) => set.every(isIn)),
        fixedParcels: without(fixedParcels, isIn),
        bannedParcels: without(bannedParcels, isIn),
      };
    case 'banned-park':
      return {
        ...base,
        fixedParks: without(fixedParks, ({ parcels }) => mark.parcels.every((id) => parcels.includes(id))),
        bannedSets: [...bannedSets, mark.parcels],
      };
    case 'locked-parcel':
      return { ...base, fixedParcels: [...fixedParcels, mark.id], bannedParcels: without(bannedParcels, isIn) };
    case 'banned-parcel':
      return {
        ...base,
        fixedParks: without(fixedParks, ({ parcels }) => hasOne(parcels)),
        fixedParcels: without(fixedParcels, isIn),
        bannedParcels: [...bannedParcels, mark.id],
      };
  }
}

export function withoutMark(decided: Decided, mark: Mark): Decided {
  const ids = parcelsOf(mark);
  switch (mark.of) {
    case 'locked-park':
      return { ...decided, fixedParks: without(decided.fixedParks, ({ parcels }) => areSame(parcels, ids)) };
    case 'banned-park':
      return { ...decided, bannedSets: without(decided.bannedSets, (set) => areSame(set, ids)) };
    case 'locked-parcel':
      return { ...decided, fixedParcels: without(decided.fixedParcels, (id) => id === mark.id) };
    case 'banned-parcel':
      return { ...decided, bannedParcels: without(decided.bannedParcels, (id) => id === mark.id) };
  }
}

export const hasMark = (decided: Decided, mark: Mark): boolean =>
  marksOf(decided).some((own) => markName(own) === markName(mark));

/** What another page may have kept: used as far as it has this shape. */
export function isDecided(kept: unknown): kept is Decided {
  if (typeof kept !== 'object' || kept === null) return false;
  const { fixedParks = [], bannedSets = [], fixedParcels = [], bannedParcels = [] } = kept as Record<string, unknown>;
  const areIds = (list: unknown) => Array.isArray(list) && list.every((id) => typeof id === 'string');
  const areSets = (sets: unknown) => Array.isArray(sets) && sets.every(areIds);
  const parks = Array.isArray(fixedParks)
    ? fixedParks.map((park: { parcels?: unknown } | null) => park?.parcels)
    : null;
  return areSets(parks) && areSets(bannedSets) && areIds(fixedParcels) && areIds(bannedParcels);
}
