import type { PlateMiss } from '../desk/plates/wishes.ts';
import { intentSentences } from './intents.ts';
import type { Both, Language } from './language.ts';
import { fixed } from './figures.ts';
import type { FloorRefusal } from '../desk/plates/wishes.ts';

/** Why a storey is not divided, and what to do; for `sayRefusal`. */
export const plateSentences: Readonly<Record<FloorRefusal['code'], Both>> = {
  ...intentSentences,
  'no-plate': {
    zh: (p) => `建筑 ${p.id} 没有轮廓，或分成几块、带天井，不能划分楼层；请先画成一块完整的轮廓。`,
    en: (p) =>
      `Building ${p.id} has no outline, or one of several parts or with a court, and cannot be divided; draw it as one piece first.`,
  },
};

const m2 = (areaM2: number): string => `${fixed(areaM2, 0)} m²`;

/** What of a plan a designer has to look at; of a unit without its name. */
const misses: Readonly<
  Record<PlateMiss['code'], Readonly<Record<Language, (measured: number, bound: number) => string>>>
> = {
  unreached: {
    zh: () => '没有通向走廊、核心筒或室外的门',
    en: () => 'no door to a corridor, a core or outside',
  },
  'below-least': {
    zh: (measured, bound) => `${fixed(measured, 1)} m²，不足 ${m2(bound)}`,
    en: (measured, bound) => `${fixed(measured, 1)} m², less than ${m2(bound)}`,
  },
  'second-exit': {
    zh: (measured, bound) => `${m2(measured)} 只有一个安全出口：超过 ${m2(bound)} 须设第二个`,
    en: (measured, bound) => `${m2(measured)} with one exit: above ${m2(bound)} a second is needed`,
  },
  travel: {
    zh: (measured, bound) => `最远点到最近安全出口直线 ${fixed(measured, 0)} m，超过 ${fixed(bound, 0)} m`,
    en: (measured, bound) =>
      `the farthest point is ${fixed(measured, 0)} m in a straight line from an exit, more than ${fixed(bound, 0)} m`,
  },
  compartment: {
    zh: (measured, bound) => `整层 ${m2(measured)}，超过一个防火分区 ${m2(bound)}（不设喷淋）：须再分或设喷淋`,
    en: (measured, bound) =>
      `the storey has ${m2(measured)}, more than a fire compartment of ${m2(bound)} without sprinklers: part it, or fit them`,
  },
};

export const plateMissText = (language: Language, { code, measured, bound }: PlateMiss): string =>
  misses[code][language](measured, bound);
