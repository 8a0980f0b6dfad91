import loadHighs, { type Highs, type InitOptions } from 'highs';
import type { Solver } from '../shape/solver.ts';
import { HighsProgram } from './highs-program.ts';

/** Where the solver's wasm is found: given by who starts it, since a page and a command find files in different ways. */
export type SolverFiles = Pick<InitOptions, 'locateFile' | 'wasmBinary' | 'wasmModule'>;

/** HiGHS as wasm, on one thread: whoever calls it waits for it, so it belongs in a worker of its own. */
export async function openHighs(files: SolverFiles = {}): Promise<Solver> {
  const highs: Highs = await loadHighs(files);
  return { name: `HiGHS ${highs.raw.version().string}`, program: () => new HighsProgram(highs) };
}
