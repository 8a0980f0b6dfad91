import type { LimitView, PlanView, TargetView } from '../../../../city/planning/view.ts';

/** A jurisdiction's targets: of each year, and in all; null where the law asks none of it. */
export interface TargetRow {
  readonly code: string | null;
  readonly name: string | null;
  readonly years: readonly (TargetView | null)[];
  readonly total: TargetView | null;
}

/** 目标 × 年: a row each, in the order of the law. */
export function targetRows({ targets, years }: Pick<PlanView, 'targets' | 'years'>): readonly TargetRow[] {
  const codes = [...new Set(targets.map(({ jurisdiction }) => jurisdiction))];
  return codes.map((code) => {
    const own = targets.filter(({ jurisdiction }) => jurisdiction === code);
    return {
      code,
      name: own[0].name,
      years: years.map((year) => own.find((target) => target.year === year) ?? null),
      total: own.find(({ year }) => year === null) ?? null,
    };
  });
}

/** Parks there are and parks of the plan, those that stand by left out. */
export const reached = ({ there, planned, spare }: Pick<TargetView, 'there' | 'planned' | 'spare'>): number =>
  there + planned - spare;

/**
 * Of yearly targets, of a year or of all: parks of the plan and parks there are; `before`: how many more there are of earlier
 * years, which count in all alone. They are told of all years, for of one the others lie on both sides of it.
 */
export function thereIn(view: Pick<PlanView, 'targets' | 'years'>, year: number | null) {
  const yearly = view.targets.filter((own) => own.year !== null && (year === null || own.year === year));
  const { planned, spare, there } = sumOfTargets(yearly);
  const before = (own: TargetRow): number =>
    own.years.some((target) => target !== null) && own.total ? own.total.there - sumOfTargets(own.years).there : 0;
  const all = year === null ? targetRows(view).reduce((sum, own) => sum + Math.max(0, before(own)), 0) : 0;
  return { planned: planned - spare, there, before: all, year };
}

/** Of several targets together: what is reached, of what, asked for and short. */
export function sumOfTargets(targets: readonly (TargetView | null)[]): {
  readonly reached: number;
  readonly there: number;
  readonly planned: number;
  readonly required: number;
  readonly short: number;
  readonly spare: number;
} {
  const sum = { reached: 0, there: 0, planned: 0, required: 0, short: 0, spare: 0 };
  for (const target of targets) {
    if (!target) continue;
    sum.reached += reached(target);
    sum.there += target.there;
    sum.planned += target.planned;
    sum.required += target.required;
    sum.short += target.short;
    sum.spare += target.spare;
  }
  return sum;
}

/** What the parks of some years come to. */
export interface PlanSum {
  readonly parks: number;
  readonly mu: number;
  readonly newMu: number;
  readonly costWan: number;
  readonly reckonedWan: number;
  readonly floorAreaM2: number;
}

/** `year` null: all of them. */
export function planSum(parks: PlanView['parks'], year: number | null = null): PlanSum {
  const sum = { parks: 0, mu: 0, newMu: 0, costWan: 0, reckonedWan: 0, floorAreaM2: 0 };
  for (const park of parks) {
    if (year !== null && park.year !== year) continue;
    sum.parks++;
    sum.mu += park.areaMu;
    sum.newMu += park.newMu;
    sum.costWan += park.costWan;
    sum.reckonedWan += park.reckonedWan;
    sum.floorAreaM2 += park.floorAreaM2;
  }
  return sum;
}

/** 入选 and 备选: parks that are to be supplied, and those that stand by. */
export function partsOf(parks: PlanView['parks']): {
  readonly firm: PlanView['parks'];
  readonly spare: PlanView['parks'];
} {
  const firm = parks.filter(({ spare }) => spare === null);
  return { firm, spare: firm.length === parks.length ? [] : parks.filter(({ spare }) => spare !== null) };
}

/** What there is of something for some years: what is taken of it, and how much may be; null: no limit. */
export interface LimitLine {
  readonly what: LimitView['what'];
  readonly used: number;
  readonly most: number | null;
}

/** Money, quota and land of a year, or of all years together, by the limits of just that span. */
export function limitLines(
  { parks, limits, years }: Pick<PlanView, 'parks' | 'limits' | 'years'>,
  year: number | null,
): readonly LimitLine[] {
  const [from, to] = [year ?? years[0], year ?? years[years.length - 1]];
  const sum = planSum(parks, year);
  const without = { money: sum.costWan, quota: sum.newMu, land: sum.mu };
  return (['money', 'quota', 'land'] as const).map((what) => {
    const own = limits.filter((limit) => limit.what === what && limit.from === from && limit.to === to);
    const [first] = own;
    // Of several on one span the tightest holds.
    const most = first ? Math.min(...own.map((limit) => limit.most)) : null;
    return { what, used: first ? first.used : without[what], most };
  });
}

/** Limits of other spans that take part in the year: they bind it too. */
export const otherLimits = (
  { limits, years }: Pick<PlanView, 'limits' | 'years'>,
  year: number | null,
): readonly LimitView[] => {
  const [from, to] = [year ?? years[0], year ?? years[years.length - 1]];
  return limits.filter((limit) => limit.from <= to && limit.to >= from && (limit.from !== from || limit.to !== to));
};
