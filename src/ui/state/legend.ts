import { STATES_OF_USE } from '../../domain/land/states-of-use.ts';
import type { ProjectView } from '../../city/view.ts';
import { drawnKeys, isLandFilter } from './matching.ts';
import type { Search } from './search.svelte.ts';

const classes = ['ind', 'sto', 'com', 'biz', 'res', 'adm', 'rnd', 'utl', 'grn', 'gpr'] as const;

/** The signs that are on the map now: land classes, states of use, parcels of a list, parks. */
export function legendOf(project: ProjectView | null, { filter, status }: Pick<Search, 'filter' | 'status'>) {
  const drawn = drawnKeys(project);
  const land = isLandFilter(filter);
  const legend = {
    classes: classes.filter((key) => drawn.classes.has(key)),
    states: STATES_OF_USE.filter((key) => drawn.states.has(key) && (!status || status === key)),
    land,
    parks: (project?.parks.length ?? 0) > 0 && !land,
  };
  return { ...legend, empty: !legend.classes.length && !legend.states.length && !legend.parks && !land };
}
