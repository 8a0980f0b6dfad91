import { gatherRows } from '../geometry/edit/gather.ts';
import type { Holders } from '../geometry/overlay/holder.ts';
import { partOf, type Watch } from '../watch.ts';
import { crowdedParks } from './crowded.ts';
import type { Parcel, Park, Project, Table, Township, Zone } from './model.ts';
import { Shareholders } from './shareholders.ts';
import {
  codeOf,
  districtOf,
  districtOfTownship,
  namesNoTownship,
  townshipNames,
  type TownshipNames,
} from './township.ts';
import { arrayRecords } from './records/array-records.ts';
import { pickedRecords } from './records/picked-records.ts';
import type { Records } from './records/records.ts';

/** What the boundaries of townships, zones or parcels, and the codes of townships, said. */
export interface PlacingNote {
  readonly code:
    | 'township-by-boundary' // {count, divided}: parcels without a township, now in the one that holds most of them
    | 'township-differs' // {count, ids}: the recorded township holds less of the parcel than another
    | 'township-overlaps' // {count, ids}: two townships each hold most of the parcel, and one had to be taken
    | 'township-is-district' // {count, ids}: the code recorded for the township is the district's, and was not taken
    | 'district-differs' // {count, ids}: the recorded district is not that of the township
    | 'zone-by-boundary' // {count, divided}: the same of zones
    | 'zone-overlaps' // {count, ids}: the same of zones
    | 'park-crowded'; // {count, ids}: parks with too many parcels on each other to tell how they lie
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Placed {
  /** The project with every parcel's township, district and zone, as far as records or boundaries tell them. */
  readonly project: Project;
  readonly notes: readonly PlacingNote[];
}

export interface Placing extends Watch {
  /** Rows of parcels with a broken boundary, where all have been examined already. */
  readonly broken?: ReadonlySet<number>;
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
 * nothing. A township goes by its code from here on. What a record says stands, also against the boundary or the
 * township; then a note tells. A parcel, township or zone with a broken boundary is left as it is. Null when cancelled.
 */
export function placed(project: Project, { broken, ...watch }: Placing = {}): Placed | null {
  const { parcels, townships, zones } = project;
  const notes: PlacingNote[] = [];
  const names = townshipNames(townships.records);
  const records = parcels.records.map((parcel) => underCode(withoutBlanks(parcel), names));
  const unsaid = [...parcels.records].filter(({ townshipCode: name }) => name !== undefined && namesNoTownship(name));
  notes.push(...noteOf('township-is-district', unsaid));

  const shareholders = new Shareholders(parcels.layer, broken);
  const towns = shareholders.of(townships.layer, partOf(watch, 0, 0.5));
  if (!towns) return null;
  const holderOf = (f: number): Township | undefined =>
    towns !== 'none' && isSure(towns, f) ? townships.records.get(towns.holder[f]) : undefined;
  if (towns !== 'none') {
    const told = fill(records, towns, (parcel, row) =>
      parcel.townshipCode === undefined && !isDistrict(townships.records.get(row))
        ? inTownship(parcel, townships.records.get(row))
        : null,
    );
    // A whole district drawn among the townships tells the district alone.
    fill(records, towns, (parcel, row) => {
      const township = townships.records.get(row);
      if (parcel.districtCode !== undefined || !isDistrict(township)) return null;
      return { ...parcel, districtCode: districtOfTownship(township) };
    });
    if (told.rows.length > 0) notes.push({ code: 'township-by-boundary', params: told.params });
    notes.push(...overlapNote('township-overlaps', parcels.records, towns, told.rows));
    const other = records.filter((p, f) => {
      const holder = holderOf(f);
      if (holder === undefined || towns.next[f] > MAJORITY) return false;
      return p.townshipCode !== codeOf(holder) && !isDistrict(holder);
    });
    notes.push(...noteOf('township-differs', other));
  }
  notes.push(
    ...noteOf(
      'district-differs',
      records.filter((p, f) => isElsewhere(p, names, holderOf(f))),
    ),
  );

  // A development zone comes first: what lies in it is its own, whatever town lies over it.
  const isFirst = (zone: Zone) => zone.zoneType === 'development';
  for (const [from, to, own] of [
    [0.5, 0.75, zonesOf(zones, isFirst)],
    [0.75, 1, zonesOf(zones, (zone) => !isFirst(zone))],
  ] as const) {
    const areas = shareholders.of(own.layer, partOf(watch, from, to));
    if (!areas) return null;
    if (areas === 'none') continue;
    const told = fill(records, areas, (parcel, row) =>
      parcel.zoneId === undefined ? { ...parcel, zoneId: own.records.get(row).id } : null,
    );
    if (told.rows.length > 0) notes.push({ code: 'zone-by-boundary', params: told.params });
    notes.push(...overlapNote('zone-overlaps', parcels.records, areas, told.rows));
  }
  notes.push(...noteOf('park-crowded', crowdedParks(project, broken ?? new Set())));
  watch.progress?.(1);
  const parks = project.parks.map(withoutBlanks);
  return { project: { ...project, parks, parcels: { ...parcels, records: arrayRecords(records) } }, notes };
}

/** The zones that are meant, with their boundaries. */
function zonesOf({ records, layer }: Table<Zone>, isMeant: (zone: Zone) => boolean): Table<Zone> {
  const rows = [...records].flatMap((zone, row) => (isMeant(zone) ? [row] : []));
  if (rows.length === records.length) return { records, layer };
  const ranges = rows.map((row) => ({ layer, from: row, to: row + 1 }));
  return { records: pickedRecords(records, rows), layer: gatherRows(layer, ranges) };
}

const isDistrict = (township: Township): boolean => namesNoTownship(codeOf(township));
const isSure = ({ share }: Holders, f: number): boolean => share[f] > MAJORITY;

/** Names of places without the blanks around them; a blank one is none. */
function withoutBlanks<T extends Parcel | Park>(record: T): T {
  const places: Pick<Parcel, 'townshipCode' | 'districtCode' | 'zoneId'> = record;
  const fields = (['townshipCode', 'districtCode', 'zoneId'] as const).filter(
    (field) => places[field] !== undefined && (places[field] === '' || places[field] !== places[field].trim()),
  );
  if (fields.length === 0) return record;
  const named: { -readonly [K in keyof typeof places]: string } & Omit<T, keyof typeof places> = { ...record };
  for (const field of fields) {
    const name = places[field]!.trim();
    if (name === '') delete named[field];
    else named[field] = name;
  }
  return named as T;
}

/** The parcel with its recorded township under its code, and the district that goes with it. */
function underCode(parcel: Parcel, names: TownshipNames): Parcel {
  const { townshipCode: name, ...rest } = parcel;
  if (name === undefined) return parcel;
  if (namesNoTownship(name)) return { districtCode: districtOf(name), ...rest };
  const township = names.find(name);
  if (township) return inTownship(parcel, township);
  const townshipCode = names.codeOf(name);
  return townshipCode === name ? parcel : { ...parcel, townshipCode };
}

/** The township under its code, and its district where the record names none. */
function inTownship(parcel: Parcel, township: Township): Parcel {
  const districtCode = districtOfTownship(township);
  const townshipCode = codeOf(township);
  const known = parcel.districtCode !== undefined || districtCode === undefined;
  if (known && parcel.townshipCode === townshipCode) return parcel;
  return { ...(districtCode === undefined ? {} : { districtCode }), ...parcel, townshipCode };
}

/** Whether the recorded 区县 is another than that of the township, or where that tells none, of the one whose ground it is. */
function isElsewhere(parcel: Parcel, names: TownshipNames, holder: Township | undefined): boolean {
  const { districtCode, townshipCode } = parcel;
  if (districtCode === undefined) return false;
  const township = townshipCode === undefined ? undefined : names.find(townshipCode);
  const own = (township && districtOfTownship(township)) ?? districtOf(townshipCode);
  const told = own ?? (holder && districtOfTownship(holder));
  return told !== undefined && told !== districtCode;
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
const overlapNote = (
  code: PlacingNote['code'],
  parcels: Records<Parcel>,
  { next }: Holders,
  rows: readonly number[],
): PlacingNote[] =>
  noteOf(
    code,
    rows.filter((f) => next[f] > MAJORITY).map((f) => parcels.get(f)),
  );

type Named = Pick<Parcel | Park, 'id'>;

/** A note that counts the records and names the first; none where there are none. */
const noteOf = (code: PlacingNote['code'], records: readonly Named[]): PlacingNote[] =>
  records.length === 0 ? [] : [{ code, params: { count: records.length, ids: idsOf(records) } }];

const idsOf = (records: readonly Named[]): string =>
  records
    .slice(0, NAMED)
    .map(({ id }) => id)
    .join('、') + (records.length > NAMED ? '…' : '');
