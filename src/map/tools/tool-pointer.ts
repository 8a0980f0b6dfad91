import type { Map as MapLibre } from 'maplibre-gl';
import type { Ghost, Pointer } from '../../desk/tools/contract.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import { metresPerPixel } from '../scale.ts';
import { Camera } from './camera.ts';
import type { ToolHand } from './contract.ts';
import { crossStep } from './crosshair.ts';
import { isHandle } from './handles.ts';
import { stepped } from './pointer-machine.ts';
import { RESTING, type PointerState } from './pointer-state.ts';
import { fartherAt, lonLatOf, planeOf } from './screen.ts';
import type { Turning } from './turning.ts';
import type { Contact, Pointed, Signal, Spot, Told } from './signal.ts';

interface Page {
  /** What is drawn of the tool, to know what can be dragged. */
  readonly ghost: () => Ghost | null;
  readonly showCrosshair: (at: Spot | null) => void;
  /** The map came to rest after it was moved by hand. */
  readonly onRest: () => void;
  readonly turning: Turning;
}

/** The crosshair is told of once it rests so long, ms. */
const REST_MS = 400;

/** Pointers and keys of the map's box, made a tool's events while one has them. */
export class ToolPointer {
  readonly #map: MapLibre;
  readonly #page: Page;
  readonly #camera: Camera;
  #hand: ToolHand | null = null;
  #state: PointerState = RESTING;
  #listening: AbortController | null = null;
  /** What was told of the press that is held. */
  #press: Pointer | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(map: MapLibre, page: Page) {
    this.#map = map;
    this.#page = page;
    this.#camera = new Camera(map);
    map.on('move', () => {
      if (this.#hand && !this.isMoving) this.#signal({ type: 'looked' });
    });
  }

  /** Whether a tool has the pointer: then nothing is picked by it. */
  get hasPointer(): boolean {
    return this.#hand !== null && !this.#hand.byKeysAlone;
  }

  /** Whether the map is moved by hand now. */
  get isMoving(): boolean {
    return this.#state.phase.is === 'pan' || this.#state.phase.is === 'pinch';
  }

  set(hand: ToolHand | null): void {
    if (hand?.onEvent !== this.#hand?.onEvent) this.#signal({ type: 'blur' });
    const box = this.#map.getCanvasContainer();
    const isOther = (hand && !hand.byKeysAlone) !== (this.#hand && !this.#hand.byKeysAlone);
    if (isOther && this.#hand) this.#leave();
    if (!hand) this.#forget();
    if (isOther && hand) this.#listen(box, hand);
    this.#hand = hand;
    this.#page.turning.settle(this.hasPointer);
    box.classList.toggle('tooled', this.hasPointer);
    this.#map.getCanvas().style.cursor = hand && this.hasPointer ? hand.cursor : '';
  }

  destroy(): void {
    this.#listening?.abort();
    clearTimeout(this.#rest);
  }

  #leave(): void {
    this.#listening?.abort();
    for (const handler of ['dragPan', 'doubleClickZoom', 'boxZoom', 'touchZoomRotate', 'keyboard'] as const)
      this.#map[handler].enable();
    this.#map.keyboard.disableRotation();
  }

  /** Nobody has the crosshair any more. */
  #forget(): void {
    this.#state = RESTING;
    clearTimeout(this.#rest);
    this.#page.showCrosshair(null);
  }

  #listen(box: HTMLElement, { byKeysAlone }: ToolHand): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#map.keyboard.disable();
    box.addEventListener('pointermove', (event) => this.#signal({ type: 'move', buttons: event.buttons, ...this.#contact(event) }), { signal }); // prettier-ignore
    document.addEventListener('keydown', (event) => this.#key(event), { signal });
    if (byKeysAlone) return;
    for (const handler of ['dragPan', 'doubleClickZoom', 'boxZoom', 'touchZoomRotate'] as const)
      this.#map[handler].disable();
    box.addEventListener('pointerdown', (event) => this.#down(event, box), { signal });
    box.addEventListener('pointerup', (event) => this.#signal({ type: 'up', ...this.#contact(event) }), { signal });
    for (const type of ['pointercancel', 'lostpointercapture'] as const)
      box.addEventListener(type, ({ pointerId }) => this.#signal({ type: 'lost', id: pointerId }), { signal });
    box.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
    window.addEventListener('blur', () => this.#signal({ type: 'blur' }), { signal });
    document.addEventListener('keyup', ({ key }) => key === ' ' && this.#signal({ type: 'space', isDown: false }), { signal }); // prettier-ignore
  }

  #down(event: PointerEvent, box: HTMLElement): void {
    const contact = this.#contact(event);
    const ghost = this.#page.ghost();
    const handle = ghost !== null && isHandle(ghost, this.#pointer(contact));
    // The browser's own drag and its scrolling by the middle button would take the pointer away.
    if (event.button !== 0) event.preventDefault();
    box.setPointerCapture(event.pointerId);
    this.#signal({ type: 'down', button: event.button, handle, turns: this.#page.turning.isOn, ...contact });
  }

  #contact({ pointerId, pointerType, clientX, clientY, timeStamp, altKey, shiftKey }: PointerEvent): Contact {
    const { left, top } = this.#map.getCanvasContainer().getBoundingClientRect();
    const kind = pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse';
    return { id: pointerId, kind, x: clientX - left, y: clientY - top, ms: timeStamp, alt: altKey, shift: shiftKey };
  }

  #key(event: KeyboardEvent): void {
    const { target, key, altKey: alt } = event;
    const isHere = target === this.#map.getCanvas() || (this.hasPointer && target === document.body);
    if (!isHere || event.defaultPrevented || event.isComposing) return;
    const signal = this.#signalOf(event, alt);
    if (signal) this.#signal(signal);
    else if (key === '+' || key === '=') this.#map.zoomIn();
    else if (key === '-') this.#map.zoomOut();
    else return;
    event.preventDefault();
  }

  #signalOf(event: KeyboardEvent, alt: boolean): Signal | null {
    const { key, shiftKey } = event;
    if (key === 'Escape' && this.hasPointer) return { type: 'escape' };
    const step = crossStep(event);
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    if (step) return { type: 'cross', dx: step[0], dy: step[1], alt, width, height };
    if (event.ctrlKey || event.metaKey) return null;
    const isClick = key === 'Enter' || key === ' ';
    const isGrab = shiftKey && this.hasPointer;
    if (isClick && this.#state.cross) return { type: isGrab ? 'cross-grab' : 'cross-click', alt, shift: shiftKey };
    return key === ' ' && this.hasPointer ? { type: 'space', isDown: true } : null;
  }

  #signal(signal: Signal): void {
    if (!this.#hand) return;
    const wasMoving = this.isMoving;
    const { state, told } = stepped(this.#state, signal);
    this.#state = state;
    for (const one of told) this.#tell(one);
    // The ring of focus is for those who draw by keys.
    if ('kind' in signal) this.#map.getCanvasContainer().classList.toggle('pointed', state.cross === null);
    else if (signal.type === 'cross') this.#map.getCanvasContainer().classList.remove('pointed');
    if (!this.hasPointer) return;
    const canvas = this.#map.getCanvas();
    canvas.style.cursor = this.isMoving || state.isSpaceDown ? 'grabbing' : (this.#hand?.cursor ?? '');
    if (wasMoving && !this.isMoving) this.#page.onRest();
  }

  #tell(told: Told): void {
    switch (told.type) {
      case 'pan':
        return this.#camera.pan(told.dx, told.dy);
      case 'turn':
        return this.#page.turning.drag(told.dx, told.dy);
      case 'zoom':
        return this.#camera.zoom(told.by, told.around);
      case 'crosshair':
        return this.#crosshair(told.at);
      case 'cancel':
        return this.#hand?.onEvent({ type: 'cancel' });
      case 'drop':
        return this.#drop();
      case 'click':
        return this.#hand?.onEvent({ type: 'click', pointer: this.#pointer(told.at), count: told.count });
      default: {
        const pointer = this.#pointer(told.at);
        if (told.type === 'press') this.#press = pointer;
        this.#hand?.onEvent({ type: told.type, pointer });
      }
    }
  }

  /** Back where it was pressed, on the ground: the map may have moved since. */
  #drop(): void {
    const pointer = this.#press;
    if (!pointer) return;
    this.#hand?.onEvent({ type: 'move', pointer });
    this.#hand?.onEvent({ type: 'release', pointer });
  }

  #crosshair(at: Spot | null): void {
    this.#page.showCrosshair(at);
    clearTimeout(this.#rest);
    const told = this.#hand?.onCrosshair;
    if (!told) return;
    if (at) this.#rest = setTimeout(() => told(this.#place(at)), REST_MS);
    else told(null);
  }

  #place({ x, y }: Spot): Position {
    return planeOf(this.#camera.screen(), this.#hand!.crs, x, y);
  }

  #pointer({ x, y, kind, alt, shift }: Pointed): Pointer {
    const screen = this.#camera.screen();
    const [, lat] = lonLatOf(screen, x, y);
    const at = planeOf(screen, this.#hand!.crs, x, y);
    const perPixel = metresPerPixel(lat, this.#map.getZoom()) * fartherAt(screen, x, y);
    return { at, metresPerPixel: perPixel, kind, alt, shift };
  }
}
