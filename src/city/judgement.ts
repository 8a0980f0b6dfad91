import { ForkedMap } from '../domain/forked-map.ts';
import type { ParkFacts } from '../domain/land/facts.ts';
import type { Change, Key } from '../domain/land/change.ts';
import type { Applied, ChangeRefusal, Land } from '../domain/land/land.ts';
import type { LandUses } from '../domain/land/land-use.ts';
import { memoized } from '../domain/land/memoized.ts';
import type { Parcel, Park } from '../domain/land/model.ts';
import { parkFacts } from '../domain/land/park-facts.ts';
import { surroundingsOf } from '../domain/land/surroundings.ts';
import type { Result } from '../domain/outcome.ts';
import type { Metres } from '../domain/quantity/units.ts';
import { contextOf } from '../policy/context.ts';
import type { PolicyContext } from '../policy/shape/context.ts';
import {
  evaluateJurisdictions,
  evaluatePark,
  outcomesOf,
  parkRules,
  type ProjectFindings,
} from '../policy/evaluate.ts';
import type { Finding } from '../policy/shape/finding.ts';
import { landUsesOf } from '../policy/land-uses.ts';
import { repairsOf, type RuleRepairs } from '../policy/repairs/repairs.ts';
import { tried } from '../policy/repairs/words.ts';
import type { MendStep } from '../policy/shape/mend-step.ts';
import type { Outcome } from '../policy/shape/outcome.ts';
import { targetsOf, type TargetRow } from '../policy/targets.ts';
import { baselineOf, difference, type Difference } from '../policy/what-if/difference.ts';
import type { Baseline, ParameterChange } from '../policy/what-if/baseline.ts';
import { vertexSigma, type Law } from './law.ts';
import { changeBy } from './mend-change.ts';
import { parkLand, parkLandAround, type ParkLand } from './park-land.ts';
import type { ParkOnTrial } from './park-on-trial.ts';
import type { PlacedLand } from './placed-land.ts';
import { placeNames, type PlaceNames } from './place-names.ts';

/** What is judged: land placed, and at which version what of it changed last. A city is one. */
export interface JudgedLand {
  readonly version: number;
  readonly land: Land;
  readonly placed: PlacedLand;
  readonly parks: readonly Key[];
  readonly placesChangedAt: number;
  park(key: Key): Park | undefined;
  changedAt(key: Key): number;
  /** The same, to be changed apart from this. */
  fork(): JudgedLand & { apply(change: Change): Result<Applied, ChangeRefusal> };
}

/** What is known of a park as its land was at a version. */
interface KnownPark {
  readonly version: number;
  land?: ParkLand;
  facts?: ParkFacts;
  findings?: readonly Finding[];
}

/** The same of what all parks share. */
interface KnownAround {
  readonly version: number;
  readonly context: PolicyContext;
  readonly placeNames: ReturnType<typeof placeNames>;
}

/**
 * What one law says of a city while it changes: facts and findings of its parks, each derived when it is first asked for,
 * and again once something has been changed on which they rest.
 */
export class Judgement {
  readonly law: Law;
  readonly vertexSigmaM: Metres | undefined;
  readonly #city: JudgedLand;
  readonly #landUses: LandUses;
  readonly #parks: ForkedMap<Key, KnownPark>;
  #around: KnownAround | null;
  #baseline: { readonly version: number; readonly of: Baseline } | null = null;

  constructor(
    city: JudgedLand,
    law: Law,
    parks: ForkedMap<Key, KnownPark> = new ForkedMap(),
    around: KnownAround | null = null,
  ) {
    this.law = law;
    this.vertexSigmaM = vertexSigma(law);
    this.#city = city;
    this.#landUses = landUsesOf(law.pack);
    this.#parks = parks;
    this.#around = around;
  }

  /** What the same law says of a fork of the city: what is known stays known. */
  on(fork: JudgedLand): Judgement {
    return new Judgement(fork, this.law, this.#parks.fork(), this.#placesNow());
  }

  get context(): PolicyContext {
    return this.#placesNow().context;
  }

  /** The park's land by itself, of which its facts are made: their rows are rows of it. */
  land(key: Key): ParkLand {
    return (this.#known(key).land ??= parkLand(this.#city.placed, this.#city.park(key)!, this.#landUses));
  }

  facts(key: Key): ParkFacts {
    const known = this.#known(key);
    if (known.facts) return known.facts;
    const { project, index, remembering } = this.land(key);
    return (known.facts = parkFacts(project, index, project.parks[0], this.#landUses, this.vertexSigmaM, remembering));
  }

  findings(key: Key): readonly Finding[] {
    const { pack, date } = this.law;
    return (this.#known(key).findings ??= evaluatePark(pack, this.facts(key), this.context, date));
  }

  /** Whether a park has been judged as its land is now. */
  isJudged(key: Key): boolean {
    return this.#known(key).findings !== undefined;
  }

  /** What they come to alone, where no one reads the findings. */
  outcomes(key: Key): ReadonlyMap<string, Outcome> {
    const { pack, date } = this.law;
    return outcomesOf(parkRules(pack, date), { pack, facts: this.facts(key), context: this.context, date });
  }

  /** How every rule the park misses could be mended, with the free land around it. */
  repairs(key: Key): readonly RuleRepairs[] {
    const { pack, date } = this.law;
    const park = this.trial(key);
    // One way often mends several rules.
    const known = new Map<string, ReadonlyMap<string, Outcome>>();
    const outcomesDone = (steps: readonly MendStep[]) =>
      memoized(known, JSON.stringify(steps), () => this.#outcomesDone(park, steps));
    return repairsOf({ pack, facts: park.facts, land: park.land, context: this.context, date, outcomesDone });
  }

  /** What the rules say of a park once steps are done to a fork of the city and what they touch is derived again. */
  #outcomesDone(park: ParkOnTrial, steps: readonly MendStep[]): ReadonlyMap<string, Outcome> {
    const fork = this.#city.fork();
    const done = fork.apply(changeBy(fork.land, park, steps, tried));
    if (!done.ok) throw new Error(`a change of land as it is was refused: ${done.refusal.code}`);
    return this.on(fork).outcomes(park.key);
  }

  /** The park with the land around it, on which changes are tried. */
  trial(key: Key): ParkOnTrial {
    const { project, index, remembering } = parkLandAround(this.#city.placed, this.#city.park(key)!, this.#landUses);
    const facts = parkFacts(project, index, project.parks[0], this.#landUses, this.vertexSigmaM, remembering);
    const land = surroundingsOf(project, index, facts, this.#landUses, this.vertexSigmaM, remembering);
    return { key, project, facts, land };
  }

  /** Names of the district and townships the park lies in, or these of its parcels do. */
  places(key: Key, of?: readonly Parcel[]): PlaceNames {
    const { park, parcels } = this.facts(key);
    return this.placesOf(park, of ?? parcels.map(({ parcel }) => parcel));
  }

  /** The same of records, whatever else is known of them. */
  placesOf(park: Park, parcels: readonly Parcel[]): PlaceNames {
    return this.#placesNow().placeNames(park, parcels);
  }

  /** Findings about the jurisdictions, which count all parks. */
  jurisdictions(): ProjectFindings['jurisdictions'] {
    return evaluateJurisdictions(this.law.pack, this.#allFacts(), this.context, this.law.date);
  }

  /** Progress against the targets, the cumulative count from another base year than the pack's where one is given. */
  targets(baseYear?: number): readonly TargetRow[] {
    const { context } = this;
    const settings = baseYear === undefined ? context.settings : { ...context.settings, baseYear };
    return targetsOf(this.law.pack, this.#allFacts(), { ...context, settings }, this.law.date);
  }

  /** What other values of the law would change; the pack stays as it is. */
  difference(changes: readonly ParameterChange[]): Difference {
    const { pack, date } = this.law;
    const { version } = this.#city;
    if (this.#baseline?.version !== version)
      this.#baseline = { version, of: baselineOf(pack, this.#allFacts(), this.context, date) };
    return difference(this.#baseline.of, changes);
  }

  #allFacts(): readonly ParkFacts[] {
    return this.#city.parks.map((key) => this.facts(key));
  }

  #known(key: Key): KnownPark {
    const version = this.#city.changedAt(key);
    const known = this.#parks.get(key);
    if (known?.version === version) return known;
    const anew: KnownPark = { version };
    this.#parks.set(key, anew);
    return anew;
  }

  /** Zones, jurisdictions and names of places as they are now. */
  #placesNow(): KnownAround {
    const version = this.#city.placesChangedAt;
    if (this.#around?.version === version) return this.#around;
    const { land } = this.#city;
    const around = {
      townships: land.table('township').compact(),
      zones: [...land.table('zone').compact().records],
      jurisdictions: [...land.table('jurisdiction').compact().records],
    };
    const { pack } = this.law;
    return (this.#around = { version, context: contextOf(around, pack), placeNames: placeNames(around, pack) });
  }
}
