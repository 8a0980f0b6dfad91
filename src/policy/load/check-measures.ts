import { buildingFigures, parcelFigures } from '../measures/parcel-figures.ts';
import type { Pack } from '../pack.ts';
import type { Collection, Condition, Expression } from '../rule.ts';
import { checkCondition, type Speaker } from './check-conditions.ts';
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
  'ancillaryLandShare',
  'ancillaryFloorShare',
  'siteCount',
] as const;

const figuresOf: Readonly<Record<Speaker, readonly string[]>> = {
  park: parkFigures,
  parcel: parcelFigures,
  building: buildingFigures,
  site: [],
};

export const memberOf: Readonly<Record<Collection, Speaker>> = {
  parcels: 'parcel',
  buildings: 'building',
  sites: 'site',
};

/** Every measure's expression names only what there is, and none leads back to itself. */
export function checkMeasures(pack: Pack, document: PackDocument): void {
  for (const [name, measure] of Object.entries(pack.measures)) {
    const at = ['measures', name];
    if (!(measure.unit in pack.units)) complain('unknown-unit', document, [...at, 'unit'], { unit: measure.unit });
    const check = checker(pack, document);
    check(measure.from, 'park', [...at, 'from'], [name]);
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

type Check = (expression: Expression, speaker: Speaker, at: Path, above: readonly string[]) => void;

function checker(pack: Pack, document: PackDocument): Check {
  const check: Check = (expression, speaker, at, above) => {
    if (typeof expression === 'string') {
      if (!(expression in pack.measures)) complain('unknown-measure', document, at, { measure: expression });
      if (above.includes(expression)) complain('measure-circle', document, at, { measure: expression });
      return check(pack.measures[expression].from, speaker, at, [...above, expression]);
    }
    if ('figure' in expression && !figuresOf[speaker].includes(expression.figure))
      complain('unknown-figure', document, [...at, 'figure'], { figure: expression.figure });
    if ('field' in expression && !isField(pack, speaker, expression.field))
      complain('unknown-field', document, [...at, 'field'], { field: expression.field });
    if ('sum' in expression) {
      check(expression.sum.value, memberOf[expression.sum.of], [...at, 'sum', 'value'], above);
      where(pack, document, expression.sum, memberOf[expression.sum.of], [...at, 'sum']);
    }
    if ('count' in expression) where(pack, document, expression.count, memberOf[expression.count.of], [...at, 'count']);
    if ('distinct' in expression && !isField(pack, memberOf[expression.distinct.of], expression.distinct.field))
      complain('unknown-field', document, [...at, 'distinct', 'field'], { field: expression.distinct.field });
    if ('ratio' in expression) {
      check(expression.ratio.of, speaker, [...at, 'ratio', 'of'], above);
      check(expression.ratio.to, speaker, [...at, 'ratio', 'to'], above);
    }
  };
  return check;
}

export const isField = (pack: Pack, speaker: Speaker, field: string): boolean =>
  speaker !== 'site' && field in pack.fields[speaker];
