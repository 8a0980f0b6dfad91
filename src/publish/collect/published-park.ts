import type { MultiPolygon, Position } from 'geojson';
import { outlineOf } from '../../city/drawing/sites.ts';
import type { Judgement } from '../../city/judgement.ts';
import type { City } from '../../city/city.ts';
import { parkLand, type ParkLand } from '../../city/park-land.ts';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import type { MultiPolygon as Parts } from '../../domain/geometry/columns/layer.ts';
import { partsOf } from '../../domain/geometry/draw/drawn-rings.ts';
import type { Key } from '../../domain/land/change.ts';
import type { ParkFacts } from '../../domain/land/facts.ts';
import { parkFacts } from '../../domain/land/park-facts.ts';
import { landUsesOf } from '../../policy/land-uses.ts';
import { evaluatePark } from '../../policy/evaluate.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import { metresApart } from './apart.ts';
import { isPart, sitesIn, withoutParts } from './part-of-park.ts';
import type { PublishedPlaces } from './places.ts';
import { publicParkLand } from './public-park-land.ts';
import { publishedFindings } from './published-findings.ts';
import type { Withheld } from './withheld.ts';
import { boundsOfShape, roundedPlace, thinned, type Thinning } from './thinned.ts';

/** 分园 as it is published. */
interface PublishedSite {
  readonly number: number;
  readonly areaM2: number | null;
  readonly at: Position;
  /** Row of the township; null: not known. */
  readonly township: number | null;
}

/** A park as it is published: made of public records alone, whatever else the office knows of it. */
export interface PublishedPark {
  readonly key: Key;
  readonly slug: string;
  /** Its public land, with boundaries as they are: for figures, never to be written. */
  readonly land: ParkLand;
  readonly facts: ParkFacts;
  readonly findings: readonly Finding[];
  readonly sites: readonly PublishedSite[];
  /** How far each two of its sites are apart, metres. */
  readonly apartM: readonly number[];
  /** Rows of townships, most land first. */
  readonly townships: readonly number[];
  readonly outline: MultiPolygon | null;
  readonly bounds: Bounds | null;
  readonly at: Position | null;
}

export interface ParkInput {
  readonly city: City;
  readonly judgement: Judgement;
  readonly key: Key;
  readonly slug: string;
  readonly places: PublishedPlaces;
  readonly thinning: Thinning;
  /** What of the land is shown to no one, whosever it is. */
  readonly withheld: Withheld;
}

export function publishedPark({ city, judgement, key, slug, places, thinning, withheld }: ParkInput): PublishedPark {
  const { pack, date } = judgement.law;
  const isWhole = !isPart(judgement.land(key), withheld);
  const shown = isWhole ? judgement.land(key) : parkLand(city.placed, city.park(key)!, landUsesOf(pack), withheld);
  const land = publicParkLand(shown);
  const { project, index, remembering } = land;
  const measured = parkFacts(project, index, project.parks[0], landUsesOf(pack), undefined, remembering);
  const found = evaluatePark(pack, measured, judgement.context, date);
  const findings = publishedFindings(found, judgement.findings(key));
  const facts = isWhole ? measured : withoutParts(measured, judgement.facts(key));
  const { sites, shapes } = sitesOf(facts, land, places);
  const outline = joinedOf(thinned(shapes, thinning));
  return {
    key,
    slug,
    land,
    facts,
    findings,
    sites,
    apartM: shapes.flatMap((shape, i) => shapes.slice(0, i).map((other) => metresApart(shape, other))),
    townships: townshipsOf(sites),
    outline,
    bounds: outline && boundsOfShape(outline),
    at: sites[0]?.at ?? null,
  };
}

function sitesOf(facts: ParkFacts, { project }: ParkLand, places: PublishedPlaces) {
  const sites: PublishedSite[] = [];
  const shapes: Parts[] = [];
  const byId = new Map(facts.parcels.map((p) => [p.parcel.id, p]));
  for (const { number, parcelIds, areaM2 } of sitesIn(facts)) {
    const own = parcelIds.flatMap((id) => byId.get(id) ?? []);
    const outline = outlineOf(
      project.parcels.layer,
      own.map(({ row }) => row),
    );
    if (!outline) continue;
    const at = roundedPlace(outline.at);
    const township = own.map(({ parcel }) => places.townshipOf(parcel, at)).find((row) => row !== null) ?? null;
    sites.push({ number, areaM2, at, township });
    shapes.push(partsOf(outline.shape) as unknown as Parts);
  }
  return { sites, shapes };
}

function joinedOf(shapes: readonly (MultiPolygon | null)[]): MultiPolygon | null {
  const coordinates = shapes.flatMap((shape) => shape?.coordinates ?? []);
  return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : null;
}

function townshipsOf(sites: readonly PublishedSite[]): readonly number[] {
  const land = new Map<number, number>();
  for (const { township, areaM2 } of sites)
    if (township !== null) land.set(township, (land.get(township) ?? 0) + (areaM2 ?? 0));
  return [...land].sort(([a, m], [b, n]) => n - m || a - b).map(([row]) => row);
}
