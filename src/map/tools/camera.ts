import type { Map as MapLibre } from 'maplibre-gl';
import type { Spot } from './signal.ts';
import { lonLatOf, middleZoomed, screenAt, type Screen } from './screen.ts';

/** The map's view as a screen, and moved by px without a flight. */
export class Camera {
  readonly #map: MapLibre;
  constructor(map: MapLibre) {
    this.#map = map;
  }

  screen(): Screen {
    const map = this.#map;
    const { lng, lat } = map.getCenter();
    const { clientWidth, clientHeight } = map.getContainer();
    const camera = { lon: lng, lat, zoom: map.getZoom(), pitch: map.getPitch(), bearing: map.getBearing() };
    return screenAt(camera, clientWidth, clientHeight);
  }

  /** Where it is, written: all that its screen is made of. */
  place(): string {
    const map = this.#map;
    const { lng, lat } = map.getCenter();
    const { clientWidth, clientHeight } = map.getContainer();
    return [lng, lat, map.getZoom(), map.getPitch(), map.getBearing(), clientWidth, clientHeight].join();
  }

  pan(dx: number, dy: number): void {
    const { x, y } = this.#middle();
    this.#map.jumpTo({ center: lonLatOf(this.screen(), x - dx, y - dy) });
  }

  /** What lies at a spot stays there. */
  zoom(by: number, spot: Spot): void {
    const map = this.#map;
    const zoom = Math.min(map.getMaxZoom(), Math.max(map.getMinZoom(), map.getZoom() + by));
    const times = 2 ** (zoom - map.getZoom());
    map.jumpTo({ center: middleZoomed(this.screen(), spot, this.#middle(), times), zoom });
  }

  #middle(): Spot {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    return { x: clientWidth / 2, y: clientHeight / 2 };
  }
}
