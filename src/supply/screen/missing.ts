import type { Parcel } from '../../domain/land/model.ts';
import { NO_DAY } from './calendar.ts';
import { LAND_CLASSES, type Basis } from './classes.ts';
import { hasStarted, signFigure } from './classify.ts';
import { SIGNS, type Sign } from './law.ts';
import type { Screen } from './screen.ts';

type Field = keyof Parcel;

const signFields: Readonly<Record<Sign, Field>> = {
  'plot-ratio': 'floorAreaM2',
  tax: 'taxPerMuWan',
  output: 'outputPerMuWan',
  investment: 'investmentPerMuWan',
};

/** Fields that are not on record and would make the class surer or another. */
export function missingOf(screen: Screen, row: number, basis: Basis): readonly Field[] {
  const { columns, law } = screen;
  const { days } = columns;
  const absentDays = (...fields: (Field & keyof typeof days)[]): Field[] =>
    fields.filter((field) => days[field][row] === NO_DAY);
  const isIdle = ['idle', 'suspected-idle'].includes(LAND_CLASSES[screen.classes.classOf[row]]);
  if (isIdle) return hasStarted(columns, law, row) ? sharesMissing(screen, row) : startMissing(screen, row);
  switch (basis) {
    case 'disputed':
    case 'start-due-later':
    case 'start-unknown':
      return [
        ...(columns.startDue[row] === NO_DAY ? absentDays('agreedStart', 'handedOverOn') : []),
        ...absentDays('startedOn'),
      ];
    case 'not-supplied':
    case 'approved-lately':
      return [
        ...absentDays('approvedOn', 'suppliedOn'),
        ...(columns.hasApproval[row] ? [] : (['approvalNo'] as const)),
      ];
    case 'signs':
    case 'no-tax':
    case 'production-stopped':
      return signsMissing(screen, row);
    case 'begun':
      return sharesMissing(screen, row);
    case 'used':
      return [
        ...(days.stoppedOn[row] <= law.stopped ? sharesMissing(screen, row) : []),
        ...(columns.isWorks[row] && signsMayTurn(screen, row) ? signsMissing(screen, row) : []),
      ];
    case 'recorded':
    case 'nothing-known':
      return [
        ...absentDays('approvedOn', 'suppliedOn', 'agreedStart', 'startedOn'),
        ...(columns.isWorks[row] ? signsMissing(screen, row) : []),
      ];
    default:
      return [];
  }
}

function startMissing({ columns }: Screen, row: number): Field[] {
  const { days, figures } = columns;
  return [
    ...(days.agreedStart[row] === NO_DAY ? (['agreedStart'] as const) : []),
    ...(columns.startDue[row] === NO_DAY ? (['handedOverOn'] as const) : []),
    ...(days.startedOn[row] === NO_DAY ? (['startedOn'] as const) : []),
    ...(columns.cause[row] === 0 ? (['delayCause'] as const) : []),
    ...(Number.isNaN(figures.landPriceWan[row]) ? (['landPriceWan'] as const) : []),
  ];
}

function sharesMissing({ columns }: Screen, row: number): Field[] {
  return [
    ...(columns.days.stoppedOn[row] === NO_DAY ? (['stoppedOn'] as const) : []),
    ...(Number.isNaN(columns.developed[row]) ? (['developedShare'] as const) : []),
    ...(Number.isNaN(columns.invested[row]) ? (['investedShare'] as const) : []),
  ];
}

const signsMissing = ({ columns }: Screen, row: number): Field[] =>
  SIGNS.filter((sign) => Number.isNaN(signFigure(columns, row, sign))).map((sign) => signFields[sign]);

/** Whether those that are missing could make the land low-efficiency. */
export function signsMayTurn({ columns, law }: Screen, row: number): boolean {
  const open = SIGNS.filter((sign) => {
    const value = signFigure(columns, row, sign);
    return Number.isNaN(value) || law.signs[sign].holds(value);
  });
  return open.length >= law.signsNeeded;
}
