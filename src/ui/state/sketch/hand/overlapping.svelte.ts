import { overlapsWith } from '../../../../desk/tools/index.ts';
import type { Shape } from '../../../../domain/geometry/edit/frame.ts';
import type { Workbench } from '../workbench.ts';
import type { Hand } from './hand.svelte.ts';
import { draftShapes } from './intents.ts';

/** Ground of what is in hand that others have already. */
export interface Overlap {
  readonly id: string;
  readonly areaM2: number;
  readonly shape: Shape;
}

/** Lines are taken apart no sooner after the last move, ms. */
const REST_MS = 80;
const NONE: readonly Overlap[] = [];

/** 压盖, seen while drawing: looked for whenever the pointer rests. */
export class Overlapping {
  found = $state.raw<readonly Overlap[]>(NONE);
  #shape: Shape | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #bench: Workbench;

  constructor(bench: Workbench) {
    this.#bench = bench;
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#shape = null;
    this.found = NONE;
  }

  look(hand: Hand): void {
    const { scene } = this.#bench;
    const { makes } = hand.spec;
    const isLand = makes === 'parcel' || (makes === 'redraw' && hand.of[0]?.table === 'parcel');
    const shape = (isLand && scene && draftShapes(hand, scene)[0]) || null;
    if (!shape) return this.clear();
    this.#shape = shape;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(hand), REST_MS);
  }

  #tell({ of, spec }: Hand): void {
    const { ground } = this.#bench;
    if (!this.#shape) return;
    const except = spec.makes === 'redraw' ? of[0]?.key : undefined;
    const others = overlapsWith(this.#shape, ground, { table: 'parcel', ...(except !== undefined && { except }) });
    this.found = (others ?? []).map((own) => ({ id: ground.idOf(own), areaM2: own.areaM2, shape: own.shape }));
  }
}
