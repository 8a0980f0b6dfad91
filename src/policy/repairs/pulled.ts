import type { ParkFacts } from '../../domain/land/facts.ts';
import type { Surroundings } from '../../domain/land/surroundings.ts';
import type { PolicyContext } from '../shape/context.ts';
import type { Pack } from '../shape/pack.ts';
import { landUsesOf } from '../land-uses.ts';
import type { Part } from '../shape/part.ts';
import type { Lever, Rule } from '../shape/rule.ts';
import { runOf } from '../run.ts';
import { partsIn } from '../parts.ts';
import { newScope } from '../new-scope.ts';
import { isMissed } from '../outcomes.ts';
import { after, mends, type LeverBench } from './bench.ts';
import type { Borderline } from '../shape/finding.ts';
import type { MendStep } from '../shape/mend-step.ts';
import type { Outcome } from '../shape/outcome.ts';
import { levers } from './levers/index.ts';

export interface RepairRequest {
  readonly pack: Pack;
  readonly facts: ParkFacts;
  readonly context: PolicyContext;
  readonly date: string;
  readonly land: Surroundings;
  /**
   * What every rule about parks says once steps are done to the land itself and everything is derived again. Amounts are
   * looked for on facts alone, each repair found is judged by this.
   */
  readonly outcomesDone?: (steps: readonly MendStep[]) => ReadonlyMap<string, Outcome>;
}

export type RequestBench = LeverBench & { readonly request: RepairRequest };

/** What the levers of a rule work with. */
export function benchOf(rule: Rule, request: RepairRequest): RequestBench {
  const { pack, facts, context, date, land } = request;
  // Exceptions aside: what an authority would have to allow is not mended.
  const judged = (own: ParkFacts) => runOf(about(own)).bare(rule);
  const outcomeOf = (own: ParkFacts) => judged(own).outcome;
  let lacking: boolean | undefined;
  const lacksData = () => (lacking ??= isMissed(outcomeOf(facts)) && runOf(about(facts)).bare(rule).missing.length > 0);
  const about = (own: ParkFacts) => ({ pack, facts: own, context, date, tracing: false });
  // What is missed whatever is missing may come out unknown: nothing more can be told of it.
  const isMet = (own: ParkFacts) => !['fail', 'advisory', ...(lacksData() ? [] : ['unknown'])].includes(outcomeOf(own));
  return {
    request,
    rule,
    facts,
    date,
    land,
    landUses: landUsesOf(pack),
    scopeOf: (own) => newScope(about(own)),
    isMet,
    isClear: (own) => isMet(own) && !judged(own).alternatives.some(isResolution),
    marginOf: (own) => judged(own).margin?.value ?? null,
    isMissed: (own) => isMissed(outcomeOf(own)),
  };
}

const isResolution = ({ on, sigma }: Borderline): boolean => on === 'precision' && sigma === undefined;

/** A way to mend a rule, by the lever that found it. */
export interface Found {
  readonly code: string;
  readonly steps: readonly MendStep[];
}

/** What the levers of the rule, or of the measures it tests, can do. Of one lever no two ways that are the same. */
export function pulled(rule: Rule, pack: Pack, bench: RequestBench): readonly Found[] {
  if (rule.test.kind === 'all-of' && !rule.levers) return ofAllParts(rule, pack, bench);
  return leversOf(rule, pack).flatMap((lever) => {
    const ways = waysOf(lever, bench).filter(({ steps }) => steps.length > 0);
    // Of records each judged alone the known misses are mended, though others lack data and leave the rule unknown.
    const isEnough = isOfRecords(lever) ? (own: ParkFacts) => !bench.isMissed(own) : bench.isMet;
    return ways.filter(({ steps }) => isEnough(after(bench, steps)));
  });
}

/** What is to be done though its day has passed and nothing mends that. */
export const belated = (rule: Rule, pack: Pack, bench: RequestBench): readonly Found[] =>
  leversOf(rule, pack)
    .filter(({ lever }) => lever === 'do-late')
    .flatMap((lever) => waysOf(lever, bench));

const isOfRecords = ({ lever, of }: Lever): boolean => of !== undefined || lever === 'merge-units';

function leversOf(rule: Rule, pack: Pack): readonly Lever[] {
  const own = rule.levers ?? measuresOf(rule.test).flatMap((name) => pack.measures[name].levers ?? []);
  return [...new Map(own.map((lever) => [JSON.stringify(lever), lever])).values()];
}

/** Where all parts must hold, the ways of the one missed; of several the first of each, all of them together. */
function ofAllParts(rule: Rule, pack: Pack, bench: RequestBench): readonly Found[] {
  const parts = ('of' in rule.test ? rule.test.of : []).map((test) => benchOf({ ...rule, test }, bench.request));
  const ways = parts.filter((part) => !part.isMet(bench.facts)).map((part) => pulled(part.rule, pack, part));
  if (ways.length === 1) return ways[0];
  if (ways.length === 0 || ways.some((found) => found.length === 0)) return [];
  const steps = ways.flatMap(([first]) => first.steps);
  return mends(bench, steps) ? [{ code: 'together', steps }] : [];
}

const waysOf = (lever: Lever, bench: RequestBench): readonly Found[] =>
  levers.get(lever.lever)!(lever, bench).map((steps) => ({ code: lever.lever, steps }));

const measuresOf = (part: Part): readonly string[] =>
  partsIn(part).flatMap((own) => ('measure' in own ? [own.measure] : []));
