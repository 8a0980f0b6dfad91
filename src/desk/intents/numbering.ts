import type { Key } from '../../domain/land/change.ts';
import type { Building, Parcel } from '../../domain/land/model.ts';
import type { LandAround } from '../land-around.ts';
import { buildingsOn } from './buildings-on.ts';

/** 楼号: new buildings are 1#, 2# … within their park, or within a parcel of no park; their ids begin with its id. */
export class Numbering {
  readonly #around: LandAround;
  readonly #given = new Set<string>();
  /** The last number in each park or parcel. */
  readonly #last = new Map<string, number>();
  readonly #gone: ReadonlySet<Key>;

  /** @param gone buildings that go in the same step: their numbers are given again */
  constructor(around: LandAround, gone: readonly Key[] = []) {
    this.#around = around;
    this.#gone = new Set(gone);
  }

  /** Whether the id was given out here. */
  has(id: string): boolean {
    return this.#given.has(id);
  }

  next(parcel: Parcel | undefined): Required<Pick<Building, 'id' | 'name'>> {
    const group = parcel?.parkId ?? parcel?.id ?? '草绘';
    let number = this.#last.get(group) ?? (parcel ? this.#highest(parcel) : 0);
    let id: string;
    do id = `${group}-${++number}#`;
    while (this.#given.has(id) || this.#isTaken(id));
    this.#last.set(group, number);
    this.#given.add(id);
    return { id, name: `${number}#` };
  }

  #isTaken(id: string): boolean {
    const key = this.#around.land.table('building').called(id);
    return key !== undefined && !this.#gone.has(key);
  }

  #highest({ id, parkId }: Parcel): number {
    const { land } = this.#around;
    const own = land.table('parcel').called(id);
    const parcels = parkId === undefined ? (own === undefined ? [] : [own]) : this.#around.parcelsOfPark(parkId);
    const numbers = parcels
      .flatMap((key) => buildingsOn(this.#around, key))
      .filter((key) => !this.#gone.has(key))
      .map((key) => Number(/^(\d+)#$/.exec(land.table('building').record(key)!.name ?? '')?.[1] ?? 0));
    return numbers.reduce((most, number) => Math.max(most, number), 0);
  }
}
