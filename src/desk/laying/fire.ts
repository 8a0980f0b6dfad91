import type { LayoutWishes } from '../../layout/shape/settings.ts';

/** 火灾危险性类别 of what is made: 丙, 丁, 戊. 甲 and 乙 keep other distances from all that is not theirs: they are not laid out here. */
export const FIRE_HAZARDS = ['C', 'D', 'E'] as const;
export type FireHazard = (typeof FIRE_HAZARDS)[number];

/** 耐火等级 of the buildings: 一、二级, 三级, 四级. */
export const FIRE_GRADES = [2, 3, 4] as const;
export type FireGrade = (typeof FIRE_GRADES)[number];

export interface FireClass {
  readonly hazard: FireHazard;
  readonly grade: FireGrade;
}

/** GB 50016-2014 (2018) 3.4.1: so much more between two, where each is of this grade, metres. */
const WIDER_M: Readonly<Record<FireGrade, number>> = { 2: 0, 3: 4, 4: 8 };
const SPACING_M = 10;
const HIGH_SPACING_M = 13;
/** 3.3.1: storeys at most. 0: it may not be built so. */
const STOREYS: Readonly<Record<FireHazard, Readonly<Record<FireGrade, number>>>> = {
  C: { 2: 10, 3: 2, 4: 0 },
  D: { 2: 10, 3: 3, 4: 1 },
  E: { 2: 10, 3: 3, 4: 1 },
};

export const isAllowed = ({ hazard, grade }: FireClass): boolean => STOREYS[hazard][grade] > 0;

/** The wishes that follow from a fire class. */
export const wishesOfFire = (
  fire: FireClass,
): Pick<LayoutWishes, 'spacingM' | 'highSpacingM' | 'rowGapM' | 'mostStoreys'> & { readonly fire: FireClass } => {
  const spacingM = SPACING_M + WIDER_M[fire.grade];
  return {
    fire,
    spacingM,
    highSpacingM: HIGH_SPACING_M + WIDER_M[fire.grade],
    rowGapM: spacingM,
    mostStoreys: STOREYS[fire.hazard][fire.grade],
  };
};
