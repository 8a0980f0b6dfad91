import { SUM_SLACK, type PlanPark, type PlanProblem } from '../shape/problem.ts';

/** What a park takes of limits and counts for of targets, by their places. */
export interface Demand {
  readonly limits: readonly number[];
  readonly uses: readonly number[];
  readonly targets: readonly number[];
}

type Where = Pick<PlanPark, 'parcels' | 'year' | 'township'>;

/** Says it of any park of a problem. */
export class Demands {
  private readonly limitsOf: readonly (readonly number[])[];
  private readonly targetsOf: readonly (readonly number[])[][];

  constructor(private readonly problem: PlanProblem) {
    const { years, limits, targets } = problem;
    const within = (year: number) => (span: { from: number; to: number }) => span.from <= year && year <= span.to;
    this.limitsOf = years.map((_, year) => places(limits, within(year)));
    this.targetsOf = years.map((_, year) =>
      Array.from({ length: problem.townships.length - 1 }, (_, township) =>
        places(targets, (target) => target.townships[township] === 1 && within(year)(target)),
      ),
    );
  }

  of({ parcels, year, township }: Where): Demand {
    const limits = this.limitsOf[year];
    const uses = limits.map((limit) => {
      const { use } = this.problem.limits[limit];
      let sum = 0;
      for (const parcel of parcels) sum += use[parcel];
      return sum;
    });
    return { limits, uses, targets: this.targetsOf[year][township] };
  }
}

function places<T>(of: readonly T[], is: (one: T) => boolean): number[] {
  return of.flatMap((one, place) => (is(one) ? [place] : []));
}

/** So much may be taken of a limit: what it is, and what sums may be off by. */
export const roomOf = (most: number): number => most + SUM_SLACK * Math.abs(most);
