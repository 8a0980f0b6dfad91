import { valueOn } from './in-force.ts';
import type { Pack, PlanSetting, PlanUnit } from './shape/pack.ts';

/** Every figure that supply plans are made by: a pack has each of them. */
export const PLAN_SETTINGS = [
  'weight.suitability',
  'weight.plot-ratio',
  'weight.cost',
  'weight.stock',
  'weight.parcel',
  'weight.park',
  'weight.site',
  'weight.distance',
  'weight.later',
  'weight.missing-year',
  'weight.missing-total',
  'reach.radius',
  'reach.nearest',
  'reach.most',
  'size.most',
  'missing.cost',
  'missing.suitability',
  'missing.ready',
  'fall-through.suspected-idle',
  'fall-through.idle',
  'fall-through.low-efficiency',
  'fall-through.approved-not-supplied',
  'fall-through.not-supplied',
  'plausible.cost',
  'plausible.ready',
  'plausible.earliest',
  'plausible.suitability',
  'plausible.plot-ratio',
  'target.carried-over',
  'quota.credit',
] as const;
export type PlanSettingId = (typeof PLAN_SETTINGS)[number];

/** Figures by their ids, as a plan is made by them. */
export type PlanFigures = Readonly<Record<PlanSettingId, number>>;

/** One of them as it is shown: with where it is from, or that a person set it for this plan. */
export interface UsedSetting extends Omit<PlanSetting, 'id' | 'value'> {
  readonly id: PlanSettingId;
  readonly value: number;
  /** As the pack has it. */
  readonly usual: number;
  readonly unit: PlanUnit;
  readonly isSet: boolean;
}

/** What is used on `date`, `own` laid over the pack's figures; the pack has each of them on some day. */
export function planSettings(
  { plan }: Pick<Pack, 'plan'>,
  date: string,
  own: Partial<PlanFigures> = {},
): { readonly figures: PlanFigures; readonly used: readonly UsedSetting[] } {
  const used = plan.settings.map((setting): UsedSetting => {
    const id = setting.id as PlanSettingId;
    const usual = valueOn(setting.value, date) ?? NaN;
    return { ...setting, id, value: own[id] ?? usual, usual, isSet: own[id] !== undefined };
  });
  return { figures: Object.fromEntries(used.map(({ id, value }) => [id, value])) as unknown as PlanFigures, used };
}
