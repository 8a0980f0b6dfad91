import type { FoundPlan, PlanSettings, PlanWatch } from '../shape/found.ts';
import { noChoices, type Choices, type PlanProblem } from '../shape/problem.ts';
import type { Solver } from '../shape/solver.ts';
import { Pricer } from '../pricing/pricer.ts';
import type { Bound } from './bound.ts';
import { Closing } from './close.ts';
import { Columns } from './columns.ts';
import { Draft } from './draft.ts';
import { Generating } from './generate.ts';
import { mostParksOf } from './most-parks.ts';
import { RelaxedPlan } from './relaxed.ts';
import { Search } from './search.ts';
import { anyShortfalls } from './shortfalls.ts';
import { Turn } from './turn.ts';
import { wholePlan, worthwhile } from './whole.ts';
import { wishesOf } from './wishes.ts';

/** Answers questions about one problem, one after another; what it made for one is there for the next. */
export class PlanSession {
  private readonly mostParks: Float64Array;
  private pricer: Pricer | null = null;

  constructor(
    private readonly problem: PlanProblem,
    private readonly solver: Solver,
  ) {
    this.mostParks = mostParksOf(problem);
  }

  async solve(choices: Choices, settings: PlanSettings, seed: number, watch: PlanWatch = {}): Promise<FoundPlan> {
    const { problem, solver } = this;
    const turn = new Turn(watch, settings.seconds);
    this.pricer ??= new Pricer(problem, noChoices);
    const wishes = wishesOf(problem, choices, this.pricer.withChoices(choices));
    const pricer = this.pricer.withChoices(wishes.others);
    const columns = new Columns(problem);
    const empty = new Draft(problem, columns, wishes);
    const search = new Search(problem, solver, pricer, columns, wishes, settings, seed, turn, empty);
    const relaxed = new RelaxedPlan(solver, problem, columns, wishes);
    try {
      const all = anyShortfalls(problem);
      search.phase = 'generate';
      const prove = (bound: Bound) => {
        search.prove(bound, 'prices');
        return search.near;
      };
      const generated = await new Generating(search, relaxed, this.mostParks, all, prove).run();
      if (generated && !search.done) {
        search.phase = 'select';
        const places = worthwhile(search, generated.relaxed, relaxed.chosen);
        wholePlan(search, places, { shortfalls: all, gap: settings.gap / 2, seconds: Infinity });
      }
      if (generated && !search.done && settings.close) await new Closing(search, relaxed, this.mostParks).run(all);
    } finally {
      relaxed.free();
    }
    return search.answer(turn.stopped ? 'stopped' : 'time');
  }
}
