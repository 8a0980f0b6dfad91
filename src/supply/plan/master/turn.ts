import type { PlanProgress, PlanWatch } from '../shape/found.ts';

/** One question's work: it ends where a person or the time says so, and lets others in between its pieces. */
export class Turn {
  private readonly end: number;
  private asked = false;

  constructor(
    private readonly watch: PlanWatch,
    seconds: number,
  ) {
    this.end = performance.now() + 1000 * seconds;
  }

  /** A person took what there was. */
  get stopped(): boolean {
    // Once said it is said: whoever asked does not take it back.
    return (this.asked ||= this.watch.isStopped?.() ?? false);
  }

  get late(): boolean {
    return performance.now() >= this.end;
  }

  get over(): boolean {
    return this.late || this.stopped;
  }

  get secondsLeft(): number {
    return Math.max(0, (this.end - performance.now()) / 1000);
  }

  /** True where the work goes on. */
  async goesOn(): Promise<boolean> {
    await this.watch.pause?.();
    return !this.over;
  }

  tell(progress: PlanProgress): void {
    this.watch.onProgress?.(progress);
  }
}
