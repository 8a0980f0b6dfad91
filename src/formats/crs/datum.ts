import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { fromShifted, type ShiftedDatum } from '../../domain/geodesy/shifted-datum.ts';
import { round9 } from '../../domain/geometry/columns/builder.ts';
import type { Layer, Position } from '../../domain/geometry/columns/layer.ts';
import type { Project, Table } from '../../domain/land/model.ts';
import type { FormatRefusal, ReadResult } from '../contract.ts';
import { changed, type Geometry } from '../exchange/shape.ts';

/** The degrees of a file that were confirmed to be in a shifted datum, moved back; surveyed metres are never moved. */
export function convertDatum(read: ReadResult, datum: ShiftedDatum): Result<ReadResult, FormatRefusal> {
  const { project } = read;
  const tables = [project.parcels, project.buildings, project.townships, project.zones];
  if (tables.some(({ layer }) => layer.surveyed)) return refuse('datum-on-metres', { datum });
  const back = (p: Position): Position => {
    const [lon, lat] = fromShifted(datum, p);
    return [round9(lon), round9(lat)];
  };
  const layerBack = (layer: Layer): Layer => {
    const lonLat = new Float64Array(layer.lonLat.length);
    for (let i = 0; i < lonLat.length; i += 2)
      [lonLat[i], lonLat[i + 1]] = back([layer.lonLat[i], layer.lonLat[i + 1]]);
    return { ...layer, lonLat };
  };
  const table = <T>({ records, layer }: Table<T>): Table<T> => ({ records, layer: layerBack(layer) });
  const converted: Project = {
    ...project,
    parcels: table(project.parcels),
    buildings: table(project.buildings),
    townships: table(project.townships),
    zones: table(project.zones),
    others: project.others.map((other) => {
      const { geometry } = other as { geometry: Geometry | null };
      return geometry ? { ...(other as object), geometry: changed(geometry, back) } : other;
    }),
  };
  const notes = [...read.notes, { code: 'datum-converted' as const, params: { datum } }];
  return ok({ ...read, project: converted, notes });
}
