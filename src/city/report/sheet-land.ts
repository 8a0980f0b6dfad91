import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { falseEasting, planeCrsOf, toLonLat } from '../../domain/geodesy/zones.ts';
import { planeVertices, vertexRange } from '../../domain/geometry/plane/project.ts';
import type { Key } from '../../domain/land/change.ts';
import { isIndustrialStorey } from '../../domain/land/building-facts.ts';
import type { LandUses } from '../../domain/land/land-use.ts';
import type { ParkFacts } from '../../domain/land/facts.ts';
import type { Parcel } from '../../domain/land/model.ts';
import {
  mapFrames,
  metresAcross,
  type FrameSize,
  type MapFrames,
  type PlaneBox,
} from '../../domain/land/sheets/map-frames.ts';
import type { PlaneRing } from '../../domain/land/sheets/plane-ring.ts';
import type { PlaneParts, SheetAsked, SheetLand, SheetParcel } from '../../domain/land/sheets/sheet-land.ts';
import { massOf, storeyCount } from '../../domain/land/storeys.ts';
import { ok, type Refusal, type Result } from '../../domain/outcome.ts';
import { landUsesOf } from '../../policy/land-uses.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import type { City } from '../city.ts';
import { isDrawable } from '../drawing/rows.ts';
import type { Judgement } from '../judgement.ts';

/** Feature `f` on a plane, closed rings of [east, north] with the zone number where the plane has it. */
function partsOn(crs: PlaneCrs, layer: Layer, f: number): PlaneParts {
  const { vertexStart, ringStart, partStart } = layer;
  const [from, to] = vertexRange(layer, f);
  const xy = planeVertices(layer, crs, from, to);
  const offset = falseEasting(crs);
  const ringOf = (r: number): PlaneRing =>
    Array.from({ length: vertexStart[r + 1] - vertexStart[r] }, (_, n) => {
      const k = 2 * (vertexStart[r] - from + n);
      return [xy[k] + offset, xy[k + 1]] as const;
    });
  const range = (first: number, last: number) => Array.from({ length: last - first }, (_, n) => first + n);
  return range(partStart[f], partStart[f + 1]).map((p) => range(ringStart[p], ringStart[p + 1]).map(ringOf));
}

/** What a map sheet of a park and its boundary points are made from; null where no parcel of it has a sound boundary. */
export function sheetLand(
  city: City,
  judgement: Judgement,
  key: Key,
  asked: SheetAsked,
): Result<SheetLand, Refusal<'map-takes-too-many-sheets'>> | null {
  const { pack } = judgement.law;
  const facts = judgement.facts(key);
  const crs = planeOf(facts);
  if (!crs) return null;
  const table = city.land.table('parcel');
  const parcelOn = (parcel: Key, record: Parcel): SheetParcel => {
    const { layer, row } = table.drawn(parcel);
    return { id: record.id, ...colourOf(pack, record), parts: partsOn(crs, layer, row) };
  };
  const own = facts.parcels.filter(({ valid }) => valid);
  const parcels = own.map((of) => parcelOn(of.key, of.parcel));
  const box = boxOf(parcels.map(({ parts }) => parts));
  const size = sizeFor(box, asked);
  const framed = mapFrames(box, size, asked.scale);
  if (!framed.ok) return framed;
  const keys = new Set(own.map((of) => of.key));
  const beside = city.placed
    .parcelsNear(seenBy(crs, framed.value, size))
    .filter((other) => !keys.has(other) && isDrawable(table.drawn(other).layer, table.drawn(other).row))
    .toSorted(table.compare);
  return ok({
    ...framed.value,
    size,
    crs,
    isSurveyed: table.base.surveyed?.crs.centralMeridian === crs.centralMeridian,
    parcels,
    undrawn: facts.parcels.filter(({ valid }) => !valid).map(({ parcel }) => parcel.id),
    beside: beside.map((other) => parcelOn(other, city.placed.parcel(other)!)),
    buildings: buildingsOn(city, facts, crs, landUsesOf(pack)),
  });
}

/** Of the paper as it lies and turned the one on which the land is larger, or in fewer sheets. */
function sizeFor(box: PlaneBox, { size, turned, scale }: SheetAsked): FrameSize {
  if (!turned) return size;
  const of = (own: FrameSize) => {
    const framed = mapFrames(box, own, scale);
    return framed.ok ? framed.value.scale * framed.value.frames.length : Infinity;
  };
  return of(turned) < of(size) ? turned : size;
}

/** The plane in which the area of its first sound parcel was computed. */
function planeOf({ parcels }: ParkFacts): PlaneCrs | null {
  const code = parcels.find(({ valid, planeCrs }) => valid && planeCrs !== null)?.planeCrs;
  return code ? planeCrsOf(Number(code.replace('EPSG:', ''))) : null;
}

function colourOf(pack: Pack, { landClass }: Parcel): Pick<SheetParcel, 'landClass' | 'rgb'> {
  const entry = landClass && pack.landClassOf(landClass);
  return { landClass: landClass ?? null, rgb: entry ? pack.colours[entry.colour].rgb : null };
}

function buildingsOn(
  city: City,
  { buildings, parcels }: ParkFacts,
  crs: PlaneCrs,
  landUses: LandUses,
): SheetLand['buildings'] {
  const table = city.land.table('building');
  const keys = [...new Set(buildings.map((own) => own.key))];
  return keys.flatMap((key) => {
    const { layer, row } = table.drawn(key);
    const record = table.record(key);
    if (!record || !isDrawable(layer, row)) return [];
    const on = buildings.filter((own) => own.key === key).map(({ parcelId }) => parcelId);
    const industrial = parcels.some((own) => on.includes(own.parcel.id) && isIndustrialStorey(record, own, landUses));
    const { id, name } = record;
    return [{ id, name, storeys: storeyCount(record), mass: massOf(record, industrial), parts: partsOn(crs, layer, row) }]; // prettier-ignore
  });
}

function boxOf(shapes: readonly PlaneParts[]): PlaneBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of shapes.flat(3)) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, south, east, north };
}

/** Degrees that the sheets show. */
function seenBy(crs: PlaneCrs, { frames, overview }: MapFrames, size: FrameSize): Bounds {
  const corners = [...frames, ...(overview ? [overview] : [])].flatMap(({ scale, west, north }) => {
    const [east, south] = [west + metresAcross(size.width, scale), north - metresAcross(size.height, scale)];
    return [
      [west, north],
      [east, north],
      [west, south],
      [east, south],
    ].map(([x, y]) => toLonLat(crs, x, y));
  });
  const of = (axis: 0 | 1) => corners.map((at) => at[axis]);
  return [Math.min(...of(0)), Math.min(...of(1)), Math.max(...of(0)), Math.max(...of(1))];
}
