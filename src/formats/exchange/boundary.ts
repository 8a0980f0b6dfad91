import type { MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import type { ShapeOutcome } from '../features/shapes.ts';
import { mostRings, nestAsDrawn } from '../rings.ts';
import { isPolygonal, polygonsOf, type Geometry } from './shape.ts';
import { isEmptyPolygon } from './structure.ts';

export interface Boundary {
  readonly outline: MultiPolygon | null;
  readonly shapeOutcome: ShapeOutcome;
}

const positions = (line: unknown): Position[] => (line as number[][]).map(([x, y]) => [x, y]);

function linesOf({ type, coordinates }: Geometry): readonly Position[][] | null {
  if (type === 'LineString') return [positions(coordinates)];
  return type === 'MultiLineString' ? (coordinates as unknown[]).map(positions) : null;
}

const isClosed = (line: readonly Position[]): boolean =>
  line.length > 3 && line[0][0] === line[line.length - 1][0] && line[0][1] === line[line.length - 1][1];

/** Shapes in a collection and in those it holds. */
const membersOf = (geometry: Geometry): readonly Geometry[] =>
  geometry.geometries ? geometry.geometries.flatMap(membersOf) : [geometry];

/** The area a geometry of GeoJSON bounds: its own, that of the areas in a collection, or what closed lines enclose. */
export function boundaryOf(geometry: Geometry | null): Boundary {
  if (!geometry) return { outline: null, shapeOutcome: 'empty' };
  if (isPolygonal(geometry) && !isEmptyPolygon(geometry))
    return { outline: polygonsOf(geometry), shapeOutcome: 'area' };
  const members = membersOf(geometry);
  const areas = members.filter((member) => isPolygonal(member) && !isEmptyPolygon(member));
  const isCollection = geometry.geometries !== undefined;
  if (areas.length > 0)
    return {
      outline: areas.flatMap((area) => polygonsOf(area) ?? []),
      shapeOutcome: areas.length < members.length ? 'collection' : 'area',
    };
  if (members.every(isPolygonal)) return { outline: null, shapeOutcome: 'empty' };
  const lines = members.map(linesOf);
  const all = lines.flatMap((own) => own ?? []);
  const bound = !lines.includes(null) && all.length <= mostRings && all.every(isClosed);
  if (bound) return { outline: nestAsDrawn(all), shapeOutcome: 'lines' };
  return { outline: null, shapeOutcome: { left: isCollection ? 'GeometryCollection' : geometry.type } };
}
