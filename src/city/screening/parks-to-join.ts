import { Lie } from '../../domain/land/lie.ts';
import type { Key } from '../../domain/land/change.ts';
import { isMissed } from '../../policy/outcomes.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';

/** A park that land could join. */
export interface ParkToJoin {
  readonly key: Key;
  readonly id: string;
  readonly name: string | null;
  /** It shares a border with a site of it. */
  readonly borders: boolean;
  /** The park misses the size asked for. */
  readonly missesSize: boolean;
}

interface TownshipPark extends Omit<ParkToJoin, 'borders'> {
  readonly parcels: ReadonlySet<Key>;
}

/** Parks of the township of a parcel whose sites it borders, or that miss size, of a city as it is now. */
export class ParksToJoin {
  readonly #city: City;
  readonly #parks = new Map<string, TownshipPark[]>();

  constructor(city: City, judgement: Judgement) {
    this.#city = city;
    const size = judgement.law.pack.screening?.size ?? [];
    for (const key of city.parks) {
      const { id, name = null } = city.park(key)!;
      const parcels = city.placed.parcelsOfPark(id);
      const outcomes = judgement.outcomes(key);
      const missesSize = size.some((rule) => isShort(outcomes.get(rule)));
      const towns = new Set(parcels.flatMap((own) => this.#township(own) ?? []));
      for (const town of towns)
        this.#parks.set(town, [
          ...(this.#parks.get(town) ?? []),
          { key, id, name, missesSize, parcels: new Set(parcels) },
        ]);
    }
  }

  /** Those it borders first. */
  of(parcel: Key): readonly ParkToJoin[] {
    const town = this.#township(parcel);
    const parks = town === undefined ? [] : (this.#parks.get(town) ?? []);
    if (parks.length === 0 || this.#city.land.table('parcel').record(parcel)!.parkId !== undefined) return [];
    const near = this.#neighbours(parcel, parks);
    return parks
      .map(({ parcels, ...park }) => ({ ...park, borders: near.some((key) => parcels.has(key)) }))
      .filter(({ borders, missesSize }) => borders || missesSize)
      .sort((a, b) => Number(b.borders) - Number(a.borders));
  }

  #township(key: Key): string | undefined {
    const name = this.#city.placed.placedParcel(key).parcel.townshipCode;
    return name === undefined ? undefined : this.#city.placed.townshipCode(name);
  }

  /** Parcels of these parks of which the parcel is one site 相邻. */
  #neighbours(parcel: Key, parks: readonly TownshipPark[]): readonly Key[] {
    const { placed, land } = this.#city;
    const box = placed.box('parcel', parcel);
    if (!box || !placed.sound(parcel)) return [];
    const others = placed
      .parcelsNear(widened(box))
      .filter((key) => key !== parcel && parks.some(({ parcels }) => parcels.has(key)) && placed.sound(key));
    if (others.length === 0) return [];
    const lie = new Lie(land.table('parcel').picked([parcel, ...others]).layer);
    return others.filter((_, i) => lie.near(0, i + 1));
  }
}

const isShort = (outcome: Parameters<typeof isMissed>[0] | undefined): boolean =>
  outcome !== undefined && (isMissed(outcome) || outcome === 'relaxed');

/** Room for what counts as touching, about a metre. */
const ROOM_DEGREES = 1e-5;
const widened = ([west, south, east, north]: readonly [number, number, number, number]): [number, number, number, number] =>
  [west - ROOM_DEGREES, south - ROOM_DEGREES, east + ROOM_DEGREES, north + ROOM_DEGREES]; // prettier-ignore
