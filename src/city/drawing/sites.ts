import type { Feature, Geometry, Position } from 'geojson';
import type { ParkFacts, Site } from '../../domain/land/facts.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import { muOf } from '../../domain/quantity/units.ts';
import { listedText } from '../../domain/quantity/shown.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';
import { measuredPairs, shownAgainst } from '../../policy/measured.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import { joined, type Coordinates } from './join.ts';
import { feature, ringsOf, shapeOf, ringsIn } from './shapes.ts';

/** Parcels of one site as one outline. */
function outline(layer: Layer, rows: readonly number[]): Geometry | null {
  const drawable = rows.filter((row) => shapeOf(layer, row));
  if (drawable.length < 2) return drawable.length ? shapeOf(layer, drawable[0]) : null;
  return { type: 'MultiPolygon', coordinates: joined(drawable.map((row) => ringsOf(layer, row) as Coordinates)) };
}

/** A park and what was found of it. */
export interface JudgedPark {
  /** Boundaries of its parcels, by the rows in its facts. */
  readonly layer: Layer;
  readonly facts: ParkFacts;
  readonly findings: readonly Finding[];
  readonly outcome: Outcome;
}

export interface ParkDrawing {
  readonly sites: Feature[];
  readonly links: Feature[];
  readonly sitePoints: Feature[];
  readonly parkPoint: Feature | null;
}

/** Where it is not known which parcels belong together, each is drawn as a site of its own. */
const sitesOf = (facts: ParkFacts): readonly Site[] =>
  facts.sites.state === 'value'
    ? facts.sites.value
    : facts.parcels.map((p, i) => ({ number: i + 1, parcelIds: [p.parcel.id], areaM2: null }));

/** A park on the map: an outline and a numbered disc per site, links from the main site, one glyph. */
export function parkDrawing({ layer, facts, outcome, findings }: JudgedPark): ParkDrawing {
  const rowOf = new Map(facts.parcels.map((p) => [p.parcel.id, p.row]));
  const drawn = sitesOf(facts).flatMap((site) => {
    const rows = site.parcelIds.flatMap((id) => rowOf.get(id) ?? []);
    const shape = outline(layer, rows);
    const at = pointInside(ringsIn(shape));
    return shape && at ? [{ site, shape, at }] : [];
  });
  const { id: parkId, name } = facts.park;
  // The bound the land is held against, so that 99.99 亩 is never written 100.0.
  const pair = findings.flatMap(measuredPairs).find(({ required }) => required?.unit === 'mu');
  const against = pair && shownAgainst(pair);
  const area = (areaM2: number | null) => (areaM2 === null ? '' : listedText(muOf(areaM2), 'mu', against));
  return {
    sites: drawn.map(({ site, shape }) =>
      feature(shape, {
        id: `${parkId}/${site.number}`,
        parkId,
        number: site.number,
        mu: site.areaM2 === null ? null : muOf(site.areaM2),
        outcome,
        name,
      }),
    ),
    links: drawn.slice(1).map(({ at }) => linkOf(drawn[0].at, at, parkId)),
    sitePoints: drawn.map(({ site, at }) =>
      feature({ type: 'Point', coordinates: at }, { parkId, number: site.number, area: area(site.areaM2) }),
    ),
    parkPoint: drawn[0] ? feature({ type: 'Point', coordinates: drawn[0].at }, { id: parkId, name, outcome }) : null,
  };
}

const linkOf = (from: Position, to: Position, parkId: string): Feature =>
  feature({ type: 'LineString', coordinates: [from, to] }, { parkId });
