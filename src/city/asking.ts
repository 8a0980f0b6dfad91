import type { Judging } from './view.ts';

export type Step = 'fetch' | 'read' | 'check' | 'draw' | 'assemble' | 'plan';

/** What a question is put with besides its input. */
export interface Asking {
  /** The law it is asked of. */
  readonly judging: Judging;
  /** Fires once nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
  /** `done` 0–1 of the whole. */
  readonly onProgress?: (done: number, step: Step) => void;
}
