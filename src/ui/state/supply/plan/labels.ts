/** Parcels of a park as its name among all plans: the same land is the same park whatever year it has. */
export const landOf = (parcels: readonly string[]): string => [...parcels].sort().join('+');

export const landsOf = (parks: readonly { readonly parcels: readonly string[] }[]): ReadonlySet<string> =>
  new Set(parks.map(({ parcels }) => landOf(parcels)));

/** 方案号: `C-017` stays with the land from plan to plan, so that two plans can be spoken of. */
export class ParkLabels {
  readonly #numbers: Map<string, number>;

  constructor(known: readonly string[] = []) {
    this.#numbers = new Map(known.map((land, n) => [land, n + 1]));
  }

  /** By its number, given when it is first seen. */
  of(parcels: readonly string[]): string {
    const land = landOf(parcels);
    const number = this.#numbers.get(land) ?? this.#numbers.size + 1;
    this.#numbers.set(land, number);
    return `C-${String(number).padStart(3, '0')}`;
  }

  /** To be kept: the parks in the order of their numbers. */
  get known(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}
