import type { PolicyView, ParkView } from '../../city/view.ts';
import type { AreaBasis, Figure } from '../../domain/land/figure.ts';
import type { Against } from '../../domain/quantity/shown.ts';
import { headlineBound, sizeAgainst, sizesIn } from '../../policy/headline.ts';

/** A standing figure of a park by name, or null where an input is missing. */
export function parkFigure(view: ParkView, what: string): Figure | null {
  const input = view.facts.figures[what];
  return input?.state === 'value' ? input.value : null;
}

/** What a headline figure is read against. */
export const parkBound = ({ findings }: ParkView, unit: 'mu' | 'm2' | 'ratio'): Against | undefined =>
  headlineBound(findings, unit);

/** What the area of a parcel in a list is read against. */
export const sizeBound = (
  policy: PolicyView | null,
  areaM2: number,
  basis: AreaBasis | undefined,
): Against | undefined => sizeAgainst(sizesIn(policy?.parameters ?? []), areaM2, basis);
