import type { Map as MapLibre } from 'maplibre-gl';
import { lessMotion } from '../motion.ts';
import type { Aslant } from './contract.ts';

/** How far it may be tilted: the horizon stays out of sight, and places far away large enough to be met. */
export const MOST_PITCH = 60;
/** How the view begins: roofs and two sides of a building are seen. */
const FIRST: Aslant = { pitch: 50, bearing: -20 };
const TURN_MS = 400;
/** Degrees by px of a drag with the right button, as the library has them. */
const DRAG = { bearing: 0.8, pitch: -0.5 } as const;

/** 体量: the map seen from aslant; flat again it is where it was, north up. */
export class Turning {
  readonly #map: MapLibre;
  #isOn = false;

  constructor(map: MapLibre) {
    this.#map = map;
    this.settle(false);
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  set(isOn: boolean, aslant: Aslant | null): void {
    const isOther = isOn !== this.#isOn;
    this.#isOn = isOn;
    if (isOn && (isOther || aslant)) this.#look(aslant ?? FIRST);
    else if (!isOn && isOther) this.#look({ pitch: 0, bearing: 0 });
  }

  /** The library's own mouse and fingers turn it while no tool has them. */
  settle(hasTool: boolean): void {
    const { dragRotate, touchPitch, touchZoomRotate } = this.#map;
    if (this.#isOn && !hasTool) {
      dragRotate.enable();
      touchPitch.enable();
      touchZoomRotate.enableRotation();
    } else {
      dragRotate.disable();
      touchPitch.disable();
      touchZoomRotate.disableRotation();
    }
  }

  /** By so many degrees; north up again where `bearing` is null. */
  turn(bearing: number | null, pitch: number): void {
    if (!this.#isOn) return;
    this.#look(this.#by(bearing, pitch));
  }

  drag(dx: number, dy: number): void {
    this.#map.jumpTo(this.#by(dx * DRAG.bearing, dy * DRAG.pitch));
  }

  #by(bearing: number | null, pitch: number): Aslant {
    return {
      bearing: bearing === null ? 0 : this.#map.getBearing() + bearing,
      pitch: Math.min(MOST_PITCH, Math.max(0, this.#map.getPitch() + pitch)),
    };
  }

  #look(aslant: Aslant): void {
    if (lessMotion()) this.#map.jumpTo(aslant);
    else this.#map.easeTo({ ...aslant, duration: TURN_MS });
  }
}
