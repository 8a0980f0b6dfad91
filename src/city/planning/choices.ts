import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { Pricer } from '../../supply/plan/pricing/pricer.ts';
import { noChoices, type Choices, type PlanProblem } from '../../supply/plan/shape/problem.ts';
import { whyNoPark } from './no-park.ts';
import type { FixedPark, PlanAsked, PlanRefusal } from './asked.ts';

/** Parcels by id, as a plan is asked for. */
export interface Lookup {
  /** Place among those that are planned with; why a parcel is not among them; undefined where there is none such. */
  readonly find: (id: string) => { readonly place: number } | { readonly why: string } | undefined;
  readonly problem: PlanProblem;
}

/** What a person decided, by places. What is to be left out and is no candidate is left out already. */
export function choicesOf(asked: PlanAsked, lookup: Lookup): Result<Choices, PlanRefusal> {
  const { fixedParks = [], fixedParcels = [], bannedParcels = [], bannedSets = [] } = asked;
  const named = [...bannedParcels, ...bannedSets.flat()].find((id) => lookup.find(id) === undefined);
  if (named !== undefined) return refuse('plan-no-parcel', { id: named });
  const parcels = placesOf(fixedParcels, lookup);
  if (!parcels.ok) return parcels;
  const parks: Choices['fixedParks'][number][] = [];
  const pricer = fixedParks.length > 0 ? new Pricer(lookup.problem, noChoices) : null;
  for (const park of fixedParks) {
    const found = fixedPark(park, lookup, pricer!);
    if (!found.ok) return found;
    parks.push(found.value);
  }
  const placed = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const found = lookup.find(id)!;
      return 'place' in found ? [found.place] : [];
    });
  return ok({
    fixedParks: parks,
    fixedParcels: parcels.value,
    bannedParcels: placed(bannedParcels),
    bannedSets: bannedSets.flatMap((ids) => {
      const places = placed(ids);
      return places.length === ids.length ? [{ parcels: places, most: places.length - 1 }] : [];
    }),
  });
}

/** As it can be made: of the kind that is named, else of the first that they make. */
function fixedPark(
  { parcels, kind, year }: FixedPark,
  lookup: Lookup,
  pricer: Pricer,
): Result<Choices['fixedParks'][number], PlanRefusal> {
  const found = placesOf(parcels, lookup);
  if (!found.ok) return found;
  const { kinds, years } = lookup.problem;
  const ids = parcels.join('+');
  const refused = (why: 'kind' | 'year') => refuse('plan-no-park', { ids, why });
  const places = [...new Set(found.value)].sort((a, b) => a - b);
  const at = year === undefined ? null : years.indexOf(year);
  if (at === -1) return refused('year');
  const named = [...kinds.keys()].filter((place) => kind === undefined || kinds[place].id === kind);
  if (named.length === 0) return refused('kind');
  const last = at ?? years.length - 1;
  const made = named.find((own) => pricer.parkOf(places, own, last) !== null);
  if (made !== undefined) return ok({ parcels: places, kind: made, year: at });
  return refuse('plan-no-park', { ids, why: 'none', ...whyNoPark(lookup.problem, places, named, last) });
}

export function placesOf(ids: readonly string[], { find }: Pick<Lookup, 'find'>): Result<number[], PlanRefusal> {
  const places: number[] = [];
  for (const id of ids) {
    const found = find(id);
    if (found === undefined) return refuse('plan-no-parcel', { id });
    if ('why' in found) return refuse('plan-no-candidate', { id, why: found.why });
    places.push(found.place);
  }
  return ok(places);
}
