import type { ParkFacts } from '../../domain/land/facts.ts';
import { partOfPark } from '../../domain/land/part.ts';
import { linearOf } from '../../domain/land/partly.ts';
import type { Measured, PartFinding, TraceStep } from '../shape/finding.ts';
import { valuesOf } from '../measures/distinct.ts';
import { measure } from '../measures/compute.ts';
import { landUsesOf } from '../land-uses.ts';
import type { ByPartPart } from '../shape/part.ts';
import { inUnit } from '../threshold.ts';
import { nothing, type Bench, type RuleKind } from './kind.ts';
import { deeper, ifTracing } from '../trace-steps.ts';

/**
 * A park taken part by part 分期: its parcels with one value of a field, judged alone by other rules. It permits and
 * forbids nothing, so it passes; a parcel of which it is not known to which part it belongs leaves it unknown.
 */
export const byPart: RuleKind<'by-part'> = {
  name: 'by-part',
  needs: { by: true, shows: true, rules: true },
  restsOn: ({ shows, rules }) => ({ expressions: shows.map(({ measure }) => measure), rules }),
  evaluate(part, bench) {
    const { scope } = bench;
    const { ids, missing } = valuesOf(scope, { of: 'parcels', field: part.by });
    // A parcel of which it is not known to which part it belongs may be of each of them.
    const maybe = new Map(missing.flatMap((m) => (m.kind === 'parcel' ? [[m.id, m] as const] : [])));
    const values = [...ids.keys()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    const landUses = landUsesOf(scope.pack);
    const judged = values.map((value) => {
      const inputs = ids.get(value)!;
      return judgeAlone(part, value, inputs, partOfPark(scope.facts, new Set(inputs), landUses, maybe), bench);
    });
    const outcome = missing.length > 0 ? 'unknown' : 'pass';
    const steps = ifTracing(scope, () => [
      { depth: 0, node: 'by-part', outcome },
      ...deeper(judged.flatMap((j) => j.steps)),
    ]);
    return { ...nothing, outcome, missing, parts: judged.map((j) => j.finding), steps };
  },
};

function judgeAlone(
  { by, shows, rules }: ByPartPart,
  value: string,
  inputs: readonly string[],
  facts: ParkFacts,
  bench: Bench,
): { readonly finding: PartFinding; readonly steps: readonly TraceStep[] } {
  const { scope } = bench;
  const run = bench.alone(facts);
  const measures = shows.map(({ measure: what, unit }) => ({ what, unit, ...measure(what, run.scope) }));
  const measured = measures.flatMap(({ what, unit, input }): Measured[] => {
    const figure = input.state === 'value' ? input.value : input.state === 'unknown' ? linearOf(input).known : null;
    if (!figure) return [];
    const end = input.state === 'unknown' ? { end: 'at-least' as const } : {};
    return [{ what, value: inUnit(figure.value, figure.unit, unit), unit, ...end }];
  });
  const own = rules.flatMap((rule) => {
    const result = run.judge(rule);
    return result && result.outcome !== 'not-applicable' ? [{ rule, result }] : [];
  });
  return {
    finding: {
      by,
      part: value,
      inputs,
      measured,
      rules: own.map(({ rule, result }) => ({
        rule,
        outcome: result.outcome,
        measured: result.measured,
        required: result.required,
        margin: result.margin,
        missing: result.missing,
      })),
    },
    steps: ifTracing(scope, () => [
      { depth: 0, node: by, value, inputs },
      ...deeper(measures.flatMap((m) => m.steps)),
      ...deeper(
        own.flatMap(({ rule, result }) => [{ depth: 0, node: rule, outcome: result.outcome }, ...deeper(result.steps)]),
      ),
    ]),
  };
}
