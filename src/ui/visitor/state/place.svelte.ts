import type { Position } from 'geojson';
import type { FirstFile } from '../../../publish/shape/published.ts';
import { distanceM } from '../rows/distance.ts';

/** Why there is no location: the visitor or the device will not have it, or it cannot be found. */
export type NoLocation = 'refused' | 'unknown';

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
  readonly from = $derived.by(
    () => this.here ?? (this.township === null ? null : (this.first.townships[this.township]?.at ?? null)),
  );
  /** Metres to each park by row; null where it is not drawn, or there is nowhere to count from. */
  readonly metres = $derived.by((): readonly (number | null)[] => {
    const { from } = this;
    return this.first.parks.at.map((at) => (from && at ? distanceM(from, at) : null));
  });

  constructor(private readonly first: Pick<FirstFile, 'townships' | 'parks'>) {}

  /** True once there is a location. */
  async locate(geolocation: Geolocation | undefined = navigator.geolocation): Promise<boolean> {
    this.failed = null;
    if (!geolocation) return this.#fail('unknown');
    this.locating = true;
    try {
      const { coords } = await new Promise<GeolocationPosition>((done, fail) =>
        geolocation.getCurrentPosition(done, fail, { maximumAge: 60_000, timeout: 15_000 }),
      );
      this.here = [coords.longitude, coords.latitude];
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
    this.here = null;
    this.failed = null;
  }

  #fail(why: NoLocation): boolean {
    this.failed = why;
    return false;
  }
}
