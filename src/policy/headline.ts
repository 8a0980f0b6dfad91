import type { AreaBasis } from '../domain/land/figure.ts';
import { statedResolutionM2 } from '../domain/land/stated-area.ts';
import type { Against } from '../domain/quantity/shown.ts';
import { muOf, type SquareMetres } from '../domain/quantity/units.ts';
import { firstPair, shownAgainst } from './measured-pairs.ts';
import type { Finding } from './shape/finding.ts';
import type { Parameter } from './what-if/parameters.ts';

/** What a headline figure is read against, so that it is never rounded across: its pair in the findings on scale or plot ratio. */
export function headlineBound(findings: readonly Finding[], unit: 'mu' | 'm2' | 'ratio'): Against | undefined {
  const rules = unit === 'ratio' ? /^far\./ : /^scale\./;
  const pair = firstPair(
    findings.filter((f) => rules.test(f.rule)),
    unit,
  );
  return pair && shownAgainst(pair);
}

/** What is asked for at a size: the figures of the law in 亩. */
export const sizesIn = (parameters: readonly Pick<Parameter, 'unit' | 'value'>[]): readonly number[] =>
  parameters.flatMap(({ unit, value }) => (unit === 'mu' ? [value] : []));

/**
 * What the area of a parcel in a list is read against: the nearest size that a clause asks for, so that 99.99996 亩 is not
 * written 100.00 where a park of that one parcel is written 99.99996.
 */
export function sizeAgainst(
  sizes: readonly number[],
  areaM2: SquareMetres,
  basis: AreaBasis | null | undefined,
): Against | undefined {
  const [nearest] = sizes.toSorted((a, b) => Math.abs(a - muOf(areaM2)) - Math.abs(b - muOf(areaM2)));
  if (nearest === undefined) return undefined;
  return { bound: nearest, ...(basis === 'registered' && { precision: { resolution: muOf(statedResolutionM2) } }) };
}
