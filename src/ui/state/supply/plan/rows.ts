import type { ParkToBeView } from '../../../../city/planning/judged-parks.ts';
import type { PlannedParkView, PlanView } from '../../../../city/planning/view.ts';
import { partsOf } from './figures.ts';
import { worst } from '../../../../policy/outcomes.ts';
import type { Outcome } from '../../../../policy/shape/outcome.ts';

/** What the table of parks is sorted by; `plan`: year, township, number. */
export type ParkColumn = 'plan' | 'label' | 'place' | 'year' | 'area' | 'sites' | 'verdict' | 'cost' | 'loss';

export interface ParkOrder {
  readonly by: ParkColumn;
  readonly down: boolean;
}

/** Which parks are shown; null: all. */
export interface ParkFilter {
  readonly year: number | null;
  readonly district: string | null;
}

/** What sorting needs of a park besides its figures. */
export interface ParkWords {
  readonly label: (park: PlannedParkView) => string;
  readonly place: (park: PlannedParkView) => string;
  readonly verdict: (park: PlannedParkView) => Outcome | null;
}

const byName = new Intl.Collator('zh-Hans-CN', { numeric: true });
/** As verdicts stand in lists. */
const OUTCOMES: readonly Outcome[] = ['fail', 'advisory', 'relaxed', 'unknown', 'pass', 'not-applicable'];

/** In the order asked for; what is not known comes last, equal ones as in the plan. */
export function parksShown(
  { parks }: Pick<PlanView, 'parks'>,
  { year, district }: ParkFilter,
  { by, down }: ParkOrder,
  words: ParkWords,
): readonly PlannedParkView[] {
  const shown = parks.filter(
    (park) => (year === null || park.year === year) && (district === null || park.district === district),
  );
  if (by === 'plan') {
    // What stands by comes after what is to be supplied.
    const { firm, spare } = partsOf(shown);
    return down ? [...firm, ...spare].toReversed() : [...firm, ...spare];
  }
  const sign = down ? -1 : 1;
  const keyed = shown.map((park) => ({ park, key: keyOf(park, by, words) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return sign * (typeof a.key === 'string' ? byName.compare(a.key, String(b.key)) : a.key - Number(b.key));
  });
  return keyed.map(({ park }) => park);
}

function keyOf(park: PlannedParkView, by: Exclude<ParkColumn, 'plan'>, words: ParkWords): number | string | null {
  if (by === 'label') return words.label(park);
  if (by === 'place') return words.place(park);
  if (by === 'year') return park.year;
  if (by === 'area') return park.areaMu;
  if (by === 'sites') return park.sites.length;
  if (by === 'cost') return park.costWan;
  if (by === 'loss') return park.loss && park.loss.points;
  const verdict = words.verdict(park);
  return verdict && OUTCOMES.indexOf(verdict);
}

/** 结论: what the rules say by now; a park that is smaller than the law usually asks is for the office to find so. Null until it is told. */
export function verdictOf(
  { isSmaller }: Pick<PlannedParkView, 'isSmaller'>,
  judged: ParkToBeView | null | undefined,
): Outcome | null {
  if (!judged) return null;
  return isSmaller ? worst([judged.outcome, 'relaxed']) : judged.outcome;
}

/** 若撤回: what comes of it if the park is withdrawn. */
export type Withdrawal =
  /** 备选: no target needs it as long as nothing falls through. */
  | { readonly code: 'spare' }
  /** Another of the jurisdiction stands in for it, for so many points. */
  | { readonly code: 'replaceable'; readonly points: number }
  /** A target is missed by one more. */
  | { readonly code: 'target' }
  /** So many points are lost, between two where it is not exact. */
  | { readonly code: 'points'; readonly atLeast: number; readonly atMost: number };

/** Null as long as it was not looked at. */
export function withdrawalOf(
  {
    spare,
    loss,
    alternative,
    district,
    year,
  }: Pick<PlannedParkView, 'spare' | 'loss' | 'alternative' | 'district' | 'year'>,
  { targets, objective }: Pick<PlanView, 'targets' | 'objective'>,
): Withdrawal | null {
  if (spare) return { code: 'spare' };
  if (!loss) return null;
  if (alternative && alternative.parks.length > 0) return { code: 'replaceable', points: alternative.loss };
  const own = targets.filter(({ jurisdiction, year: of }) => jurisdiction === district && (of === null || of === year));
  if (alternative && own.some(({ required, there, planned }) => there + planned <= required)) return { code: 'target' };
  // Between nothing and more than the whole plan is worth nothing is said.
  const isUnknown = loss.atLeast < 0.5 && loss.atMost > Math.abs(objective);
  return isUnknown ? null : { code: 'points', atLeast: loss.atLeast, atMost: loss.atMost };
}
