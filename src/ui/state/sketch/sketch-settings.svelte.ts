import type { SnapKind, ToolSettings } from '../../../desk/tools/index.ts';
import { recalled, remember, remembered } from '../remembered.ts';

const HINTS_KEY = 'yuantu.sketch.hints';
const SNAPS_KEY = 'yuantu.sketch.snaps';

export const SNAP_KINDS = [
  'vertex',
  'midpoint',
  'edge',
  'intersection',
  'perpendicular',
  'extension',
  'parallel',
] as const satisfies readonly SnapKind[];

/** Whether neighbours that share a moved vertex move too: asked the first time, then as it was said. */
export type Together = 'ask' | 'yes' | 'no';

/** So many shapes are drawn with hints; then they are known. */
const HINTED_TIMES = 3;

/** How a person has set the tools: the same for all of them. */
export class SketchSettings {
  snaps = $state.raw<ToolSettings['snaps']>(snapsOf(recalled(SNAPS_KEY)));
  ortho = $state<ToolSettings['ortho']>(0);
  trace = $state(false);
  /** For this session. */
  together = $state<Together>('ask');
  /** Ground that others have is cut off what is drawn. */
  clips = $state(false);
  #hintsLeft = $state(hintsLeft());
  readonly hints = $derived(this.#hintsLeft > 0);

  toggleSnap(kind: SnapKind): void {
    this.snaps = { ...this.snaps, [kind]: !this.snaps[kind] };
    remember(SNAPS_KEY, SNAP_KINDS.filter((own) => this.snaps[own]).join(' '));
  }

  /** 正交: none, by 90°, by 15°, round and round. */
  nextOrtho(): void {
    this.ortho = this.ortho === 0 ? 90 : this.ortho === 90 ? 15 : 0;
  }

  /** Something was drawn: after a few times the hints are known. */
  drawn(): void {
    if (this.#hintsLeft > 0) this.#setHints(this.#hintsLeft - 1);
  }

  toggleHints(): void {
    this.#setHints(this.hints ? 0 : HINTED_TIMES);
  }

  #setHints(left: number): void {
    this.#hintsLeft = left;
    remember(HINTS_KEY, String(left));
  }
}

const hintsLeft = (): number => Number(remembered(HINTS_KEY, ['0', '1', '2', '3']) ?? HINTED_TIMES);

/** Of the kinds that were on; all where nothing was said. */
function snapsOf(text: string | null): ToolSettings['snaps'] {
  const on = text?.split(' ') ?? SNAP_KINDS;
  return Object.fromEntries(SNAP_KINDS.map((kind) => [kind, on.some((own) => own === kind)])) as Record<
    SnapKind,
    boolean
  >;
}
