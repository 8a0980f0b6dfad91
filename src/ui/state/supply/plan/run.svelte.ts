import type { PlanDelta, PlanQuestion } from '../../../../city/planning/planning.ts';
import type { PlanView } from '../../../../city/planning/view.ts';
import type { PlanRefusal } from '../../../../city/planning/asked.ts';
import type { ToldPlan } from '../../../../city/planning/plan-telling.ts';
import type { Client } from '../../../../client/client.ts';
import { planFrom, type KnownPlan } from '../../../../client/plan-from.ts';
import type { Result } from '../../../../domain/outcome.ts';
import { isAbort } from '../../project.svelte.ts';

/** Plans that are better are shown no more often. */
const EVERY_MS = 250;
/** Who answers waits for news itself: asked again after that, and at once in no case. */
const SOON_MS = 10;
/** A curve has no more points than this: of older ones every other goes. */
const MOST_POINTS = 400;

/** 当前解与上界, so many seconds after it was asked; null where there is none yet. */
export interface CurvePoint {
  readonly seconds: number;
  readonly incumbent: number | null;
  readonly bound: number | null;
}

/** What is sought now. */
export interface Running<W> {
  readonly what: W;
  /** So long is sought, seconds; what is said of it comes on top. */
  readonly seconds: number;
  readonly phase: PlanDelta['phase'];
  readonly columns: number;
}

/** How it ended; null where it was left for another, or nothing is open. */
export type RunAnswer = Result<PlanView, PlanRefusal> | { readonly ok: false; readonly fault: string } | null;

type OnBest = (view: PlanView, isFound: boolean) => void;
type Asked = Pick<Client, 'plan' | 'planSoFar' | 'takePlan'>;

/** 求解: one question at a time, followed while it is sought; whoever asks another leaves the one before. */
export class PlanRun<W> {
  running = $state.raw<Running<W> | null>(null);
  curve = $state.raw<readonly CurvePoint[]>([]);
  /** The best plan until now, as long as it is sought. */
  best = $state.raw<PlanView | null>(null);
  /** Seconds since it was asked. */
  seconds = $state(0);
  #stop: AbortController | null = null;
  /** The plan that was told last: the next one is told against it. */
  #known: KnownPlan | null = null;
  readonly #client: Asked;
  readonly #every: number;

  constructor(client: Asked, everyMs = EVERY_MS) {
    this.#client = client;
    this.#every = everyMs;
  }

  /** `onBest` hears of each plan that is better than those before; `isFound`: the search is over, it is explained. */
  async ask(question: Omit<PlanQuestion, 'held'>, what: W, onBest: OnBest = () => undefined): Promise<RunAnswer> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    const { seconds } = question.search;
    this.running = { what, seconds, phase: 'prepare', columns: 0 };
    this.curve = [];
    this.best = null;
    this.seconds = 0;
    const began = performance.now();
    const isOver = this.#follow(stop, began, onBest);
    try {
      const told = await this.#client.plan({ ...question, held: this.#known?.as ?? null }, { signal: stop.signal });
      const answer = told?.ok ? { ok: true as const, value: this.#viewOf(told.value) } : told;
      if (this.#stop !== stop) return null;
      if (answer?.ok) this.#note(began, answer.value.objective, answer.value.bound);
      return answer;
    } catch (error) {
      // Left for another: that one is told against the plan that is known.
      if (this.#stop !== stop || isAbort(error)) return null;
      this.#known = null;
      return { ok: false, fault: error instanceof Error ? error.message : String(error) };
    } finally {
      isOver();
      if (this.#stop === stop) {
        this.#stop = null;
        this.running = null;
      }
    }
  }

  /** The part of its time that is over, 0 to 1; beyond it nothing is sought any more, and it is explained. Null where nothing is sought. */
  get share(): number | null {
    return this.running && Math.min(1, this.seconds / Math.max(1, this.running.seconds));
  }

  /** 就用当前解: the best there is, soon. */
  take(): void {
    if (this.running) void this.#client.takePlan();
  }

  /** 取消: nobody waits for it any more. */
  cancel(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.running = this.best = null;
  }

  /** Asks how far it is until it is over; what it gives ends that. */
  #follow(stop: AbortController, began: number, onBest: OnBest): () => void {
    let since = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async () => {
      const delta = await this.#client.planSoFar({ since }).catch(() => null);
      const best = delta?.plan ? this.#viewOf(delta.plan) : null;
      if (isOver || this.#stop !== stop) return;
      if (delta) {
        since = Math.max(since, delta.number);
        this.#hear(delta, best, began);
        if (best) onBest(best, delta.phase === 'explain');
      }
      this.seconds = (performance.now() - began) / 1000;
      timer = setTimeout(() => void look(), delta && !best ? SOON_MS : this.#every);
    };
    timer = setTimeout(() => void look());
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }

  #viewOf(told: ToldPlan): PlanView {
    this.#known = planFrom(told, this.#known);
    return this.#known.view;
  }

  #hear({ phase, columns, bound }: PlanDelta, best: PlanView | null, began: number): void {
    const { running } = this;
    if (running && (running.phase !== phase || running.columns !== columns))
      this.running = { ...running, phase, columns };
    if (best) this.best = best;
    this.#note(began, this.best?.objective ?? null, bound);
  }

  /** Steps of the curve: a point where something is another than before. */
  #note(began: number, incumbent: number | null, bound: number | null): void {
    const last = this.curve.at(-1);
    if (last ? last.incumbent === incumbent && last.bound === bound : incumbent === null && bound === null) return;
    const points = [...this.curve, { seconds: (performance.now() - began) / 1000, incumbent, bound }];
    const isMost = points.length > MOST_POINTS;
    this.curve = isMost ? points.filter((_, n) => n % 2 === 0 || n === points.length - 1) : points;
  }
}
