import type { SupplyPlan } from '../../domain/land/model.ts';
import type { Language } from '../language.ts';

/** How the plan of a year is called where nobody called it otherwise. */
export const usualTitle: Readonly<Record<Language, (year: number) => string>> = {
  zh: (year) => `${year}年度国有建设用地供应计划`,
  en: (year) => `State-owned Construction Land Supply Plan for ${year}`,
};

/** 计划名称: its own, else the usual one of its year, else its id. */
export const planTitle = ({ name, year, id }: SupplyPlan, language: Language): string =>
  name ?? (year === undefined ? id : usualTitle[language](year));
