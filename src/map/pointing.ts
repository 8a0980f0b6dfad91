import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { ParkMapOptions } from './contract.ts';
import { nothing, pick, pickLand, pickProposed, type Pick } from './pick.ts';
import type { PickedLand } from './tools/contract.ts';

export interface PickingPage {
  readonly onSelectPark: ParkMapOptions['onSelectPark'];
  readonly onSelectParcel: ParkMapOptions['onSelectParcel'];
  readonly onHover?: ParkMapOptions['onHover'];
  readonly setHover: (parkId: string | null) => void;
  readonly onSelectProposed?: ParkMapOptions['onSelectProposed'];
  readonly onHoverProposed?: ParkMapOptions['onHoverProposed'];
  readonly setHoverProposed: (id: string | null) => void;
}

/** What is under the pointer while no tool has it: hovered, and picked by a click. */
export class Pointing {
  readonly #map: MapLibre;
  readonly #page: PickingPage;
  /** Whether a tool has the pointer: then nothing is picked. */
  readonly #isDrawing: () => boolean;
  #under: Pick = nothing;
  #proposed: string | null = null;
  #onPick: ((picked: PickedLand) => void) | null = null;

  constructor(map: MapLibre, page: PickingPage, isDrawing: () => boolean) {
    this.#isDrawing = isDrawing;
    this.#map = map;
    this.#page = page;
    map.on('click', (event) => this.#click(event));
    map.on('mousemove', ({ point: { x, y } }) => {
      if (isDrawing()) return;
      const proposed = pickProposed(map, x, y);
      this.#hover(proposed === null ? pick(map, x, y) : nothing, proposed);
    });
    map.on('mouseout', () => this.#hover(nothing, null));
  }

  /** Who hears of clicks in place of the cards of parks and parcels. */
  setPick(onPick: ((picked: PickedLand) => void) | null): void {
    this.#onPick = onPick;
    this.settle();
  }

  /** Who chooses several by Shift does not zoom by it; nor does who draws. */
  settle(): void {
    if (this.#onPick || this.#isDrawing()) this.#map.boxZoom.disable();
    else this.#map.boxZoom.enable();
  }

  #click({ point, lngLat, originalEvent }: MapMouseEvent): void {
    if (this.#isDrawing()) return;
    if (this.#onPick) {
      const at = [lngLat.lng, lngLat.lat] as const;
      return this.#onPick({ ...pickLand(this.#map, point), at, shift: originalEvent.shiftKey });
    }
    const pointer = window.matchMedia('(pointer: coarse)').matches ? 'touch' : 'mouse';
    const proposed = pickProposed(this.#map, point.x, point.y, pointer);
    if (proposed !== null) return this.#page.onSelectProposed?.(proposed);
    const picked = pick(this.#map, point.x, point.y, pointer);
    this.#page.onSelectPark(picked.parkId);
    this.#page.onSelectParcel(picked.parcel);
  }

  #hover(under: Pick, proposed: string | null): void {
    const isSame = under.parkId === this.#under.parkId && under.parcel === this.#under.parcel;
    if (isSame && proposed === this.#proposed) return;
    if (proposed !== this.#proposed) {
      this.#page.setHoverProposed(proposed);
      this.#page.onHoverProposed?.(proposed);
    }
    this.#under = under;
    this.#proposed = proposed;
    if (!this.#isDrawing())
      this.#map.getCanvas().style.cursor = (under.parkId ?? under.parcel ?? proposed) !== null ? 'pointer' : '';
    this.#page.setHover(under.parkId);
    this.#page.onHover?.(under);
  }
}
