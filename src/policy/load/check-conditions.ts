import { fits } from '../../domain/land/fields/fits.ts';
import type { Pack } from '../shape/pack.ts';
import type { Condition } from '../shape/expression.ts';
import { comparable } from '../threshold.ts';
import { checkField, isField, memberOf, withoutNull, type Speaker } from './speaker.ts';
import type { PackDocument, Path } from './document.ts';
import { complain } from './place.ts';

/** A condition names only fields, measures and units there are, and asks each only of a record that has it. */
export function checkCondition(
  condition: Condition,
  speaker: Speaker,
  pack: Pack,
  document: PackDocument,
  at: Path,
): void {
  const inner = (c: Condition, who: Speaker, ...steps: Path) =>
    checkCondition(c, who, pack, document, [...at, ...steps]);
  const wrong = (step: string, field: string) => complain('unknown-field', document, [...at, step], { field });
  if ('all' in condition) return condition.all.forEach((c, i) => inner(c, speaker, 'all', i));
  if ('any' in condition) return condition.any.forEach((c, i) => inner(c, speaker, 'any', i));
  if ('not' in condition) return inner(condition.not, speaker, 'not');
  if ('every' in condition) return inner(condition.that, memberOf[condition.every], 'that');
  if ('some' in condition) return inner(condition.that, memberOf[condition.some], 'that');
  if ('park' in condition) return inner(condition.park, 'park', 'park');
  if ('parcel' in condition)
    return speaker === 'building' ? inner(condition.parcel, 'parcel', 'parcel') : wrong('parcel', 'parcel');
  if ('building' in condition)
    return speaker === 'unit' ? inner(condition.building, 'building', 'building') : wrong('building', 'building');
  if ('category' in condition && speaker !== 'jurisdiction') wrong('category', 'category');
  if ('without' in condition) checkField(condition.without, speaker, 'none', document, [...at, 'without']);
  if ('recorded' in condition) checkField(condition.recorded, speaker, 'scalar', document, [...at, 'recorded']);
  if ('field' in condition) checkValues(condition, speaker, document, at);
  if ('landUse' in condition && speaker !== 'parcel') wrong('landUse', 'landClass');
  if ('districtCategory' in condition && !isField(speaker, 'districtCode')) wrong('districtCategory', 'districtCode');
  if ('zoneType' in condition && !isField(speaker, 'zoneId')) wrong('zoneType', 'zoneId');
  if ('measure' in condition) {
    checkComparison(condition, pack, document, at);
    checkSpeaker(condition.measure, speaker, pack, document, [...at, 'measure']);
    if ('to' in condition && !(condition.to in pack.measures))
      complain('unknown-measure', document, [...at, 'to'], { measure: condition.to });
  }
}

/** A field is compared with values it can have. */
function checkValues(
  condition: Extract<Condition, { readonly field: string }>,
  speaker: Speaker,
  document: PackDocument,
  at: Path,
): void {
  const { field, is, in: among } = condition;
  const type = withoutNull(checkField(field, speaker, 'scalar', document, [...at, 'field']));
  const check = (value: unknown, ...steps: Path) => {
    if (!fits(value, type)) complain('unknown-value', document, [...at, ...steps], { field, value: String(value) });
  };
  if (is !== undefined) check(is, 'is');
  among?.forEach((value, i) => check(value, 'in', i));
}

/** A measure about the members of a collection is asked of one of them, any other of the park. */
function checkSpeaker(name: string, speaker: Speaker, pack: Pack, document: PackDocument, at: Path): void {
  const { about } = pack.measures[name];
  if (about && memberOf[about] !== speaker) complain('unknown-measure', document, at, { measure: name });
}

/** A comparison's measure and unit exist and go together. */
export function checkComparison(
  { measure, unit }: { readonly measure: string; readonly unit: string },
  pack: Pack,
  document: PackDocument,
  at: Path,
): void {
  const known = pack.measures[measure];
  if (!known) complain('unknown-measure', document, [...at, 'measure'], { measure });
  if (!(unit in pack.units)) complain('unknown-unit', document, [...at, 'unit'], { unit });
  if (!comparable(known.unit, unit as keyof Pack['units']))
    complain('unit-mismatch', document, [...at, 'unit'], { measure, unit });
}
