import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { MultiPolygon } from '../../domain/geometry/layer.ts';
import type { ColumnTold, FileNote, FormatRefusal } from '../contract.ts';
import type { Dictionary } from '../fields/dictionary.ts';
import { isKind, keyOf, type Kind } from '../fields/kinds.ts';
import { freeNumber, ownNumberField } from '../fields/numbers.ts';
import { Plans } from '../fields/plan.ts';
import { readRecord, type Reading, type WrittenArea } from '../fields/record.ts';
import { Telling } from '../fields/telling.ts';
import { isPolygonal, polygonsOf, whereIs, type Properties, type RawFeature } from './shape.ts';

/** Members of a feature that have no field of their own (foreign members, a park's outline), kept in `extra`. */
export const featureKey = '@feature';

export interface Row {
  readonly where: string;
  readonly record: Readonly<Record<string, unknown>>;
  /** In the CRS of the file. */
  readonly outline: MultiPolygon | null;
  /** How its stated area is written, where that came under another name than our own, which is in m². */
  readonly area: WrittenArea | null;
}
export interface Sorted {
  readonly rows: Readonly<Record<Kind, readonly Row[]>>;
  readonly others: readonly RawFeature[];
  /** What is said of columns, values and numbers. */
  readonly notes: readonly FileNote[];
  readonly columns: readonly ColumnTold[];
}

/** Kinds whose outline the project has a layer for. */
const drawn: ReadonlySet<Kind> = new Set(['parcel', 'building', 'township', 'zone']);

/**
 * Every feature to the table of its kind, checked; a polygon without kind is a parcel 宗地, and so is every row of a
 * `table` (.dbf), with an outline or without.
 */
export function sortFeatures(
  features: Iterable<RawFeature>,
  dictionary: Dictionary,
  table = false,
): Result<Sorted, FormatRefusal> {
  const rows: Record<Kind, Row[]> = { park: [], parcel: [], building: [], township: [], zone: [], jurisdiction: [] };
  const others: RawFeature[] = [];
  const seen = Object.fromEntries(Object.keys(rows).map((kind) => [kind, new Set()])) as Record<Kind, Set<string>>;
  const telling = new Telling();
  const source = { dictionary, telling, plans: new Plans(dictionary, telling) };
  let index = -1;
  for (const feature of features) {
    index++;
    const said = feature.properties?.kind;
    const plain = table || said === undefined || said === null;
    if (!table && (plain ? !isPolygonal(feature.geometry) : !isKind(said))) {
      others.push(feature);
      continue;
    }
    const kind = plain ? 'parcel' : (said as Kind);
    const row = rowOf(kind, feature, index, { ...source, plain, row: index + 1 }, seen[kind]);
    if (!row.ok) return row;
    rows[kind].push(row.value);
  }
  return ok({ rows, others, notes: telling.notes(), columns: telling.columns() });
}

function rowOf(
  kind: Kind,
  feature: RawFeature,
  index: number,
  reading: Reading,
  taken: Set<string>,
): Result<Row, FormatRefusal> {
  const where = whereIs(feature, index);
  const own = drawn.has(kind);
  if (own && feature.geometry && !isPolygonal(feature.geometry))
    return refuse('not-polygons', { where, type: feature.geometry.type });
  const { record, area } = readRecord(kind, feature.properties ?? {}, reading);
  const numbered = withNumber(kind, record, feature, reading, taken);
  const kept = foreignMembers(feature, own);
  const extra = { ...(numbered.extra as Properties | undefined), ...(kept ? { [featureKey]: kept } : {}) };
  return ok({
    where,
    record: Object.keys(extra).length > 0 ? { ...numbered, extra } : numbered,
    outline: own ? polygonsOf(feature.geometry) : null,
    area,
  });
}

/** The record with a number of its own: as it says, else as the feature does, else its place in the file. */
function withNumber(
  kind: Kind,
  record: Properties,
  feature: RawFeature,
  { plain, telling, row }: Reading,
  taken: Set<string>,
): Properties {
  const key = keyOf(kind);
  const said = [record[key], feature.id].find((v) => (typeof v === 'string' && v !== '') || typeof v === 'number');
  const wanted = said === undefined ? String(row) : String(said);
  const number = freeNumber(wanted, taken);
  taken.add(number);
  if (said === undefined && !plain) telling.unnamed(kind, row);
  if (number === wanted) return record[key] === number ? record : { ...record, [key]: number };
  telling.repeated(wanted, number);
  return { ...record, [key]: number, extra: { ...(record.extra as Properties | undefined), [ownNumberField]: wanted } };
}

function foreignMembers(feature: RawFeature, drawnKind: boolean): Properties | null {
  const own = new Set(['type', 'properties', 'bbox', ...(drawnKind ? ['geometry'] : [])]);
  const kept = Object.entries(feature).filter(([name, v]) => !own.has(name) && !(name === 'geometry' && v === null));
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}
