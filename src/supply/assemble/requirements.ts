import type { ParkFacts } from '../../domain/land/facts.ts';
import { squareMetresOf, type SquareMetres } from '../../domain/quantity/units.ts';
import { judge } from '../../policy/conditions/judge.ts';
import { parkRules } from '../../policy/evaluate.ts';
import { valueOn } from '../../policy/in-force.ts';
import { newScope } from '../../policy/new-scope.ts';
import { partsIn } from '../../policy/parts.ts';
import type { PolicyContext } from '../../policy/shape/context.ts';
import type { Condition, Expression } from '../../policy/shape/expression.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import type { LimitPart, Part } from '../../policy/shape/part.ts';
import type { Rule } from '../../policy/shape/rule.ts';

/** Where a number of the law stands. */
export interface Of {
  readonly rule: string;
  readonly clause: string;
}

/** A size: one of the two is enough. ∞ where the rule asks for no such area. */
interface SizeNeed extends Of {
  readonly landM2: SquareMetres;
  readonly floorM2: SquareMetres;
}
interface SitesNeed extends Of {
  readonly most: number;
}
export interface PlotRatioNeed extends Of {
  readonly least: number;
  /** On which parcels. */
  readonly where: Condition | null;
}

/** What the law in force asks of which land makes up a park, read from the rules; null where no rule asks for it. */
export interface Requirements {
  readonly size: SizeNeed | null;
  /** How many sites there may be, the strictest rule first: what it asks for is put first, what the last one allows is the end. */
  readonly sites: readonly SitesNeed[];
  readonly township: Of | null;
  readonly plotRatio: PlotRatioNeed | null;
}

/** `facts`: the park with all land that it could be made of, to tell which rules apply to it. */
export function requirementsOf(pack: Pack, facts: ParkFacts, context: PolicyContext, date: string): Requirements {
  const scope = newScope({ pack, facts, context, date, tracing: false });
  const rules = parkRules(pack, date).filter(({ applies }) => !applies || judge(applies, scope).value !== false);
  const limits = rules.flatMap((rule) =>
    partsIn(rule.test).flatMap((part) => (part.kind === 'limit' ? [limitOf(rule, part, pack, date)] : [])),
  );
  const sizes = rules.flatMap((rule) => sizeOf(rule, pack, date) ?? []);
  const ratios = limits.flatMap(({ of, op, value, from }) => {
    const where = op === '>=' ? plotRatioOf(from, pack) : undefined;
    return where === undefined ? [] : [{ ...of, least: value, where }];
  });
  const oneTownship = rules.find(
    ({ test }) => test.kind === 'same-value' && isTownships(pack.measures[test.measure].from),
  );
  return {
    size: sizes[0] ?? null,
    sites: limits
      .filter(({ op, from }) => op === '<=' && isCountOfSites(from))
      .map(({ of, value }) => ({ ...of, most: value }))
      .sort((a, b) => a.most - b.most),
    township: oneTownship ? { rule: oneTownship.id, clause: oneTownship.clause } : null,
    plotRatio: ratios.sort((a, b) => b.least - a.least)[0] ?? null,
  };
}

interface Limit extends Pick<LimitPart, 'op' | 'unit'> {
  readonly of: Of;
  readonly value: number;
  readonly from: Expression;
}

function limitOf({ id, clause }: Rule, part: LimitPart, pack: Pack, date: string): Limit {
  const { op, unit, measure } = part;
  const value = valueOn(part.value, date) ?? NaN;
  return { of: { rule: id, clause }, op, unit, value, from: pack.measures[measure].from };
}

/** A rule that asks for so much land or so much floor area, or for one of the two. */
function sizeOf(rule: Rule, pack: Pack, date: string): SizeNeed | null {
  const parts: readonly Part[] = rule.test.kind === 'any-of' ? rule.test.of : [rule.test];
  const areas = parts.map((part) =>
    part.kind === 'limit' && part.op === '>=' ? areaOf(rule, part, pack, date) : null,
  );
  if (areas.some((area) => area === null)) return null;
  const least = (figure: string) => Math.min(...areas.flatMap((area) => (area!.figure === figure ? [area!.m2] : [])));
  return { rule: rule.id, clause: rule.clause, landM2: least('landArea'), floorM2: least('floorArea') };
}

function areaOf(rule: Rule, part: LimitPart, pack: Pack, date: string) {
  const { from, value, unit } = limitOf(rule, part, pack, date);
  const figure = typeof from === 'object' && 'figure' in from ? from.figure : null;
  if (figure !== 'landArea' && figure !== 'floorArea') return null;
  if (unit === 'mu') return { figure, m2: squareMetresOf(value) };
  return unit === 'm2' ? { figure, m2: value } : null;
}

const isCountOfSites = (from: Expression): boolean =>
  typeof from === 'object' && 'count' in from && from.count.of === 'sites' && !from.count.where;

const isTownships = (from: Expression): boolean =>
  typeof from === 'object' &&
  'distinct' in from &&
  from.distinct.of === 'parcels' &&
  from.distinct.field === 'townshipCode';

/** Of counted floor area to land, the parcels it is taken over; undefined for any other measure. */
function plotRatioOf(from: Expression, pack: Pack): Condition | null | undefined {
  if (typeof from !== 'object' || !('ratio' in from)) return undefined;
  const [floor, land] = [from.ratio.of, from.ratio.to].map((side) => sumOver(side, pack));
  if (floor?.figure !== 'countedFloorArea' || land?.figure !== 'area') return undefined;
  return land.where ?? null;
}

function sumOver(side: Expression, pack: Pack): { readonly figure: string; readonly where?: Condition } | null {
  const from = typeof side === 'string' ? pack.measures[side].from : side;
  if (typeof from !== 'object' || !('sum' in from) || from.sum.of !== 'parcels') return null;
  const { value, where } = from.sum;
  return typeof value === 'object' && 'figure' in value ? { figure: value.figure, where } : null;
}
