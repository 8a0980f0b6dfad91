import { buildingFigures, parcelFigures } from '../measures/parcel-figures.ts';
import type { Pack } from '../shape/pack.ts';
import type { Collection, Condition, Expression, Extreme, Span } from '../shape/expression.ts';
import type { Measure } from '../shape/rule.ts';
import { checkCondition } from './check-conditions.ts';
import { checkField, memberOf, type Speaker, type Use } from './speaker.ts';
import { checkLevers } from './check-levers.ts';
import type { PackDocument, Path } from './document.ts';
import { complain } from './place.ts';

/** Figures of a park that `domain/land` computes; sites have none. */
const parkFigures = [
  'landArea',
  'industrialLandArea',
  'floorArea',
  'countedFloorArea',
  'footprintArea',
  'plotRatio',
  'buildingDensity',
  'ancillaryFloor',
  'ancillaryLandShare',
  'ancillaryFloorShare',
  'siteCount',
] as const;

const figuresOf: Readonly<Record<Speaker, readonly string[]>> = {
  park: parkFigures,
  parcel: parcelFigures,
  building: buildingFigures,
  site: [],
  unit: [],
  lease: [],
  jurisdiction: [],
};

/** Every measure's expression names only what there is, and none leads back to itself. */
export function checkMeasures(pack: Pack, document: PackDocument): void {
  for (const [name, measure] of Object.entries(pack.measures)) {
    const at = ['measures', name];
    if (!(measure.unit in pack.units)) complain('unknown-unit', document, [...at, 'unit'], { unit: measure.unit });
    const check = checker(pack, document);
    const speaker = measure.about ? memberOf[measure.about] : 'park';
    check(measure.from, speaker, [...at, 'from'], [name]);
    checkBeside(measure, speaker, pack, document, at);
    checkLevers(measure.levers, pack, document, [...at, 'levers']);
    if (measure.each) {
      const member = memberOf[measure.each.of];
      check(measure.each.value, member, [...at, 'each', 'value'], [name]);
      where(pack, document, measure.each, member, [...at, 'each']);
    }
  }
}

function where(
  pack: Pack,
  document: PackDocument,
  from: { readonly where?: Condition },
  member: Speaker,
  at: Path,
): void {
  if (from.where) checkCondition(from.where, member, pack, document, [...at, 'where']);
}

/** What is shown beside a measure is there to be shown. */
function checkBeside({ beside }: Measure, speaker: Speaker, pack: Pack, document: PackDocument, at: Path): void {
  beside?.forEach((shown, i) => {
    if (typeof shown === 'string') {
      if (!(shown in pack.measures)) complain('unknown-measure', document, [...at, 'beside', i], { measure: shown });
    } else checkField(shown.field, speaker, 'scalar', document, [...at, 'beside', i, 'field']);
  });
}

type Check = (expression: Expression, speaker: Speaker, at: Path, above: readonly string[]) => void;

/** Checks an expression of a rule, asked of the park or of the members of a collection. */
export const checkExpression = (
  e: Expression,
  of: Collection | undefined,
  pack: Pack,
  document: PackDocument,
  at: Path,
): void => checker(pack, document)(e, of ? memberOf[of] : 'park', at, []);

function checker(pack: Pack, document: PackDocument): Check {
  const field = (name: string, speaker: Speaker, use: Use, at: Path) => checkField(name, speaker, use, document, at);
  const check: Check = (expression, speaker, at, above) => {
    if (typeof expression === 'string') {
      if (!(expression in pack.measures)) complain('unknown-measure', document, at, { measure: expression });
      if (above.includes(expression)) complain('measure-circle', document, at, { measure: expression });
      return check(pack.measures[expression].from, speaker, at, [...above, expression]);
    }
    if ('figure' in expression && !figuresOf[speaker].includes(expression.figure))
      complain('unknown-figure', document, [...at, 'figure'], { figure: expression.figure });
    if ('field' in expression) field(expression.field, speaker, 'figure', [...at, 'field']);
    if ('entries' in expression) field(expression.entries, speaker, 'list', [...at, 'entries']);
    if ('park' in expression) check(expression.park, 'park', [...at, 'park'], above);
    for (const form of ['days', 'years'] as const) {
      const span = (expression as Partial<Record<typeof form, Span>>)[form];
      if (!span) continue;
      field(span.from, speaker, 'day', [...at, form, 'from']);
      field(span.to, speaker, 'day', [...at, form, 'to']);
    }
    if ('months' in expression) {
      const { since, without } = expression.months;
      field(since, speaker, 'day', [...at, 'months', 'since']);
      if (without !== undefined) field(without, speaker, 'months', [...at, 'months', 'without']);
    }
    overMembers(expression, check, pack, document, at, above);
    for (const [steps, inner] of innerOf(expression)) check(inner, speaker, [...at, ...steps], above);
    if ('cases' in expression)
      expression.cases.forEach(({ when }, i) => {
        if (when) checkCondition(when, speaker, pack, document, [...at, 'cases', i, 'when']);
      });
  };
  return check;
}

/** Expressions within one that are asked of the same record. */
function innerOf(expression: Exclude<Expression, string>): (readonly [Path, Expression])[] {
  if ('ratio' in expression)
    return [
      [['ratio', 'of'], expression.ratio.of],
      [['ratio', 'to'], expression.ratio.to],
    ];
  if ('cases' in expression) return expression.cases.map(({ value }, i) => [['cases', i, 'value'], value]);
  return Object.entries(expression).flatMap(([form, sides]) =>
    ['plus', 'minus', 'times', 'smaller', 'larger'].includes(form)
      ? (sides as readonly Expression[]).map((side, i) => [[form, i], side] as const)
      : [],
  );
}

/** Sums, counts and extremes ask the members of a collection. */
function overMembers(
  expression: Exclude<Expression, string>,
  check: Check,
  pack: Pack,
  document: PackDocument,
  at: Path,
  above: readonly string[],
): void {
  for (const form of ['sum', 'count', 'least', 'greatest'] as const) {
    const over = (expression as Partial<Record<typeof form, Partial<Extreme> & { readonly of: Collection }>>)[form];
    if (!over) continue;
    if (over.value !== undefined) check(over.value, memberOf[over.of], [...at, form, 'value'], above);
    where(pack, document, over, memberOf[over.of], [...at, form]);
  }
  if ('distinct' in expression) {
    const { of, field } = expression.distinct;
    checkField(field, memberOf[of], 'scalar', document, [...at, 'distinct', 'field']);
  }
}
