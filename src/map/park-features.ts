import type { FeatureCollection, Position } from 'geojson';
import type { DrawnSite, ParkLine } from '../city/view.ts';
import { ringsOf } from '../domain/geometry/draw/drawn-rings.ts';
import type { Outcome } from '../policy/shape/outcome.ts';
import { collection, feature } from './features.ts';
import type { Shown } from './shown.ts';

/** What of a park its sites are drawn by; one that is not judged yet has none. */
type DrawnPark = Pick<ParkLine, 'id' | 'name' | 'outcome' | 'sites'>;

export interface DrawnParks extends Pick<Shown, 'outcomes'> {
  readonly parks: readonly DrawnPark[];
}

/** The sites of the plan as of a park: sources of their own, as they follow a hand. */
export const plannedPark = ({ plan }: Pick<Shown, 'plan'>): DrawnParks => ({
  parks: plan?.sites ? [{ id: '', name: '', outcome: 'unknown', sites: plan.sites }] : [],
  outcomes: null,
});

/** Another verdict than the park's own where one is given. */
const outcomeOf = ({ id, outcome }: DrawnPark, { outcomes }: DrawnParks): Outcome | null =>
  outcomes?.get(id) ?? outcome;

/** One polygon per site. */
export const sites = (shown: DrawnParks): FeatureCollection =>
  collection(
    shown.parks.flatMap((park) =>
      park.sites.map(({ number, shape }) =>
        feature(shape, { parkId: park.id, number, outcome: outcomeOf(park, shown), name: park.name }),
      ),
    ),
  );

/** Lines from the main site to the others. */
export const siteLinks = ({ parks }: DrawnParks): FeatureCollection =>
  collection(
    parks.flatMap(({ id, sites: [main, ...others] }) =>
      others.map(({ at }) => feature({ type: 'LineString', coordinates: [main.at, at] }, { parkId: id })),
    ),
  );

/** The number of each site, with its area in 亩. */
export const sitePoints = ({ parks }: DrawnParks): FeatureCollection =>
  collection(
    parks.flatMap((park) =>
      park.sites.map(({ number, area, at }) =>
        feature({ type: 'Point', coordinates: at }, { parkId: park.id, number, area }),
      ),
    ),
  );

/** One glyph per park that is drawn. */
export const parkPoints = (shown: DrawnParks): FeatureCollection => glyphs(shown, (main) => main.at);

/** Where a park's name stands once its sites are larger than its glyph: below the lowest corner of the site it is in. */
export const parkNames = (shown: DrawnParks): FeatureCollection =>
  glyphs(shown, ({ at, shape }) => [at[0], southOf(shape)]);

function glyphs(shown: DrawnParks, place: (main: DrawnSite) => Position): FeatureCollection {
  return collection(
    shown.parks.flatMap((park) => {
      const main = park.sites.at(0);
      if (!main) return [];
      const properties = { id: park.id, name: park.name, outcome: outcomeOf(park, shown) };
      return [feature({ type: 'Point', coordinates: place(main) }, properties)];
    }),
  );
}

function southOf(shape: DrawnSite['shape']): number {
  const places = ringsOf(shape).flat();
  return places.length === 0 ? NaN : places.reduce((least, [, lat]) => Math.min(least, lat), Infinity);
}
