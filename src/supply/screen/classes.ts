/*
 * What the screen says of a parcel, as codes: rows of a city hold them as small numbers, the places in these lists.
 */

/** Of a parcel the data of which cannot be used there is none: it is kept out. Only a 认定书 makes land `idle`. */
export const LAND_CLASSES = [
  'in-use', // 在用
  'suspected-idle', // 疑似闲置
  'idle', // 闲置, found to be
  'low-efficiency', // 低效
  'approved-not-supplied', // 批而未供
  'not-supplied', // 空闲、规划: neither approved for supply nor supplied
] as const;
export type ScreenClass = (typeof LAND_CLASSES)[number];

/** What an official can confirm or dispute. */
export const FLAGS = ['suspected-idle', 'low-efficiency', 'approved-not-supplied'] as const;
export type Flag = (typeof FLAGS)[number];

/** What the class rests on. */
export const BASES = [
  'found', // 认定书
  'disposed', // 认定, and disposed of since
  'confirmed', // an official's decision
  'disputed', // not started, and an official found that it is not idle
  'no-duty', // land that no one has to build on
  'not-supplied', // approved, no sign of supply
  'approved-lately', // approved, not so long ago as to count
  'not-started', // the day to start is over by the term, no start
  'start-due-later', // not started, the term is not over
  'start-unknown', // supplied, no day to start by
  'stopped', // started and stopped, developed or invested too little
  'stopped-share-unknown', // the same, neither share is known
  'signs', // several figures below their thresholds
  'no-tax', // years without tax
  'production-stopped',
  'begun', // started, and no sign yet of what became of it
  'used', // built on or working, nothing speaks against it
  'recorded', // what the register says, where evidence does not tell
  'nothing-known',
] as const;
export type Basis = (typeof BASES)[number];

/** 四类存量: where in its life land got stuck. */
export type Stock = 'approved-not-supplied' | 'supplied-not-used' | 'used-not-enough' | 'low-efficiency';

/** 认定的步骤; `disposed` ends it. */
export type Step = 'suspected' | 'investigating' | 'found' | 'disposed';

export const CLASS = Object.fromEntries(LAND_CLASSES.map((name, code) => [name, code])) as Record<ScreenClass, number>;
export const BASIS = Object.fromEntries(BASES.map((name, code) => [name, code])) as Record<Basis, number>;

/** In a column of classes: kept out, or nothing. */
export const NO_CLASS = 255;

/** The class of a row; null where it is kept out. */
export function classAt(
  { classes }: { readonly classes: { readonly classOf: Uint8Array } },
  row: number,
): ScreenClass | null {
  const code = classes.classOf[row];
  return code === NO_CLASS ? null : LAND_CLASSES[code];
}
