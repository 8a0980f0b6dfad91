import type { Map as MapLibre } from 'maplibre-gl';
import { proposedOn, seenOn, type Seen } from './seen.ts';
import { TILE_SETS } from './sources.ts';

/** How long the map may be on its way before what is seen is told all the same, ms: a tile that does not come keeps no legend. */
const LATEST_MS = 1500;

const isTileSet = (source: string): boolean => (TILE_SETS as readonly string[]).includes(source);

/** Tells which signs are seen, once the map rests and whenever that is another. */
export class SeenTold {
  readonly #map: MapLibre;
  readonly #restsOn: () => readonly unknown[] | null;
  readonly #tell: (seen: Seen) => void;
  readonly #proposed: () => unknown;
  #seen: Seen | null = null;
  #told = '';
  /** What was proposed when it was asked for. */
  #ofProposed: unknown;
  /** What that rests on; asked twice of it, for what was drawn while it was asked first may be told late. */
  #of: readonly unknown[] = [];
  #isAskedTwice = false;
  /** Tiles of the land that have come: one that came after the map had rested is asked about too. */
  #tilesCame = 0;
  #latest: ReturnType<typeof setTimeout> | undefined;

  /** `restsOn`: all of the land that decides which signs are drawn, beside the place, null while nothing is drawn yet; `proposed`: what is proposed on it. */
  constructor(
    map: MapLibre,
    { restsOn, proposed }: { restsOn: () => readonly unknown[] | null; proposed: () => unknown },
    tell: (seen: Seen) => void,
  ) {
    this.#map = map;
    this.#restsOn = restsOn;
    this.#proposed = proposed;
    this.#tell = tell;
    map.on('sourcedata', ({ tile, sourceId }) => {
      if (!tile || !isTileSet(sourceId)) return;
      this.#tilesCame++;
      this.#soon();
    });
    map.on('moveend', () => this.#soon());
    map.on('resize', () => this.#soon());
    map.on('idle', () => this.#ask());
  }

  remove(): void {
    clearTimeout(this.#latest);
  }

  /** At the latest from the first of what has come on: more of it does not put it off. */
  #soon(): void {
    this.#latest ??= setTimeout(() => {
      this.#latest = undefined;
      if (this.#map.isMoving()) this.#soon();
      else this.#ask();
    }, LATEST_MS);
  }

  #ask(): void {
    clearTimeout(this.#latest);
    this.#latest = undefined;
    const land = this.#restsOn();
    if (land === null) return;
    // Of tens of thousands of parcels the question costs as much as drawing them: not for a parcel that is chosen, nor for a plan.
    const of = [this.#tilesCame, ...land, ...this.#place()];
    const isSame = of.length === this.#of.length && of.every((own, i) => own === this.#of[i]);
    const proposed = this.#proposed();
    if (isSame && this.#isAskedTwice && this.#seen) {
      if (proposed !== this.#ofProposed) this.#found({ ...this.#seen, proposed: proposedOn(this.#map) });
    } else {
      this.#isAskedTwice = isSame;
      this.#of = of;
      this.#found(seenOn(this.#map));
    }
    this.#ofProposed = proposed;
  }

  #found(seen: Seen): void {
    this.#seen = seen;
    const told = JSON.stringify(seen);
    if (told === this.#told) return;
    this.#told = told;
    this.#tell(seen);
  }

  #place(): readonly number[] {
    const { lng, lat } = this.#map.getCenter();
    const { clientWidth, clientHeight } = this.#map.getContainer();
    return [lng, lat, this.#map.getZoom(), clientWidth, clientHeight];
  }
}
