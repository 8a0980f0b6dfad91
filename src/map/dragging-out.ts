import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { pick } from './pick.ts';

/** Parcels of a proposed park that may be dragged out of it. */
export interface Draggable {
  /** Id of the park. */
  readonly park: string;
  readonly parcels: ReadonlySet<number>;
  /** One is dragged, to a place in the map's canvas; null: no more. */
  readonly onDrag: (dragged: DraggedParcel | null) => void;
  /** It was let go outside of the park. */
  readonly onOut: (parcel: number) => void;
}

export interface DraggedParcel {
  readonly parcel: number;
  readonly at: readonly [x: number, y: number];
  readonly isOut: boolean;
}

/** So far a pointer may go astray in a click, px. */
const LEAST_PX = 5;

/** 拖出宗地: the pointer takes a parcel of the park in hand instead of the map; Escape gives it back. */
export class DraggingOut {
  readonly #map: MapLibre;
  #draggable: Draggable | null = null;
  #stop: AbortController | null = null;

  constructor(map: MapLibre) {
    this.#map = map;
    map.on('mousedown', (event) => this.#down(event));
  }

  set(draggable: Draggable | null): void {
    if (draggable?.park !== this.#draggable?.park) this.#end();
    this.#draggable = draggable;
  }

  #down(event: MapMouseEvent): void {
    const draggable = this.#draggable;
    if (!draggable || event.originalEvent.button !== 0) return;
    const { parcel } = pick(this.#map, event.point.x, event.point.y);
    if (parcel === null || !draggable.parcels.has(parcel)) return;
    // The map stays where it is.
    event.preventDefault();
    this.#follow(draggable, parcel, event.originalEvent);
  }

  #follow({ park, onDrag, onOut }: Draggable, parcel: number, begin: MouseEvent): void {
    const { signal } = (this.#stop = new AbortController());
    const canvas = this.#map.getCanvas();
    let isOut = false;
    let isDragged = false;
    const on = <K extends keyof WindowEventMap>(type: K, hear: (event: WindowEventMap[K]) => void) =>
      addEventListener(type, hear, { signal, capture: true });
    on('mousemove', ({ clientX, clientY }) => {
      isDragged ||= Math.hypot(clientX - begin.clientX, clientY - begin.clientY) >= LEAST_PX;
      if (!isDragged) return;
      const box = canvas.getBoundingClientRect();
      const at = [clientX - box.left, clientY - box.top] as const;
      isOut = !this.#isIn(park, at);
      canvas.style.cursor = 'grabbing';
      onDrag({ parcel, at, isOut });
    });
    on('mouseup', () => {
      this.#end();
      if (isDragged && isOut) onOut(parcel);
    });
    on('keydown', (event) => {
      if (event.key !== 'Escape' || !isDragged) return;
      event.stopPropagation();
      this.#end();
    });
  }

  #isIn(park: string, at: readonly [number, number]): boolean {
    const land = this.#map.queryRenderedFeatures([at[0], at[1]], { layers: ['proposed-fill'] });
    return land.some(({ properties }) => properties.id === park);
  }

  #end(): void {
    if (!this.#stop) return;
    this.#stop.abort();
    this.#stop = null;
    this.#map.getCanvas().style.cursor = '';
    this.#draggable?.onDrag(null);
  }
}
