import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { degrees, planeSource, sourceOf, type SourceCrs } from '../crs/source.ts';
import { zoneOf } from '../crs/zone-of.ts';
import type { Declared } from '../features/crs.ts';
import { realOf } from '../text/real.ts';

/** MapInfo's numbers of projections: degrees, and Transverse Mercator in its two forms. */
const DEGREES = 1;
const TRANSVERSE_MERCATOR: ReadonlySet<number> = new Set([8, 24]);
/** Of datums: WGS 84, as which CGCS2000 is written; those that are given by their ellipsoid; Beijing 54 and Xi'an 80. */
const WGS84 = 104;
const BY_ELLIPSOID: Readonly<Record<number, number>> = { 999: 4, 9999: 9 };
const OLD: ReadonlySet<number> = new Set([154, 1001, 1017]);
/** GRS 80 and WGS 84. */
const OWN_ELLIPSOIDS: ReadonlySet<number> = new Set([0, 28]);

/**
 * What `CoordSys Earth Projection …` says; null for none, and for plans (`NonEarth`). WGS 84 in a Gauss–Krüger zone is how
 * programs write CGCS2000, which has no number of its own in most of them.
 */
export function declaredCoordSys(text: string | null): Result<Declared | null, FormatRefusal> {
  const list = text === null ? undefined : /^\s*Earth\s+Projection\s+(.*?)\s*(?:Bounds\b.*)?$/i.exec(text)?.[1];
  if (list === undefined) return ok(null);
  const [projection, datum, ...rest] = list.split(',').map((cell) => cell.trim());
  const code = `CoordSys ${list}`.slice(0, 60);
  const shifts = BY_ELLIPSOID[Number(datum)] ?? 0;
  const own = Number(datum) === WGS84 || (shifts > 0 && isUnmoved(rest.slice(0, shifts)));
  if (OLD.has(Number(datum))) return refuse('crs-unsupported', { code });
  if (!own) return refuse('crs-unrecognised', { code });
  if (Number(projection) === DEGREES) return ok({ source: degrees, how: 'format-default' });
  const source = TRANSVERSE_MERCATOR.has(Number(projection)) ? zoneFrom(rest.slice(shifts)) : null;
  return source ? ok({ source, how: 'declared' }) : refuse('crs-unrecognised', { code });
}

/** An ellipsoid of ours, and no shift from WGS 84. */
const isUnmoved = ([ellipsoid, ...shifts]: readonly string[]): boolean =>
  OWN_ELLIPSOIDS.has(realOf(ellipsoid)) && shifts.every((shift) => realOf(shift) === 0);

/** `"m", meridian, latitude, scale, false easting, false northing` */
function zoneFrom([unit, ...numbers]: readonly string[]): SourceCrs | null {
  const [meridian, latitude, scale, east, north] = numbers.map(realOf);
  if (!/^"?m"?$/i.test(unit ?? '') || latitude !== 0 || north !== 0) return null;
  if (scale === 1) {
    const zone = zoneOf(meridian, east);
    return zone && planeSource(zone);
  }
  const utm = scale === 0.9996 && east === 500_000 ? sourceOf(32600 + (meridian + 183) / 6) : null;
  return utm?.ok ? utm.value : null;
}
