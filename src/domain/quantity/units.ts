/**
 * Units in the type: a plain number may enter, but a value of one unit never passes for another.
 * `Unit` names are those of the command's contract.
 */
declare const unit: unique symbol;
type Quantity<U extends string> = number & { readonly [unit]?: U };

/** 平方米 */
export type SquareMetres = Quantity<'m2'>;
/** 亩 = 2000/3 m² exactly */
export type Mu = Quantity<'mu'>;
/** 米 */
export type Metres = Quantity<'m'>;

export type Unit =
  'mu' | 'm2' | 'ratio' | 'count' | 'year' | 'month' | 'day' | 'yuanPerM2' | 'yuanPerM2Month' | 'wanYuan';

/** Exact: 3 m² = 2000 亩 · 10⁻³; multiply before dividing so that whole 亩 stay whole. */
export const muOf = (area: SquareMetres): Mu => (area * 3) / 2000;
export const squareMetresOf = (area: Mu): SquareMetres => (area * 2000) / 3;
