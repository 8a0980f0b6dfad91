import type { Seen } from '../../map/index.ts';
import type { Workspace } from '../address/address.ts';
import { isLandFilter } from '../search/filters.ts';
import type { Search } from '../state/search.svelte.ts';

/** What a legend explains: the signs that are seen; of a list the parcels, where a filter made it one of land. */
export function legendOf(seen: Seen | null, { filter }: Pick<Search, 'filter'>, desk: Workspace) {
  if (!seen) return null;
  const listed = seen.listed && (desk === 'supply' || isLandFilter(filter));
  const { classes, states, outcomes, selectedPark, otherParks, proposed } = seen;
  const empty =
    !classes.length &&
    !states.length &&
    !outcomes.length &&
    !selectedPark &&
    !otherParks &&
    !listed &&
    !proposed.length;
  return empty
    ? null
    : { classes: classes.filter(isNamed), states, outcomes, selectedPark, otherParks, listed, proposed };
}

/** Surfaces below the parcels are told by what they look like. */
const surfaces = ['road', 'water', 'farm'] as const;
type Named = Exclude<Seen['classes'][number], (typeof surfaces)[number]>;
const isNamed = (key: Seen['classes'][number]): key is Named => !(surfaces as readonly string[]).includes(key);
