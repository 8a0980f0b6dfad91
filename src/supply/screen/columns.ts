import type { LandUses } from './uses.ts';
import type { Parcel } from '../../domain/land/model.ts';
import { recoded } from '../../domain/land/records/coded.ts';
import type { Records } from '../../domain/land/records/records.ts';
import type { Steps } from '../../domain/steps.ts';
import { isDate } from '../../domain/written-date.ts';
import { FLAGS } from './classes.ts';
import { dayOf, firstDayOf, NO_DAY, yearsOn } from './calendar.ts';

/** Days of a parcel that the screen asks for. */
export const DAY_FIELDS = [
  'approvedOn',
  'suppliedOn',
  'agreedStart',
  'handedOverOn',
  'startedOn',
  'stoppedOn',
  'productionOn',
  'productionStoppedOn',
  'noticeOn',
  'findingOn',
  'disposedOn',
  'flagDecidedOn',
] as const satisfies readonly (keyof Parcel)[];
export type DayField = (typeof DAY_FIELDS)[number];

/** Figures of a parcel that the screen asks for. */
export const FIGURE_FIELDS = [
  'statedAreaM2',
  'developedShare',
  'investedShare',
  'developedAreaM2',
  'dueAreaM2',
  'investedWan',
  'totalInvestmentWan',
  'taxPerMuWan',
  'outputPerMuWan',
  'investmentPerMuWan',
  'yearsWithoutTax',
  'landPriceWan',
  'approvalYear',
] as const satisfies readonly (keyof Parcel)[];
export type FigureField = (typeof FIGURE_FIELDS)[number];

/** The states of use a register tells, by their place here plus one; 0: it tells none. */
export const RECORDED = ['in-use', 'idle', 'low-efficiency', 'approved-not-supplied', 'vacant', 'planned'] as const;
export const DECISIONS = ['confirmed', 'disputed'] as const;
const CAUSES = ['enterprise', 'government', 'force-majeure', 'preparation'] as const;

/** What land is screened by beside its records: measured once for all of them. */
export interface LandFigures {
  /** Legal area, m²; NaN where there is none. */
  readonly areaM2: Float64Array;
  /** Floor area of what stands there, m²; NaN where it is not known. */
  readonly floorM2: Float64Array;
  /** 1 where a building stands, of whatever floor area. */
  readonly hasBuilding: Uint8Array;
}

/** Parcels as the screen reads them: a column each, no record made. Days are `NO_DAY`, figures NaN where none is on record. */
export interface ScreenColumns extends LandFigures {
  readonly size: number;
  readonly days: Readonly<Record<DayField, Int32Array>>;
  readonly figures: Readonly<Record<FigureField, Float64Array>>;
  /** What is held against the thresholds: developed and invested of what was due, stated or reckoned. */
  readonly developed: Float64Array;
  readonly invested: Float64Array;
  readonly plotRatio: Float64Array;
  /** The day works are due to start: agreed, or so long after the hand-over. */
  readonly startDue: Int32Array;
  /** Places plus one in the lists above, 0 for none. */
  readonly recorded: Uint8Array;
  readonly decision: Uint8Array;
  /** Place plus one in `FLAGS`. */
  readonly decidedOn: Uint8Array;
  readonly cause: Uint8Array;
  readonly hasFinding: Uint8Array;
  readonly hasNotice: Uint8Array;
  /** Its disposal says that the land went back to the state. */
  readonly isTakenBack: Uint8Array;
  readonly hasApproval: Uint8Array;
  /** Land that works are expected on: 工业、仓储; land that no one has to build on: roads, green, water, fields. */
  readonly isWorks: Uint8Array;
  readonly isFree: Uint8Array;
}

/** @param startAfterHandOver years from the hand-over to the day to start where none was agreed; undefined: not reckoned */
export function* screenColumns(
  records: Records<Parcel>,
  land: LandFigures,
  uses: LandUses,
  startAfterHandOver: number | undefined,
): Steps<ScreenColumns> {
  const size = records.length;
  const days = yield* columnsBy(DAY_FIELDS, (field) => daysOf(records, field));
  const figures = yield* columnsBy(FIGURE_FIELDS, (field) => figuresOf(records, field));
  const provinceApproved = saidIn(records, 'provinceApprovalNo');
  const isBuilt = (row: number) => land.areaM2[row] > 0;
  return {
    size,
    ...land,
    days,
    figures,
    developed: quotients(figures.developedShare, figures.developedAreaM2, figures.dueAreaM2),
    invested: quotients(figures.investedShare, figures.investedWan, figures.totalInvestmentWan),
    plotRatio: Float64Array.from(land.floorM2, (floor, row) => (isBuilt(row) ? floor / land.areaM2[row] : NaN)),
    startDue: startsDue(days.agreedStart, days.handedOverOn, startAfterHandOver),
    recorded: placesOf(records, 'status', RECORDED),
    decision: placesOf(records, 'flagDecision', DECISIONS),
    decidedOn: placesOf(records, 'flagClass', FLAGS),
    cause: placesOf(records, 'delayCause', CAUSES),
    hasFinding: saidIn(records, 'findingNo'),
    hasNotice: saidIn(records, 'noticeNo'),
    isTakenBack: takenBack(records),
    hasApproval: saidIn(records, 'approvalNo').map((said, row) => said || provinceApproved[row]),
    ...usesOf(records, uses),
  };
}

function* columnsBy<F extends string, C>(fields: readonly F[], of: (field: F) => C): Steps<Readonly<Record<F, C>>> {
  const columns: Partial<Record<F, C>> = {};
  for (const field of fields) {
    columns[field] = of(field);
    yield;
  }
  return columns as Record<F, C>;
}

function daysOf(records: Records<Parcel>, field: DayField): Int32Array {
  const { values, codes } = records.coded(field);
  const days = values.map((value) => (isDate(value) ? dayOf(value) : NO_DAY));
  return Int32Array.from(codes, (code) => (code < 0 ? NO_DAY : days[code]));
}

function figuresOf(records: Records<Parcel>, field: FigureField): Float64Array {
  const of = records.field(field);
  const all = new Float64Array(records.length);
  for (let row = 0; row < all.length; row++) all[row] = of(row) ?? NaN;
  return all;
}

function placesOf<K extends 'status' | 'flagDecision' | 'flagClass' | 'delayCause'>(
  records: Records<Parcel>,
  field: K,
  list: readonly NonNullable<Parcel[K]>[],
): Uint8Array {
  const { values, codes } = records.coded(field);
  const places = values.map((value) => list.indexOf(value as NonNullable<Parcel[K]>) + 1);
  return Uint8Array.from(codes, (code) => (code < 0 ? 0 : places[code]));
}

/** 收回、收储、回购: words of a disposal 处置方式 after which no one holds the land. */
const TAKEN_BACK = /收回|收储|回购|回收|taken back|bought back/i;

function takenBack(records: Records<Parcel>): Uint8Array {
  const { values, codes } = records.coded('disposal');
  const isBack = values.map((value) => Number(TAKEN_BACK.test(value)));
  return Uint8Array.from(codes, (code) => (code < 0 ? 0 : isBack[code]));
}

/** Rows where the field says anything. */
function saidIn(
  records: Records<Parcel>,
  field: 'findingNo' | 'noticeNo' | 'approvalNo' | 'provinceApprovalNo',
): Uint8Array {
  const { values, codes } = records.coded(field);
  const said = values.map((value) => Number(value.trim() !== ''));
  return Uint8Array.from(codes, (code) => (code < 0 ? 0 : said[code]));
}

/** The share as stated, else what it is made of. */
const quotients = (stated: Float64Array, part: Float64Array, whole: Float64Array): Float64Array =>
  stated.map((share, row) => (share >= 0 ? share : whole[row] > 0 ? part[row] / whole[row] : NaN));

function startsDue(agreed: Int32Array, handedOver: Int32Array, years: number | undefined): Int32Array {
  return agreed.map((day, row) => {
    if (day !== NO_DAY || years === undefined || handedOver[row] === NO_DAY) return day;
    return yearsOn(handedOver[row], Math.max(0, years));
  });
}

/** The same with the day to start reckoned by other years. */
export const withStartDue = (columns: ScreenColumns, years: number | undefined): ScreenColumns => ({
  ...columns,
  startDue: startsDue(columns.days.agreedStart, columns.days.handedOverOn, years),
});

/** Land classes are objects, of which several may say the same; those of a city are few. */
function usesOf(records: Records<Parcel>, uses: LandUses): Pick<ScreenColumns, 'isWorks' | 'isFree'> {
  const { values, codes } = recoded(records.coded('landClass'), ({ system, code }) => `${system}/${code}`);
  const kinds = values.map((key) => {
    const [system, code] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)];
    return uses({ system: system as NonNullable<Parcel['landClass']>['system'], code });
  });
  return {
    isWorks: Uint8Array.from(codes, (code) => Number(code >= 0 && kinds[code] === 'works')),
    isFree: Uint8Array.from(codes, (code) => Number(code >= 0 && kinds[code] === 'free')),
  };
}

/** A year of approval without its day counts from its last day: no earlier than it can have been. */
export const approvedDay = ({ days, figures }: ScreenColumns, row: number): number => {
  const day = days.approvedOn[row];
  if (day !== NO_DAY) return day;
  const year = figures.approvalYear[row];
  return year > 0 ? firstDayOf(year + 1) - 1 : NO_DAY;
};
