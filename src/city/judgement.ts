import type { ParkFacts } from '../domain/land/facts.ts';
import { landIndex, type LandIndex } from '../domain/land/land-index.ts';
import type { LandUses } from '../domain/land/land-use.ts';
import type { Park, Project } from '../domain/land/model.ts';
import { parkFacts } from '../domain/land/park-facts.ts';
import { remembered } from '../domain/land/remembered.ts';
import { surroundingsOf, type Surroundings } from '../domain/land/surroundings.ts';
import type { Metres } from '../domain/quantity/units.ts';
import { contextOf, type PolicyContext } from '../policy/context.ts';
import { evaluateJurisdictions, evaluatePark, type ProjectFindings } from '../policy/evaluate.ts';
import type { Finding } from '../policy/shape/finding.ts';
import { landUsesOf } from '../policy/land-uses.ts';
import { repairsOf, type RuleRepairs } from '../policy/repairs/repairs.ts';
import { targetsOf, type TargetRow } from '../policy/targets.ts';
import { baselineOf, difference, type Difference } from '../policy/what-if/difference.ts';
import type { Baseline, ParameterChange } from '../policy/what-if/baseline.ts';
import { vertexSigma, type Law } from './law.ts';
import { placeNames, type PlaceNames } from './place-names.ts';

/** What one law says of a city: facts and findings of its parks, each derived when it is first asked for. */
export class Judgement {
  readonly law: Law;
  readonly context: PolicyContext;
  readonly vertexSigmaM: Metres | undefined;
  readonly #project: Project;
  readonly #landUses: LandUses;
  readonly #index: LandIndex;
  readonly #placeNames: ReturnType<typeof placeNames>;
  readonly #facts = new Map<Park, ParkFacts>();
  readonly #findings = new Map<Park, readonly Finding[]>();
  #baseline: Baseline | null = null;

  constructor(project: Project, law: Law) {
    this.law = law;
    this.context = contextOf({ zones: [...project.zones.records], jurisdictions: project.jurisdictions }, law.pack);
    this.vertexSigmaM = vertexSigma(law);
    this.#project = project;
    this.#landUses = landUsesOf(law.pack);
    this.#index = landIndex(project, this.#landUses);
    this.#placeNames = placeNames(project, law.pack);
  }

  facts(park: Park): ParkFacts {
    return remembered(this.#facts, park, () =>
      parkFacts(this.#project, this.#index, park, this.#landUses, this.vertexSigmaM),
    );
  }

  findings(park: Park): readonly Finding[] {
    const { pack, date } = this.law;
    return remembered(this.#findings, park, () => evaluatePark(pack, this.facts(park), this.context, date));
  }

  /** How every rule the park misses could be mended, with the free land around it. */
  repairs(park: Park): readonly RuleRepairs[] {
    const { pack, date } = this.law;
    return repairsOf({ pack, facts: this.facts(park), context: this.context, date, land: this.surroundings(park) });
  }

  /** The land of a park and around it, on which changes are tried. */
  surroundings(park: Park): Surroundings {
    return surroundingsOf(this.#project, this.#index, this.facts(park), this.#landUses, this.vertexSigmaM);
  }

  /** Names of the district and townships the park lies in. */
  places(park: Park): PlaceNames {
    return this.#placeNames(
      park,
      this.facts(park).parcels.map(({ parcel }) => parcel),
    );
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
    this.#baseline ??= baselineOf(pack, this.#allFacts(), this.context, date);
    return difference(this.#baseline, changes);
  }

  #allFacts(): readonly ParkFacts[] {
    return this.#project.parks.map((park) => this.facts(park));
  }
}
