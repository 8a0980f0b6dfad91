import { pairsNearby } from '../../domain/geometry/boxes/nearby.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import { boundsOf } from '../../domain/geometry/measure/measures.ts';
import type { Key } from '../../domain/land/change.ts';
import type { BuildingFacts, ParcelFacts } from '../../domain/land/facts.ts';
import { unknown, type Figure, type Input } from '../../domain/land/figure.ts';
import { Lie } from '../../domain/land/lie.ts';
import type { Parcel, Park } from '../../domain/land/model.ts';
import { parcelFacts } from '../../domain/land/parcel-facts.ts';
import type { SquareMetres } from '../../domain/quantity/units.ts';
import { judge } from '../../policy/conditions/judge.ts';
import { noFacts } from '../../policy/evaluate.ts';
import { suitsPark } from '../../policy/land-uses.ts';
import { newScope } from '../../policy/new-scope.ts';
import { scopeOfMember } from '../../policy/scope.ts';
import type { Bar, Candidate, Candidates } from '../../supply/assemble/candidates.ts';
import { requirementsOf, type PlotRatioNeed, type Requirements } from '../../supply/assemble/requirements.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';

/** Where the floor area that a parcel may bring is from. */
export type FloorFrom =
  /** What stands there, or is recorded. */
  | 'recorded'
  /** 规划容积率 */
  | 'planned'
  /** The least plot ratio of the rule: nothing is known of it. */
  | 'least';

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
export function offered(city: City, judgement: Judgement, offering: Offering): Offer {
  const { fixed, free, park } = offering;
  const isFixed = new Set(fixed);
  const keys = [...fixed, ...free.filter((key) => !isFixed.has(key))].filter((key) => city.placed.sound(key) !== null);
  const table = { ...city.land.table('parcel').picked(keys), keys };
  const facts = keys.map((key, row) =>
    parcelFacts(table, row, judgement.vertexSigmaM, city.placed.measured(key), city.placed.parcel(key)!),
  );
  const { pack, date } = judgement.law;
  // How many sites it will have is open.
  const sites = unknown({ kind: 'park', id: park.id, field: 'geometry' });
  const whole = { ...noFacts(park.id), park, parcels: facts, sites };
  const requirements = requirementsOf(pack, whole, judgement.context, date);
  const scope = newScope({ pack, facts: whole, context: judgement.context, date, tracing: false });
  const counts = (need: PlotRatioNeed, own: ParcelFacts) =>
    !need.where || judge(need.where, scopeOfMember(scope, { kind: 'parcel', facts: own })).value === true;
  const middle = middlesOf(table.layer);
  const parcels = facts.map((own, row): Offered => {
    const [x, y] = middle(row);
    const isHeld = isFixed.has(own.key);
    const bars = isHeld ? [] : barsOf(city, judgement, own, offering);
    return {
      ...plotOf(own, requirements.plotRatio, counts, offering),
      x,
      y,
      key: own.key,
      parcel: own.parcel,
      hold: isHeld ? 'fixed' : 'free',
      bars,
    };
  });
  const [first] = parcels;
  // Ground that parcels of the park have in common is there once.
  if (first?.hold === 'fixed') parcels[0] = { ...first, landM2: first.landM2 - offering.overlapM2 };
  const at = new Map(keys.map((key, place) => [key, place]));
  const over = keys.map((key) => city.overlapsOf(key).shared.flatMap(({ other }) => at.get(other) ?? []));
  return { candidates: { plots: parcels, near: nearOf(table.layer), over }, parcels, requirements };
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

/** Area, and the floor area that it may bring: what stands there or is planned, whichever is more. */
function plotOf(
  { parcel, area }: ParcelFacts,
  ratio: PlotRatioNeed | null,
  counts: (need: PlotRatioNeed, own: ParcelFacts) => boolean,
  { buildings }: Offering,
) {
  const landM2 = valueOf(area) ?? 0;
  const far = parcel.conditions?.far;
  const least = ratio?.least ?? 0;
  const planned = far?.max ?? (far?.min === undefined ? undefined : Math.max(far.min, least));
  const on = buildings.filter(({ parcelId }) => parcelId === parcel.id);
  const there = (of: (own: BuildingFacts) => Input<Figure>) =>
    on.length > 0 ? on.reduce((sum, own) => sum + (valueOf(of(own)) ?? 0), 0) : (parcel.floorAreaM2 ?? 0);
  const mayBe = landM2 * (planned ?? least);
  const [stands, counted] = [there((own) => own.floorArea), there((own) => own.countedFloorArea)];
  const floorFrom: FloorFrom = stands > mayBe ? 'recorded' : planned === undefined ? 'least' : 'planned';
  const isCounted = ratio !== null && counts(ratio, { parcel, area } as ParcelFacts);
  return {
    landM2,
    floorM2: Math.max(stands, mayBe),
    spareM2: isCounted ? Math.max(counted, mayBe) - ratio.least * landM2 : 0,
    floorFrom,
    use: useOf(parcel),
  };
}

const useOf = ({ status }: Parcel): Candidate['use'] =>
  status === 'idle' || status === 'low-efficiency' ? status : 'other';

const valueOf = (input: Input<Figure>): number | null => (input.state === 'value' ? input.value.value : null);

/** By row the rows of one site with it, as the law tells it. */
function nearOf(layer: Layer): readonly (readonly number[])[] {
  const lie = new Lie(layer);
  const near: number[][] = Array.from({ length: layer.size }, () => []);
  for (const [a, b] of pairsNearby(layer, [...near.keys()], ROOM_M)!)
    if (lie.near(a, b)) {
      near[a].push(b);
      near[b].push(a);
    }
  return near;
}

/** More than parcels of one site lie apart; what does is asked of `Lie`. */
const ROOM_M = 1;
const DEGREE_M = 111_320;

/** The middle of what is drawn, in metres: near enough for what lies beside what. */
function middlesOf(layer: Layer): (row: number) => readonly [x: number, y: number] {
  const narrow = layer.size === 0 ? 1 : Math.cos((boundsOf(layer, 0)[1] * Math.PI) / 180);
  return (row) => {
    const [west, south, east, north] = boundsOf(layer, row);
    return [((west + east) / 2) * DEGREE_M * narrow, ((south + north) / 2) * DEGREE_M];
  };
}
