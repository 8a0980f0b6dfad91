import { formatFixed, MINUS } from '../../../domain/quantity/format.ts';
import { listedText } from '../../../domain/quantity/shown.ts';
import type { PlannedParkView } from '../../../city/planning/view.ts';
import { saySpare } from '../../../texts/plan-besides.ts';
import { limitWord, relaxationWord } from '../../../texts/plan.ts';
import type { App } from '../../state/app.svelte.ts';
import type { ComparedFigure } from '../../state/supply/plan/compare.ts';
import type { PlanCause, TargetOf } from '../../state/supply/plan/made.ts';

/** Figures of a plan as they are written: 万元 and points without decimals, 亩 as lists have them. */
export const wanText = (wan: number): string => formatFixed(wan, 0, { group: ',' });
export const muText = (mu: number): string => listedText(mu, 'mu');
export const pointsText = (points: number): string => formatFixed(points, 1, { group: ',' });
export const floorText = (m2: number): string => formatFixed(m2, 0, { group: ',' });

/** A figure by which plans are compared. */
export function figureText(what: ComparedFigure, value: number): string {
  if (what === 'floor') return formatFixed(value / 10_000, 2, { group: ',' });
  return formatFixed(value, what === 'points' || what === 'mu' || what === 'newMu' ? 1 : 0, { group: ',' });
}

/** `−12`, `+3`; null where nothing is left of it as it is written. */
export function signedFigure(what: ComparedFigure, by: number): string | null {
  const text = figureText(what, Math.abs(by));
  return /[1-9]/.test(text) ? `${by < 0 ? MINUS : '+'}${text}` : null;
}

/** Name of a jurisdiction by its code. */
export function unitName(app: App, code: string | null): string {
  const texts = app.settings.texts.supplyPlan;
  if (code === null) return texts.noJurisdiction;
  return app.supply.plan.nameOfUnit(code) ?? code;
}

export const townshipName = (app: App, code: string): string =>
  app.supply.screening.view?.names[code]?.[app.settings.language] ?? code;

/** `2027 年` or `2026–2028 年`. */
export function spanText(app: App, from: number, to: number): string {
  const texts = app.settings.texts.supplyPlan;
  return from === to ? texts.inYears(from, [from]) : texts.inYears(null, [from, to]);
}

/** `河西区 2027 年`; a target of all years is cumulative. */
export function targetText(app: App, { jurisdiction, year }: TargetOf): string {
  const { gap, city } = app.settings.texts.supplyPlan;
  const name = jurisdiction === null ? city : unitName(app, jurisdiction);
  return `${name} ${year === null ? gap.ofTotal : gap.ofYear(year)}`;
}

/** When a spare park steps in. */
export const spareText = (app: App, spare: NonNullable<PlannedParkView['spare']>): string =>
  saySpare(app.settings.language, { ...spare, of: targetText(app, spare) });

/** Why a plan was made, in a few words. */
export function causeText(app: App, cause: PlanCause): string {
  const { causes } = app.settings.texts.supplyPlan;
  const join = app.settings.language === 'zh' ? '、' : ', ';
  if (cause.code === 'banned' || cause.code === 'unbanned') return causes[cause.code](cause.what.join(join));
  if (cause.code === 'rung')
    return causes.rung(targetText(app, cause.of), relaxationWord(app.settings.language, cause.relax));
  if (cause.code === 'frontier' || cause.code === 'variant') return causes[cause.code](cause.at);
  return causes[cause.code];
}

export const limitName = (app: App, what: 'money' | 'quota' | 'land'): string => limitWord(app.settings.language, what);
