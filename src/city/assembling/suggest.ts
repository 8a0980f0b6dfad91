import type { Key } from '../../domain/land/change.ts';
import { ok, type Result } from '../../domain/outcome.ts';
import { isMissed, worse } from '../../policy/outcomes.ts';
import { setCostMu } from '../../supply/assemble/plots.ts';
import { sitesOf } from '../../supply/assemble/units.ts';
import { usualWeights } from '../../supply/assemble/weights.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import { assembleLand, type Working } from './assemble.ts';
import { proposalOf, type Proposing } from './proposals.ts';
import type { AssembleRefusal, LandSought } from './sought.ts';
import type { Proposal, SuggestedView } from './view.ts';

/** So many additions are shown unless more are asked for, and so many times that number tried. */
const SHOWN = 5;
const TRIED = 2;

export interface SuggestAsked extends LandSought {
  readonly park: Key;
  readonly more?: number;
}

/** 推荐: whole sets that make the park qualify, and single parcels that help it, each judged by all rules. */
export async function suggestLand(
  city: City,
  judgement: Judgement,
  { more = SHOWN, ...asked }: SuggestAsked,
  work: Working,
): Promise<Result<SuggestedView, AssembleRefusal>> {
  const found = await assembleLand(city, judgement, asked, work.part(0, 0.6));
  if (!found.ok) return found;
  const { view, proposing } = found.value;
  const known = new Set(view.sets.filter(({ parcels }) => parcels.length === 1).map(({ parcels }) => parcels[0].key));
  const places = singlesOf(proposing).filter((place) => !known.has(proposing.offer.parcels[place].key));
  const tried: Proposal[] = [];
  for (const place of places.slice(0, TRIED * more)) {
    tried.push(proposalOf(proposing, withHeld(proposing, place), null));
    await work.part(0.6, 1).pause(tried.length / (TRIED * more));
  }
  // What a park that is large enough would only be worse with is no help to it.
  const helping = tried.filter((own) => !view.isThere || goodOf(own) >= 0);
  // Stable: of those that do as much good the cheapest stays first.
  const additions = helping.toSorted((a, b) => goodOf(b) - goodOf(a)).slice(0, more);
  return ok({ ...view, additions });
}

const withHeld = ({ offer: { parcels } }: Proposing, place: number): readonly number[] => [
  ...[...parcels.keys()].filter((other) => parcels[other].hold === 'fixed'),
  place,
];

/** Free parcels that nothing keeps out, neighbours of the park first, then the cheapest. */
function singlesOf(proposing: Proposing): readonly number[] {
  const { candidates, parcels } = proposing.offer;
  const { plots, near, over } = candidates;
  const held = new Set([...plots.keys()].filter((place) => plots[place].hold === 'fixed'));
  const free = [...plots.keys()].filter(
    (place) => !held.has(place) && parcels[place].bars.length === 0 && !over[place].some((other) => held.has(other)),
  );
  const costs = new Map(
    free.map((place) => {
      const set = withHeld(proposing, place);
      return [place, setCostMu(set, sitesOf(set, near).length, candidates, usualWeights)];
    }),
  );
  const isBeside = (place: number) => near[place].some((other) => held.has(other));
  return free.sort((a, b) => Number(isBeside(b)) - Number(isBeside(a)) || costs.get(a)! - costs.get(b)!);
}

/** Rules that are mended, less those that are newly missed. */
const goodOf = ({ flips }: Proposal): number =>
  flips.reduce((sum, { from, to }) => {
    if (from === null || from === 'not-applicable') return sum - Number(isMissed(to));
    return sum + (worse(from, to) === from ? Number(isMissed(from)) : -Number(isMissed(to)));
  }, 0);
