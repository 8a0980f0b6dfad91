import { planeCrsOf, toLonLat } from '../../domain/geodesy/zones.ts';
import type { Layer, SurveyedCoordinates } from '../../domain/geometry/columns/layer.ts';
import type { SectionSink, SectionSource } from './container.ts';
import { formOf, readCoordinates, writeCoordinates } from './coordinates.ts';
import { damaged } from './damaged.ts';
import type { CoordinateEntry, LayerEntry } from './directory.ts';
import { ByteSink, ByteSource, readStarts, writeCounts } from './varint.ts';

/** Degrees, some 0.1 m: far above what rounding does and far below another place. */
const SAME_PLACE = 1e-6;

export function writeLayer(sink: SectionSink, layer: Layer): LayerEntry {
  const counts = (starts: Uint32Array): number => {
    const bytes = new ByteSink();
    writeCounts(bytes, starts);
    return sink.add(bytes.bytes());
  };
  const coordinates = (xy: Float64Array): CoordinateEntry => {
    const form = formOf(xy, layer.vertexStart);
    return { data: sink.add(writeCoordinates(xy, layer.vertexStart, form)), ...form };
  };
  const { surveyed } = layer;
  return {
    partCounts: counts(layer.partStart),
    ringCounts: counts(layer.ringStart),
    vertexCounts: counts(layer.vertexStart),
    lonLat: coordinates(layer.lonLat),
    ...(surveyed ? { surveyed: { ...coordinates(surveyed.eastNorth), epsg: surveyed.crs.epsg } } : {}),
  };
}

/** Counts are held against the bytes of the section they count before anything is made of their size. */
export function readLayer(source: SectionSource, entry: LayerEntry, rows: number): Layer {
  const starts = (section: number, counts: number): Uint32Array<ArrayBuffer> => {
    const bytes = new ByteSource(source.take(section));
    const column = readStarts(bytes, counts);
    if (bytes.at !== bytes.bytes.length) throw damaged('counts');
    return column;
  };
  const partStart = starts(entry.partCounts, rows);
  const ringStart = starts(entry.ringCounts, partStart[rows]);
  const vertexStart = starts(entry.vertexCounts, ringStart[partStart[rows]]);
  const lonLat = readCoordinates(source.take(entry.lonLat.data), vertexStart, entry.lonLat);
  for (let k = 0; k < lonLat.length; k += 2)
    if (!(Math.abs(lonLat[k]) <= 180 && Math.abs(lonLat[k + 1]) <= 90)) throw damaged('degrees');
  const layer = { size: rows, lonLat, vertexStart, ringStart, partStart };
  return entry.surveyed ? { ...layer, surveyed: readSurveyed(source, entry.surveyed, layer) } : layer;
}

function readSurveyed(
  source: SectionSource,
  entry: NonNullable<LayerEntry['surveyed']>,
  { lonLat, vertexStart }: Pick<Layer, 'lonLat' | 'vertexStart'>,
): SurveyedCoordinates {
  const crs = planeCrsOf(entry.epsg);
  if (!crs) throw damaged('crs');
  const eastNorth = readCoordinates(source.take(entry.data), vertexStart, entry);
  for (let k = 0; k < eastNorth.length; k++) if (!Number.isFinite(eastNorth[k])) throw damaged('metres');
  // Figures come from the metres and the map from the degrees: a file in which they are two places is refused.
  for (let r = 1; r < vertexStart.length; r++) {
    const k = 2 * vertexStart[r - 1];
    if (k === 2 * vertexStart[r]) continue;
    const [lon, lat] = toLonLat(crs, eastNorth[k], eastNorth[k + 1]);
    if (!(Math.abs(lon - lonLat[k]) < SAME_PLACE && Math.abs(lat - lonLat[k + 1]) < SAME_PLACE))
      throw damaged('metres');
  }
  return { crs, eastNorth };
}
