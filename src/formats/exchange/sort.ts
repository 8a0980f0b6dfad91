import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { MultiPolygon } from '../../domain/geometry/layer.ts';
import type { WrittenArea } from '../areas.ts';
import type { FileNote, FormatRefusal } from '../contract.ts';
import type { Dictionary } from '../fields/dictionary.ts';
import { isKind, keyOf, kinds, type Kind } from '../fields/kinds.ts';
import { checkRecord } from '../fields/parse.ts';
import { named } from './naming.ts';
import { UnreadWords } from './unread.ts';
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
  /** Columns whose words are none of the field they are called after. */
  readonly notes: readonly FileNote[];
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
  const unread = new UnreadWords();
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
    const row = rowOf(kind, feature, index, plain, dictionary, unread);
    if (!row.ok) return row;
    const id = row.value.record[keyOf(kind)] as string;
    if (seen[kind].has(id)) return refuse('duplicate-id', { kind, id, where: row.value.where });
    seen[kind].add(id);
    rows[kind].push(row.value);
  }
  return ok({ rows, others, notes: unread.notes() });
}

function rowOf(
  kind: Kind,
  feature: RawFeature,
  index: number,
  plain: boolean,
  dictionary: Dictionary,
  unread: UnreadWords,
): Result<Row, FormatRefusal> {
  const where = whereIs(feature, index);
  const meant = named(kind, feature.properties ?? {}, { dictionary, plain, row: index + 1, unread });
  const properties = plain ? { ...meant, id: plainId(feature, meant, index) } : meant;
  const checked = checkRecord('', properties, kinds[kind], [keyOf(kind)]);
  if (checked.misfit) return refuse('bad-field', { where, ...checked.misfit });
  const clash = kind === 'building' ? clashIn(checked.value as Properties) : null;
  if (clash) return refuse('bad-field', { where, ...clash });
  const twice = repeatedId(checked.value as Properties);
  if (twice) return refuse('duplicate-id', { ...twice, where });
  const own = drawn.has(kind);
  if (own && feature.geometry && !isPolygonal(feature.geometry))
    return refuse('not-polygons', { where, type: feature.geometry.type });
  const kept = foreignMembers(feature, own);
  const record = checked.value as Readonly<Record<string, unknown>>;
  const extra = { ...(record.extra as Properties | undefined), ...(kept ? { [featureKey]: kept } : {}) };
  return ok({
    where,
    record: Object.keys(extra).length > 0 ? { ...record, extra } : record,
    outline: own ? polygonsOf(feature.geometry) : null,
    area: record.statedAreaM2 === undefined ? null : writtenArea(feature.properties ?? {}, dictionary),
  });
}

/** The column that the stated area was taken from; null for our own. */
function writtenArea(properties: Properties, dictionary: Dictionary): WrittenArea | null {
  if (Object.hasOwn(properties, 'statedAreaM2')) return null;
  const column = Object.keys(properties).find(
    (name) => properties[name] !== null && dictionary.fieldOf('parcel', name) === 'statedAreaM2',
  );
  const cell = column === undefined ? undefined : properties[column];
  return typeof cell === 'string' ? { text: cell.trim() } : {};
}

function plainId(feature: RawFeature, meant: Properties, index: number): string {
  const id = [meant.id, feature.id].find((v) => (typeof v === 'string' && v !== '') || typeof v === 'number');
  return id === undefined ? String(index + 1) : String(id);
}

function foreignMembers(feature: RawFeature, drawnKind: boolean): Properties | null {
  const own = new Set(['type', 'properties', 'bbox', ...(drawnKind ? ['geometry'] : [])]);
  const kept = Object.entries(feature).filter(([name, v]) => !own.has(name) && !(name === 'geometry' && v === null));
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}

/** Units of a building and leases of a park are told apart by id. */
export function repeatedId(record: Properties): { kind: string; id: string } | null {
  for (const kind of ['units', 'leases']) {
    const seen = new Set<string>();
    for (const { id } of (record[kind] ?? []) as readonly { id: string }[]) {
      if (seen.has(id)) return { kind, id };
      seen.add(id);
    }
  }
  return null;
}

/** Fields of a building that contradict each other: more below ground than in all, heights for other storeys. */
export function clashIn(building: Properties): { field: string; value: string; expected: string } | null {
  const { floorAreaM2, floorAreaBelowM2, storeys, storeyHeightsM } = building;
  if (typeof floorAreaM2 === 'number' && typeof floorAreaBelowM2 === 'number' && floorAreaBelowM2 > floorAreaM2)
    return { field: 'floorAreaBelowM2', value: String(floorAreaBelowM2), expected: `<= floorAreaM2 ${floorAreaM2}` };
  if (typeof storeys === 'number' && Array.isArray(storeyHeightsM) && storeyHeightsM.length !== storeys)
    return { field: 'storeyHeightsM', value: `[${storeyHeightsM.length}]`, expected: `[${storeys}] (storeys)` };
  return null;
}
