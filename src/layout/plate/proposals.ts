import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import type { Ring } from '../shape/site.ts';
import { divided, type DivisionChoice } from './divide.ts';
import { missesOf, type PlateMiss } from './exits.ts';
import { partAreaM2, type PlatePlan } from './plan.ts';
import {
  CORE_PLACES,
  CORRIDORS,
  ONE_EXIT_M2,
  PLATE_PER_CORE_M2,
  type PlateWishes,
  type StoreyPlace,
} from './settings.ts';

/** A way to divide a plate, with what it comes to. */
export interface PlateProposal {
  readonly choice: DivisionChoice;
  readonly plan: PlatePlan;
  readonly misses: readonly PlateMiss[];
  readonly units: number;
  /** Of the plate, what units have. */
  readonly unitShare: number;
}

/** So many are shown. */
const MOST_SHOWN = 6;

const choicesOf = (plateM2: number, wishes: PlateWishes): DivisionChoice[] => {
  const few = plateM2 <= ONE_EXIT_M2[wishes.hazard] ? 1 : Math.max(2, Math.ceil(plateM2 / PLATE_PER_CORE_M2));
  const counts = wishes.cores !== null ? [wishes.cores] : [few, few + 1];
  const areas = wishes.unitM2 !== null ? [wishes.unitM2] : [1.1, 2, 4].map((times) => times * wishes.leastM2);
  const corridors = wishes.corridor !== null ? [wishes.corridor] : CORRIDORS;
  const places = wishes.corePlace !== null ? [wishes.corePlace] : CORE_PLACES;
  return corridors.flatMap((corridor) =>
    places.flatMap((corePlace) =>
      counts.flatMap((cores) => areas.map((unitM2): DivisionChoice => ({ corridor, corePlace, cores, unitM2 }))),
    ),
  );
};

/**
 * Divisions of a plate, the best first: those that miss least, then with the fewest cores, then those whose units have most of the plate;
 * each another than those before. `ring`: the plate in its own frame, counterclockwise. Empty where nothing finds room.
 */
export function plateProposals(ring: Ring, wishes: PlateWishes, place: StoreyPlace): readonly PlateProposal[] {
  const plateM2 = ringArea(ring);
  const found = new Map<string, PlateProposal>();
  for (const choice of choicesOf(plateM2, wishes)) {
    const plan = divided(ring, plateM2, wishes, place, choice);
    if (!plan) continue;
    const own = proposalOf(plan, choice, plateM2, wishes, place);
    const name = JSON.stringify(plan.parts.map(({ cells }) => cells)) + JSON.stringify(plan.grid.rowLines);
    if (own.units > 0 && !found.has(name)) found.set(name, own);
  }
  return varied([...found.values()].sort((a, b) => weight(a) - weight(b) || b.unitShare - a.unitShare));
}

function proposalOf(
  plan: PlatePlan,
  choice: DivisionChoice,
  plateM2: number,
  wishes: PlateWishes,
  place: StoreyPlace,
): PlateProposal {
  const units = plan.parts.flatMap(({ kind }, part) => (kind === 'unit' ? [partAreaM2(plan, part)] : []));
  return {
    choice,
    plan,
    misses: missesOf(plan, wishes, place),
    units: units.length,
    unitShare: units.reduce((sum, areaM2) => sum + areaM2, 0) / plateM2,
  };
}

const WEIGHTS: Readonly<Record<PlateMiss['code'], number>> = {
  unreached: 1000,
  'below-least': 100,
  'second-exit': 1,
  travel: 1,
  compartment: 0,
};

const weight = ({ misses, choice }: PlateProposal): number =>
  misses.reduce((sum, { code }) => sum + WEIGHTS[code], 0) + 0.1 * choice.cores;

/** The best of each kind of corridor and size of unit first, then what is left. */
function varied(ranked: readonly PlateProposal[]): readonly PlateProposal[] {
  const kinds = new Set<string>();
  const first = ranked.filter(({ choice: { corridor, unitM2 } }) => {
    const kind = `${corridor} ${unitM2}`;
    return !kinds.has(kind) && kinds.add(kind);
  });
  return first.slice(0, MOST_SHOWN);
}
