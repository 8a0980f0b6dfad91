import { gatherRows } from '../../geometry/edit/gather.ts';
import type { Holders } from '../../geometry/overlay/holder.ts';
import type { Layer } from '../../geometry/columns/layer.ts';
import { partOf, type Watch } from '../../watch.ts';
import { ByShelf, type Shelved } from '../by-shelf.ts';
import type { Parcel, Table, Township, Zone } from '../model.ts';
import { pickedRecords } from '../records/picked-records.ts';
import { rowsWhere, type Records } from '../records/records.ts';
import { townshipNames, type TownshipNames } from '../township.ts';
import { placingOf, type ParcelHolders, type HolderRecords, type PlacedParcel } from './placed-parcel.ts';
import { rowPlaces, type RowPlaces } from './row-places.ts';
import { OnPlanes, Shareholders, type Holding } from './shareholders.ts';

const KINDS = ['township', 'development', 'zone'] as const satisfies readonly (keyof ParcelHolders)[];

type Of<T> = Readonly<Record<keyof ParcelHolders, T | null>>;

/**
 * Where parcels lie, told from the boundaries of townships 镇（街道）and zones where their records say nothing. The
 * parcels there are at first are looked at together; one that is drawn later by itself, with the same answer.
 */
export class Placing {
  readonly #holders: Of<Shareholders>;
  readonly #all: Of<Holders>;
  readonly #size: number;
  readonly #names: TownshipNames;
  readonly #placed: (parcel: Parcel, held: ParcelHolders) => PlacedParcel;
  readonly #known = new ByShelf<PlacedParcel>();
  #rows: RowPlaces | null = null;

  /** `broken`: rows of parcels with a broken boundary, which lie nowhere. Null when cancelled. */
  static of(
    parcels: Layer,
    { townships, zones }: { readonly townships: Table<Township>; readonly zones: Table<Zone> },
    broken: ReadonlySet<number>,
    watch: Watch = {},
  ): Placing | null {
    const developments = zonesOf(zones, ({ zoneType }) => zoneType === 'development');
    const others = zonesOf(zones, ({ zoneType }) => zoneType !== 'development');
    const holders = {
      township: Shareholders.of(townships.layer),
      development: Shareholders.of(developments.layer),
      zone: Shareholders.of(others.layer),
    };
    const onPlanes = new OnPlanes(parcels, broken);
    const all: Record<keyof ParcelHolders, Holders | null> = { township: null, development: null, zone: null };
    for (const [n, kind] of KINDS.entries()) {
      if (holders[kind] === null || parcels.lonLat.length === 0) continue;
      const found = holders[kind].ofAll(onPlanes, partOf(watch, n === 0 ? 0 : (n + 1) / 4, (n + 2) / 4));
      if (!found) return null;
      all[kind] = found;
    }
    const records = {
      townships: [...townships.records],
      developments: [...developments.records],
      zones: [...others.records],
    };
    watch.progress?.(1);
    return new Placing(holders, all, parcels.size, records);
  }

  private constructor(holders: Of<Shareholders>, all: Of<Holders>, size: number, records: HolderRecords) {
    this.#holders = holders;
    this.#all = all;
    this.#size = size;
    this.#names = townshipNames(records.townships);
    this.#placed = placingOf(records, this.#names);
  }

  /**
   * Where the parcel of a row lies; a row of a shelf keeps its record and its boundary. `boundary`: a layer of it alone, null
   * where it is not drawn or broken; asked only of rows that were not there at first.
   */
  at({ row, shelf }: Shelved, parcel: Parcel, boundary: () => Layer | null): PlacedParcel {
    return this.#known.remembered({ row, shelf: row < this.#size ? this : shelf }, () =>
      this.said(row, parcel, boundary),
    );
  }

  /** The same, not remembered: for a look at all of them. */
  said(row: number, parcel: Parcel, boundary: () => Layer | null): PlacedParcel {
    return this.#placed(parcel, row < this.#size ? this.#heldAtFirst(row) : this.#heldAlone(boundary()));
  }

  /** What `said` says of every row there was at first; `records` are of all rows. */
  ofRows(records: Records<Parcel>): RowPlaces {
    return (this.#rows ??= rowPlaces(this.#size, records, Object.values(this.#all), (row, parcel) =>
      this.#placed(parcel, this.#heldAtFirst(row)),
    ));
  }

  /** The one name behind any other of a township. */
  townshipCode(name: string): string {
    return this.#names.codeOf(name);
  }

  #heldAtFirst(row: number): ParcelHolders {
    const held: { -readonly [K in keyof ParcelHolders]: Holding } = {};
    for (const kind of KINDS) {
      const found = this.#all[kind];
      if (found) held[kind] = { row: found.holder[row], share: found.share[row], next: found.next[row] };
    }
    return held;
  }

  #heldAlone(boundary: Layer | null): ParcelHolders {
    const held: { -readonly [K in keyof ParcelHolders]: Holding } = {};
    if (boundary) for (const kind of KINDS) held[kind] = this.#holders[kind]?.ofOne(boundary);
    return held;
  }
}

/** The zones that are meant, with their boundaries. */
function zonesOf({ records, layer }: Table<Zone>, isMeant: (zone: Zone) => boolean): Table<Zone> {
  const rows = rowsWhere(records, (row) => isMeant(records.get(row)));
  if (rows.length === records.length) return { records, layer };
  const ranges = rows.map((row) => ({ layer, from: row, to: row + 1 }));
  return { records: pickedRecords(records, rows), layer: gatherRows(layer, ranges) };
}
