import type { Geometry } from 'geojson';
import type { ParkFacts, Site } from '../../domain/land/facts.ts';
import { ByPair } from '../../domain/land/by-pair.ts';
import type { Shelved } from '../../domain/land/by-shelf.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import { muOf } from '../../domain/quantity/units.ts';
import { listedText } from '../../domain/quantity/shown.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { DrawnSite } from '../view.ts';
import { firstPair, shownAgainst } from '../../policy/measured-pairs.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import { joined, type Coordinates } from './join.ts';
import { polygonsOf, shapeOf, ringsIn } from './shapes.ts';

/** What a row of the layer is, wherever it is looked at. */
type ShelvedOf = (row: number) => Shelved;

/** An outline, and a place inside; null where nothing is enclosed. */
export type Outline = Pick<DrawnSite, 'shape' | 'at'> | null;

/** Outlines of sites by their first and last parcel, made once of the same land. */
const outlines = new ByPair<{ readonly of: readonly Shelved[]; readonly outline: Outline }>();

function knownOutline(layer: Layer, rows: readonly number[], shelvedOf: ShelvedOf): Outline {
  const of = rows.map(shelvedOf);
  if (of.length === 0) return null;
  const isSame = (known: readonly Shelved[]) =>
    known.length === of.length && known.every(({ row, shelf }, n) => row === of[n].row && shelf === of[n].shelf);
  const find = () => ({ of, outline: outlineOf(layer, rows) });
  return outlines.remembered(of[0], of[of.length - 1], find, (known) => isSame(known.of)).outline;
}

/** Parcels of one site as one outline. */
export function outlineOf(layer: Layer, rows: readonly number[]): Outline {
  const shape = shapeAround(layer, rows);
  const at = pointInside(ringsIn(shape));
  return shape && at && { shape, at };
}

/** Parcels of one site together. */
function shapeAround(layer: Layer, rows: readonly number[]): Geometry | null {
  const drawable = rows.filter((row) => shapeOf(layer, row));
  if (drawable.length < 2) return drawable.length ? shapeOf(layer, drawable[0]) : null;
  return { type: 'MultiPolygon', coordinates: joined(drawable.map((row) => polygonsOf(layer, row) as Coordinates)) };
}

/** Where it is not known which parcels belong together, each is drawn as a site of its own. */
const sitesOf = (facts: ParkFacts): readonly Site[] =>
  facts.sites.state === 'value'
    ? facts.sites.value
    : facts.parcels.map((p, i) => ({ number: i + 1, parcelIds: [p.parcel.id], areaM2: null }));

interface Drawn {
  readonly layer: Layer;
  readonly shelvedOf: ShelvedOf;
  readonly facts: ParkFacts;
  readonly findings: readonly Finding[];
}

/** A park on the map: an outline per site, the main one first, with what is written in it. */
export function drawnSites({ layer, shelvedOf, facts, findings }: Drawn): readonly DrawnSite[] {
  const rowOf = new Map(facts.parcels.map((p) => [p.parcel.id, p.row]));
  // The bound the land is held against, so that 99.99 亩 is never written 100.0.
  const pair = firstPair(findings, 'mu');
  const against = pair && shownAgainst(pair);
  const area = (areaM2: number | null) => (areaM2 === null ? '' : listedText(muOf(areaM2), 'mu', against));
  return sitesOf(facts).flatMap((site) => {
    const rows = site.parcelIds.flatMap((id) => rowOf.get(id) ?? []);
    const outline = knownOutline(layer, rows, shelvedOf);
    return outline ? [{ number: site.number, area: area(site.areaM2), ...outline }] : [];
  });
}
