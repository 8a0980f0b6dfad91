import type { Layer } from '../domain/geometry/columns/layer.ts';
import type { Shelved } from '../domain/land/by-shelf.ts';
import type { Key } from '../domain/land/change.ts';
import type { ParkFacts } from '../domain/land/facts.ts';
import type { Park } from '../domain/land/model.ts';
import { boundsAround } from '../domain/geometry/columns/bounds.ts';
import { headlineBound } from '../policy/headline.ts';
import { worstOutcome } from '../policy/outcomes.ts';
import type { Finding, TraceStep } from '../policy/shape/finding.ts';
import type { Outcome } from '../policy/shape/outcome.ts';
import { boundsOfRows } from './drawing/rows.ts';
import type { Judgement } from './judgement.ts';
import type { PlacedLand } from './placed-land.ts';
import { drawnSites } from './drawing/sites.ts';
import type { PlaceNames } from './place-names.ts';
import type { Headline, ParkLine, ParkView, RuleTally } from './view.ts';

/** A park with what is known and found of it. */
export interface JudgedPark {
  readonly key: Key;
  readonly facts: ParkFacts;
  readonly findings: readonly Finding[];
  readonly places: PlaceNames;
  /** Boundaries of its parcels, by the rows in its facts. */
  readonly layer: Layer;
  readonly shelvedOf: (row: number) => Shelved;
}

export const judgedPark = (judgement: Judgement, key: Key): JudgedPark => ({
  key,
  facts: judgement.facts(key),
  findings: judgement.findings(key),
  places: judgement.places(key),
  layer: judgement.land(key).project.parcels.layer,
  shelvedOf: judgement.land(key).remembering.parcel,
});

const boundsOf = ({ layer, facts }: JudgedPark): ParkLine['bounds'] =>
  boundsOfRows(
    layer,
    facts.parcels.map((p) => p.row),
  );

/** As the list and the map show it. */
export function parkLine(park: JudgedPark): ParkLine {
  const { key, facts, findings, places } = park;
  const headline = (what: string, unit: 'mu' | 'ratio'): Headline | null => {
    const figure = facts.figures[what];
    const against = headlineBound(findings, unit);
    return figure?.state === 'value' ? { value: figure.value.value, ...(against && { against }) } : null;
  };
  return {
    key,
    ...named(facts.park),
    ...places,
    outcome: worstOutcome(findings),
    landM2: headline('landArea', 'mu'),
    plotRatio: headline('plotRatio', 'ratio'),
    bounds: boundsOf(park),
    sites: drawnSites(park),
  };
}

/** The same of a park that is not judged yet: what stands in the records, found in no time. */
export function unjudgedLine(placed: PlacedLand, judgement: Judgement, key: Key): ParkLine {
  const park = placed.park(key)!;
  const own = placed.parcelsOfPark(park.id);
  const table = placed.land.table('parcel');
  const boxes = own.flatMap((parcel) => {
    const { layer, row } = table.drawn(parcel);
    return boundsOfRows(layer, [row]) ?? [];
  });
  return {
    key,
    ...named(park),
    ...judgement.placesOf(
      park,
      own.map((parcel) => placed.parcel(parcel)!),
    ),
    outcome: null,
    landM2: null,
    plotRatio: null,
    bounds: boxes.length > 0 ? boundsAround(boxes) : null,
    sites: [],
  };
}

function named({ id, name, parkType, stage, industries }: Park): Pick<ParkLine, 'id' | 'name' | 'parkType'> {
  return {
    id,
    ...(name !== undefined && { name }),
    ...(parkType !== undefined && { parkType }),
    ...(stage !== undefined && { stage }),
    ...(industries !== undefined && { industries }),
  };
}

/** In full, as its card shows it. */
export function parkView(park: JudgedPark): ParkView {
  const { key, facts, findings, places } = park;
  return {
    key,
    park: facts.park,
    facts,
    findings: findings.map(withShortTrace),
    outcome: worstOutcome(findings),
    ...places,
    bounds: boundsOf(park),
  };
}

/** The finding with the steps of its trace that its sentence rests on: those that may name what softens it. */
export function withShortTrace(finding: Finding): Finding {
  // The steps are told when they are read; most findings need none.
  const rest: Record<string, unknown> = {};
  for (const name of Object.keys(finding) as (keyof Finding)[]) if (name !== 'trace') rest[name] = finding[name];
  const soft = ({ outcome, value }: TraceStep) => outcome === 'relaxed' || value === true;
  const trace = finding.outcome === 'relaxed' ? finding.trace.filter(soft) : [];
  return { ...(rest as unknown as Omit<Finding, 'trace'>), trace };
}

interface Tallying {
  readonly outcomes: Partial<Record<Outcome, number>>;
  readonly required: Map<string, Finding['required']>;
}

/** What each rule comes to in the parks it applies to, by its id. */
export function ruleTallies(parks: readonly (readonly Finding[])[]): Readonly<Record<string, RuleTally>> {
  const rules = new Map<string, Tallying>();
  for (const { rule, outcome, required } of parks.flat()) {
    if (outcome === 'not-applicable') continue;
    const tally: Tallying = rules.get(rule) ?? { outcomes: {}, required: new Map() };
    rules.set(rule, tally);
    tally.outcomes[outcome] = (tally.outcomes[outcome] ?? 0) + 1;
    const ofLaw = required.filter(({ ofRecord }) => !ofRecord);
    if (ofLaw.length > 0) tally.required.set(JSON.stringify(ofLaw), ofLaw);
  }
  return Object.fromEntries(
    [...rules].map(([rule, { outcomes, required }]) => [rule, { outcomes, required: [...required.values()] }]),
  );
}
