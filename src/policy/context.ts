import type { Missing } from '../domain/land/figure.ts';
import type { Jurisdiction, JurisdictionCategory, Zone, ZoneType } from '../domain/land/model.ts';
import type { ListedJurisdiction as ListedJurisdiction } from './shape/pack.ts';
import { plainName, seatsOf, type Seats } from './seats.ts';

/** What lies around a park: which zones and jurisdictions there are. */
export interface PolicyContext extends Seats {
  /** Category of each jurisdiction by code (6 digits, or a zone's id). */
  readonly categories: ReadonlyMap<string, JurisdictionCategory | undefined>;
  /** Measures set by hand, by name, e.g. the base year of the targets; else the pack's own value. */
  readonly settings: Readonly<Record<string, number>>;
}

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
