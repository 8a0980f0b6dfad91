import type { FirstFile } from '../../../publish/shape/published.ts';

/** What parks are filtered by 筛选. Within one facet any of the chosen values will do; facets go together. */
export const FACETS = ['type', 'stage', 'free', 'outcome', 'stars', 'industry'] as const;
export type Facet = (typeof FACETS)[number];

/** Values chosen, by facet; a facet without any leaves all. */
export type Chosen = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** For each facet the values each park has, by row. */
export type FacetValues = Readonly<Record<Facet, readonly (readonly string[])[]>>;

const alone = (value: string | number | null): readonly string[] => (value === null ? [] : [String(value)]);

export function facetValues({ parks, industries }: Pick<FirstFile, 'parks' | 'industries'>): FacetValues {
  return {
    type: parks.type.map(alone),
    stage: parks.stage.map(alone),
    free: parks.freeM2.map((free) => (free ? ['yes'] : [])),
    outcome: parks.outcome.map(alone),
    stars: parks.stars.map(alone),
    industry: parks.industries.map((rows) => rows.map((row) => industries[row].zh)),
  };
}

const has = (values: readonly string[], wanted: readonly string[] | undefined) =>
  !wanted?.length || values.some((value) => wanted.includes(value));

/** Whether a row passes every facet, or every one but `except`. */
export const passes = (values: FacetValues, chosen: Chosen, row: number, except?: Facet): boolean =>
  FACETS.every((facet) => facet === except || has(values[facet][row], chosen[facet]));

/** How many of the rows each value would leave, given what is chosen in the other facets. */
export function countsOf(
  values: FacetValues,
  chosen: Chosen,
  facet: Facet,
  rows: readonly number[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (!passes(values, chosen, row, facet)) continue;
    for (const value of values[facet][row]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** The same with a value chosen, or no longer. */
export function toggled(chosen: Chosen, facet: Facet, value: string): Chosen {
  const own = chosen[facet] ?? [];
  return { ...chosen, [facet]: own.includes(value) ? own.filter((v) => v !== value) : [...own, value] };
}
