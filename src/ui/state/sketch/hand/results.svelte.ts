import { clipped, type Act, type Boundary, type Redrawn, type ToolResult } from '../../../../desk/tools/index.ts';
import type { Position } from '../../../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../../../domain/geometry/edit/frame.ts';
import { keysOf, type TableName } from '../../../../domain/land/change.ts';
import type { Intent } from '../../../../desk/intent.ts';
import type { Edited } from '../asked.ts';
import type { Workbench } from '../workbench.ts';
import type { Hand } from './hand.svelte.ts';
import { drawBuildings, drawParcel, drawParcels, redraw } from './intents.ts';

type RedrawResult = Extract<ToolResult, { what: 'redraw' }>;
type Copies = Extract<ToolResult, { what: 'copies' }>;
type Measured = Extract<ToolResult, { what: 'measured' }>['measures'];

/** 邻宗: those that share what was moved, and those that cannot move with it. */
export interface SharedQuestion {
  readonly act: Act;
  readonly neighbours: readonly string[];
  readonly stuck: readonly string[];
  /** The neighbours as they would be. */
  readonly shapes: readonly Shape[];
  answer(isTogether: boolean): void;
}

/** What becomes of what a tool has drawn: an intent, a question first, or a figure. */
export class Results {
  /** Asked once; in a bar over the map. */
  question = $state.raw<SharedQuestion | null>(null);
  measured = $state.raw<Measured | null>(null);
  readonly #bench: Workbench;

  readonly #cut: (points: readonly Position[], hand: Hand) => void;

  constructor(bench: Workbench, cut: (points: readonly Position[], hand: Hand) => void) {
    this.#bench = bench;
    this.#cut = cut;
  }

  clear(): void {
    this.question = this.measured = null;
  }

  async take(result: ToolResult, hand: Hand): Promise<void> {
    switch (result.what) {
      case 'measured':
        this.measured = result.measures;
        return;
      case 'line':
        return this.#cut(result.points, hand);
      case 'shape':
        return this.#shape(result.shape, hand);
      case 'copies':
        return this.#copies(result, hand);
      case 'redraw':
        return this.#redraw(result, hand);
    }
  }

  async #shape(shape: Shape, hand: Hand): Promise<void> {
    const { ground, guides } = this.#bench;
    if (hand.spec.makes === 'guide') {
      guides.add({ crs: ground.crs!.epsg, shape });
      return hand.redraw();
    }
    if (hand.spec.makes === 'building') return this.#do(drawBuildings(this.#bench, [shape]), hand);
    const free = this.#clipped(shape, null);
    if (free) await this.#do(drawParcel(this.#bench, free), hand);
  }

  /** However many they are, one step. */
  #copies({ shapes, act }: Copies, hand: Hand): Promise<void> {
    const bench = this.#bench;
    const [of] = hand.of;
    if (!of) return this.#do(drawBuildings(bench, shapes), hand);
    if (of.table !== 'building') return this.#do(drawParcels(bench, shapes, act, of), hand);
    return this.#do(drawBuildings(bench, shapes, bench.fieldsOf(of.key), act, of), hand);
  }

  async #redraw(result: RedrawResult, hand: Hand): Promise<void> {
    const { desk, ground } = this.#bench;
    const { act, own, neighbours, stuck } = result;
    const { together } = desk.settings;
    if (neighbours.length === 0 || together === 'no') return this.#redrawn(act, [own], hand);
    if (together === 'yes') return this.#redrawn(act, [own, ...neighbours], hand);
    this.question = {
      act,
      neighbours: neighbours.map((ref) => ground.idOf(ref)),
      stuck: stuck.map((ref) => ground.idOf(ref)),
      shapes: neighbours.map(({ shape }) => shape),
      answer: (isTogether) => {
        this.question = null;
        desk.settings.together = isTogether ? 'yes' : 'no';
        void this.#redrawn(act, isTogether ? [own, ...neighbours] : [own], hand);
      },
    };
    hand.redraw();
  }

  async #redrawn(act: Act, redrawn: readonly Redrawn[], hand: Hand): Promise<void> {
    const [own, ...neighbours] = redrawn;
    const free = own.table === 'parcel' && neighbours.length === 0 ? this.#clipped(own.shape, own.key) : own.shape;
    if (free) await this.#do(redraw(this.#bench, act, [{ ...own, shape: free }, ...neighbours]), hand);
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

  async #do(intent: Intent, hand: Hand): Promise<void> {
    const { desk } = this.#bench;
    const done = await desk.do(intent);
    if (!done.ok) {
      // What was not done stands as it was.
      const now = hand.of.map((of) => this.#bench.ground.boundary(of)).filter((own): own is Boundary => own !== null);
      return hand.begin(now);
    }
    desk.settings.drawn();
    const fresh = newIn(done.value);
    if (fresh && hand.spec.makes !== 'copies') desk.select([fresh]);
  }
}

/** The record a step has made, if it made one. */
function newIn({ change }: Edited): { readonly table: TableName; readonly key: number } | null {
  for (const table of ['parcel', 'building'] as const) {
    const made = change.tables[table]?.put?.filter(({ after }) => after !== undefined) ?? [];
    if (made.length === 1 && keysOf(change.tables[table]!).length > 0) return { table, key: made[0].key };
  }
  return null;
}
