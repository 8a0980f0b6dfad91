import { holdersOf, type Holders } from '../geometry/holder.ts';
import type { Layer } from '../geometry/layer.ts';
import { planeColumns, type PlaneColumns } from '../geometry/plane-columns.ts';
import { zoneOfFeature } from '../geometry/project.ts';
import { problemsOf } from '../geometry/validity.ts';
import type { Parcel, Project, Table, Township } from './model.ts';

/** What the boundaries of townships or zones said of parcels. */
export interface PlacingNote {
  readonly code:
    | 'township-by-boundary' // {count, divided}: parcels without a township, now in the one that holds most of them
    | 'township-differs' // {count, ids}: the recorded township holds less of the parcel than another
    | 'township-overlaps' // {count, ids}: two townships each hold most of the parcel, and one had to be taken
    | 'zone-by-boundary' // {count, divided}: the same of zones
    | 'zone-overlaps'; // {count, ids}: the same of zones
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Placed {
  /** The project with every parcel's township, district and zone, as far as records or boundaries tell them. */
  readonly project: Project;
  readonly notes: readonly PlacingNote[];
}

/**
 * A parcel lies where more than half of its ground does; so no two claim it, whatever lies outside them all, unless they
 * overlap: then the one with more of it, of equal ones the first of the file.
 */
const MAJORITY = 0.5;
/** Ids named in a note. */
const NAMED = 5;

/**
 * Where parcels lie, told from the boundaries of townships 镇（街道）and zones in the project where their records say
 * nothing. What a record says stands, also against the boundary; then a note tells. A parcel, township or zone with a
 * broken boundary is left as it is.
 */
export function placed(project: Project): Placed {
  const { parcels, townships, zones } = project;
  const notes: PlacingNote[] = [];
  const byName = townshipsByName(townships.records);
  const records = parcels.records.map((parcel) => {
    const town = parcel.townshipCode === undefined ? undefined : byName.get(parcel.townshipCode);
    return town ? inTownship(parcel, town) : parcel;
  });

  const towns = shareholders(parcels, townships);
  if (towns) {
    const told = fill(records, towns, (parcel, row) =>
      parcel.townshipCode === undefined ? inTownship(parcel, townships.records[row]) : null,
    );
    if (told.rows.length > 0) notes.push({ code: 'township-by-boundary', params: told.params });
    notes.push(...overlapNote('township-overlaps', parcels.records, towns, told.rows));
    const other = records.filter(
      (p, f) => isSure(towns, f) && p.townshipCode !== codeOf(townships.records[towns.holder[f]]),
    );
    if (other.length > 0) notes.push({ code: 'township-differs', params: { count: other.length, ids: idsOf(other) } });
  }
  const areas = shareholders(parcels, zones);
  if (areas) {
    const told = fill(records, areas, (parcel, row) =>
      parcel.zoneId === undefined ? { ...parcel, zoneId: zones.records[row].id } : null,
    );
    if (told.rows.length > 0) notes.push({ code: 'zone-by-boundary', params: told.params });
    notes.push(...overlapNote('zone-overlaps', parcels.records, areas, told.rows));
  }
  return { project: { ...project, parcels: { ...parcels, records } }, notes };
}

const isDrawn = ({ partStart }: Layer, f: number): boolean => partStart[f + 1] > partStart[f];
const isBroken = (layer: Layer, f: number): boolean => problemsOf(layer, f).some((p) => p.severity === 'broken');
const isSure = ({ share }: Holders, f: number): boolean => share[f] > MAJORITY;

/** The 区县 of a township's code of 9 digits, or 12 with a village's: its first six; undefined for any other name. */
export const districtOf = (townshipCode: string | undefined): string | undefined =>
  townshipCode !== undefined && /^\d{9}(\d{3})?$/.test(townshipCode) ? townshipCode.slice(0, 6) : undefined;

const codeOf = ({ code, id }: Township): string => code ?? id;

/** By code, by id, and with the three digits of a village 村 behind that statistics add. */
function townshipsByName(townships: readonly Township[]): ReadonlyMap<string, Township> {
  const names = (t: Township): string[] => [t.id, codeOf(t), `${codeOf(t)}000`];
  return new Map(townships.toReversed().flatMap((t) => names(t).map((name) => [name, t] as const)));
}

/** The township under its code, and its district where the record names none. */
function inTownship(parcel: Parcel, township: Township): Parcel {
  const { districtCode } = township;
  const townshipCode = codeOf(township);
  const known = parcel.districtCode !== undefined || districtCode === undefined;
  if (known && parcel.townshipCode === townshipCode) return parcel;
  return { ...(districtCode === undefined ? {} : { districtCode }), ...parcel, townshipCode };
}

/** Replaces what `change` changes among the parcels that lie in a holder; which, how many, and how many of them not wholly. */
function fill(records: Parcel[], holders: Holders, change: (parcel: Parcel, row: number) => Parcel | null) {
  const rows: number[] = [];
  records.forEach((parcel, f) => {
    const changed = isSure(holders, f) ? change(parcel, holders.holder[f]) : null;
    if (!changed) return;
    records[f] = changed;
    rows.push(f);
  });
  return { rows, params: { count: rows.length, divided: rows.filter((f) => holders.share[f] < 1).length } };
}

/** Of parcels told from boundaries, those of which another holder has more than half too. */
function overlapNote(
  code: PlacingNote['code'],
  parcels: readonly Parcel[],
  { next }: Holders,
  rows: readonly number[],
): PlacingNote[] {
  const found = rows.filter((f) => next[f] > MAJORITY).map((f) => parcels[f]);
  return found.length === 0 ? [] : [{ code, params: { count: found.length, ids: idsOf(found) } }];
}

const idsOf = (parcels: readonly Parcel[]): string =>
  parcels
    .slice(0, NAMED)
    .map((p) => p.id)
    .join('、') + (parcels.length > NAMED ? '…' : '');

/** null when either has no boundary at all. */
function shareholders({ layer }: Table<Parcel>, others: Table<unknown>): Holders | null {
  if (layer.lonLat.length === 0 || others.layer.lonLat.length === 0) return null;
  // Shares are the same on any plane near enough; that of one sound holder is as good as another's.
  const sound = others.records.findIndex((_, f) => isDrawn(others.layer, f) && !isBroken(others.layer, f));
  if (sound < 0) return null;
  const crs = zoneOfFeature(others.layer, sound);
  return holdersOf(soundColumns(layer, crs), soundColumns(others.layer, crs));
}

/** The layer on a plane, broken features as if they had no geometry. */
function soundColumns(layer: Layer, crs: Parameters<typeof planeColumns>[1]): PlaneColumns {
  const columns = planeColumns(layer, crs);
  for (let f = 0; f < layer.size; f++)
    if (isDrawn(layer, f) && isBroken(layer, f)) columns.boxes.set([Infinity, Infinity, -Infinity, -Infinity], 4 * f);
  return columns;
}
