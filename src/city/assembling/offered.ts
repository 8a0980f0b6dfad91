import type { Key } from '../../domain/land/change.ts';
import type { BuildingFacts, ParcelFacts } from '../../domain/land/facts.ts';
import { unknown } from '../../domain/land/figure.ts';
import type { Parcel, Park } from '../../domain/land/model.ts';
import { parcelFacts } from '../../domain/land/parcel-facts.ts';
import type { SquareMetres } from '../../domain/quantity/units.ts';
import { atOnce, type Steps } from '../../domain/steps.ts';
import { noFacts } from '../../policy/evaluate.ts';
import { suitsPark } from '../../policy/land-uses.ts';
import { newScope } from '../../policy/new-scope.ts';
import type { Bar, Candidate, Candidates } from '../../supply/assemble/candidates.ts';
import { requirementsOf, type Requirements } from '../../supply/assemble/requirements.ts';
import { bringsOf, isCountedFor, type FloorFrom } from '../../supply/land/brings.ts';
import { middlesOf, nearSteps } from '../../supply/land/lying.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';

/** A parcel that is looked at. */
export interface Offered extends Candidate {
  readonly key: Key;
  readonly parcel: Parcel;
  readonly floorFrom: FloorFrom;
}

export interface Offer {
  readonly candidates: Candidates;
  readonly parcels: readonly Offered[];
  readonly requirements: Requirements;
}

export interface Offering {
  /** The park the land is for; of a fresh one only what is known of it. */
  readonly park: Park & { readonly parkType: NonNullable<Park['parkType']> };
  readonly fixed: readonly Key[];
  readonly free: readonly Key[];
  readonly banned: ReadonlySet<Key>;
  /** Code of the township it has to lie in. */
  readonly township: string;
  /** Buildings of the park, as far as they are known. */
  readonly buildings: readonly BuildingFacts[];
  /** Ground that fixed parcels have in common. */
  readonly overlapM2: SquareMetres;
}

/** The land as it is offered: measured, classed by what the law asks, and how it lies. What has no area is left out. */
export const offered = (city: City, judgement: Judgement, offering: Offering): Offer =>
  atOnce(offeredSteps(city, judgement, offering));

/** The same in small steps, between which the land must stay as it is. */
export function* offeredSteps(city: City, judgement: Judgement, offering: Offering): Steps<Offer> {
  const { fixed, free, park } = offering;
  const isFixed = new Set(fixed);
  const keys = [...fixed, ...free.filter((key) => !isFixed.has(key))].filter((key) => city.placed.sound(key) !== null);
  const table = { ...city.land.table('parcel').picked(keys), keys };
  const facts: ParcelFacts[] = [];
  for (const [row, key] of keys.entries()) {
    facts.push(parcelFacts(table, row, judgement.vertexSigmaM, city.placed.measured(key), city.placed.parcel(key)!));
    yield;
  }
  const { pack, date } = judgement.law;
  // How many sites it will have is open.
  const sites = unknown({ kind: 'park', id: park.id, field: 'geometry' });
  const whole = { ...noFacts(park.id), park, parcels: facts, sites };
  const requirements = requirementsOf(pack, whole, judgement.context, date);
  const scope = newScope({ pack, facts: whole, context: judgement.context, date, tracing: false });
  const middle = middlesOf(table.layer);
  const offeredAt = (own: ParcelFacts, row: number): Offered => {
    const [x, y] = middle(row);
    const isHeld = isFixed.has(own.key);
    const bars = isHeld ? [] : barsOf(city, judgement, own, offering);
    return {
      ...bringsOf(own, requirements.plotRatio, isCountedFor(requirements.plotRatio, own, scope), offering.buildings),
      use: useOf(own.parcel),
      x,
      y,
      key: own.key,
      parcel: own.parcel,
      hold: isHeld ? 'fixed' : 'free',
      bars,
    };
  };
  const parcels: Offered[] = [];
  for (const [row, own] of facts.entries()) {
    parcels.push(offeredAt(own, row));
    yield;
  }
  const [first] = parcels;
  // Ground that parcels of the park have in common is there once.
  if (first?.hold === 'fixed') parcels[0] = { ...first, landM2: first.landM2 - offering.overlapM2 };
  const at = new Map(keys.map((key, place) => [key, place]));
  const over = keys.map((key) => city.overlapsOf(key).shared.flatMap(({ other }) => at.get(other) ?? []));
  yield;
  return { candidates: { plots: parcels, near: yield* nearSteps(table.layer), over }, parcels, requirements };
}

function barsOf(
  city: City,
  { law }: Judgement,
  { key, parcel }: ParcelFacts,
  { park, banned, township }: Offering,
): readonly Bar[] {
  const own = parcel.townshipCode === undefined ? undefined : city.placed.townshipCode(parcel.townshipCode);
  return [
    ...(banned.has(key) ? ['banned' as const] : []),
    ...(suitsPark(law.pack, parcel.landClass, park.parkType) ? [] : ['land-class' as const]),
    ...(own === township ? [] : ['township' as const]),
  ];
}

const useOf = ({ status }: Parcel): Candidate['use'] =>
  status === 'idle' || status === 'low-efficiency' ? status : 'other';
