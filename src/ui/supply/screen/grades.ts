import type { ScreenedPlace } from '../../../city/screening/city-screen.ts';

/** Counts of all lists together, by grade; those who are not graded aside. */
export function gradesOf({
  grades,
}: Pick<ScreenedPlace, 'grades'>): readonly (readonly [grade: string, count: number])[] {
  const sums = new Map<string, number>();
  for (const list of Object.values(grades))
    for (const [grade, n] of Object.entries(list)) if (grade !== 'none') sums.set(grade, (sums.get(grade) ?? 0) + n);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}
