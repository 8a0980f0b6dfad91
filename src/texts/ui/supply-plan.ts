import { planPanel } from './supply-plan/panel.ts';
import { planParks } from './supply-plan/parks.ts';
import { planSide } from './supply-plan/side.ts';

/** Words of the step 计划 of 供地台. */
export const supplyPlan = {
  zh: { ...planPanel.zh, ...planParks.zh, ...planSide.zh },
  en: { ...planPanel.en, ...planParks.en, ...planSide.en },
};
