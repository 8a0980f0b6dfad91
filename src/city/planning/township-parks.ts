import type { Key } from '../../domain/land/change.ts';
import { inTurns } from '../../domain/steps.ts';
import type { PlanPark } from '../../supply/plan/shape/problem.ts';
import { conflictOf, type Working } from '../assembling/assemble.ts';
import { offeredSteps } from '../assembling/offered.ts';
import { parcelReasons, type Proposing } from '../assembling/proposals.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import type { CandidateParkView, TownshipParksAsked, TownshipParksView } from './candidate-view.ts';
import { parkTypes } from './candidates.ts';
import { judgedParks } from './judged-parks.ts';
import { parkView } from './plan-view.ts';
import { ANY, bestOf, noPrices, regionId, type AskedLand } from './townships.ts';

/** So many parks are shown besides those that are locked. */
const MOST = 6;
/** So long is looked for what stands in the way of a park; what is open then is said to be. */
const PATIENCE_MS = 4000;
/** So many choices are looked at round each parcel: as good as always all that there are. */
const NODES = 300_000;

interface CityOpen {
  readonly city: City;
  readonly judgement: Judgement;
}

/** The best parks of a township, each another than those before, or why there is none; null: there is no such township. */
export async function townshipParks(
  opened: CityOpen,
  asked: AskedLand,
  { township, most = MOST }: TownshipParksAsked,
  work: Working,
): Promise<TownshipParksView | null> {
  const { land } = asked;
  const region = land.regions.findIndex((own) => regionId(own) === township);
  if (region < 0) return null;
  const locked = lockedIn(asked, region);
  const { parks, isProven } = await bestParks(asked, region, most, work.part(0, 0.7));
  const all = [...locked, ...parks];
  const isLocked = (park: PlanPark) => locked.includes(park);
  const views = all.map((park, n) => ({ ...parkView(land, park, `${township} ${n + 1}`), isLocked: isLocked(park) }));
  const verdicts = await judgedParks(opened.city, opened.judgement, views.map(({ kind, parcels }) => ({ kind, parcels: parcels.map(({ key }) => key) }))); // prettier-ignore
  const offers = new Map<string, Proposing>();
  const told: CandidateParkView[] = [];
  for (const [n, view] of views.entries()) {
    const sought = soughtIn(opened, asked, region, view.kind);
    const offer = () => inTurns(offeredSteps(opened.city, opened.judgement, sought.sought.offering), () => work.part(0.7, 1).pause(n / views.length)); // prettier-ignore
    const proposing = offers.get(view.kind) ?? { ...sought, offer: await offer() };
    offers.set(view.kind, proposing);
    const size = sizeOf(asked, all[n]);
    told.push({ ...view, size, reasons: reasonsOf(proposing, view, size.by), verdict: verdicts[n] });
  }
  const looking = { among: land.parcels.map(({ key }) => key), patienceMs: PATIENCE_MS };
  const conflict = all.length > 0 ? null : await conflictOf(soughtIn(opened, asked, region, kindOf(asked, region)), work.part(0.7, 1), looking); // prettier-ignore
  return { version: opened.city.version, township, parks: told, isProven, conflict };
}

/** Parks that are locked, as they are. */
function lockedIn({ land, choices, pricer }: AskedLand, region: number): readonly PlanPark[] {
  const { townships, years } = land.problem;
  return choices.fixedParks.flatMap(({ parcels, kind, year }) => {
    if (parcels[0] < townships[region] || parcels[0] >= townships[region + 1]) return [];
    const all = year === null ? years.map((_, place) => place) : [year];
    return bestOf(all.flatMap((place) => pricer.parkOf(parcels, kind, place) ?? [])) ?? [];
  });
}

/** Exact, one after another: the next is the best that has no more than half of the parcels of any before. */
async function bestParks(
  { land: { problem }, choices, pricer }: AskedLand,
  region: number,
  most: number,
  work: Working,
): Promise<{ readonly parks: readonly PlanPark[]; readonly isProven: boolean }> {
  const parks: PlanPark[] = [];
  const prices = noPrices(problem);
  let isProven = true;
  while (parks.length < most) {
    const others = parks.map(({ parcels }) => ({ parcels: [...parcels], most: Math.floor(parcels.length / 2) }));
    const own = pricer.withChoices({ ...choices, bannedSets: [...choices.bannedSets, ...others] });
    const ask = { nodes: NODES, perTownshipYear: 1, above: ANY, townships: [region] };
    const found = await own.priceInTurns(prices, ask, () => work.pause(parks.length / most));
    isProven &&= found.unproved === 0;
    const best = bestOf(found.parks);
    if (!best) break;
    parks.push(best);
  }
  return { parks, isProven };
}

function sizeOf({ land: { problem } }: AskedLand, { kind, township, landMu }: PlanPark): CandidateParkView['size'] {
  const [leastMu, leastFloorM2] = [problem.kinds[kind].landMu[township], problem.kinds[kind].floorM2[township]];
  const known = (least: number) => (least < Infinity ? least : null);
  return {
    by: landMu >= leastMu * (1 - 1e-9) ? 'land' : 'floor',
    leastMu: known(leastMu),
    leastFloorM2: known(leastFloorM2),
  };
}

/** The kind of park that most of its land suits. */
function kindOf({ land: { parcels, problem } }: AskedLand, region: number): (typeof parkTypes)[number] {
  const own = parcels.slice(problem.townships[region], problem.townships[region + 1]);
  const landOf = (type: number) => own.reduce((sum, { suits, landM2 }) => sum + (suits[type] ? landM2 : 0), 0);
  return landOf(1) > landOf(0) ? parkTypes[1] : parkTypes[0];
}

/** The land of a township as it is offered to a park of a kind. */
function soughtIn(
  { city, judgement }: CityOpen,
  { land, choices }: AskedLand,
  region: number,
  parkType: (typeof parkTypes)[number],
): Omit<Proposing, 'offer'> {
  const { problem, parcels, regions } = land;
  const keys = (places: readonly number[]): readonly Key[] => places.map((place) => parcels[place].key);
  const [from, to] = [problem.townships[region], problem.townships[region + 1]];
  const offering = {
    park: { id: '', parkType, origin: 'new' as const },
    fixed: [],
    free: parcels.slice(from, to).map(({ key }) => key),
    banned: new Set(keys(choices.bannedParcels.filter((place) => place >= from && place < to))),
    township: regions[region].township,
    buildings: [],
    overlapM2: 0,
  };
  const sought = { key: null, target: { fresh: { parkType } }, offering };
  return { city, judgement, sought };
}

function reasonsOf(
  proposing: Proposing,
  { parcels }: Pick<CandidateParkView, 'parcels'>,
  by: 'land' | 'floor',
): CandidateParkView['reasons'] {
  const at = new Map(proposing.offer.parcels.map(({ key }, place) => [key, place]));
  return parcelReasons(proposing, parcels.flatMap(({ key }) => at.get(key) ?? []), by); // prettier-ignore
}
