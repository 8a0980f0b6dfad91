import type { FileMetaData, SchemaElement } from 'hyparquet';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { parseJson } from '../exchange/json.ts';
import { isObject } from '../exchange/object.ts';

export interface GeoColumn {
  readonly name: string;
  /** PROJJSON, null or undefined. */
  readonly crs: unknown;
}

/** The column of the outlines as the `geo` metadata describe it (GeoParquet 1.0 and 1.1). */
export function geoColumnOf(name: string, metadata: FileMetaData): Result<GeoColumn, FormatRefusal> {
  const missing = refuse('damaged', { name, detail: 'geo-metadata' });
  const text = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  const geo = text === undefined ? missing : parseJson(text);
  if (!geo.ok || !isObject(geo.value) || !isObject(geo.value.columns)) return missing;
  const primary = geo.value.primary_column;
  if (typeof primary !== 'string' || !Object.hasOwn(geo.value.columns, primary)) return missing;
  const column = geo.value.columns[primary];
  if (!isObject(column)) return missing;
  if (column.encoding !== 'WKB')
    return refuse('unsupported', { name, what: 'geometry-encoding', type: String(column.encoding).slice(0, 40) });
  if (column.edges !== undefined && column.edges !== 'planar')
    return refuse('unsupported', { name, what: 'spherical-edges', type: String(column.edges).slice(0, 40) });
  return ok({ name: primary, crs: column.crs });
}

export interface Columns {
  /** Columns of one value a row: text, number, boolean or date. */
  readonly flat: readonly string[];
  readonly left: readonly { readonly column: string; readonly type: string }[];
}

/** Bytes without meaning of their own, lists and records have no field to go to; `bbox` repeats the outlines. */
export function columnsOf({ schema }: FileMetaData, geometry: string): Columns {
  const flat: string[] = [];
  const left: { column: string; type: string }[] = [];
  for (let i = 1; i < schema.length; i += 1 + descendants(schema, i)) {
    const element = schema[i];
    const type = leftOut(element);
    if (type === null || element.name === geometry) flat.push(element.name);
    else if (element.name !== 'bbox') left.push({ column: element.name, type });
  }
  return { flat, left };
}

function leftOut({
  num_children: children,
  repetition_type: repetition,
  type,
  ...element
}: SchemaElement): string | null {
  if (children || repetition === 'REPEATED') return 'nested';
  const bytes = type === 'BYTE_ARRAY' || type === 'FIXED_LEN_BYTE_ARRAY';
  const said = element.logical_type?.type ?? element.converted_type;
  if (!bytes) return null;
  return ['STRING', 'UTF8', 'ENUM', 'JSON', 'DECIMAL', 'UUID'].includes(said ?? '') ? null : (said ?? 'binary');
}

/** Elements below element `i`, which follow it depth first; the loop ends with the list whatever the counts say. */
function descendants(schema: readonly SchemaElement[], i: number): number {
  let at = i + 1;
  for (let open = schema[i].num_children ?? 0; open > 0 && at < schema.length; at++)
    open += (schema[at].num_children ?? 0) - 1;
  return at - i - 1;
}
