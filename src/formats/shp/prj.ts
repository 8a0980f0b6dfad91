import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { falseEasting } from '../../domain/geodesy/zones.ts';
import type { FormatRefusal } from '../contract.ts';
import type { Declared } from '../features/crs.ts';
import { degrees, planeSource, sourceOf, type SourceCrs } from '../crs/source.ts';
import { zoneOf } from '../crs/zone-of.ts';

/** Of the year 1980 is the ellipsoid GRS 80 too, which the whole world uses. */
const needsParameters = /(?<![a-z])xi.?an|西安|(?<!GRS[ _]?)1980|beijing|北京|1954|krasovsky/i;

/** The CRS of an ESRI or OGC WKT; the parameters decide, the name only between widths of zone. */
function readPrj(wkt: string): Result<SourceCrs, FormatRefusal> {
  const name = /^\s*[A-Z]+\s*\[\s*"([^"]*)"/i.exec(wkt)?.[1] ?? wkt.trim().slice(0, 40);
  const code = name.slice(0, 60);
  if (needsParameters.test(wkt)) return refuse('crs-unsupported', { code });
  const unrecognised = refuse('crs-unrecognised', { code });
  if (!/^\s*PROJCS/i.test(wkt)) return /2000|WGS.?(19)?84/i.test(name) ? ok(degrees) : unrecognised;
  const utm = /WGS.*UTM.*?(\d{1,2})\s*([NS])\b/i.exec(name);
  if (utm) return sourceOf((utm[2].toUpperCase() === 'N' ? 32600 : 32700) + Number(utm[1]));
  if (/Mercator/i.test(name) && /Pseudo|Web|Auxiliary/i.test(name)) return sourceOf(3857);
  const zone = zoneFrom(name, wkt);
  return zone ? ok(planeSource(zone)) : unrecognised;
}

/** The same with how it is known: degrees on WGS84 are read as CGCS2000, which the text did not say. */
export function declaredWkt(wkt: string): Result<Declared, FormatRefusal> {
  const source = readPrj(wkt);
  if (!source.ok) return source;
  const wgs84 = source.value.plane === null && /^\W*GEOG(CS|CRS).*WGS/is.test(wkt);
  return ok({ source: source.value, how: wgs84 ? 'format-default' : 'declared' });
}

function zoneFrom(name: string, wkt: string): PlaneCrs | null {
  const value = (parameter: string): number =>
    Number(new RegExp(`"${parameter}"\\s*,\\s*([-+\\d.eE]+)`, 'i').exec(wkt)?.[1] ?? NaN);
  if (!/Transverse_Mercator|Gauss/i.test(wkt) || Math.abs(value('scale_factor') - 1) > 1e-9) return null;
  if (!/6378137(\.0*)?\s*,\s*298\.257/.test(wkt)) return null;
  const named = /(?<!\d)([36])\s*[_ -]?degree/i.exec(name)?.[1];
  const width = named === '3' ? 3 : named === '6' ? 6 : undefined;
  const crs = zoneOf(value('central_meridian'), value('false_easting'), width);
  return value('false_northing') === 0 ? crs : null;
}

const geographic =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],' +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/** WKT with the ESRI name of the zone; null for a CRS that has none here. */
export function prjOf(source: SourceCrs): string | null {
  if (source === degrees) return geographic;
  const { plane } = source;
  if (!plane) return null;
  const width = plane.width === 3 ? '_3_Degree' : '';
  const which = plane.prefixed ? `Zone_${plane.zone}` : `CM_${plane.centralMeridian}E`;
  const parameters = [
    ['False_Easting', falseEasting(plane)],
    ['False_Northing', 0],
    ['Central_Meridian', plane.centralMeridian],
    ['Scale_Factor', 1],
    ['Latitude_Of_Origin', 0],
  ] as const;
  const list = parameters.map(([key, number]) => `PARAMETER["${key}",${number.toFixed(1)}]`).join(',');
  return `PROJCS["CGCS2000${width}_GK_${which}",${geographic},PROJECTION["Gauss_Kruger"],${list},UNIT["Meter",1.0]]`;
}
