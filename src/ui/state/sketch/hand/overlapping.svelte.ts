import { clipped, overlapsWith, type Boundary } from '../../../../desk/tools/index.ts';
import type { Shape } from '../../../../domain/geometry/edit/frame.ts';
import type { Key } from '../../../../domain/land/change.ts';
import type { Workbench } from '../workbench.ts';
import type { Hand } from './hand.svelte.ts';
import { draftShapes, redraw } from './intents.ts';

/** Ground of what is in hand, or of the parcel that is selected, that others have already. */
export interface Overlap {
  readonly id: string;
  readonly areaM2: number;
  readonly shape: Shape;
}

/** Lines are taken apart no sooner after the last move, ms. */
const REST_MS = 80;
const NONE: readonly Overlap[] = [];

/** 压盖, seen while drawing: looked for whenever the pointer rests; of a selected parcel while nothing is in hand. */
export class Overlapping {
  found = $state.raw<readonly Overlap[]>(NONE);
  /** The selected parcel they are of; null where they are of what is in hand. */
  of = $state.raw<Key | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #bench: Workbench;

  constructor(bench: Workbench) {
    this.#bench = bench;
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.found = NONE;
    this.of = null;
  }

  look(hand: Hand | null): void {
    if (!hand) return this.lookAtSelected(hand);
    const { scene } = this.#bench;
    const { makes } = hand.spec;
    const isLand = makes === 'parcel' || (makes === 'redraw' && hand.of[0]?.table === 'parcel');
    const shape = (isLand && scene && draftShapes(hand, scene)[0]) || null;
    if (!shape) return this.lookAtSelected(hand);
    clearTimeout(this.#timer);
    const except = makes === 'redraw' ? hand.of[0]?.key : undefined;
    this.#timer = setTimeout(() => this.#tell(shape, except, null), REST_MS);
  }

  /** 已闭合: the one parcel that is selected, unless something is drawn. */
  lookAtSelected(hand: Hand | null): void {
    const parcel = hand?.isBusy ? null : this.#selected();
    if (!parcel) return this.clear();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(parcel.shape, parcel.key, parcel.key), REST_MS);
  }

  /** 裁剪: the selected parcel without the ground of others, as one step. */
  async clip(): Promise<void> {
    const { desk, ground } = this.#bench;
    const parcel = this.#selected();
    const free = parcel && clipped(parcel.shape, ground, { table: 'parcel', except: parcel.key });
    if (!parcel || !free) return;
    if (free.length === 0) return desk.say({ code: 'all-taken', params: {} });
    await desk.do(redraw(this.#bench, { code: 'overlap-clipped', params: {} }, [{ ...parcel, shape: free }]));
  }

  #selected(): Boundary | null {
    const { desk, ground } = this.#bench;
    const [one, ...more] = desk.selected;
    return one?.table === 'parcel' && more.length === 0 ? ground.boundary(one) : null;
  }

  #tell(shape: Shape, except: Key | undefined, of: Key | null): void {
    const { ground } = this.#bench;
    const others = overlapsWith(shape, ground, { table: 'parcel', ...(except !== undefined && { except }) });
    this.of = of;
    this.found = (others ?? []).map((own) => ({ id: ground.idOf(own), areaM2: own.areaM2, shape: own.shape }));
  }
}
