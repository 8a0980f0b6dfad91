import type { Key } from '../../domain/land/change.ts';
import type { ParkFacts } from '../../domain/land/facts.ts';
import { atOnce, type Steps } from '../../domain/steps.ts';
import { worstOutcome } from '../../policy/outcomes.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import { needsOf } from '../../supply/assemble/assemble.ts';
import { reasonSteps, type Reason, type Why } from '../../supply/assemble/reasons.ts';
import { reaches } from '../../supply/assemble/units.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import { tryIntent } from '../sketching/tried.ts';
import type { Offer, Offered } from './offered.ts';
import type { Sought } from './sought.ts';
import type { Flip, ParkNumbers, Proposal, ProposedParcel } from './view.ts';

/** What proposals are made of. */
export interface Proposing {
  readonly city: City;
  readonly judgement: Judgement;
  readonly sought: Sought;
  readonly offer: Offer;
}

/** Places of a set, held ones among them, as what is to be taken in and what all rules say then. */
export const proposalOf = (...asked: Proposed): Proposal => atOnce(proposalSteps(...asked));

type Proposed = readonly [asked: Proposing, places: readonly number[], by: Proposal['by']];

/** The same in small steps, between which the land must stay as it is. */
export function* proposalSteps(...[asked, places, by]: Proposed): Steps<Proposal> {
  const { offer } = asked;
  const set = places.map((place) => offer.parcels[place]);
  const [landM2, floorM2] = [sumOf(set, 'landM2'), sumOf(set, 'floorM2')];
  const parcels = yield* parcelReasonSteps(asked, places, by);
  return {
    parcels,
    by,
    mayBe: {
      floorM2,
      plotRatio: landM2 > 0 ? floorM2 / landM2 : null,
      from: [...new Set(set.map((own) => own.floorFrom))],
    },
    ...judged(asked, set),
  };
}

const sumOf = (of: readonly Offered[], figure: 'landM2' | 'floorM2'): number =>
  of.reduce((total, own) => total + own[figure], 0);

/** Why each parcel of a set is in; `by`: which area is enough for the size. */
export const parcelReasons = (...asked: Proposed): readonly ProposedParcel[] => atOnce(parcelReasonSteps(...asked));

function* parcelReasonSteps(...[asked, places, by]: Proposed): Steps<readonly ProposedParcel[]> {
  const { offer } = asked;
  const set = places.map((place) => offer.parcels[place]);
  const needs = needsOf(offer.requirements);
  const isEnough = (some: readonly number[]) => {
    const own = some.map((place) => offer.parcels[place]);
    return by === 'floor' ? reaches(sumOf(own, 'floorM2'), needs.floorM2) : reaches(sumOf(own, 'landM2'), needs.landM2);
  };
  const reasons = yield* reasonSteps(places, offer.candidates, isEnough);
  return [
    ...set
      .filter((own) => own.hold === 'fixed' && isComing(asked, own))
      .map((own) => viewOf(own, [{ code: 'locked' }])),
    ...[...reasons].map(([place, why]) => viewOf(offer.parcels[place], whyOf(why, offer.parcels[place], offer))),
  ];
}

/** Not of the park yet. */
const isComing = ({ city, sought: { key } }: Proposing, { parcel }: Offered): boolean =>
  key === null || parcel.parkId !== city.park(key)!.id;

const viewOf = ({ key, parcel: { id, name }, landM2 }: Offered, why: readonly Why[]): ProposedParcel => ({
  key,
  id,
  ...(name !== undefined && { name }),
  landM2,
  why,
});

function whyOf(reasons: readonly Reason[], { parcel }: Offered, { parcels }: Offer): readonly Why[] {
  const { status, findingNo } = parcel;
  return [
    ...reasons.map((reason): Why =>
      reason.code === 'adjacent'
        ? { code: 'adjacent', to: reason.to.map((place) => parcels[place].parcel.id) }
        : reason,
    ),
    ...(status ? [{ code: 'use', status, isFound: findingNo !== undefined } as const] : []),
  ];
}

/** The set done to a fork of the city, and judged by all rules. */
function judged(asked: Proposing, set: readonly Offered[]): Pick<Proposal, 'then' | 'outcome' | 'flips'> {
  const { city, judgement, offer } = asked;
  const { key, target } = asked.sought;
  const keysIn: readonly Key[] = set.filter((own) => isComing(asked, own)).map((own) => own.key);
  const before = key === null ? null : judgement.findings(key);
  const intent = { do: 'assign', park: target, in: keysIn, out: [] } as const;
  const tried = keysIn.length === 0 ? null : tryIntent(city, judgement, { park: key, intent });
  if (tried && !tried.ok) throw new Error(`parcels that are free were refused: ${tried.refusal.code}`);
  const park = tried?.value.park;
  const facts = park?.facts ?? judgement.facts(key!);
  const findings = park?.findings ?? before!;
  const { size, sites, township, plotRatio } = offer.requirements;
  const rules = new Set([size, ...sites, township, plotRatio].flatMap((of) => of?.rule ?? []));
  return { then: numbersOf(facts), outcome: worstOutcome(findings), flips: flipsOf(before, findings, rules) };
}

/** Rules that come out otherwise; where nothing was before those that are asked about. */
function flipsOf(
  before: readonly Finding[] | null,
  then: readonly Finding[],
  asked: ReadonlySet<string>,
): readonly Flip[] {
  const was = new Map(before?.map(({ rule, outcome }) => [rule, outcome]));
  return then.flatMap(({ rule, clause, outcome: to }): Flip[] => {
    if (!before) return asked.has(rule) && to !== 'not-applicable' ? [{ rule, clause, from: null, to }] : [];
    const from = was.get(rule) ?? null;
    return from === to ? [] : [{ rule, clause, from, to }];
  });
}

export function numbersOf({ figures, sites }: ParkFacts): ParkNumbers {
  const value = (name: string) => {
    const figure = figures[name];
    return figure?.state === 'value' ? figure.value.value : null;
  };
  return {
    landM2: value('landArea'),
    floorM2: value('floorArea'),
    plotRatio: value('plotRatio'),
    sites: sites.state === 'value' ? sites.value.length : null,
  };
}
