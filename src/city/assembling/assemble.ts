import type { Key } from '../../domain/land/change.ts';
import { ok, type Result } from '../../domain/outcome.ts';
import { inTurns } from '../../domain/steps.ts';
import { assemble, needsOf } from '../../supply/assemble/assemble.ts';
import { usualEffort } from '../../supply/assemble/best.ts';
import { conflictIn, constraints, type Conflict, type Constraint } from '../../supply/assemble/ladder.ts';
import type { Nearest } from '../../supply/assemble/nearest.ts';
import type { Of, Requirements } from '../../supply/assemble/requirements.ts';
import { usualWeights } from '../../supply/assemble/weights.ts';
import type { Asking } from '../asking.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import { turnsOn } from '../turn-taking.ts';
import { offered, offeredSteps } from './offered.ts';
import { numbersOf, proposalOf, proposalSteps, type Proposing } from './proposals.ts';
import { around, soughtIn, type AssembleRefusal, type LandSought } from './sought.ts';
import type { AssembledView, ConflictView } from './view.ts';

/** So many sets are shown. */
const WANTED = 3;

export interface AssembleAsked extends LandSought {
  readonly wanted?: number;
}

/** Long work that lets others in, follows who waits, and ends where the land has changed meanwhile. */
export interface Working {
  readonly pause: (done: number) => Promise<void> | undefined;
  readonly part: (from: number, to: number) => Working;
}

export function workOn(city: City, { signal, onProgress }: Pick<Asking, 'signal' | 'onProgress'>): Working {
  const takeTurns = turnsOn(city, signal);
  const working = (from: number, to: number): Working => ({
    pause: (done) => takeTurns()?.then(() => onProgress?.(from + (to - from) * done, 'assemble')),
    part: (start, end) => working(from + (to - from) * start, from + (to - from) * end),
  });
  return working(0, 1);
}

/** The best sets that make a park, or why there is none. */
export async function assembleLand(
  city: City,
  judgement: Judgement,
  asked: AssembleAsked,
  work: Working,
): Promise<Result<{ readonly view: AssembledView; readonly proposing: Proposing }, AssembleRefusal>> {
  const found = soughtIn(city, judgement, asked);
  if (!found.ok) return found;
  const sought = found.value;
  const offer = offered(city, judgement, sought.offering);
  const proposing = { city, judgement, sought, offer };
  const { requirements, candidates } = offer;
  const settings = { weights: usualWeights, effort: usualEffort };
  const search = work.part(0, 0.7);
  const { sets, isThere, proven } = isEnough(proposing)
    ? { sets: [], isThere: true, proven: true }
    : await assemble({ candidates, requirements, wanted: asked.wanted ?? WANTED, ...settings }, search.pause);
  const proposals = [];
  for (const { places, by } of sets) {
    proposals.push(proposalOf(proposing, places, by));
    await work.part(0.7, 0.8).pause(proposals.length / sets.length);
  }
  const { code, name } = { code: sought.offering.township, name: townshipName(city, sought.offering.township) };
  const view: AssembledView = {
    township: { code, name },
    parkType: sought.offering.park.parkType,
    requirements,
    looked: candidates.plots.filter(({ hold, bars }) => hold === 'free' && bars.length === 0).length,
    now: sought.key === null ? null : numbersOf(judgement.facts(sought.key)),
    isThere,
    proven,
    gapMu: sets.length > 0 ? sets[0].costMu - sets[0].leastMu : 0,
    sets: proposals,
    conflict: sets.length > 0 || isThere ? null : await conflictOf(proposing, work.part(0.8, 1)),
  };
  return ok({ view, proposing });
}

/** Whether the park as it is passes what the law asks of its land. */
function isEnough({ judgement, sought: { key, offering }, offer }: Proposing): boolean {
  const { size, sites, township } = offer.requirements;
  const asked = [size, sites.at(-1), township].flatMap((of) => of?.rule ?? []);
  if (key === null || !size || offering.fixed.length > judgement.facts(key).parcels.length) return false;
  const outcomes = judgement.outcomes(key);
  return asked.every((rule) => ['pass', 'not-applicable'].includes(outcomes.get(rule) ?? 'pass'));
}

const townshipName = ({ land }: City, code: string): string => {
  const records = [...land.table('township').compact().records];
  return records.find((own) => own.code === code || own.id === code)?.name ?? code;
};

/** What a conflict is looked for in besides the township and what lies around it. */
interface Looking {
  /** These parcels alone. */
  readonly among?: readonly Key[];
  /** See `Quarrel`. */
  readonly patienceMs?: number;
}

/** Looked for in the township and around it. */
export async function conflictOf(
  proposing: Omit<Proposing, 'offer'>,
  work: Working,
  { among, patienceMs }: Looking = {},
): Promise<ConflictView> {
  const { city, judgement } = proposing;
  const sought = around(city, proposing.sought, among);
  const offer = await inTurns(offeredSteps(city, judgement, sought.offering), () => work.pause(0));
  const { requirements, candidates, parcels } = offer;
  const needs = needsOf(requirements);
  const standing = constraints.filter((one) => stands(one, requirements, sought.offering.banned.size > 0));
  const conflict = await conflictIn(
    {
      candidates,
      needs,
      among: standing,
      weights: usualWeights,
      effort: usualEffort,
      ...(patienceMs !== undefined && { patienceMs }),
    },
    work.pause,
  );
  const best = nearestOf(conflict, needs);
  const near =
    best && best.places.length > 0 ? proposalSteps({ ...proposing, sought, offer }, best.places, null) : null;
  const proposal = near && (await inTurns(near, () => work.pause(1)));
  return {
    core: conflict.core,
    proven: conflict.proven,
    rungs: conflict.rungs.map(({ waived, answer, places }) => ({
      waived,
      of: ruleOf(waived, requirements),
      answer,
      landM2: places && places.reduce((sum, place) => sum + parcels[place].landM2, 0),
      ids: places?.filter((place) => parcels[place].hold === 'free').map((place) => parcels[place].parcel.id) ?? [],
    })),
    nearest:
      best && proposal
        ? {
            ...proposal,
            shortLandM2: needs.landM2 === Infinity ? null : Math.max(0, needs.landM2 - best.landM2),
            shortFloorM2: needs.floorM2 === Infinity ? null : Math.max(0, needs.floorM2 - best.floorM2),
          }
        : null,
  };
}

/** What comes nearest to one of the two areas, in proportion. */
function nearestOf({ nearest: { land, floor } }: Conflict, needs: ReturnType<typeof needsOf>): Nearest | null {
  const share = (own: Nearest | null) =>
    own === null ? -1 : Math.max(own.landM2 / needs.landM2, own.floorM2 / needs.floorM2);
  return share(floor) > share(land) ? floor : land;
}

function stands(constraint: Constraint, requirements: Requirements, isBanned: boolean): boolean {
  if (constraint === 'banned') return isBanned;
  return constraint === 'land-class' || ruleOf(constraint, requirements) !== null;
}

/** The rule a constraint stands in: of several about sites the one that is waived last. */
function ruleOf(constraint: Constraint, { sites, township, plotRatio }: Requirements): Of | null {
  const of = { banned: null, 'land-class': null, 'plot-ratio': plotRatio, sites: sites.at(-1) ?? null, township }[
    constraint
  ];
  return of && { rule: of.rule, clause: of.clause };
}
