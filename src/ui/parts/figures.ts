import type { PolicyView, ParkView } from '../../city/view.ts';
import type { AreaBasis, Figure } from '../../domain/land/figure.ts';
import { statedResolutionM2 } from '../../domain/land/stated-area.ts';
import { muOf } from '../../domain/quantity/units.ts';
import type { Against } from '../../domain/quantity/shown.ts';
import { headlineBound } from '../../policy/headline.ts';

/** A standing figure of a park by name, or null where an input is missing. */
export function parkFigure(view: ParkView, what: string): Figure | null {
  const input = view.facts.figures[what];
  return input?.state === 'value' ? input.value : null;
}

/** What a headline figure is read against. */
export const parkBound = ({ findings }: ParkView, unit: 'mu' | 'm2' | 'ratio'): Against | undefined =>
  headlineBound(findings, unit);

/**
 * What the area of a parcel in a list is read against: the nearest size that a clause asks for, so that 99.99996 亩 is not
 * written 100.00 where a park of that one parcel is written 99.99996.
 */
export function sizeBound(
  policy: PolicyView | null,
  areaM2: number,
  basis: AreaBasis | undefined,
): Against | undefined {
  const sizes = policy?.parameters.flatMap((p) => (p.unit === 'mu' ? [p.value] : [])) ?? [];
  const [nearest] = sizes.toSorted((a, b) => Math.abs(a - muOf(areaM2)) - Math.abs(b - muOf(areaM2)));
  if (nearest === undefined) return undefined;
  return { bound: nearest, ...(basis === 'registered' && { precision: { resolution: muOf(statedResolutionM2) } }) };
}
