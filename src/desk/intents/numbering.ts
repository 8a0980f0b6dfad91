import type { Building, Parcel } from '../../domain/land/model.ts';
import type { LandAround } from '../land-around.ts';
import { buildingsOn } from './buildings-on.ts';

/** 楼号: new buildings are 1#, 2# … within their park, or within a parcel of no park; their ids begin with its id. */
export class Numbering {
  readonly #around: LandAround;
  readonly #given = new Set<string>();
  /** The last number in each park or parcel. */
  readonly #last = new Map<string, number>();

  constructor(around: LandAround) {
    this.#around = around;
  }

  /** Whether the id was given out here. */
  has(id: string): boolean {
    return this.#given.has(id);
  }

  next(parcel: Parcel | undefined): Required<Pick<Building, 'id' | 'name'>> {
    const group = parcel?.parkId ?? parcel?.id ?? '草绘';
    const table = this.#around.land.table('building');
    let number = this.#last.get(group) ?? (parcel ? this.#highest(parcel) : 0);
    let id: string;
    do id = `${group}-${++number}#`;
    while (this.#given.has(id) || table.called(id) !== undefined);
    this.#last.set(group, number);
    this.#given.add(id);
    return { id, name: `${number}#` };
  }

  #highest({ id, parkId }: Parcel): number {
    const { land } = this.#around;
    const own = land.table('parcel').called(id);
    const parcels = parkId === undefined ? (own === undefined ? [] : [own]) : this.#around.parcelsOfPark(parkId);
    const numbers = parcels
      .flatMap((key) => buildingsOn(this.#around, key))
      .map((key) => Number(/^(\d+)#$/.exec(land.table('building').record(key)!.name ?? '')?.[1] ?? 0));
    return numbers.reduce((most, number) => Math.max(most, number), 0);
  }
}
