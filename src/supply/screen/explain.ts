import type { Parcel } from '../../domain/land/model.ts';
import { dateOf, NO_DAY, sinceIn, type Day } from './calendar.ts';
import { BASES, LAND_CLASSES, NO_CLASS, type Basis, type ScreenClass, type Step, type Stock } from './classes.ts';
import { hasStarted, isNotified, isUsed, wasSupplied } from './classify.ts';
import { approvedDay } from './columns.ts';
import { confidenceOf, type Doubt } from './confidence.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { missingOf } from './missing.ts';
import type { Screen } from './screen.ts';
import { suggestionOf, type Suggestion } from './suggestion.ts';

/**
 * What may follow. Fee and taking back are for land that was never started and that no one but its holder delayed; where
 * government or force majeure did, both sides agree on a way out.
 */
export type Consequence =
  | {
      readonly code: 'fee';
      /** 万元, where the price of the land is known. */
      readonly amountWan: number | null;
      readonly share: number | null;
      readonly isCertain: boolean;
    }
  /** `isCertain`: found idle, by the enterprise's own fault; else it is said with an if. */
  | { readonly code: 'take-back'; readonly isCertain: boolean }
  /** Years by which the term may be extended, and of use for the time being, at most. */
  | { readonly code: 'by-agreement'; readonly extension: number | null; readonly temporaryUse: number | null };

/** What an official decided on the flag, as it is on record. */
export interface Decision {
  readonly decision: NonNullable<Parcel['flagDecision']>;
  readonly flag: NonNullable<Parcel['flagClass']>;
  readonly reason: string | null;
  readonly on: string | null;
  readonly by: Parcel['flagDecidedBy'] | null;
}

/** All that is said of one parcel. */
export interface Explained {
  /** Null where its data cannot be used. */
  readonly class: ScreenClass | null;
  readonly basis: Basis | null;
  readonly stock: Stock | null;
  readonly step: Step | null;
  /** How long it has been so: overdue, stopped, not supplied. */
  readonly since: { readonly on: string; readonly years: number; readonly months: number } | null;
  readonly evidence: readonly Evidence[];
  /** Fields that would tell more. */
  readonly missing: readonly (keyof Parcel)[];
  readonly confidence: number;
  readonly doubts: readonly Doubt[];
  readonly consequences: readonly Consequence[];
  /** The class is what was decided, or is not what was disputed. */
  readonly decision: Decision | null;
}

/** Everything about one row; of a city row by row, as it is looked at. */
export function explained(screen: Screen, row: number): Explained {
  const { classes } = screen;
  const code = classes.classOf[row];
  const decision = decisionOf(screen, row);
  const nothing = { stock: null, step: null, since: null, evidence: [], missing: [], doubts: [], consequences: [] };
  if (code === NO_CLASS) return { class: null, basis: null, confidence: 0, decision, ...nothing };
  const [name, basis] = [LAND_CLASSES[code], BASES[classes.basisOf[row]]];
  const { confidence, doubts } = confidenceOf(screen, row, basis);
  return {
    class: name,
    basis,
    stock: stockOf(screen, row, name),
    step: stepOf(screen, row, name, basis),
    since: sinceOf(screen, row, name, basis),
    evidence: evidenceOf(screen, row, basis),
    missing: missingOf(screen, row, basis),
    confidence,
    doubts,
    consequences: consequencesOf(screen, row, name),
    decision,
  };
}

/** Of a row what a table has of it: nothing is written out. */
export interface Brief {
  /** Months it has been so; NaN where no day tells. */
  readonly months: number;
  readonly confidence: number;
  /** Fields that would tell more. */
  readonly missing: number;
  readonly suggestion: Suggestion | null;
  /** As in the column of decisions, where the day of judgement knows of it; 0: none. */
  readonly decision: number;
}

/** The same figures as `explained` has, of every row at once in little time. */
export function brief(screen: Screen, row: number): Brief {
  const { classes, columns } = screen;
  const code = classes.classOf[row];
  const decision = isDecided(screen, row) ? columns.decision[row] : 0;
  if (code === NO_CLASS) return { months: NaN, confidence: 0, missing: 0, suggestion: null, decision };
  const [name, basis] = [LAND_CLASSES[code], BASES[classes.basisOf[row]]];
  const day = sinceDay(screen, row, name, basis);
  const since = day === null ? null : sinceIn(day, screen.law.day);
  return {
    months: since ? 12 * since.years + since.months : NaN,
    confidence: confidenceOf(screen, row, basis).confidence,
    missing: missingOf(screen, row, basis).length,
    suggestion: suggestionOf(name, stepOf(screen, row, name, basis)),
    decision,
  };
}

function isDecided({ law, columns }: Screen, row: number): boolean {
  if (columns.decision[row] === 0 || columns.decidedOn[row] === 0) return false;
  const on = columns.days.flagDecidedOn[row];
  return on === NO_DAY || on <= law.day;
}

function decisionOf(screen: Screen, row: number): Decision | null {
  if (!isDecided(screen, row)) return null;
  const { land } = screen;
  const { flagDecision, flagClass, flagReason, flagDecidedOn, flagDecidedBy } = land.records.peek(row);
  return {
    decision: flagDecision!,
    flag: flagClass!,
    reason: flagReason ?? null,
    on: flagDecidedOn ?? null,
    by: flagDecidedBy ?? null,
  };
}

/** 供而未用: never started. 用而不足: started, developed or invested too little, stopped or not. */
export function stockOf(screen: Screen, row: number, name: ScreenClass): Stock | null {
  const { columns, law } = screen;
  if (name === 'approved-not-supplied' || name === 'low-efficiency') return name;
  if (name === 'not-supplied' || columns.isFree[row]) return null;
  const isIdle = name === 'idle' || name === 'suspected-idle';
  if (hasStarted(columns, law, row) || (isIdle && isUsed(columns, law, row))) {
    const isShort = law.developed.holds(columns.developed[row]) || law.invested.holds(columns.invested[row]);
    return isShort || isIdle ? 'used-not-enough' : null;
  }
  if (isIdle) return 'supplied-not-used';
  return wasSupplied(columns, law, row) && !isUsed(columns, law, row) ? 'supplied-not-used' : null;
}

function stepOf({ columns, law }: Screen, row: number, name: ScreenClass, basis: Basis): Step | null {
  if (basis === 'disposed') return 'disposed';
  if (name === 'idle') return 'found';
  if (name !== 'suspected-idle') return null;
  return isNotified(columns, law, row) ? 'investigating' : 'suspected';
}

function sinceOf(screen: Screen, row: number, name: ScreenClass, basis: Basis): Explained['since'] {
  const day = sinceDay(screen, row, name, basis);
  return day === null ? null : { on: dateOf(day), ...sinceIn(day, screen.law.day) };
}

/** Null where it is not known, or comes after the day of judgement. */
function sinceDay(screen: Screen, row: number, name: ScreenClass, basis: Basis): Day | null {
  const day = beginOf(screen, row, name, basis);
  return day === NO_DAY || day > screen.law.day ? null : day;
}

function beginOf({ columns, law }: Screen, row: number, name: ScreenClass, basis: Basis): Day {
  const { days } = columns;
  if (name === 'approved-not-supplied') return approvedDay(columns, row);
  if (basis === 'production-stopped') return days.productionStoppedOn[row];
  if (name !== 'idle' && name !== 'suspected-idle') return NO_DAY;
  if (hasStarted(columns, law, row)) return days.stoppedOn[row];
  return isUsed(columns, law, row) ? NO_DAY : columns.startDue[row];
}

const NOT_THE_HOLDER = ['government', 'force-majeure'];

function consequencesOf({ columns, law, land }: Screen, row: number, name: ScreenClass): readonly Consequence[] {
  if (name !== 'idle' && name !== 'suspected-idle') return [];
  const { delayCause } = land.records.peek(row);
  if (delayCause !== undefined && NOT_THE_HOLDER.includes(delayCause)) {
    const [extension, temporaryUse] = ['idle.extension', 'idle.temporary-use'].map((id) => law.figure(id) ?? null);
    return [{ code: 'by-agreement', extension, temporaryUse }];
  }
  // 动工开发必需的前期工作 is no fault either.
  if (delayCause === 'preparation' || hasStarted(columns, law, row) || isUsed(columns, law, row)) return [];
  const due = columns.startDue[row];
  const isCertain = name === 'idle' && delayCause === 'enterprise';
  const share = law.figure('idle.fee-share') ?? null;
  const price = columns.figures.landPriceWan[row];
  const amountWan = share !== null && price >= 0 ? price * share : null;
  return [
    ...(due <= law.fee ? [{ code: 'fee', amountWan, share, isCertain } as const] : []),
    ...(due <= law.takeBack ? [{ code: 'take-back', isCertain } as const] : []),
  ];
}
