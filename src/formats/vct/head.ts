import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import type { FormatRefusal } from '../contract.ts';
import { northFirst } from '../crs/detect.ts';
import { degrees, planeSource } from '../crs/source.ts';
import { zoneOf } from '../crs/zone-of.ts';
import type { Declared } from '../features/crs.ts';
import { realOf } from '../text/real.ts';
import type { Scanner } from './scan.ts';

/** What the head of a file says; keys in lower case. Its extents are not asked: exporters write them wrong. */
export type Head = ReadonlyMap<string, string>;

export function readHead(scanner: Scanner): Head {
  const head = new Map<string, string>();
  for (let line = scanner.within('head'); line !== null; line = scanner.within('head')) {
    const [, key, value] = /^([^:：]{1,60})[:：](.*)$/.exec(line) ?? [];
    if (key !== undefined) head.set(key.trim().toLowerCase(), value.trim());
  }
  // A separator that is a blank, or none, is the comma all the same.
  scanner.separator = head.get('separator') || ',';
  scanner.turned = /^N/i.test(head.get('xaxisdirection') ?? '');
  return head;
}

/** Versions before 3 have lines and polygons without a line that says their kind. */
export function isOld(head: Head): boolean {
  const version = /^\d+/.exec(head.get('version') ?? '')?.[0];
  return version === undefined ? head.has('topo') : Number(version) < 3;
}

/** Polygons by their points, not by lines: `Topo: 0` of old files. */
export const isDirect = (head: Head): boolean => head.get('topo') === '0';

const oldDatum = /xi.?an|西安|beijing|北京|krasovsky|637814\d(?!\d)|6378245/i;
const ownDatum = /2000|WGS.?84|6378137/i;

/**
 * The CRS that the head says, null where it leaves it to the numbers: datum by its spheroid, zone by `Parameters` (central
 * meridian, scale, false easting and northing, width, number), or in old files by the meridian alone.
 */
export function crsOf(head: Head, first: readonly [number, number] | null): Result<Declared | null, FormatRefusal> {
  const datum = ['spheroid', 'spheriod', 'ellipsoid', 'coordinatesystem', 'projection', 'geodeticdatum']
    .map((key) => head.get(key) ?? '')
    .join(' ');
  if (oldDatum.test(datum)) return refuse('crs-unsupported', { code: datum.trim().slice(0, 60) });
  if (
    /^(G|D$)/i.test(head.get('coordinatesystemtype') ?? '') ||
    /^D/i.test(head.get('xyunit') ?? head.get('unit') ?? '')
  )
    return ok(ownDatum.test(datum) ? { source: degrees, how: 'declared' } : null);
  if (!ownDatum.test(datum)) return ok(null);
  const parameters = head.get('parameters');
  const numbers = (parameters ?? '')
    .split(/[,，\s]+/)
    .filter(Boolean)
    .map(realOf);
  if (numbers.length < 5) return ok(zoneOfMeridian(head, first));
  const zone = zoneFrom(numbers);
  return zone ? ok({ source: planeSource(zone), how: 'declared' }) : refuse('crs-unrecognised', { code: parameters! });
}

function zoneFrom([meridian, scale, east, north, width]: readonly number[]): PlaneCrs | null {
  // Some leave the scale out: 0 for 1.
  const isGauss = north === 0 && (scale === 1 || scale === 0) && (width === 3 || width === 6);
  return isGauss ? zoneOf(meridian, east, width) : null;
}

/** Eastings without number are those of the meridian's zone; with a number they say it themselves. */
function zoneOfMeridian(head: Head, first: readonly [number, number] | null): Declared | null {
  const meridian = realOf(head.get('meridian') ?? head.get('meridinan') ?? '');
  if (!first || !(meridian % 3 === 0)) return null;
  const turned = northFirst(first);
  const east = turned === null ? NaN : first[turned ? 1 : 0];
  const crs = east < 1_000_000 ? zoneOf(meridian, 500_000, 3) : null;
  return crs && { source: planeSource(crs), how: 'declared' };
}
