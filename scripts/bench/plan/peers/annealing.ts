import { neighbourhoodsOf } from '../../../../src/supply/plan/pricing/neighbourhoods.ts';
import type { PlanPark } from '../../../../src/supply/plan/shape/problem.ts';
import { random } from '../../../sample/random.ts';
import { Holding } from './holding.ts';
import { Moves } from './moves.ts';

/** Points that a change may cost, about: at the beginning and at the end. */
const [HOT, COLD] = [20, 0.2];
/** Moves between two looks at the time; sums are added up anew there, so that they do not drift. */
const BETWEEN = 2048;

/**
 * Simulated annealing over parcels and parks: changes that lose points are taken the less, the further it is. `spent`: how much of
 * its time it has had, 0–1.
 */
export function annealed(from: Holding, seed: number, spent: (moves: number) => number, hot = HOT): Holding {
  const { problem } = from;
  const hoods = neighbourhoodsOf(problem);
  const rnd = random(`anneal/${seed}`);
  let holding = new Holding(problem, from.parks);
  let best: readonly PlanPark[] = [...holding.parks];
  let most = holding.objective;
  for (let moves = 0, part = spent(0); part < 1; part = spent((moves += BETWEEN))) {
    const heat = hot * (COLD / hot) ** part;
    const walked = new Moves(holding, hoods, rnd);
    let points = holding.objective;
    for (let n = 0; n < BETWEEN; n++) {
      const move = walked.next();
      const gain = move && holding.gain(move.gone, move.come);
      if (move === null || gain === null || (gain < 0 && rnd.next() >= Math.exp(gain / heat))) continue;
      holding.change(move.gone, move.come);
      points += gain;
      if (points <= most + 1e-9) continue;
      [best, most] = [[...holding.parks], points];
    }
    holding = new Holding(problem, holding.parks);
  }
  return new Holding(problem, best);
}
