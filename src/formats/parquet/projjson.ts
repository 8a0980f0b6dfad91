import { falseEasting } from '../../domain/geodesy/zones.ts';
import { degrees, type SourceCrs } from '../crs/source.ts';

const metre = 'metre';
const geographic = {
  name: 'China Geodetic Coordinate System 2000',
  datum: {
    type: 'GeodeticReferenceFrame',
    name: 'China 2000',
    ellipsoid: { name: 'CGCS2000', semi_major_axis: 6378137, inverse_flattening: 298.257222101 },
  },
  coordinate_system: {
    subtype: 'ellipsoidal',
    axis: [
      { name: 'Geodetic latitude', abbreviation: 'Lat', direction: 'north', unit: 'degree' },
      { name: 'Geodetic longitude', abbreviation: 'Lon', direction: 'east', unit: 'degree' },
    ],
  },
} as const;

/** PROJJSON (schema 0.7) of CGCS2000 in degrees or a Gauss–Krüger zone; null for a CRS that has none here. */
export function projJsonOf(source: SourceCrs): object | null {
  const schema = { $schema: 'https://proj.org/schemas/v0.7/projjson.schema.json' };
  const id = { authority: 'EPSG', code: Number(source.code.replace('EPSG:', '')) };
  if (source === degrees) return { ...schema, type: 'GeographicCRS', ...geographic, id };
  const { plane } = source;
  if (!plane) return null;
  const which = plane.prefixed ? `zone ${plane.zone}` : `CM ${plane.centralMeridian}E`;
  const name = `CGCS2000 / ${plane.width === 3 ? '3-degree ' : ''}Gauss-Kruger ${which}`;
  const parameter = (long: string, value: number, unit: string) => ({ name: long, value, unit });
  return {
    ...schema,
    type: 'ProjectedCRS',
    name,
    base_crs: geographic,
    conversion: {
      name: `Gauss-Kruger ${which}`,
      method: { name: 'Transverse Mercator', id: { authority: 'EPSG', code: 9807 } },
      parameters: [
        parameter('Latitude of natural origin', 0, 'degree'),
        parameter('Longitude of natural origin', plane.centralMeridian, 'degree'),
        parameter('Scale factor at natural origin', 1, 'unity'),
        parameter('False easting', falseEasting(plane), metre),
        parameter('False northing', 0, metre),
      ],
    },
    coordinate_system: {
      subtype: 'Cartesian',
      axis: [
        { name: 'Northing', abbreviation: 'X', direction: 'north', unit: metre },
        { name: 'Easting', abbreviation: 'Y', direction: 'east', unit: metre },
      ],
    },
    id,
  };
}
