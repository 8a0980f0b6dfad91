import type { Map as MapLibre } from 'maplibre-gl';
import type { Spot } from './signal.ts';
import { lonLatOf, screenAt, type Screen } from './screen.ts';

/** The map's view as a screen, and moved by px without a flight. */
export class Camera {
  readonly #map: MapLibre;
  constructor(map: MapLibre) {
    this.#map = map;
  }

  screen(): Screen {
    const { lng, lat } = this.#map.getCenter();
    const { clientWidth, clientHeight } = this.#map.getContainer();
    return screenAt({ lon: lng, lat, zoom: this.#map.getZoom() }, clientWidth, clientHeight);
  }

  pan(dx: number, dy: number): void {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    this.#map.jumpTo({ center: lonLatOf(this.screen(), clientWidth / 2 - dx, clientHeight / 2 - dy) });
  }

  /** What lies at a spot stays there. */
  zoom(by: number, { x, y }: Spot): void {
    const map = this.#map;
    const zoom = Math.min(map.getMaxZoom(), Math.max(map.getMinZoom(), map.getZoom() + by));
    const shrink = 2 ** (map.getZoom() - zoom);
    const { clientWidth, clientHeight } = map.getContainer();
    const middle = { x: x + (clientWidth / 2 - x) * shrink, y: y + (clientHeight / 2 - y) * shrink };
    map.jumpTo({ center: lonLatOf(this.screen(), middle.x, middle.y), zoom });
  }
}
