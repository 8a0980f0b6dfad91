import type { FoundPlan, PlanProgress } from '../../../supply/plan/shape/found.ts';
import type { PlanProblem } from '../../../supply/plan/shape/problem.ts';
import { aborted } from '../../turn-taking.ts';
import type { FromSolver, Solved, SolveQuestion, SolverThread } from './messages.ts';

/** A thread that is told to stop and does not within this is ended: the best plan it told of is taken. */
const PATIENCE_MS = 2000;

export interface SolveWatch {
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Nobody waits any more. */
  readonly signal?: AbortSignal;
}

interface Running {
  readonly id: number;
  readonly problem: PlanProblem;
  readonly question: SolveQuestion;
  readonly stop: SharedArrayBuffer | null;
  readonly watch: SolveWatch;
  readonly resolve: (solved: Solved) => void;
  readonly reject: (error: unknown) => void;
  best: FoundPlan | null;
  /** The search is over: it is explained. */
  isFound: boolean;
}

/**
 * Asks the solver in its own thread, which is begun when it is first needed and keeps what it made for a problem as long as it
 * is asked about that one. One question at a time: another takes the place of the one before.
 */
export class Solving {
  readonly #start: () => SolverThread;
  #thread: SolverThread | null = null;
  #sent: PlanProblem | null = null;
  #running: Running | null = null;
  #nextId = 1;

  constructor(start: () => SolverThread) {
    this.#start = start;
  }

  solve(problem: PlanProblem, question: SolveQuestion, watch: SolveWatch = {}): Promise<Solved> {
    this.#leave();
    if (watch.signal?.aborted) return Promise.reject(aborted());
    const thread = (this.#thread ??= this.#begin());
    if (this.#sent !== problem) thread.post({ kind: 'problem', problem });
    this.#sent = problem;
    const stop = typeof SharedArrayBuffer === 'undefined' ? null : new SharedArrayBuffer(4);
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#running = {
        id,
        problem,
        question,
        stop,
        watch,
        resolve,
        reject,
        best: null,
        isFound: false,
      };
      watch.signal?.addEventListener('abort', () => this.#running?.id === id && this.#leave(), { once: true });
      thread.post({ kind: 'solve', id, question, stop });
    });
  }

  /** Ends the search with the best plan there is, soon; nothing where none runs. */
  take(): void {
    const running = this.#running;
    if (!running) return;
    this.#tellStop(running);
    setTimeout(() => {
      if (this.#running !== running) return;
      this.#drop();
      running.resolve(takenOf(running));
    }, PATIENCE_MS);
  }

  end(): void {
    this.#leave();
    this.#drop();
  }

  #tellStop({ id, stop }: Running): void {
    if (stop) Atomics.store(new Int32Array(stop), 0, 1);
    this.#thread?.post({ kind: 'stop', id });
  }

  /** Nobody waits for what runs any more: it stops when it hears of it. */
  #leave(): void {
    const running = this.#running;
    if (!running) return;
    this.#running = null;
    this.#tellStop(running);
    running.reject(aborted());
  }

  #begin(): SolverThread {
    const thread = this.#start();
    thread.onMessage((message) => this.#hear(message));
    thread.onEnd((why) => this.#thread === thread && this.#lost(why));
    return thread;
  }

  #drop(): void {
    this.#thread?.end();
    this.#thread = this.#sent = this.#running = null;
  }

  /** What it told of before it ended is a plan all the same. */
  #lost(why: string): void {
    const running = this.#running;
    this.#drop();
    if (!running) return;
    if (running.best) running.resolve(takenOf(running));
    else running.reject(new Error(why));
  }

  #hear(message: FromSolver): void {
    const running = this.#running;
    if (!running || message.id !== running.id) return;
    if (message.kind === 'progress') {
      const { phase, incumbent } = message.progress;
      if (incumbent) running.best = incumbent;
      running.isFound = phase === 'explain';
      running.watch.onProgress?.(message.progress);
      return;
    }
    this.#running = null;
    if (message.kind === 'done') running.resolve(message.solved);
    else running.reject(new Error(message.message));
  }
}

/** The best that was told of, or the plan of nothing; the bound it was told with is proven with its certificate alone. */
function takenOf({ best, isFound, problem, question: { choices } }: Running): Solved {
  const untold = { explained: null, short: [], spared: null, besides: null };
  if (best) return { found: isFound ? best : { ...best, status: 'stopped' }, ...untold };
  const short = Float64Array.from(problem.targets, ({ least }) => least);
  const found: FoundPlan = {
    status: 'stopped',
    parks: [],
    short,
    missed: { parks: [...choices.fixedParks.keys()], parcels: choices.fixedParcels },
    objective: -problem.targets.reduce((sum, { least, penalty }) => sum + least * penalty, 0),
    bound: Infinity,
    boundKind: 'none',
    certificate: null,
    stats: { columns: 0, rounds: 0, nodes: 0, unproved: 0 },
  };
  return { found, ...untold };
}
