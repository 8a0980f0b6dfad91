import type { Geometry, Position } from 'geojson';
import type { ParkLine, ParkView } from '../../../city/view.ts';
import type { Key } from '../../../domain/land/change.ts';
import { nearestBetween } from './nearest.ts';
import type { Finding } from '../../../policy/shape/finding.ts';

/** Where an open point of a finding is looked for on the map. */
export type Place =
  | { readonly at: 'parcel' | 'building'; readonly key: Key; readonly id: string }
  /** Between two sites: where they are nearest. */
  | { readonly at: 'gap'; readonly sites: readonly [number, number]; readonly point: Position }
  /** Sites in different townships: the parcels of each, and where they are nearest to a border; null where none is known. */
  | {
      readonly at: 'township';
      readonly name: string;
      readonly ids: readonly string[];
      readonly point: Position | null;
    };

/** What of the map a place is told by. */
export interface Drawn {
  readonly sites: ParkLine['sites'];
  readonly townships: Geometry | null;
}

const isOpen = ({ outcome }: Finding): boolean => outcome !== 'pass' && outcome !== 'not-applicable';

/** The places a finding speaks of, in the order in which they are walked to; none where it has none. */
export function placesOf(finding: Finding, view: ParkView, drawn: Drawn): readonly Place[] {
  if (!isOpen(finding)) return [];
  const measures = finding.measured.map(({ what }) => what);
  if (measures.includes('townshipCount')) return townships(view, drawn);
  if (measures.includes('siteCount')) return gaps(view, drawn.sites);
  const named = [
    ...finding.measured.flatMap(({ of }) => (of ? [{ kind: of.kind, id: of.id }] : [])),
    ...finding.missing.map(({ kind, id }) => ({ kind, id })),
  ];
  const found = named.flatMap(({ kind, id }) => placeOf(kind, id, view) ?? []);
  return [...new Map(found.map((place) => [`${place.at} ${'key' in place ? place.key : ''}`, place])).values()];
}

function placeOf(kind: string, id: string, { facts }: ParkView): Place | null {
  if (kind === 'parcel') {
    const own = facts.parcels.find(({ parcel }) => parcel.id === id);
    return own ? { at: 'parcel', key: own.key, id } : null;
  }
  if (kind !== 'building' && kind !== 'unit') return null;
  const own = facts.buildings.find(({ building }) =>
    kind === 'building' ? building.id === id : building.units?.some((unit) => unit.id === id),
  );
  return own ? { at: 'building', key: own.key, id: own.building.id } : null;
}

/** Between each site and the one nearest to it among those before, so that every site is led to once. */
function gaps({ facts }: ParkView, drawn: ParkLine['sites']): readonly Place[] {
  if (facts.sites.state !== 'value') return [];
  const shapeOf = (number: number): Geometry | undefined => drawn.find((site) => site.number === number)?.shape;
  return facts.sites.value.slice(1).flatMap(({ number }): Place[] => {
    const own = shapeOf(number);
    const ways = facts.sites.state === 'value' ? facts.sites.value.filter((site) => site.number < number) : [];
    const found = ways.flatMap((site) => {
      const other = shapeOf(site.number);
      const near = own && other ? nearestBetween(own, other) : null;
      return near ? [{ site: site.number, ...near }] : [];
    });
    const [first] = found.toSorted((a, b) => a.distance - b.distance);
    return first ? [{ at: 'gap', sites: [first.site, number], point: first.middle }] : [];
  });
}

function townships({ facts }: ParkView, { sites, townships: border }: Drawn): readonly Place[] {
  const ids = new Map<string, string[]>();
  for (const { parcel } of facts.parcels) {
    const code = parcel.townshipCode ?? '';
    ids.set(code, [...(ids.get(code) ?? []), parcel.id]);
  }
  const siteOf = (id: string) =>
    facts.sites.state === 'value' ? facts.sites.value.find((site) => site.parcelIds.includes(id))?.number : undefined;
  return [...ids].map(([name, own]): Place => {
    const shape = sites.find(({ number }) => number === siteOf(own[0]))?.shape;
    const near = shape && border ? nearestBetween(shape, border) : null;
    return { at: 'township', name, ids: own, point: near?.middle ?? null };
  });
}
