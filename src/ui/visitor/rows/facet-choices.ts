import type { FirstFile } from '../../../publish/shape/published.ts';
import { outcomeOrder } from '../../../texts/outcomes.ts';
import { countsOf, FACETS, type Chosen, type Facet, type FacetValues } from './facets.ts';

export interface FacetChoice {
  readonly value: string;
  /** Parks it leaves, given what is chosen in the other facets. */
  readonly count: number;
  readonly chosen: boolean;
}

/** In the order they are read; industries come by how many parks have them. */
const ORDER: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  type: ['manufacturing', 'service'],
  stage: ['operating', 'building', 'approved', 'planned'],
  free: ['yes'],
  outcome: outcomeOrder,
  stars: ['3', '2', '1', '0'],
};

interface Listed {
  readonly values: FacetValues;
  readonly chosen: Chosen;
  readonly searched: readonly number[];
}

/** For each facet the values some park has, with their counts; a value that was chosen stays, whatever it leaves. */
export function facetChoices(
  { values, chosen, searched }: Listed,
  { industries }: Pick<FirstFile, 'industries'>,
): Readonly<Record<Facet, readonly FacetChoice[]>> {
  const of = (facet: Facet): readonly FacetChoice[] => {
    const counts = countsOf(values, chosen, facet, searched);
    const there = new Set(values[facet].flat());
    const own = chosen[facet] ?? [];
    const choices = (ORDER[facet] ?? industries.map(({ zh }) => zh))
      .filter((value) => there.has(value))
      .map((value) => ({ value, count: counts.get(value) ?? 0, chosen: own.includes(value) }));
    return facet === 'industry' ? choices.sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count) : choices; // prettier-ignore
  };
  return Object.fromEntries(FACETS.map((facet) => [facet, of(facet)])) as Record<Facet, readonly FacetChoice[]>;
}
