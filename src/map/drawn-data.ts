import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';

type DataMap = Pick<MapLibre, 'on' | 'getSource'>;

/** Which GeoJSON sources of a map have nothing to draw, so that their layers can be left out. */
export class DrawnData {
  readonly #map: DataMap;
  /** Sources that have features, or had some that may still be drawn. */
  readonly #filled = new Set<string>();
  /** Of these the ones that have none any more. */
  readonly #emptied = new Set<string>();
  readonly #names: readonly string[];

  /** `onBare` hears that some more are bare now. */
  constructor(map: DataMap, names: readonly string[], onBare: () => void) {
    this.#map = map;
    this.#names = names;
    // What goes is drawn until what comes in another source is laid out too, so that nothing blinks as it changes hands.
    map.on('idle', () => {
      if (this.#emptied.size === 0) return;
      for (const name of this.#emptied) this.#filled.delete(name);
      this.#emptied.clear();
      onBare();
    });
  }

  set(name: string, data: FeatureCollection): void {
    if (data.features.length > 0) {
      this.#emptied.delete(name);
      this.#filled.add(name);
    } else if (this.#filled.has(name)) this.#emptied.add(name);
    this.#map.getSource<GeoJSONSource>(name)?.setData(data);
  }

  /** The same as before where they are: no layer is looked at anew then. */
  bare(before: readonly string[]): readonly string[] {
    const bare = this.#names.filter((name) => !this.#filled.has(name));
    return bare.join() === before.join() ? before : bare;
  }
}
