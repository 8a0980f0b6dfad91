import type { DraggedParcel } from '../../../map/index.ts';
import type { Key } from '../../../domain/land/change.ts';

/** A park that is not there yet, as a step wants it drawn. */
export interface ParkToDraw {
  readonly id: string;
  /** On its badge: a number, or the last digits of a year. */
  readonly label: string;
  /** In hand: solid; others are dashed. */
  readonly isChosen: boolean;
  readonly isLocked: boolean;
  /** Parcels by site, the largest site first. */
  readonly sites: readonly (readonly Key[])[];
}

/** A parcel that is decided on. */
export interface MarkedParcel {
  readonly key: Key;
  readonly is: 'locked' | 'banned';
}

/** What a step of the supply desk has on the map, and what is done there. */
export interface ParksOnMap {
  readonly parksToDraw: readonly ParkToDraw[];
  /** The one under the pointer, here or in a list. */
  readonly hovered: string | null;
  hover(id: string | null): void;
  /** It was clicked. */
  pick(id: string): void;
  /** The park in hand, of which parcels are dragged out; null or absent: none. */
  readonly inHand?: { readonly park: string; readonly parcels: ReadonlySet<Key> } | null;
  drag?(dragged: DraggedParcel | null): void;
  dropOut?(parcel: Key): void;
}

interface Planned {
  readonly parcels: readonly { readonly key: Key; readonly id: string }[];
  readonly sites: readonly (readonly string[])[];
}

/** Sites of a park by the keys of their parcels. */
export function siteKeys({ parcels, sites }: Planned): readonly (readonly Key[])[] {
  const keys = new Map(parcels.map(({ id, key }) => [id, key]));
  return sites.map((ids) => ids.flatMap((id) => keys.get(id) ?? []));
}

type Sites = readonly (readonly Key[])[];

/** Of parks that have land in common each has first, where its badge stands, a site without land of another's there. */
export function badgesApart(parks: readonly Sites[]): readonly Sites[] {
  const taken = new Set<Key>();
  return parks.map((sites) => {
    const first = sites.find((site) => !site.some((key) => taken.has(key))) ?? sites[0];
    for (const key of first ?? []) taken.add(key);
    return [...sites].sort((a, b) => Number(b === first) - Number(a === first));
  });
}

export const keysOf = ({ parcels }: Pick<Planned, 'parcels'>): ReadonlySet<Key> =>
  new Set(parcels.map(({ key }) => key));
