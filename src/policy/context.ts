import type { Missing } from '../domain/land/figure.ts';
import type { Jurisdiction, Zone, ZoneType } from '../domain/land/model.ts';
import type { ListedJurisdiction } from './shape/pack.ts';
import { plainName, seatsOf } from './seats.ts';
import type { PolicyContext, Seats } from './shape/context.ts';

/** The context of a project. Where it brings no jurisdictions the pack's own list serves. */
export function contextOf(
  project: { readonly zones: readonly Zone[]; readonly jurisdictions: readonly Jurisdiction[] },
  pack: { readonly jurisdictions: readonly ListedJurisdiction[] },
  settings: PolicyContext['settings'] = {},
): PolicyContext {
  const seats = seatsOf(project.zones, project.jurisdictions, pack.jurisdictions);
  const categories = new Map(seats.jurisdictions.map(({ code, category }) => [code, category]));
  return { ...seats, categories, settings };
}

/** Type of the zone that goes by this name; undefined where no one says. */
export const zoneTypeOf = ({ zones }: PolicyContext, name: string): ZoneType | undefined => zones.get(plainName(name));

/** What is to be filled in where `zoneTypeOf` is undefined: the type of a zone of the file, else which zone `owner` lies in. */
export const zoneGap = ({ zones }: Pick<Seats, 'zones'>, name: string, owner: Pick<Missing, 'kind' | 'id'>): Missing =>
  zones.has(plainName(name)) ? { kind: 'zone', id: name, field: 'zoneType' } : { ...owner, field: 'zoneId' };
