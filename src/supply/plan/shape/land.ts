import type { ScreenProblem } from '../../screen/problems.ts';

/** Why land is no candidate where nothing is wrong with it. */
export type Aside =
  /** Land of a park there is. */
  | 'park'
  /** 在用 */
  | 'in-use'
  /** An official found that it is not what the screen flagged. */
  | 'disputed'
  /** Its class suits no kind of park. */
  | 'land-class';

/** Data of a candidate that cannot be planned with: it is kept out, named and counted. */
export interface PlanLandProblem {
  readonly code:
    | ScreenProblem['code']
    | 'no-township' // {}
    | 'no-boundary' // {}: none is drawn, or it is broken
    | 'lies-on' // {other, areaM2, share}: land that is no candidate
    | 'unreadable' // {field, value}: it is none of the field's values
    | 'no-cost'; // {}: a person wants no estimates
  readonly params: Readonly<Record<string, string | number>>;
}

/** What no one recorded of a candidate, and a setting stands for. */
export const ASSUMED = ['costWan', 'suitability', 'readyYear'] as const;
export type Assumed = (typeof ASSUMED)[number];

/** What is to be known about the targets before a plan is read. */
export interface TargetProblem {
  readonly code:
    | 'beyond-land' // {least, most}: no land for so many parks, whatever is chosen
    | 'no-land' // {least}: none of its candidates
    | 'open-park'; // {park, fields}: whether it counts cannot be told
  readonly jurisdiction: string | null;
  /** Null: over all years. */
  readonly year: number | null;
  readonly params: Readonly<Record<string, string | number>>;
}
