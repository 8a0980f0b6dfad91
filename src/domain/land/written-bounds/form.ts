import type { FieldType } from '../fields/type.ts';
import type { NumberRange } from '../model.ts';
import { conditionNames } from './names.ts';
import type { BoundsForm } from './tokens.ts';

export type Bounded = Extract<FieldType, { readonly is: 'bounds' | 'range' }>;

const units = { share: 'share', m: 'length' } as const;

/** How the bounds of a field are written. */
export const formOf = (type: Bounded): BoundsForm => ({
  unit: type.is === 'range' && type.unit ? units[type.unit as keyof typeof units] : undefined,
  names: conditionNames[type.condition],
});

/** Under 限高 or 控制高度 a number alone is the most there may be. */
export const underHeading = (heading: string, bounds: NumberRange): NumberRange =>
  bounds.min === bounds.max && /限高|高度限制|控制高度/.test(heading) ? { max: bounds.max! } : bounds;
