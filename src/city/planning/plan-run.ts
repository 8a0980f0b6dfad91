import type { FoundPlan, PlanProgress } from '../../supply/plan/shape/found.ts';
import type { Choices } from '../../supply/plan/shape/problem.ts';
import type { PlanLand } from './plan-land.ts';

/** Who waits for news hears that there is none after so long. */
const WAIT_MS = 250;
/** Better plans come in quick succession: those of so long are one piece of news. */
const SETTLE_MS = 25;

/** A plan while it is sought: how far it is, and who waits to hear of it. */
export class PlanRun {
  /** Rises with every plan that is better. */
  number = 0;
  phase: PlanProgress['phase'] = 'prepare';
  columns = 0;
  bound = Infinity;
  best: FoundPlan | null = null;
  readonly #waiting = new Set<(isNews: boolean) => void>();

  constructor(
    readonly land: PlanLand,
    readonly choices: Choices,
  ) {}

  follow({ phase, columns, incumbent, bound }: PlanProgress): void {
    this.phase = phase;
    this.columns = columns;
    if (bound !== undefined) this.bound = Math.min(this.bound, bound);
    if (!incumbent) return;
    this.best = incumbent;
    this.number++;
    this.#tell(true);
  }

  /** Nobody waits any longer. */
  end(): void {
    this.#tell(false);
  }

  /** Until there is a better plan, or some time went by. */
  async news(): Promise<void> {
    const isNews = await new Promise<boolean>((go) => {
      const timer = setTimeout(() => go(false), WAIT_MS);
      this.#waiting.add((heard) => {
        clearTimeout(timer);
        go(heard);
      });
    });
    if (isNews) await new Promise((go) => setTimeout(go, SETTLE_MS));
  }

  #tell(isNews: boolean): void {
    for (const hear of this.#waiting) hear(isNews);
    this.#waiting.clear();
  }
}
