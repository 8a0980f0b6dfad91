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
  const records = [...parcels.records];

  const towns = shareholders(parcels, townships);
  if (towns) {
    const told = fill(records, towns, (parcel, row) => {
      const { code, id, districtCode } = townships.records[row];
      if (parcel.townshipCode !== undefined) return null;
      return { ...(districtCode === undefined ? {} : { districtCode }), ...parcel, townshipCode: code ?? id };
    });
    if (told.rows.length > 0) notes.push({ code: 'township-by-boundary', params: told.params });
    notes.push(...overlapNote('township-overlaps', parcels.records, towns, told.rows));
    const other = parcels.records.filter(
      ({ townshipCode: said }, f) =>
        isSure(towns, f) && said !== undefined && !isNamed(townships.records[towns.holder[f]], said),
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
  return notes.length === 0 ? { project, notes } : { project: { ...project, parcels: { ...parcels, records } }, notes };
}

const isDrawn = ({ partStart }: Layer, f: number): boolean => partStart[f + 1] > partStart[f];
const isBroken = (layer: Layer, f: number): boolean => problemsOf(layer, f).some((p) => p.severity === 'broken');
const isSure = ({ share }: Holders, f: number): boolean => share[f] > MAJORITY;

/** By its code, with or without the three digits of a village 村 behind that statistics add, or by its id. */
const isNamed = ({ code, id }: Township, said: string): boolean =>
  said === id || said === code || (said.length === 12 && said.endsWith('000') && said.slice(0, 9) === (code ?? id));

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
