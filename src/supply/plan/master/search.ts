import type { BoundKind, Certificate, FoundPlan, PlanProgress, PlanSettings, PlanStatus } from '../shape/found.ts';
import type { PlanProblem } from '../shape/problem.ts';
import type { Solver } from '../shape/solver.ts';
import type { Columns } from './columns.ts';
import type { Draft } from './draft.ts';
import type { Pricer } from '../pricing/pricer.ts';
import type { Turn } from './turn.ts';
import type { Wishes } from './wishes.ts';

/** One question while it is answered: what was found until now, and what is proven of it. */
export class Search {
  best: Draft;
  private bestScore: number;
  private bestObjective: number;
  private bound: { points: number; kind: BoundKind; certificate: Certificate | null } = {
    points: Infinity,
    kind: 'none',
    certificate: null,
  };
  phase: PlanProgress['phase'] = 'prepare';
  rounds = 0;
  nodes = 0;
  unproved = 0;

  constructor(
    readonly problem: PlanProblem,
    readonly solver: Solver,
    readonly pricer: Pricer,
    readonly columns: Columns,
    readonly wishes: Wishes,
    readonly settings: PlanSettings,
    readonly seed: number,
    readonly turn: Turn,
    empty: Draft,
  ) {
    this.best = empty;
    this.bestScore = empty.score;
    this.bestObjective = empty.objective;
  }

  /** Points of the best plan, less what it lost on wishes. */
  get score(): number {
    return this.bestScore;
  }

  get boundPoints(): number {
    return this.bound.points;
  }

  /** So many points the best plan may be off by. */
  get gapPoints(): number {
    return Math.max(0, this.bound.points - this.bestScore);
  }

  /** Near enough to what is proven: a part of its points, without what was lost on wishes. */
  get near(): boolean {
    const { gap, gapPoints = 0 } = this.settings;
    return this.gapPoints <= Math.max(NOTHING, gapPoints, gap * Math.abs(this.bestObjective));
  }

  get done(): boolean {
    return this.near || this.turn.over;
  }

  offer(draft: Draft): void {
    const { score } = draft;
    if (score <= this.bestScore + NOTHING) return;
    this.best = draft;
    this.bestScore = score;
    this.bestObjective = draft.objective;
    this.tell({ incumbent: this.answer('time') });
  }

  /** Takes a bound where it is lower than the one that is known. */
  prove(points: number, kind: BoundKind, certificate: Certificate | null = this.bound.certificate): void {
    if (points >= this.bound.points) return;
    this.bound = { points, kind, certificate };
    this.tell({ bound: points });
  }

  tell(more: Partial<PlanProgress> = {}): void {
    this.turn.tell({ phase: this.phase, columns: this.columns.size, ...more });
  }

  answer(ended: 'time' | 'stopped'): FoundPlan {
    const { chosen } = this.best;
    const missed = this.best.missed();
    const { impossible, parks, parcelsOfParks, penalty } = this.wishes;
    const lost = (missed.parks.length + missed.parcels.length) * penalty;
    return {
      status: this.status(ended),
      parks: chosen.map((place) => this.columns.parks[place]).sort(inOrder),
      short: this.best.short(),
      missed: {
        parks: [...impossible, ...missed.parks.flatMap((place) => parks[place].choices)].sort((a, b) => a - b),
        parcels: [...missed.parcels, ...this.best.untaken(parcelsOfParks)].sort((a, b) => a - b),
      },
      objective: this.best.objective,
      bound: this.bound.points + lost,
      boundKind: this.bound.kind,
      certificate: this.bound.certificate,
      stats: { columns: this.columns.size, rounds: this.rounds, nodes: this.nodes, unproved: this.unproved },
    };
  }

  private status(ended: 'time' | 'stopped'): PlanStatus {
    if (this.gapPoints <= NOTHING) return 'optimal';
    return this.near ? 'within-gap' : ended;
  }
}

/** Points that nobody counts: what sums of many numbers are off by. */
const NOTHING = 1e-5;

type Placed = FoundPlan['parks'][number];

const inOrder = (a: Placed, b: Placed): number => a.year - b.year || a.parcels[0] - b.parcels[0];
