import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson';
import type { FirstFile, ParkFile } from '../../publish/shape/published.ts';
import { collection, feature } from '../features.ts';
import { outside } from './links.ts';
import { RANKS } from './look.ts';

/** Of parks that stand at the very same place, which of them each is, from 0: `spreadOffset` puts them side by side. */
function spread(places: readonly (Position | null)[], rows: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const place = String(places[row]);
      const before = counts.get(place) ?? 0;
      counts.set(place, before + 1);
      return [row, before];
    }),
  );
}

/** One point for each park of `rows` that is drawn. */
export function parkPoints({ parks }: FirstFile, rows: readonly number[]): FeatureCollection {
  const drawn = rows.filter((row) => parks.at[row]);
  const offsets = spread(parks.at, drawn);
  return collection(
    drawn.map((row) => {
      const [name, nameEn] = [parks.name[row], parks.nameEn[row] || undefined];
      const rank = RANKS.indexOf(parks.outcome[row]);
      return feature(
        { type: 'Point', coordinates: parks.at[row]! },
        { row, name, nameEn, rank, spread: offsets.get(row) },
      );
    }),
  );
}

/** What is drawn of the chosen park besides the outlines of its sites: its name, numbers, areas and links. */
export function chosenFeatures({ parks }: FirstFile, row: number, card: ParkFile | null): FeatureCollection {
  const at = parks.at[row];
  if (!at) return collection([]);
  const own = card?.slug === parks.slug[row] ? card : null;
  const name = feature(
    { type: 'Point', coordinates: nameAt(own) ?? at },
    { name: parks.name[row], nameEn: parks.nameEn[row] || undefined },
  );
  const sites = own?.sites ?? [];
  const numbers = sites.map(({ number, written, at: inside }) =>
    feature({ type: 'Point', coordinates: inside }, { number, mu: written ?? undefined }),
  );
  const links = sites.slice(1).flatMap((site) => linkBetween(sites[0].at, site.at, own?.outline ?? null));
  return collection([...links, ...numbers, name]);
}

/** Below the lowest corner of the first site. */
function nameAt(card: ParkFile | null): Position | null {
  const shell = card?.outline?.coordinates.at(0)?.at(0);
  if (!shell) return null;
  const lons = shell.map(([lon]) => lon);
  return [(Math.min(...lons) + Math.max(...lons)) / 2, Math.min(...shell.map(([, lat]) => lat))];
}

/** Outside of the sites: over them their numbers and areas are read. */
const linkBetween = (from: Position, to: Position, sites: MultiPolygon | null): Feature[] =>
  (sites ? outside(from, to, sites) : [[from, to]]).map((coordinates) =>
    feature({ type: 'LineString', coordinates }, {}),
  );
