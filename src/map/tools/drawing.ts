import type { Map as MapLibre } from 'maplibre-gl';
import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Theme } from '../palette.ts';
import { Camera } from './camera.ts';
import { Pointing, type PickingPage } from '../pointing.ts';
import type { Aslant, ComparedOutline, DrawingMap, DrawnGhost, LaidGround, PickedLand, Plan, ToolHand } from './contract.ts'; // prettier-ignore
import { Overlay } from './overlay.ts';
import { planeOf, screenOf } from './screen.ts';
import { ToolPointer } from './tool-pointer.ts';
import { Turning } from './turning.ts';

export interface DrawingPage extends PickingPage {
  readonly theme: Theme;
  /** The map came to rest after a tool's hand moved it. */
  readonly onRest: () => void;
  readonly setPlan: (plan: Plan | null) => void;
  readonly setLaid: (ground: LaidGround | null) => void;
  readonly setCompared: (outlines: readonly ComparedOutline[]) => void;
  readonly setMass: (isMass: boolean) => void;
}

/** What is drawn on a map by hand: the tool that has the pointer, its ghost, the plan it changes. */
export class Drawing implements DrawingMap {
  readonly #camera: Camera;
  readonly #overlay: Overlay;
  readonly #pointer: ToolPointer;
  readonly #pointing: Pointing;
  readonly #turning: Turning;
  readonly #page: DrawingPage;
  #plan: Plan | null = null;
  readonly #calls = new Set<() => void>();
  #frame: number | null = null;
  #drawnAt = '';

  constructor(map: MapLibre, page: DrawingPage) {
    this.#page = page;
    this.#camera = new Camera(map);
    this.#turning = new Turning(map);
    this.#overlay = new Overlay(map.getContainer(), page.theme);
    this.#pointer = new ToolPointer(map, {
      ghost: () => this.#overlay.drawn?.ghost ?? null,
      showCrosshair: (at) => {
        this.#overlay.setCrosshair(at);
        this.#soon();
      },
      onRest: page.onRest,
      turning: this.#turning,
    });
    this.#pointing = new Pointing(map, page, () => this.#pointer.hasPointer);
    map.on('render', () => {
      // The library draws once more after each move of a hand: what lies over it stands where it stood.
      if (this.#frame !== null || this.#camera.place() !== this.#drawnAt) this.#draw();
    });
    map.on('resize', () => this.#soon());
  }

  /** Whether the map is moved by hand now: it has not come to rest. */
  get isMoving(): boolean {
    return this.#pointer.isMoving;
  }

  setTool(hand: ToolHand | null): void {
    this.#pointer.set(hand);
    if (this.#pointer.hasPointer) this.#page.setHover(null);
    this.#pointing.settle();
  }

  setGhost(drawn: DrawnGhost | null): void {
    this.#overlay.set(drawn);
    this.#soon();
  }

  setPlan(plan: Plan | null): void {
    if (plan !== this.#plan) this.#page.setPlan(plan);
    this.#plan = plan;
    this.#overlay.setRoofs(plan?.buildings ?? []);
    this.#soon();
  }

  setLaid(ground: LaidGround | null): void {
    this.#page.setLaid(ground);
  }

  setCompared(outlines: readonly ComparedOutline[]): void {
    this.#page.setCompared(outlines);
  }

  get isMass(): boolean {
    return this.#turning.isOn;
  }

  setMass(isOn: boolean, aslant: Aslant | null): void {
    if (isOn !== this.#turning.isOn) this.#page.setMass(isOn);
    this.#turning.set(isOn, aslant);
    this.#turning.settle(this.#pointer.hasPointer);
  }

  turn(bearing: number | null, pitch: number): void {
    this.#turning.turn(bearing, pitch);
  }

  setPick(onPick: ((picked: PickedLand) => void) | null): void {
    this.#pointing.setPick(onPick);
  }

  setTheme(theme: Theme): void {
    this.#overlay.setTheme(theme);
    this.#soon();
  }

  screenOf(crs: PlaneCrs, at: Position, upM = 0): { readonly x: number; readonly y: number } {
    const [x, y] = screenOf(this.#camera.screen(), crs, at, upM);
    return { x, y };
  }

  planeOf(crs: PlaneCrs, x: number, y: number): Position {
    return planeOf(this.#camera.screen(), crs, x, y);
  }

  onDrawn(call: () => void): () => void {
    this.#calls.add(call);
    return () => this.#calls.delete(call);
  }

  destroy(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#pointer.destroy();
    this.#overlay.destroy();
  }

  /** Once a frame, however often the ghost changes. */
  #soon(): void {
    this.#frame ??= requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#drawnAt = this.#camera.place();
    this.#overlay.draw(this.#camera.screen());
    for (const call of this.#calls) call();
  }
}
