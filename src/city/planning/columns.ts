import type { ParcelFacts } from '../../domain/land/facts.ts';
import type { Parcel, Table } from '../../domain/land/model.ts';
import { parcelFacts } from '../../domain/land/parcel-facts.ts';
import { muOf } from '../../domain/quantity/units.ts';
import type { Steps } from '../../domain/steps.ts';
import { isNewLand } from '../../policy/new-land.ts';
import type { PlanFigures } from '../../policy/plan-settings.ts';
import { bringsOf, isCountedFor, type Brings } from '../../supply/land/brings.ts';
import { middlesOf, nearSteps } from '../../supply/land/lying.ts';
import type { PlotRatioNeed, Requirements } from '../../supply/assemble/requirements.ts';
import type { Assumed } from '../../supply/plan/shape/land.ts';
import type { Lists, PlanParcels } from '../../supply/plan/shape/problem.ts';
import { ruledPlotRatio } from '../../supply/screen/potential.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import { parkTypes, type Candidate } from './candidates.ts';
import type { Region } from './regions.ts';
import { kindInRegion, mayBeSmaller, type KindInRegion } from './sizes.ts';

/** A parcel as it is planned with. */
export interface PlannedParcel extends Candidate, Brings {
  readonly region: number;
  readonly costWan: number;
  readonly suitability: number;
  readonly readyYear: number;
  /** What no one recorded: a setting stands for it. */
  readonly assumed: readonly Assumed[];
  /** 新增 */
  readonly isNew: boolean;
  /** By `parkTypes`: a park of such land alone may be smaller. */
  readonly smaller: readonly boolean[];
}

export interface PlannedLand {
  readonly parcels: readonly PlannedParcel[];
  readonly columns: PlanParcels;
  /** By region and by `parkTypes`. */
  readonly asked: readonly (readonly Requirements[])[];
}

interface Planning {
  readonly city: City;
  readonly judgement: Judgement;
  readonly regions: readonly Region[];
  readonly figures: PlanFigures;
  readonly years: readonly number[];
  /** Jurisdictions in which the office lets parks be smaller. */
  readonly areSmaller: ReadonlySet<string>;
}

/** The candidates measured, weighed and as they lie, those of a region together. */
export function* plannedLand(planning: Planning): Steps<PlannedLand> {
  const { city, regions } = planning;
  const keys = regions.flatMap(({ candidates }) => candidates.map(({ key }) => key));
  const table = { ...city.land.table('parcel').picked(keys), keys };
  const parcels: PlannedParcel[] = [];
  // Region by region: all facts of a large city at once are a lot of memory.
  const asked: (readonly Requirements[])[] = [];
  for (const region of regions.keys()) asked.push(yield* addRegion(planning, table, region, parcels));
  const middle = middlesOf(table.layer);
  const middles = keys.map((_, row) => middle(row));
  const near = yield* nearSteps(table.layer, (a, b) => parcels[a].region === parcels[b].region);
  return { parcels, asked, columns: yield* columnsOf(planning, parcels, middles, listed(near)) };
}

/** Adds the parcels of a region to those before it; gives what is asked of parks there, by `parkTypes`. */
function* addRegion(
  planning: Planning,
  table: Table<Parcel>,
  region: number,
  parcels: PlannedParcel[],
): Steps<readonly Requirements[]> {
  const { city, judgement, regions } = planning;
  const { candidates } = regions[region];
  const first = parcels.length;
  const facts: ParcelFacts[] = [];
  for (const [n, { key, parcel }] of candidates.entries()) {
    facts.push(parcelFacts(table, first + n, judgement.vertexSigmaM, city.placed.measured(key), parcel));
    yield;
  }
  const kinds = parkTypes.map((type) => kindInRegion(judgement, type, facts));
  for (const [n, candidate] of candidates.entries()) {
    parcels.push(plannedParcel(planning, candidate, facts[n], region, kinds));
    yield;
  }
  return kinds.map(({ requirements }) => requirements);
}

/** Places at which the parcels of each region begin, and the end. */
export function startsOf(regions: readonly Region[]): Int32Array {
  const starts = new Int32Array(regions.length + 1);
  for (const [n, { candidates }] of regions.entries()) starts[n + 1] = starts[n] + candidates.length;
  return starts;
}

function plannedParcel(
  { judgement, regions, figures, years, areSmaller }: Planning,
  candidate: Candidate,
  facts: ParcelFacts,
  region: number,
  asked: readonly KindInRegion[],
): PlannedParcel {
  const { parcel, suits } = candidate;
  // Of the kinds it suits the one whose rule asks for most.
  const [{ requirements, scope }] = asked
    .filter((_, type) => suits[type])
    .sort((a, b) => (b.requirements.plotRatio?.least ?? 0) - (a.requirements.plotRatio?.least ?? 0));
  const isCounted = isCountedFor(requirements.plotRatio, facts, scope);
  const brings = bringsOf(facts, requirements.plotRatio ?? ratioOf(judgement), isCounted);
  const { jurisdiction } = regions[region];
  const isAsked = jurisdiction !== null && areSmaller.has(jurisdiction);
  return {
    ...candidate,
    ...brings,
    region,
    costWan: parcel.costWan ?? figures['missing.cost'] * muOf(brings.landM2),
    suitability: parcel.suitability ?? figures['missing.suitability'],
    readyYear: parcel.readyYear ?? years[0] + figures['missing.ready'],
    assumed: (['costWan', 'suitability', 'readyYear'] as const).filter((field) => parcel[field] === undefined),
    isNew: isNewLand(parcel, judgement.law.pack),
    smaller: asked.map(
      (own, type) => isAsked && suits[type] && mayBeSmaller(judgement, own.requirements.size?.rule, facts, own.scope),
    ),
  };
}

/** Where no rule asks for a plot ratio of such land it is taken to be built as densely as the screen takes it. */
function ratioOf({ law: { pack, date } }: Judgement): PlotRatioNeed | null {
  const ruled = ruledPlotRatio(pack, date);
  return ruled && { rule: ruled.rule, clause: '', least: ruled.value, where: null };
}

function* columnsOf(
  { figures, years }: Planning,
  parcels: readonly PlannedParcel[],
  middles: readonly (readonly [number, number])[],
  near: Lists,
): Steps<PlanParcels> {
  const column = (of: (parcel: PlannedParcel) => number) => Float64Array.from(parcels, of);
  yield;
  const measured = {
    landMu: column(({ landM2 }) => muOf(landM2)),
    floorM2: column(({ floorM2 }) => floorM2),
    spareM2: column(({ spareM2 }) => spareM2),
  };
  yield;
  const points = column((parcel) => pointsOf(parcel, figures));
  yield;
  return {
    size: parcels.length,
    ...measured,
    points,
    ready: Uint8Array.from(parcels, ({ readyYear }) => placeOf(readyYear, years)),
    kinds: Uint8Array.from(parcels, kindsOf),
    fallThrough: column((parcel) => figures[`fall-through.${parcel.class}`]),
    xM: Float64Array.from(middles, ([x]) => x),
    yM: Float64Array.from(middles, ([, y]) => y),
    near,
  };
}

/** What it adds to a park of the first year. */
function pointsOf({ landM2, floorM2, suitability, costWan, isNew }: PlannedParcel, figures: PlanFigures): number {
  const mu = muOf(landM2);
  const perMu =
    (figures['weight.suitability'] * suitability) / 100 +
    figures['weight.plot-ratio'] * (floorM2 / landM2) +
    (isNew ? 0 : figures['weight.stock']);
  return mu * perMu - figures['weight.cost'] * costWan - figures['weight.parcel'];
}

/** The first year in which it can be had, as a place; the end where it is none of them. */
function placeOf(year: number, years: readonly number[]): number {
  const place = years.findIndex((own) => own >= year);
  return place < 0 ? years.length : place;
}

/** The kinds of park it suits, and after them those that may be smaller. */
const kindsOf = ({ suits, smaller }: PlannedParcel): number =>
  [...suits, ...smaller].reduce((bits, is, kind) => bits | (Number(is) << kind), 0);

function listed(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  for (const [n, list] of lists.entries()) starts[n + 1] = starts[n] + list.length;
  const values = new Int32Array(starts[lists.length]);
  for (const [n, list] of lists.entries())
    values.set(
      list.toSorted((a, b) => a - b),
      starts[n],
    );
  return { starts, values };
}
