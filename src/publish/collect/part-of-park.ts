import type { ParkLand } from '../../city/park-land.ts';
import type { ParkFacts, Site } from '../../domain/land/facts.ts';
import { known, unknown } from '../../domain/land/figure.ts';
import type { Withheld } from './withheld.ts';

/** Whether some of it is withheld. */
export const isPart = ({ project: { parcels, buildings } }: ParkLand, withheld: Withheld): boolean =>
  parcels.keys!.some((key) => withheld.parcels.has(key)) || buildings.keys!.some((key) => withheld.buildings.has(key));

/**
 * Of a park that is shown in part, what the part comes to is no figure of the park, and the park's own would tell by the
 * difference how much is withheld: neither is told.
 */
export function withoutParts(part: ParkFacts, whole: ParkFacts): ParkFacts {
  const isSame = (what: string) => valueIn(part, what) === valueIn(whole, what);
  const figures = Object.entries(part.figures).map(([what, own]) => [what, isSame(what) ? own : unknown()] as const);
  const areas = new Map(sitesIn(whole).map(({ parcelIds, areaM2 }) => [parcelIds.join(), areaM2]));
  const sites = sitesIn(part).map((site) => ({ ...site, areaM2: areas.get(site.parcelIds.join()) ?? null }));
  const told = part.sites.state === 'value' ? known(sites) : part.sites;
  return { ...part, figures: Object.fromEntries(figures), sites: told };
}

const valueIn = ({ figures }: ParkFacts, what: string): number | null => {
  const own = figures[what];
  return own.state === 'value' ? own.value.value : null;
};

/** Where it is not known which parcels belong together, each stands for itself. */
export const sitesIn = (facts: ParkFacts): readonly Site[] =>
  facts.sites.state === 'value'
    ? facts.sites.value
    : facts.parcels.map((p, i) => ({ number: i + 1, parcelIds: [p.parcel.id], areaM2: null }));
