import type { Position } from 'geojson';
import type { FirstFile } from '../../../publish/shape/published.ts';
import { remember, remembered } from '../../state/remembered.ts';
import { distanceM } from '../rows/distance.ts';

/** Why no location is counted from: the visitor or the device will not have it, it cannot be found, or is far from every park. */
export type NoLocation = 'refused' | 'unknown' | 'away';

/** From so far no park is near, metres. */
const AWAY_M = 100_000;

const KEY = 'yuantu.township';

/**
 * Where distances are counted from: the visitor's own location, asked for when a button is pressed, kept in this object
 * alone and never sent; or a township that was chosen.
 */
export class Place {
  here = $state.raw<Position | null>(null);
  /** Row of the townships. */
  township = $state<number | null>(null);
  locating = $state(false);
  failed = $state<NoLocation | null>(null);
  /** Row of the township counted from as long as no place is told: that chosen here before, else the one with most parks. */
  readonly picked: number | null;
  /** It was chosen here before. */
  readonly isKnown: boolean;
  /** The place that was told. */
  readonly told = $derived.by(() => this.here ?? this.#at(this.township));
  readonly from = $derived.by(() => this.told ?? this.#at(this.picked));
  /** Metres to each park by row; null where it is not drawn, or no place is told. */
  readonly metres = $derived.by(() => this.#metresFrom(this.told));
  /** The same, from the township that is picked where none is told: for an order of the list, not to be shown. */
  readonly order = $derived.by(() => this.#metresFrom(this.from));

  constructor(private readonly first: Pick<FirstFile, 'townships' | 'parks'>) {
    const codes = first.townships.map(({ code }) => code);
    const before = remembered(KEY, codes);
    this.isKnown = before !== null;
    this.picked = before === null ? mostParks(first) : codes.indexOf(before);
  }

  /** True once there is a location. */
  async locate(geolocation: Geolocation | undefined = navigator.geolocation): Promise<boolean> {
    this.failed = null;
    if (!geolocation) return this.#fail('unknown');
    this.locating = true;
    try {
      const { coords } = await new Promise<GeolocationPosition>((done, fail) =>
        geolocation.getCurrentPosition(done, fail, { maximumAge: 60_000, timeout: 15_000 }),
      );
      const here: Position = [coords.longitude, coords.latitude];
      if (this.#metresFrom(here).every((metres) => metres === null || metres > AWAY_M)) return this.#fail('away');
      this.here = here;
      this.township = null;
      return true;
    } catch (error) {
      return this.#fail((error as GeolocationPositionError).code === 1 ? 'refused' : 'unknown');
    } finally {
      this.locating = false;
    }
  }

  choose(township: number | null) {
    this.township = township;
    if (township !== null) remember(KEY, this.first.townships[township].code);
    this.here = null;
    this.failed = null;
  }

  #at = (township: number | null): Position | null =>
    township === null ? null : (this.first.townships[township]?.at ?? null);

  #metresFrom = (from: Position | null): readonly (number | null)[] =>
    this.first.parks.at.map((at) => (from && at ? distanceM(from, at) : null));

  #fail(why: NoLocation): boolean {
    this.failed = why;
    return false;
  }
}

/** The first of those with most parks; null where there are no parks. */
function mostParks({ parks, townships }: Pick<FirstFile, 'townships' | 'parks'>): number | null {
  const counts = townships.map((_, row) => parks.townships.filter(([first]) => first === row).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? null : counts.indexOf(most);
}
