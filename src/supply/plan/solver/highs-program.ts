import type { Highs, Model } from 'highs';
import type { IntegerSettings, NewColumns, NewRows, Program, Solved, SolvedWhole } from '../shape/solver.ts';
import { lpTolerance, simplex } from './highs-options.ts';
import { solvedWhole } from './highs-whole.ts';

/** One program in the memory of the wasm, kept until it is freed. */
export class HighsProgram implements Program {
  private readonly model: Model;
  private rows = 0;
  private columns = 0;
  /** Something was tightened since the last solution, so that it need not hold any more. */
  private tightened = true;

  constructor(private readonly highs: Highs) {
    this.model = highs.createModel();
    this.model.options.set({ output_flag: false, ...lpTolerance });
    this.model.changeObjectiveSense(highs.constants.objectiveSense.maximize);
  }

  addRows({ least, most }: NewRows): void {
    const count = least.length;
    if (count === 0) return;
    const none = { indices: new Int32Array(0), values: new Float64Array(0) };
    const size = { numRows: count, numCols: this.columns, starts: new Int32Array(count + 1) };
    this.model.addRows({ lower: least, upper: most, matrix: { format: 'csr', ...size, ...none } });
    this.rows += count;
    if (least.some((bound) => bound > 0) || most.some((bound) => bound < 0)) this.tightened = true;
  }

  addColumns({ points, least, most, entries }: NewColumns): void {
    const count = points.length;
    if (count === 0) return;
    const { starts, rows: indices, values } = entries;
    const matrix = { format: 'csc', numRows: this.rows, numCols: count, starts, indices, values } as const;
    this.model.addCols({ cost: points, lower: least, upper: most, matrix });
    this.columns += count;
    if (least.some((bound) => bound > 0) || most.some((bound) => bound < 0)) this.tightened = true;
  }

  setColumn(column: number, least: number, most: number): void {
    this.model.changeColBounds(column, least, most);
    this.tightened = true;
  }

  solve(): Solved {
    // What holds still holds with more columns: the primal way goes on from there, and the dual one mends what is broken.
    this.model.options.set({ simplex_strategy: this.tightened ? simplex.dual : simplex.primal });
    const { modelStatus } = this.model.run();
    const state = this.stateOf(modelStatus);
    this.tightened = state !== 'optimal';
    const points = this.model.getObjectiveValue();
    if (modelStatus === this.highs.constants.modelStatus.empty)
      return { state, points, values: new Float64Array(this.columns), rowPrices: new Float64Array(this.rows) };
    const { colValue: values, rowDual: rowPrices } = this.model.getSolution();
    return { state, points, values, rowPrices };
  }

  solveWhole(whole: Uint8Array, settings: IntegerSettings): SolvedWhole {
    this.tightened = true;
    return solvedWhole(this.highs, this.model, whole, settings);
  }

  free(): void {
    this.model.dispose();
  }

  private stateOf(status: number): Solved['state'] {
    const { optimal, empty, infeasible, unbounded, unboundedOrInfeasible } = this.highs.constants.modelStatus;
    if (status === optimal || status === empty) return 'optimal';
    if (status === infeasible) return 'infeasible';
    return status === unbounded || status === unboundedOrInfeasible ? 'unbounded' : 'limit';
  }
}
