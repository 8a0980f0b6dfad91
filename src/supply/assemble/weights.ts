import type { Mu } from '../../domain/quantity/units.ts';

/** What makes one set of parcels better than another, in 亩 of land that it is worth: all of it settings. */
export interface Weights {
  /** A site 分园 more. */
  readonly siteMu: Mu;
  /** A parcel more: one more holder to agree with. */
  readonly parcelMu: Mu;
  /** Each 亩 that lies a kilometre from the parcel in the middle. */
  readonly farMuPerKm: Mu;
  /** What an 亩 of idle 闲置 and of low-efficiency 低效 land counts: less than one, so that it is taken first. */
  readonly idle: number;
  readonly lowEfficiency: number;
}

export const usualWeights: Weights = { siteMu: 10, parcelMu: 1, farMuPerKm: 0.5, idle: 0.7, lowEfficiency: 0.8 };
