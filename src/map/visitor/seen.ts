import type { Map as MapLibre } from 'maplibre-gl';
import { signsOf, TELLING } from './legend.ts';

/** Strips the view is looked at in: of tens of thousands of parcels one look at all would hold up a finger. */
const STRIPS = 12;

/** Looks for the signs that are drawn, a strip of the view at a time, and starts anew where the map moved meanwhile. */
export class SignsInView {
  readonly #map: MapLibre;
  readonly #tell: (signs: ReadonlySet<string>) => void;
  #look = 0;

  constructor(map: MapLibre, tell: (signs: ReadonlySet<string>) => void) {
    this.#map = map;
    this.#tell = tell;
    map.on('movestart', () => this.#look++);
    map.on('idle', () => this.#start());
  }

  #start(): void {
    const look = ++this.#look;
    const signs = new Set<string>();
    const next = (strip: number) => {
      if (look !== this.#look) return;
      if (strip === STRIPS) return this.#tell(signs);
      for (const sign of this.#in(strip)) signs.add(sign);
      setTimeout(() => next(strip + 1));
    };
    next(0);
  }

  #in(strip: number): string[] {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const [top, bottom] = [(clientHeight * strip) / STRIPS, (clientHeight * (strip + 1)) / STRIPS];
    const layers = Object.keys(TELLING).filter((id) => this.#map.getLayer(id));
    const box: [[number, number], [number, number]] = [
      [0, top],
      [clientWidth, bottom],
    ];
    return signsOf(this.#map.queryRenderedFeatures(box, { layers, validate: false }));
  }
}
