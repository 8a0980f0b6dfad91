import { clipped, type Act, type Redrawn, type ToolResult } from '../../../../desk/tools/index.ts';
import type { Position } from '../../../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../../../domain/geometry/edit/frame.ts';
import { keysOf, type Key, type TableName } from '../../../../domain/land/change.ts';
import type { Intent } from '../../../../desk/intent.ts';
import type { Edited } from '../asked.ts';
import type { Workbench } from '../workbench.ts';
import type { Hand } from './hand.svelte.ts';
import { copyBuildings, drawBuildings, drawParcel, drawParcels, redraw } from './intents.ts';

type RedrawResult = Extract<ToolResult, { what: 'redraw' }>;
type Copies = Extract<ToolResult, { what: 'copies' }>;
type Measured = Extract<ToolResult, { what: 'measured' }>['measures'];

/** What was drawn with a hand, and how it comes back into it where it is not done. */
export interface Drawn {
  readonly hand: Hand;
  readonly giveBack: () => void;
}

/** 邻宗: those that share what was moved, and those that cannot move with it. */
export interface SharedQuestion {
  readonly act: Act;
  /** What was redrawn, as people call it. */
  readonly id: string;
  /** Of the land it is asked of. */
  readonly version: number;
  readonly neighbours: readonly string[];
  readonly stuck: readonly string[];
  /** The neighbours as they would be. */
  readonly shapes: readonly Shape[];
  answer(isTogether: boolean): void;
}

/** What becomes of what a tool has drawn: an intent, a question first, or a figure. */
export class Results {
  #asked = $state.raw<(SharedQuestion & { readonly hand: Hand; readonly turn: number }) | null>(null);
  /** Asked once; in a bar over the map. Of a hand that was begun anew nothing is asked any more. */
  readonly question: SharedQuestion | null = $derived(
    this.#asked?.turn === this.#asked?.hand.turn ? this.#asked : null,
  );
  measured = $state.raw<Measured | null>(null);
  readonly #bench: Workbench;

  readonly #cut: (points: readonly Position[], drawn: Drawn) => void;

  constructor(bench: Workbench, cut: (points: readonly Position[], drawn: Drawn) => void) {
    this.#bench = bench;
    this.#cut = cut;
  }

  clear(): void {
    this.#asked = this.measured = null;
  }

  async take(result: ToolResult, drawn: Drawn): Promise<void> {
    switch (result.what) {
      case 'measured':
        this.measured = result.measures;
        return;
      case 'line':
        return this.#cut(result.points, drawn);
      case 'shape':
        return this.#shape(result.shape, drawn);
      case 'copies':
        return this.#copies(result, drawn);
      case 'redraw':
        return this.#redraw(result, drawn);
    }
  }

  async #shape(shape: Shape, drawn: Drawn): Promise<void> {
    const { ground, guides } = this.#bench;
    const { hand } = drawn;
    if (hand.spec.makes === 'guide') {
      guides.add({ crs: ground.crs!.epsg, shape });
      return hand.redraw();
    }
    if (hand.spec.makes === 'building') return this.#do(drawBuildings(this.#bench, [shape]), drawn);
    const free = this.#clipped(shape, null);
    if (free) await this.#do(drawParcel(this.#bench, free), drawn);
    // After the step has said its own.
    else queueMicrotask(drawn.giveBack);
  }

  /** However many they are, one step. */
  #copies({ shapes, act }: Copies, drawn: Drawn): Promise<void> {
    const bench = this.#bench;
    const [of] = drawn.hand.of;
    if (!of) return this.#do(drawBuildings(bench, shapes), drawn);
    if (of.table !== 'building') return this.#do(drawParcels(bench, shapes, act, of), drawn);
    return this.#do(copyBuildings(bench, shapes, act, of), drawn);
  }

  async #redraw(result: RedrawResult, drawn: Drawn): Promise<void> {
    const { desk, ground, page } = this.#bench;
    const { hand } = drawn;
    const { act, own, neighbours, stuck } = result;
    const { together } = desk.settings;
    if (neighbours.length === 0 || together === 'no') return this.#redrawn(act, [own], drawn);
    if (together === 'yes') return this.#redrawn(act, [own, ...neighbours], drawn);
    this.#asked = {
      hand,
      turn: hand.turn,
      version: page.open.project!.version,
      act,
      id: ground.idOf(own),
      neighbours: neighbours.map((ref) => ground.idOf(ref)),
      stuck: stuck.map((ref) => ground.idOf(ref)),
      shapes: neighbours.map(({ shape }) => shape),
      answer: (isTogether) => {
        this.#asked = null;
        desk.settings.together = isTogether ? 'yes' : 'no';
        void this.#redrawn(act, isTogether ? [own, ...neighbours] : [own], drawn);
      },
    };
    hand.redraw();
  }

  async #redrawn(act: Act, redrawn: readonly Redrawn[], drawn: Drawn): Promise<void> {
    const [own, ...neighbours] = redrawn;
    const free = own.table === 'parcel' && neighbours.length === 0 ? this.#clipped(own.shape, own.key) : own.shape;
    if (free) await this.#do(redraw(this.#bench, act, [{ ...own, shape: free }, ...neighbours]), drawn);
    // After the step has said its own.
    else queueMicrotask(drawn.giveBack);
  }

  /** 裁剪, where it is wished: without the ground of others. Null where nothing is left. */
  #clipped(shape: Shape, except: number | null): Shape | null {
    const { desk, ground } = this.#bench;
    if (!desk.settings.clips) return shape;
    const free = clipped(shape, ground, { table: 'parcel', ...(except !== null && { except }) });
    if (free === null) return shape;
    if (free.length > 0) return free;
    void desk.say({ code: 'all-taken', params: {} });
    return null;
  }

  async #do(intent: Intent, { hand, giveBack }: Drawn): Promise<void> {
    const { desk } = this.#bench;
    const done = await desk.do(intent);
    if (!done.ok) return giveBack();
    desk.settings.drawn();
    if (hand.spec.makes === 'building') this.#bench.drawn = [...this.#bench.drawn, ...newBuildings(done.value)];
    const fresh = newIn(done.value);
    if (fresh && hand.spec.makes !== 'copies') desk.select([fresh]);
  }
}

const newBuildings = ({ change }: Edited): readonly Key[] => (change.tables.building?.put ?? []).map(({ key }) => key);

/** The record a step has made, if it made one. */
function newIn({ change }: Edited): { readonly table: TableName; readonly key: number } | null {
  for (const table of ['parcel', 'building'] as const) {
    const made = change.tables[table]?.put?.filter(({ after }) => after !== undefined) ?? [];
    if (made.length === 1 && keysOf(change.tables[table]!).length > 0) return { table, key: made[0].key };
  }
  return null;
}
