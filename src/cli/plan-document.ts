import type { PlanSearch } from '../city/planning/asked.ts';
import type { PlannedParkView, PlanView, TargetView } from '../city/planning/view.ts';
import type { PlanLand } from '../city/planning/plan-land.ts';
import type { Naming } from '../city/place-names.ts';
import { labelsOf } from '../policy/labels.ts';
import type { Pack } from '../policy/shape/pack.ts';
import { policyHead } from './pack.ts';
import type { Certificate } from '../supply/plan/shape/found.ts';
import { ASSUMED, type Assumed } from '../supply/plan/shape/land.ts';
import type { Language } from '../texts/language.ts';
import {
  asideWord,
  boundWord,
  limitWord,
  parkKindWord,
  planStatusWord,
  planUnitWord,
  sayAssumed,
  sayLandProblem,
  sayRung,
  saySpace,
  sayTargetProblem,
} from '../texts/plan.ts';

export interface PlanInput {
  readonly view: PlanView;
  readonly land: PlanLand;
  readonly search: PlanSearch;
  readonly pack: Pack;
  readonly date: string;
  readonly names: Naming;
  /** Names of the jurisdictions, by code. */
  readonly jurisdictions: ReadonlyMap<string, string>;
  readonly language: Language;
}

export type PlanDocument = ReturnType<typeof planDocument>;

/** The JSON document of `yuantu plan`. */
export function planDocument({ view, land, search, pack, date, names, jurisdictions, language }: PlanInput) {
  const zh = language === 'zh';
  const districtName = (code: string | null) => (code === null ? null : (jurisdictions.get(code) ?? code));
  const townshipName = (code: string) => names.township(code) ?? code;
  const last = view.years[view.years.length - 1];
  const target = (own: TargetView) => ({
    district: own.jurisdiction,
    districtName: districtName(own.jurisdiction),
    year: own.year ?? last,
    cumulative: own.year === null,
    required: own.required,
    there: own.there,
    planned: own.planned,
    short: own.short,
    beyondLand: own.beyondLand,
  });
  const labels = labelsOf(pack);
  const set = Object.fromEntries(view.settings.map(({ id, value }) => [id, value]));
  return {
    policy: policyHead(pack, language),
    date,
    years: view.years,
    status: view.status,
    statusName: planStatusWord(language, view.status),
    seed: search.seed,
    objective: view.objective,
    bound: view.bound,
    boundKind: view.boundKind,
    boundName: boundWord(language, view.boundKind),
    gap: view.gap,
    space: { ...view.space, message: saySpace(language, { ...view.space, radiusKm: view.space.radiusM / 1000 }) },
    parks: view.parks.map((park) => parkRow(park, language, districtName, townshipName)),
    targets: view.targets.map(target),
    shortfalls: view.targets.filter(({ short }) => short > 0).map((own) => ({ ...target(own), ladder: own.ladder && own.ladder.map((rung) => ({ ...rung, message: sayRung(language, rung) })), conflict: own.conflict })), // prettier-ignore
    prices: view.limits.map((limit) => ({ ...limit, name: limitWord(language, limit.what) })),
    certificate: view.certificate && { ...certificateRow(view.certificate, land), check: view.besides && view.besides.certificate }, // prettier-ignore
    frontier: view.besides && view.besides.frontier,
    variants: view.besides && view.besides.variants,
    losses: view.besides ? view.besides.losses : [],
    missed: view.missed,
    check: { faults: view.faults },
    spared: view.spared,
    stats: view.stats,
    settings: view.settings.map(({ id, zh: nameZh, en, value, unit, source, confidence, isSet }) => ({
      id,
      name: zh ? nameZh : en,
      value,
      unit,
      unitName: planUnitWord(language, unit),
      source,
      confidence,
      set: isSet,
    })),
    candidates: { count: view.space.candidates, areaMu: view.space.areaMu },
    aside: Object.entries(view.aside).map(([why, count]) => ({ why, name: asideWord(language, why as never), count })),
    assumed: ASSUMED.filter((field) => view.assumed[field] > 0).map((field) => ({
      field,
      count: view.assumed[field],
      value: set[settingOf[field]],
      message: sayAssumed(language, field, view.assumed[field], set[settingOf[field]]),
    })),
    problems: [
      ...land.problems.map(({ id, code, params }) => ({ kind: 'parcel', id, code, params, keptOut: true, message: sayLandProblem(language, { code, params }, labels) })), // prettier-ignore
      ...view.targetProblems.map((problem) => ({
        kind: 'target',
        id: problem.jurisdiction ?? '',
        name: districtName(problem.jurisdiction),
        year: problem.year ?? last,
        code: problem.code,
        params: problem.params,
        keptOut: problem.code !== 'open-park',
        message: sayTargetProblem(language, problem, labels),
      })),
    ],
  };
}

const settingOf: Readonly<Record<Assumed, string>> = {
  costWan: 'missing.cost',
  suitability: 'missing.suitability',
  readyYear: 'missing.ready',
};

function parkRow(
  { parcels, plotRatio, kind, ...park }: PlannedParkView,
  language: Language,
  districtName: (code: string | null) => string | null,
  townshipName: (code: string) => string,
) {
  return {
    id: park.id,
    year: park.year,
    kind,
    kindName: parkKindWord(language, kind),
    smaller: park.isSmaller,
    district: park.district,
    districtName: districtName(park.district),
    township: park.township,
    townshipName: townshipName(park.township),
    parcels: parcels.map(({ id }) => id),
    sites: park.sites,
    areaMu: park.areaMu,
    newMu: park.newMu,
    floorAreaM2: park.floorAreaM2,
    far: plotRatio,
    costWan: park.costWan,
    reckonedWan: park.reckonedWan,
    points: park.points,
    land: parcels.map(({ key: _, ...parcel }) => parcel),
    why: park.why,
    alternative: park.alternative,
    lossIfWithdrawn: park.loss && park.loss.points,
    loss: park.loss,
    ...(park.spare && { spare: { ...park.spare, districtName: districtName(park.spare.jurisdiction) } }),
  };
}

/** The prices by name, for whoever prices parks anew; parcels without a price left out. */
function certificateRow({ prices, beyond, mostParks }: Certificate, { problem, parcels, regions }: PlanLand) {
  const { years } = problem;
  return {
    limits: problem.limits.map(({ what, from, to }, n) => ({ what, from: years[from], to: years[to], price: prices.limits[n] })), // prettier-ignore
    targets: problem.targets.map(({ jurisdiction, from, to }, n) => ({
      district: jurisdiction,
      from: years[from],
      to: years[to],
      price: prices.targets[n],
    })),
    parcels: Object.fromEntries(
      parcels.flatMap(({ parcel }, place) => (prices.parcels[place] === 0 ? [] : [[parcel.id, prices.parcels[place]]])),
    ),
    townships: regions.map(({ township, jurisdiction }, n) => ({
      township,
      district: jurisdiction,
      beyond: beyond[n],
      mostParks: mostParks[n],
    })),
  };
}
