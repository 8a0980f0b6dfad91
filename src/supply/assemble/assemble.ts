import { best, type Effort, type Pause } from './best.ts';
import { eligible, type Candidates } from './candidates.ts';
import { grouped } from './plots.ts';
import type { Requirements } from './requirements.ts';
import { sitesOf, type Needs } from './units.ts';
import type { Weights } from './weights.ts';

/** A set that qualifies; places among all candidates. */
interface AssembledSet {
  readonly places: readonly number[];
  /** The largest first. */
  readonly sites: readonly (readonly number[])[];
  /** Which of the two areas is enough. */
  readonly by: 'land' | 'floor';
  readonly costMu: number;
  /** No set of so many sites, unlike those before it and enough by that area, costs less. */
  readonly leastMu: number;
}

/** The best sets, the best first. */
export interface Assembled {
  readonly sets: readonly AssembledSet[];
  /** What is held is enough by itself, as it is or once it is built as it may be. */
  readonly isThere: boolean;
  /** Nothing was left open: the first is the best there is, or none qualifies. */
  readonly proven: boolean;
  readonly nodes: number;
}

/** `wanted` sets at most, each with at most half of the free parcels of any before it. */
export interface Assembling {
  readonly candidates: Candidates;
  readonly requirements: Requirements;
  readonly weights: Weights;
  readonly wanted: number;
  readonly effort: Effort;
}

/** What is needed in all, in as many sites as the laxest rule allows. */
export function needsOf({ size, sites }: Requirements): Needs {
  const mostSites = sites.at(-1)?.most ?? Infinity;
  return { landM2: size?.landM2 ?? Infinity, floorM2: size?.floorM2 ?? Infinity, mostSites };
}

/**
 * The best sets that qualify: by land before any that is enough only by the floor area it may be built with, of which one
 * is kept room for; in one site before any in two; among those alike the cheapest.
 */
export async function assemble(asked: Assembling, pause: Pause): Promise<Assembled> {
  const { candidates, weights, wanted, effort } = asked;
  const { plots, places } = eligible(candidates);
  const own = grouped(plots);
  const needs = needsOf(asked.requirements);
  const steps = stepsOf(needs);
  const sets: AssembledSet[] = [];
  const known: (readonly number[])[] = [];
  let [isThere, isOpen, nodes] = [false, false, 0];
  for (const [n, { by, ...step }] of steps.entries()) {
    const within = (done: number) => pause((n + done) / steps.length);
    const room = by === 'land' && needs.floorM2 < Infinity ? Math.max(1, wanted - 1) : wanted;
    while (sets.length < room) {
      const found = await best({ plots, grouped: own, needs: step, weights, known, effort }, within);
      nodes += found.nodes;
      if (sets.length === 0 && found.leastMu < found.costMu) isOpen = true;
      if (!found.places) break;
      if (found.places.every((place) => plots.plots[place].hold === 'fixed')) {
        isThere = true;
        break;
      }
      known.push(found.places);
      const sites = sitesOf(found.places, plots.near).map((site) => site.map((place) => places[place]));
      const land = (site: readonly number[]) => site.reduce((sum, place) => sum + candidates.plots[place].landM2, 0);
      sets.push({
        places: found.places.map((place) => places[place]),
        sites: sites.sort((a, b) => land(b) - land(a)),
        by,
        costMu: found.costMu,
        leastMu: found.leastMu,
      });
    }
  }
  return { sets, isThere, proven: !isOpen, nodes };
}

/** From the strictest to the laxest. */
function stepsOf({ landM2, floorM2, mostSites }: Needs): readonly (Needs & { readonly by: 'land' | 'floor' })[] {
  const counts = mostSites === Infinity ? [Infinity] : Array.from({ length: mostSites }, (_, n) => n + 1);
  const byLand = counts.map((most) => ({ landM2, floorM2: Infinity, mostSites: most, by: 'land' as const }));
  const byFloor = counts.map((most) => ({ landM2: Infinity, floorM2, mostSites: most, by: 'floor' as const }));
  return [...(landM2 < Infinity ? byLand : []), ...(floorM2 < Infinity ? byFloor : [])];
}
