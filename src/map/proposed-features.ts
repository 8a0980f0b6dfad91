import type { Feature, FeatureCollection, Position } from 'geojson';
import { ringsOf } from '../domain/geometry/draw/drawn-rings.ts';
import { collection, feature } from './features.ts';
import type { Proposed, ProposedPark } from './shown.ts';

type ProposedParks = Pick<Proposed, 'parks'>;

const ofParks = ({ parks }: ProposedParks, make: (park: ProposedPark, n: number) => Feature[]): FeatureCollection =>
  collection(parks.flatMap(make));

const propertiesOf = ({ id, isChosen }: ProposedPark) => ({ id, isChosen });

/** Land of parks that are proposed: an outline per site. */
export const proposedSites = (proposed: ProposedParks): FeatureCollection =>
  ofParks(proposed, (park) => park.sites.map(({ shape }) => feature(shape, propertiesOf(park))));

/** Lines from the first site to the others. */
export const proposedLinks = (proposed: ProposedParks): FeatureCollection =>
  ofParks(proposed, (park) => {
    const [main, ...others] = park.sites;
    return others.map(({ at }) => feature({ type: 'LineString', coordinates: [main.at, at] }, propertiesOf(park)));
  });

/** A badge per park, above its first site; `rank`: where there is no room for all, the first of the list has it. */
export const proposedBadges = (proposed: ProposedParks): FeatureCollection =>
  ofParks(proposed, (park, rank) => {
    const { label, isLocked, sites } = park;
    const [main] = sites;
    if (!main) return [];
    return [feature({ type: 'Point', coordinates: above(main) }, { ...propertiesOf(park), label, isLocked, rank })];
  });

/** What is decided on single parcels. */
export const landMarks = ({ marks }: Pick<Proposed, 'marks'>): FeatureCollection =>
  collection(marks.map(({ at, is }) => feature({ type: 'Point', coordinates: at }, { is })));

/** As far north as the shape reaches, over the point inside. */
function above({ at, shape }: ProposedPark['sites'][number]): Position {
  return [
    at[0],
    ringsOf(shape)
      .flat()
      .reduce((north, [, y]) => Math.max(north, y), at[1]),
  ];
}
