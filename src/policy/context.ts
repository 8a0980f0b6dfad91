import type { Jurisdiction, JurisdictionCategory, Zone, ZoneType } from '../domain/land/model.ts';

/** What lies around a park: which zones and jurisdictions there are. */
export interface PolicyContext {
  /** Type of each zone by id; undefined where it is not recorded. */
  readonly zones: ReadonlyMap<string, ZoneType | undefined>;
  /** Category of each jurisdiction by code (6 digits, or a zone's id). */
  readonly categories: ReadonlyMap<string, JurisdictionCategory | undefined>;
  readonly jurisdictions: readonly Jurisdiction[];
  /** Measures set by hand, by name, e.g. the base year of the targets; else the pack's own value. */
  readonly settings: Readonly<Record<string, number>>;
}

/**
 * The context of a project. Where it brings no jurisdictions the pack's own list serves; a development zone of the
 * list in force is a zone even when no boundary of it is drawn.
 */
export function contextOf(
  project: { readonly zones: readonly Zone[]; readonly jurisdictions: readonly Jurisdiction[] },
  pack: { readonly jurisdictions: readonly Jurisdiction[] },
  settings: PolicyContext['settings'] = {},
): PolicyContext {
  const list = project.jurisdictions.length > 0 ? project.jurisdictions : pack.jurisdictions;
  const zones = new Map<string, ZoneType | undefined>();
  for (const { code, category } of list) if (category === 'development-zone') zones.set(code, 'development');
  for (const { id, zoneType } of project.zones) zones.set(id, zoneType ?? zones.get(id));
  const categories = new Map(list.map(({ code, category }) => [code, category]));
  const named = list.map((j) => ({ name: pack.jurisdictions.find((own) => own.code === j.code)?.name, ...j }));
  return { zones, categories, jurisdictions: named, settings };
}
