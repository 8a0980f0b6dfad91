import type { FoundPlan, HeldPlan, PlanSettings, PlanWatch } from '../shape/found.ts';
import { noChoices, type Choices, type PlanProblem } from '../shape/problem.ts';
import type { Solver } from '../shape/solver.ts';
import { Pricer } from '../pricing/pricer.ts';
import type { Bound } from './bound.ts';
import { Closing } from './close.ts';
import { Columns } from './columns.ts';
import { Draft } from './draft.ts';
import { Generating } from './generate.ts';
import { heldIn, type Held } from './held.ts';
import { Memory } from './memory.ts';
import { mostParksOf } from './most-parks.ts';
import { RelaxedPlan } from './relaxed.ts';
import { repaired } from './repair.ts';
import { Search } from './search.ts';
import { select } from './select.ts';
import { anyShortfalls } from './shortfalls.ts';
import { Turn } from './turn.ts';
import { wishesOf } from './wishes.ts';

/** Answers questions about one problem, one after another; what it made for one is there for the next. */
export class PlanSession {
  private readonly mostParks: Float64Array;
  private pricer: Pricer | null = null;
  private readonly memory = new Memory();

  constructor(
    private readonly problem: PlanProblem,
    private readonly solver: Solver,
  ) {
    this.mostParks = mostParksOf(problem);
  }

  /** `held`: the search begins with what the choices leave of it. */
  async solve(
    choices: Choices,
    settings: PlanSettings,
    seed: number,
    watch: PlanWatch = {},
    held: HeldPlan | null = null,
  ): Promise<FoundPlan> {
    const { problem, solver } = this;
    const turn = new Turn(watch, settings.seconds);
    this.pricer ??= new Pricer(problem, noChoices);
    const wishes = wishesOf(problem, choices, this.pricer.withChoices(choices));
    const columns = new Columns(problem);
    const pricer = this.pricer.withChoices(wishes.others);
    const empty = new Draft(problem, columns, wishes);
    const search = new Search(problem, solver, pricer, columns, wishes, settings, seed, turn, empty);
    await this.search(search, choices, held && heldIn(problem, this.pricer, held));
    const found = search.answer(turn.stopped ? 'stopped' : 'time');
    this.memory.keep(choices, found);
    return found;
  }

  private async search(search: Search, choices: Choices, held: Held | null): Promise<void> {
    // Nothing is lost on a fixed park that cannot be: where it could, less was proven of plans without it.
    const proofs = search.wishes.impossible.length > 0 ? [] : this.memory.proofs(choices);
    for (const { bound, boundKind, certificate } of proofs) search.prove(bound, boundKind, certificate);
    const known = await repaired(search, this.memory, held);
    if (search.done) return;
    const relaxed = new RelaxedPlan(this.solver, this.problem, search.columns, search.wishes);
    try {
      relaxed.add(known);
      await this.sought(search, relaxed);
    } finally {
      relaxed.free();
    }
  }

  private async sought(search: Search, relaxed: RelaxedPlan): Promise<void> {
    const all = anyShortfalls(this.problem);
    search.phase = 'generate';
    const prove = ({ points, certificate }: Bound) => {
      search.prove(points, 'prices', certificate);
      return search.near;
    };
    const generated = await new Generating(search, relaxed, this.mostParks, all, prove).run();
    if (!generated) return;
    this.memory.prices = generated.relaxed.prices;
    this.memory.parks = relaxed.chosen.map((place) => search.columns.parks[place]);
    if (search.done) return;
    select(search, generated.relaxed, relaxed.chosen);
    if (!search.done && search.settings.close) await new Closing(search, relaxed, this.mostParks).run(all);
  }
}
