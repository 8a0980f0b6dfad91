import { CONDITION_OF, type BoundName } from '../../../desk/laying/conditions.ts';
import { fieldsOfKind } from '../../../domain/land/fields/kinds.ts';
import type { NumberRange } from '../../../domain/land/model.ts';
import { formOf, underHeading } from '../../../domain/land/written-bounds/form.ts';
import { readBounds } from '../../../domain/land/written-bounds/read.ts';
import type { Language } from '../../../texts/language.ts';
import { writtenBounds } from '../../../texts/written-bounds.ts';
import type { LaidLand } from '../../state/sketch/laying/asked.ts';

const typeOf = (name: BoundName) => {
  const type = fieldsOfKind('condition')[CONDITION_OF[name]];
  if (type.is !== 'range') throw new Error(`${name} has no bounds`);
  return type;
};

/** In what its bounds are written. */
export function writtenIn(name: BoundName): 'metres' | 'share' | 'ratio' {
  const { unit } = typeOf(name);
  return unit === 'm' ? 'metres' : unit === 'share' ? 'share' : 'ratio';
}

/** `1.5～2.5`, `≤60%`, as it is typed again. */
export function boundsText(
  name: BoundName,
  { min, max, ...exclusive }: LaidLand['conditions'][BoundName],
  language: Language,
): string {
  const range: NumberRange = { ...exclusive, ...(min !== null && { min }), ...(max !== null && { max }) };
  return writtenBounds(range, { language, style: 'range', isShare: writtenIn(name) === 'share', name: '' });
}

/** So many places per 100 m² are a slip of the hand. */
const MOST_PLACES = 20;

/** 停车位 per 100 m² as people write it: `0.3`, `≥0.3`, `不少于 0.3 个/100㎡`; null where it is none. */
export function typedPlaces(text: string): number | null {
  const written =
    /^(?:≥|>=|不低于|不少于)?\s*(\d+(?:\.\d+)?)\s*(?:个|辆|车位|places?)?\s*(?:(?:\/|每|per)\s*100\s*(?:m2|平方米|平米))?$/i;
  const [, figure] = written.exec(text.normalize('NFKC').trim()) ?? [];
  return figure === undefined || Number(figure) > MOST_PLACES ? null : Number(figure);
}

/**
 * Bounds as people write them; null where they are none. A number alone says not from which side it holds, and would ask
 * for just that: a height is the most there may be, of the others it is not taken.
 */
export function typedBounds(name: BoundName, text: string): NumberRange | null {
  const read = readBounds(text, formOf(typeOf(name)));
  const bounds = read && writtenIn(name) === 'metres' ? underHeading('限高', read) : read;
  return bounds && bounds.min === bounds.max && !/[=＝为]/.test(text) ? null : bounds;
}
