import type { LayingWishes } from '../../../../desk/laying/wishes.ts';
import type { Key } from '../../../../domain/land/change.ts';
import type { Refusal } from '../../../../domain/outcome.ts';
import { isAbort } from '../../project.svelte.ts';
import type { LaidLand, LayCalls, Offered } from './asked.ts';

/** What is asked, and who follows what comes. */
interface Asking {
  /** Of which land, by which wishes. */
  asked(): { readonly parcels: readonly Key[]; readonly wishes: LayingWishes };
  /** True where the land that came is to be asked about otherwise: what came with it is not shown. */
  isOther(land: LaidLand): boolean;
  /** One more is there, or all are. */
  came(isAll: boolean): void;
  /** There are none any more. */
  forgot(): void;
}

/** Layouts of a piece of land by one set of wishes, made one after another; it can be stopped and gone on with. */
export class Search {
  land = $state.raw<LaidLand | null>(null);
  layouts = $state.raw<readonly Offered[]>([]);
  /** More are being made. */
  isMaking = $state(false);
  /** A person stopped it: there may be more. */
  isStopped = $state(false);
  /** So many are made by what is wished now; those shown may be of before until the first one comes. */
  made = $state(0);
  /** Once all are made: what no layout exceeds. */
  mostPlotRatio = $state<number | null>(null);
  /** Why there are none. */
  refusal = $state.raw<Refusal | null>(null);
  readonly #calls: Pick<LayCalls, 'layOut'>;
  readonly #of: Asking;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(calls: Pick<LayCalls, 'layOut'>, of: Asking) {
    this.#calls = calls;
    this.#of = of;
  }

  /** Those that are made are all there are. */
  get isDone(): boolean {
    return !this.isMaking && !this.isStopped;
  }

  forget(): void {
    this.land = this.refusal = this.mostPlotRatio = null;
    this.layouts = [];
    this.#of.forgot();
  }

  /** Made anew, once nothing else is wished for a moment. */
  soon(ms: number): void {
    this.made = 0;
    this.#begin(ms);
  }

  #begin(ms: number): void {
    const turn = this.#end();
    this.isMaking = true;
    this.#timer = setTimeout(() => void this.#make(turn), ms);
  }

  /** What is under way is not waited for. */
  #end(): number {
    clearTimeout(this.#timer);
    this.isMaking = this.isStopped = false;
    return ++this.#turn;
  }

  close(): void {
    this.#end();
  }

  /** Those that are made stay; those by wishes of before are of no use. */
  stop(): void {
    this.#end();
    this.isStopped = true;
    if (this.made > 0) return;
    const { land } = this;
    this.forget();
    this.land = land;
  }

  goOn(): void {
    this.#begin(0);
  }

  async #make(turn: number): Promise<void> {
    const { parcels, wishes } = this.#of.asked();
    const made = this.layouts.slice(0, this.made);
    for (let isAll = false; !isAll;) {
      const answer = await this.#calls.layOut({ parcels, wishes, known: made.length }).catch((error: unknown) => error);
      if (turn !== this.#turn) return;
      if (!isAnswer(answer) || !answer.ok) return this.#fail(answer);
      const { land, layouts, mostPlotRatio } = answer.value;
      if (this.#of.isOther(land)) return;
      ({ isAll } = answer.value);
      made.push(...layouts);
      this.refusal = null;
      this.land = land;
      this.layouts = [...made];
      this.made = made.length;
      this.mostPlotRatio = mostPlotRatio;
      this.isMaking = !isAll;
      this.#of.came(isAll);
    }
  }

  #fail(answer: unknown): void {
    this.isMaking = false;
    // The land is another by now: it is asked again by who follows it.
    if (isAbort(answer)) return;
    this.forget();
    this.refusal = isAnswer(answer) && !answer.ok ? answer.refusal : { code: 'no-answer', params: {} };
  }
}

type Answered = Awaited<ReturnType<LayCalls['layOut']>>;
const isAnswer = (answer: unknown): answer is NonNullable<Answered> =>
  typeof answer === 'object' && answer !== null && 'ok' in answer;
