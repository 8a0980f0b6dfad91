import type { PlanPark, PlanProblem } from '../shape/problem.ts';
import { Demands, type Demand } from './demands.ts';

/** Parks that were made, each once, with what each takes: a plan is chosen from them. */
export class Columns {
  readonly parks: PlanPark[] = [];
  readonly demands: Demand[] = [];
  private readonly places = new Map<string, number>();
  private readonly demandOf: Demands;

  constructor(problem: PlanProblem) {
    this.demandOf = new Demands(problem);
  }

  get size(): number {
    return this.parks.length;
  }

  /** The park that is held of all that are alike. */
  known(park: PlanPark): PlanPark {
    return this.parks[this.add(park)];
  }

  /** Its place, a new one where it was not known. */
  add(park: PlanPark): number {
    const key = `${park.year} ${park.kind} ${park.parcels.join(' ')}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.parks.length);
    this.parks.push(park);
    this.demands.push(this.demandOf.of(park));
    return this.parks.length - 1;
  }
}
