import { fieldsOfKind } from '../../../../domain/land/fields/kinds.ts';
import type { FieldType } from '../../../../domain/land/fields/type.ts';
import type { ScreenProblem } from '../../../../supply/screen/problems.ts';

/** A field that is wrong, or may be, with what it holds. */
export interface FaultyField {
  readonly field: string;
  readonly type: FieldType;
  readonly value: string | number;
}

type Problem = Pick<ScreenProblem, 'code' | 'params'>;

/** Fields that would put the parcel right if they were typed anew, each once; none where it is the land that is wrong, or a figure made of others. */
export function faultyFields(problems: readonly Problem[]): readonly FaultyField[] {
  const types = fieldsOfKind('parcel');
  const named = new Map(problems.flatMap(fieldsOf));
  return [...named].flatMap(([field, value]) =>
    Object.hasOwn(types, field) ? [{ field, type: types[field], value }] : [],
  );
}

function fieldsOf({ code, params }: Problem): readonly (readonly [field: string, value: string | number])[] {
  switch (code) {
    case 'unknown-township':
      return [['townshipCode', params.township]];
    case 'id-again':
      return [['id', params.id]];
    case 'negative':
    case 'absurd':
      return [[String(params.field), params.value]];
    case 'absurd-date':
      return [[String(params.field), params.date]];
    case 'dates-out-of-order':
      return [
        [String(params.before), params.first],
        [String(params.after), params.then],
      ];
    case 'overlaps':
      return [];
  }
}
