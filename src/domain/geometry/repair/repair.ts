import { ok, refuse, type Result } from '../../outcome.ts';
import type { Metres } from '../../quantity/units.ts';
import { ON_BORDER_M } from '../edit/check.ts';
import { frameOver, keyOf, type Shape } from '../edit/frame.ts';
import type { EditRefusal, FeatureChange } from '../edit/proposal.ts';
import { keysOf, Sheet } from '../edit/sheet.ts';
import type { Layer } from '../columns/layer.ts';
import { problemsOf } from '../valid/validity.ts';
import { movedShape } from '../snap/fit.ts';
import { closeGaps, type Yielding } from './gaps.ts';
import { eachRing, hasReversedHole, redrawn, withoutRepeats, withoutSlivers, withoutSpikes } from './redraw.ts';
import { weldMoves } from './weld.ts';

/** What was done to a boundary; a feature may have several. */
export type RepairStep =
  | 'repeated-vertex' // a vertex that repeated the one before was left out
  | 'near-duplicate' // of two vertices closer than the tolerance one was left out, or moved with a neighbour's
  | 'spike' // a stretch out and back was left out
  | 'reversed-hole' // a hole that ran the same way round as its shell was turned
  | 'redrawn' // crossing or overlapping rings were redrawn by the even–odd rule
  | 'sliver-dropped' // parts or holes thinner than 0.1 mm that redrawing made were left out
  | 'shared-vertex' // a neighbour's new vertex came into the shared border
  | 'border-fitted'; // a gap or overlap with a neighbour was closed

interface RepairChange extends FeatureChange {
  readonly steps: readonly RepairStep[];
}

export interface RepairProposal {
  readonly changes: readonly RepairChange[];
  /** Features that cannot be repaired, or that a repair of a neighbour would break: left as they are. */
  readonly refused: readonly { readonly feature: number; readonly refusal: EditRefusal }[];
}

export interface RepairOptions {
  /** Vertices that follow each other closer than this become one; 1 mm by default, 0 keeps them. */
  readonly nearDuplicateM?: Metres;
  /** Gaps and overlaps between neighbours narrower than this are closed; by default none are. */
  readonly gapM?: Metres;
  /** Who gives way there; the later in the layer by default. */
  readonly yielding?: Yielding;
}

const NEAR_DUPLICATE_M = 1e-3;
const LARGEST_TOLERANCE_M = 1;
const MOST_REDRAWINGS = 5;

/**
 * 界线修复: proposes sound boundaries for the features of a layer. Self-crossings are read by the even–odd rule (over
 * the rings of each part, parts united), a crossing gets a vertex; a boundary that has nothing wrong is not touched.
 * After the changes `problemsOf` finds nothing broken in any feature that is not refused. Refuses: bad-tolerance.
 */
export function repairLayer(layer: Layer, options: RepairOptions = {}): Result<RepairProposal, EditRefusal> {
  const { nearDuplicateM = NEAR_DUPLICATE_M, gapM = 0 } = options;
  for (const toleranceM of [nearDuplicateM, gapM])
    if (!(toleranceM >= 0 && toleranceM <= LARGEST_TOLERANCE_M))
      return refuse('bad-tolerance', { toleranceM, mostM: LARGEST_TOLERANCE_M });
  const repair = new Repair(layer, nearDuplicateM, gapM, options.yielding ?? 'later');
  return ok(repair.run());
}

class Repair {
  readonly #layer: Layer;
  readonly #sheet: Sheet;
  readonly #nearDuplicateM: Metres;
  readonly #gapM: Metres;
  readonly #yielding: Yielding;
  readonly #steps = new Map<number, Set<RepairStep>>();
  /** Features left as they are, with the reason, and the places of their vertices. */
  readonly #refused = new Map<number, EditRefusal>();
  readonly #held = new Set<string>();

  constructor(layer: Layer, nearDuplicateM: Metres, gapM: Metres, yielding: Yielding) {
    this.#layer = layer;
    this.#sheet = new Sheet(frameOver(layer));
    this.#nearDuplicateM = nearDuplicateM;
    this.#gapM = gapM;
    this.#yielding = yielding;
    for (const f of this.#sheet.bad) this.#refused.set(f, refuse('bad-coordinates', { id: f + 1 }).refusal);
  }

  run(): RepairProposal {
    // A feature that comes out broken is left alone with all its vertices, and the others are tried again without it.
    for (;;) {
      const failed = this.#attempt();
      const { changes, broken } = this.#sheet.changes();
      for (const f of broken) failed.set(f, this.#sheet.shape(f).length === 0 ? 'nothing-left' : 'would-break');
      if (failed.size === 0) return this.#proposal(changes);
      this.#sheet.reset();
      for (const [f, code] of failed) {
        this.#refused.set(f, refuse(code, { id: f + 1 }).refusal);
        for (const key of keysOf(this.#sheet.shape(f))) this.#held.add(key);
      }
    }
  }

  #attempt(): Map<number, EditRefusal['code']> {
    this.#steps.clear();
    this.#weld();
    const failed = new Map<number, EditRefusal['code']>();
    for (const f of this.#sheet.rows) {
      if (this.#refused.has(f)) continue;
      if (!this.#mend(f)) failed.set(f, 'too-tangled');
    }
    if (this.#gapM > 0 && failed.size === 0) {
      const before = new Map(this.#sheet.rows.map((f) => [f, this.#sheet.shape(f)]));
      closeGaps(this.#sheet, this.#gapM, this.#yielding, new Set(this.#refused.keys()), this.#held);
      for (const [f, shape] of before) if (this.#sheet.shape(f) !== shape) this.#did(f, 'border-fitted');
    }
    return failed;
  }

  #weld(): void {
    if (this.#nearDuplicateM === 0) return;
    const moves = weldMoves(this.#sheet, this.#nearDuplicateM, this.#held);
    if (moves.size === 0) return;
    for (const f of this.#sheet.rows) {
      const shape = this.#sheet.shape(f);
      if (this.#refused.has(f) || !keysOf(shape).some((key) => moves.has(key))) continue;
      this.#sheet.replace(f, movedShape(shape, moves));
      this.#did(f, 'near-duplicate');
    }
  }

  /** One feature by itself; false when it cannot be taken apart. */
  #mend(f: number): boolean {
    const problems = problemsOf(this.#layer, f);
    const read = this.#sheet.shape(f);
    const reversed = hasReversedHole(read);
    if (problems.length === 0 && !reversed) return true;
    let shape = eachRing(read, withoutRepeats);
    if (count(shape) < count(read)) this.#did(f, 'repeated-vertex');
    const codes = new Set(problems.filter((p) => p.severity === 'broken').map((p) => p.code));
    if (codes.size > 0) {
      const blunt = eachRing(shape, withoutSpikes);
      if (count(blunt) < count(shape)) this.#did(f, 'spike');
      shape = blunt;
    }
    const tangled = [...codes].some((code) => code !== 'spike') || this.#sheet.breaks(shape);
    if (tangled || reversed) {
      const result = this.#redraw(f, shape);
      if (!result) return false;
      this.#share(f, shape, result);
      shape = result;
      if (tangled) this.#did(f, 'redrawn');
      if (reversed) this.#did(f, 'reversed-hole');
    }
    // The vertices may be the same in the same order, and only what is a hole may have changed.
    if (JSON.stringify(shape) !== JSON.stringify(read)) this.#sheet.replace(f, shape);
    return true;
  }

  /** Rounding a crossing to the stored digits can make a new one nearby: then what is stored is drawn once more. */
  #redraw(f: number, shape: Shape): Shape | null {
    let result = redrawn(shape);
    for (let round = 0; result && round < MOST_REDRAWINGS && this.#sheet.breaks(result); round++) {
      const solid = withoutSlivers(result);
      if (count(solid) < count(result)) this.#did(f, 'sliver-dropped');
      result = redrawn(this.#sheet.asStored(solid));
    }
    return result;
  }

  /** Crossings on a border that a neighbour shares become vertices of the neighbour as well. */
  #share(f: number, before: Shape, after: Shape): void {
    const old = new Set(keysOf(before));
    const fresh = after.flat(2).filter((p) => !old.has(keyOf(p)));
    this.#sheet.insert(fresh, ON_BORDER_M, before, new Set([f, ...this.#refused.keys()]));
  }

  #did(f: number, step: RepairStep): void {
    const steps = this.#steps.get(f);
    if (steps) steps.add(step);
    else this.#steps.set(f, new Set([step]));
  }

  #proposal(changes: readonly FeatureChange[]): RepairProposal {
    return {
      changes: changes.map((change) => ({
        ...change,
        steps: [...(this.#steps.get(change.feature) ?? new Set<RepairStep>(['shared-vertex']))],
      })),
      refused: [...this.#refused]
        .map(([feature, refusal]) => ({ feature, refusal }))
        .sort((p, q) => p.feature - q.feature),
    };
  }
}

const count = (shape: Shape): number => shape.flat(2).length;
