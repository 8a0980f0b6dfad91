import type { Change, Key } from '../../../domain/land/change.ts';
import type { Result } from '../../../domain/outcome.ts';
import type { Intent } from '../../../desk/intent.ts';
import { wordsAsked, type Answers } from '../../../policy/repairs/words.ts';
import type { Repair } from '../../../policy/shape/finding.ts';

/** What a preview asks of the page. */
export interface PreviewPage {
  readonly park: Key | null;
  /** The repair as a change of the land; null where it was not answered. */
  mend(asked: {
    readonly park: Key;
    readonly rule: string;
    readonly steps: Repair['steps'];
    readonly answers: Answers;
  }): Promise<Result<Change> | null>;
  try(intent: Intent | null): void;
}

/** A pointer that only passes over a repair asks for nothing. */
const PAUSE_MS = 60;

const keyOf = (rule: string, { steps }: Repair): string => `${rule} ${JSON.stringify(steps)}`;

/** 预览: the repair that is pointed at or has the focus, shown as if it were done. */
export class RepairPreview {
  #of = $state<string | null>(null);
  #isTried = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #page: PreviewPage;

  constructor(page: PreviewPage) {
    this.#page = page;
  }

  shows(rule: string, repair: Repair): boolean {
    return this.#of === keyOf(rule, repair);
  }

  show(rule: string, repair: Repair): void {
    const of = keyOf(rule, repair);
    if (this.#of === of) return;
    this.#of = of;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#try(of, rule, repair), PAUSE_MS);
  }

  /** What is shown of another repair stays. */
  leave(rule: string, repair: Repair): void {
    if (this.shows(rule, repair)) this.end();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#of = null;
    if (this.#isTried) this.#page.try(null);
    this.#isTried = false;
  }

  async #try(of: string, rule: string, { steps }: Repair): Promise<void> {
    const { park } = this.#page;
    if (park === null) return;
    const change = await this.#page.mend({ park, rule, steps, answers: standIns(steps) }).catch(() => null);
    if (this.#of !== of || !change?.ok) return;
    this.#isTried = true;
    this.#page.try({ do: 'change', change: change.value });
  }
}

/** What a person is still to say stands in for itself: it is only looked at. */
const standIns = (steps: Repair['steps']): Answers =>
  Object.fromEntries(
    wordsAsked(steps).map(({ step, asks, count = 0, day }) => [
      step,
      asks === 'names' ? Array.from({ length: count }, (_, i) => `+${i + 1}`) : (day ?? '…'),
    ]),
  );
