import { falseEasting, landCrs, planeCrsOf, toLonLat } from '../../domain/geodesy/zones.ts';
import { formatCrs, type PlaneCrs } from '../../domain/geodesy/crs.ts';
import type { Layer, Position } from '../../domain/geometry/columns/layer.ts';
import type { FileNote } from '../contract.ts';
import { sourceOf } from './source.ts';
import { zonesByUse } from './zones-by-use.ts';

type Box = readonly [west: number, south: number, east: number, north: number];

/** Land this near to the other layers is with them, this far from them it is elsewhere; kilometres. */
const withKm = 60;
const apartKm = 100;
/** Half a 3° zone and a margin for land that is drawn in its neighbour's zone on purpose. */
const usualM = { 3: 190_000, 6: 330_000 } as const;

/** The middle of a layer in its surveyed metres, null without any. */
function middleOf({ surveyed }: Layer): Position | null {
  if (!surveyed || surveyed.eastNorth.length === 0) return null;
  const [w, s, e, n] = boxOf(surveyed.eastNorth);
  return [(w + e) / 2, (s + n) / 2];
}

/** Of several hundred files each is held against all others. */
const boxes = new WeakMap<Float64Array, Box>();

function boxOf(xy: Float64Array): Box {
  let box = boxes.get(xy);
  if (!box) boxes.set(xy, (box = boxAround(xy)));
  return box;
}

function boxAround(xy: Float64Array): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    box[0] = Math.min(box[0], xy[i]);
    box[1] = Math.min(box[1], xy[i + 1]);
    box[2] = Math.max(box[2], xy[i]);
    box[3] = Math.max(box[3], xy[i + 1]);
  }
  return box;
}

/** Kilometres from a place to a box of degrees; 0 inside. */
function distanceKm([lon, lat]: Position, [w, s, e, n]: Box): number {
  const dx = Math.max(w - lon, 0, lon - e) * Math.cos((lat * Math.PI) / 180);
  const dy = Math.max(s - lat, 0, lat - n);
  return Math.hypot(dx, dy) * 111.32;
}

const inZone = (crs: PlaneCrs, easting: number, north: number): Position =>
  toLonLat(crs, falseEasting(crs) + easting, north);

/** Half a UTM zone and a margin, degrees. */
const usualDegrees = 3.75;

/** The same of land in a UTM zone, which is not kept as surveyed: farther from its meridian than that zone reaches. */
export function utmDoubts(code: string, layer: Layer): FileNote[] {
  const source = sourceOf(Number(code.replace('EPSG:', '')));
  const meridian = source.ok ? source.value.meridian : null;
  if (meridian === null || layer.lonLat.length === 0) return [];
  const [west, south, east, north] = boxOf(layer.lonLat);
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  if (Math.abs(lon - meridian) <= usualDegrees) return [];
  const likely = `EPSG:${32600 + Math.floor(lon / 6) + 31}`;
  const km = Math.round(Math.abs(lon - meridian) * Math.cos((lat * Math.PI) / 180) * 111.32);
  return [{ code: 'zone-far', params: { stated: code, likely, km } }];
}

/**
 * Reasons to doubt the zone of surveyed land. `references` are layers known to lie in the same place: where the land
 * lies far from all of them, and would lie with them in another zone, that zone is named. Without any, only land far
 * from its central meridian is.
 */
export function zoneDoubts(layer: Layer, references: readonly Layer[]): FileNote[] {
  const middle = middleOf(layer);
  if (!middle || !layer.surveyed) return [];
  const { crs } = layer.surveyed;
  const easting = middle[0] - falseEasting(crs);
  const stated = formatCrs(crs);
  const others = references.filter((other) => other !== layer && other.lonLat.length > 0);
  if (others.length > 0) {
    const around = others.map(({ lonLat }) => boxOf(lonLat));
    const away = (zone: PlaneCrs) => {
      const place = inZone(zone, easting, middle[1]);
      return around.reduce((least, box) => Math.min(least, distanceKm(place, box)), Infinity);
    };
    const km = Math.round(away(crs));
    if (km < apartKm) return [];
    const likely = zonesByUse
      .flatMap((epsg) => planeCrsOf(epsg) ?? [])
      .filter((zone) => zone.prefixed === crs.prefixed)
      .map((zone) => ({ zone, km: away(zone) }))
      .reduce((best, next) => (next.km < best.km ? next : best));
    return likely.km > withKm
      ? []
      : [{ code: 'zone-doubtful', params: { stated, likely: formatCrs(likely.zone), km } }];
  }
  if (Math.abs(easting) < usualM[crs.width]) return [];
  const usual = landCrs(inZone(crs, easting, middle[1])[0]);
  const likely = formatCrs(planeCrsOf(usual.epsg + (crs.prefixed ? 0 : 21)) ?? usual);
  return [{ code: 'zone-far', params: { stated, likely, km: Math.round(Math.abs(easting) / 1000) } }];
}
