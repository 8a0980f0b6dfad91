import type { Parcel, Park, Township, Zone } from '../model.ts';
import { codeOf, districtOf, districtOfTownship, namesNoTownship, type TownshipNames } from '../township.ts';
import type { Holding } from './shareholders.ts';

/**
 * A parcel lies where more than half of its ground does; so no two claim it, whatever lies outside them all, unless they
 * overlap: then the one with more of it, of equal ones the first of the file.
 */
const MAJORITY = 0.5;

/** What was told of a parcel, or speaks against its record: bits of `PlacedParcel.said`. */
export const SAID = {
  /** The code recorded for the township is the district's, and was not taken. */
  townshipIsDistrict: 1,
  /** The township was told from its boundary; not all of the parcel lies in it; two hold most of it. */
  townshipTold: 2,
  townshipDivided: 4,
  townshipOverlaps: 8,
  /** Another township than the recorded one holds most of it. */
  townshipDiffers: 16,
  districtDiffers: 32,
  /** As of townships, of the development zone and then of any other. */
  developmentTold: 64,
  developmentDivided: 128,
  developmentOverlaps: 256,
  zoneTold: 512,
  zoneDivided: 1024,
  zoneOverlaps: 2048,
} as const;

/** The parcel with its township under its code, its district and zone, as far as its record or boundaries tell them. */
export interface PlacedParcel {
  readonly parcel: Parcel;
  readonly said: number;
}

/** What holds most of a parcel; undefined where the project draws none such, or the parcel has no sound boundary. */
export interface ParcelHolders {
  readonly township?: Holding;
  readonly development?: Holding;
  readonly zone?: Holding;
}

/** What may hold parcels. A development zone comes first: what lies in it is its own, whatever town lies over it. */
export interface HolderRecords {
  readonly townships: readonly Township[];
  readonly developments: readonly Zone[];
  readonly zones: readonly Zone[];
}

/**
 * Where one parcel lies: what its record says stands, also against the boundary or the township; where it says nothing
 * the boundaries of townships 镇（街道）and zones tell. A township goes by its code from here on.
 */
export function placingOf(
  records: HolderRecords,
  names: TownshipNames,
): (parcel: Parcel, held: ParcelHolders) => PlacedParcel {
  return (own, held) => {
    const isUnsaid = own.townshipCode !== undefined && namesNoTownship(own.townshipCode);
    const inTown = townTold(underCode(withoutBlanks(own), names), held.township, records.townships);
    const said =
      inTown.said | (isUnsaid ? SAID.townshipIsDistrict : 0) | differences(inTown.parcel, held, records, names);
    const inZone = zoneTold({ parcel: inTown.parcel, said }, held.development, records.developments, [
      SAID.developmentTold,
      SAID.developmentDivided,
      SAID.developmentOverlaps,
    ]);
    return zoneTold(inZone, held.zone, records.zones, [SAID.zoneTold, SAID.zoneDivided, SAID.zoneOverlaps]);
  };
}

/** Names of places without the blanks around them; a blank one is none. */
export function withoutBlanks<T extends Parcel | Park>(record: T): T {
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

const isDistrict = (township: Township): boolean => namesNoTownship(codeOf(township));

const sure = (holding: Holding | undefined): Holding | null =>
  holding !== undefined && holding.share > MAJORITY ? holding : null;

/** All of a holding that where a parcel lies depends on, as a number; −1 where it tells nothing. */
export const tellsAs = (row: number, share: number, next: number): number =>
  share > MAJORITY ? 4 * row + (share < 1 ? 2 : 0) + (next > MAJORITY ? 1 : 0) : -1;

/** How the one that tells lies to the parcel, as bits. */
const manner = ({ share, next }: Holding, divided: number, overlaps: number): number =>
  (share < 1 ? divided : 0) | (next > MAJORITY ? overlaps : 0);

function townTold(parcel: Parcel, holding: Holding | undefined, townships: readonly Township[]): PlacedParcel {
  const holder = sure(holding);
  if (!holder) return { parcel, said: 0 };
  const township = townships[holder.row];
  if (!isDistrict(township)) {
    if (parcel.townshipCode !== undefined) return { parcel, said: 0 };
    const said = SAID.townshipTold | manner(holder, SAID.townshipDivided, SAID.townshipOverlaps);
    return { parcel: inTownship(parcel, township), said };
  }
  // A whole district drawn among the townships tells the district alone.
  if (parcel.districtCode !== undefined) return { parcel, said: 0 };
  return { parcel: { ...parcel, districtCode: districtOfTownship(township) }, said: 0 };
}

function zoneTold(
  { parcel, said }: PlacedParcel,
  holding: Holding | undefined,
  zones: readonly Zone[],
  [told, divided, overlaps]: readonly [number, number, number],
): PlacedParcel {
  const holder = sure(holding);
  if (!holder || parcel.zoneId !== undefined) return { parcel, said };
  return {
    parcel: { ...parcel, zoneId: zones[holder.row].id },
    said: said | told | manner(holder, divided, overlaps),
  };
}

/** Where a record says otherwise than boundaries, or than itself. */
function differences(parcel: Parcel, held: ParcelHolders, { townships }: HolderRecords, names: TownshipNames): number {
  const holding = sure(held.township);
  const holder = holding ? townships[holding.row] : undefined;
  const isOther =
    holder !== undefined && holding!.next <= MAJORITY && parcel.townshipCode !== codeOf(holder) && !isDistrict(holder);
  return (isOther ? SAID.townshipDiffers : 0) | (isElsewhere(parcel, names, holder) ? SAID.districtDiffers : 0);
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
