import type { Spared } from '../../../supply/plan/robust/spare.ts';
import type { FoundPlan, HeldPlan, PlanProgress, PlanSettings } from '../../../supply/plan/shape/found.ts';
import type { Explained, ExplainSettings } from '../../../supply/plan/explain/explain.ts';
import type { Choices, PlanProblem } from '../../../supply/plan/shape/problem.ts';
import type { Besides, BesidesQuestion } from './besides.ts';

/** One question about the problem that was sent last. */
export interface SolveQuestion {
  readonly choices: Choices;
  readonly settings: PlanSettings;
  readonly seed: number;
  /** The search begins with it; null: with what was found before. */
  readonly held: HeldPlan | null;
  /** What is to be said of the plan besides; null: nothing. */
  readonly explain: ExplainSettings | null;
  /** So many parks to spare of each target, against parcels that fall through; null: none are reckoned with. */
  readonly spare: number | null;
  /** Null: nothing. */
  readonly besides: BesidesQuestion | null;
}

/** What was found, and why it is so: of the targets that were asked about, by their places in the question, those that are short. */
export interface Solved {
  readonly found: FoundPlan;
  readonly explained: Explained | null;
  readonly short: readonly number[];
  /** What becomes of it where parcels fall through, beside the plan without spare parks; null where that was not asked. */
  readonly spared: Omit<Spared, 'plan'> | null;
  /** Null where nothing was asked, or it was ended before. */
  readonly besides: Besides | null;
}

/** What the solver's thread is sent. */
export type ToSolver =
  | { readonly kind: 'problem'; readonly problem: PlanProblem }
  | {
      readonly kind: 'solve';
      readonly id: number;
      readonly question: SolveQuestion;
      /** Not 0 once what there is shall be taken: heard in the middle of work; null where threads share no memory. */
      readonly stop: SharedArrayBuffer | null;
    }
  | { readonly kind: 'stop'; readonly id: number };

/** What it sends back. */
export type FromSolver =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: PlanProgress }
  | { readonly kind: 'done'; readonly id: number; readonly solved: Solved }
  | { readonly kind: 'fault'; readonly id: number; readonly message: string };

/** The thread of the solver, whatever kind of worker it is. */
export interface SolverThread {
  post(message: ToSolver): void;
  onMessage(listener: (message: FromSolver) => void): void;
  /** It ended by itself: a crash, no memory left. */
  onEnd(listener: (why: string) => void): void;
  end(): void;
}
