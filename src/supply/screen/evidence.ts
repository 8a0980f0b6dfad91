import type { Parcel } from '../../domain/land/model.ts';
import { dateOf, NO_DAY, sinceIn } from './calendar.ts';
import { LAND_CLASSES, type Basis } from './classes.ts';
import { hasStarted, isNotified, isUsed, signFigure } from './classify.ts';
import { approvedDay, DAY_FIELDS, RECORDED } from './columns.ts';
import { SIGNS } from './law.ts';
import type { Screen } from './screen.ts';

/** One thing on record that speaks for the class, with the threshold it is held against. */
export interface Evidence {
  readonly code:
    | 'not-started' // {due, years, months, agreed: 1 agreed, 0 reckoned from the hand-over, handedOver}
    | 'start-due' // {due, agreed, handedOver}
    | 'start-unknown' // {}
    | 'started' // {on}
    | 'stopped' // {on, years, months}
    | 'developed' // {share, bound, isBelow}
    | 'invested' // {share, bound, isBelow}
    | 'sign' // {sign, value, bound, isBelow}
    | 'no-tax' // {years, bound}
    | 'production-stopped' // {on, years, months}
    | 'approved' // {on, years, months, isYear: its day is not known}
    | 'approval-undated' // {}
    | 'supplied' // {on}
    | 'floor' // {areaM2}: what stands there
    | 'building' // {}: something stands there, of no known floor area
    | 'recorded' // {status}
    | 'record-differs' // {status}
    | 'no-duty' // {}
    | 'nothing-known' // {}
    | 'found' // {no, on, cause}
    | 'disposed' // {how, on}
    | 'delay' // {cause, days}
    | 'notice' // {no, on, due: last day of the investigation, isOver}
    | 'later'; // {field, on}: after the day of judgement, not yet counted
  readonly params: Readonly<Record<string, string | number>>;
}

type Of = (screen: Screen, row: number) => readonly Evidence[];

const said = (code: Evidence['code'], params: Evidence['params'] = {}): Evidence => ({ code, params });

const notStarted: Of = ({ columns, law }, row) => {
  const due = columns.startDue[row];
  if (due === NO_DAY) return [said('start-unknown')];
  const params = { due: dateOf(due), ...dueFrom(columns, row) };
  if (due > law.day) return [said('start-due', params)];
  return [said('not-started', { ...params, ...sinceIn(due, law.day) })];
};

function dueFrom({ days }: Screen['columns'], row: number): { agreed: number; handedOver: string } {
  const isAgreed = days.agreedStart[row] !== NO_DAY;
  return { agreed: Number(isAgreed), handedOver: isAgreed ? '' : dateOf(days.handedOverOn[row]) };
}

const shares: Of = ({ columns, law }, row) =>
  (['developed', 'invested'] as const).flatMap((code) => {
    const share = columns[code][row];
    if (Number.isNaN(share)) return [];
    return [said(code, { share, bound: law[code].value, isBelow: Number(law[code].holds(share)) })];
  });

const stopped: Of = (screen, row) => {
  const { columns, law } = screen;
  const { stoppedOn, startedOn } = columns.days;
  return [
    ...(startedOn[row] <= law.day ? [said('started', { on: dateOf(startedOn[row]) })] : []),
    ...(stoppedOn[row] <= law.day
      ? [said('stopped', { on: dateOf(stoppedOn[row]), ...sinceIn(stoppedOn[row], law.day) })]
      : []),
    ...shares(screen, row),
  ];
};

const signs: Of = ({ columns, law }, row) =>
  SIGNS.flatMap((sign) => {
    const value = signFigure(columns, row, sign);
    const { value: bound, holds } = law.signs[sign];
    return Number.isNaN(value) || Number.isNaN(bound)
      ? []
      : [said('sign', { sign, value, bound, isBelow: Number(holds(value)) })];
  });

const approved: Of = ({ columns, law }, row) => {
  const day = approvedDay(columns, row);
  if (day === NO_DAY) return [said('approval-undated')];
  const isYear = Number(columns.days.approvedOn[row] === NO_DAY);
  return [said('approved', { on: dateOf(day), ...sinceIn(day, law.day), isYear })];
};

const idleAnyhow: Of = (screen, row) => {
  if (hasStarted(screen.columns, screen.law, row)) return stopped(screen, row);
  return isUsed(screen.columns, screen.law, row) ? used(screen, row) : notStarted(screen, row);
};

const found: Of = (screen, row) => {
  const { findingNo = '', findingOn = '', delayCause = '' } = screen.land.records.peek(row);
  return [said('found', { no: findingNo, on: findingOn, cause: delayCause }), ...idleAnyhow(screen, row)];
};

const used: Of = (screen, row) => {
  const { columns, law } = screen;
  const { suppliedOn, startedOn, stoppedOn } = columns.days;
  const on = (code: 'supplied' | 'started', day: number) => (day <= law.day ? [said(code, { on: dateOf(day) })] : []);
  return [
    ...on('supplied', suppliedOn[row]),
    ...(stoppedOn[row] <= law.day ? stopped(screen, row) : on('started', startedOn[row])),
    ...(columns.floorM2[row] > 0
      ? [said('floor', { areaM2: columns.floorM2[row] })]
      : columns.hasBuilding[row]
        ? [said('building')]
        : []),
    ...(columns.isWorks[row] ? signs(screen, row) : []),
  ];
};

const recorded: Of = ({ columns }, row) => [said('recorded', { status: RECORDED[columns.recorded[row] - 1] })];

const productionStopped: Of = (screen, row) => {
  const day = screen.columns.days.productionStoppedOn[row];
  return [said('production-stopped', { on: dateOf(day), ...sinceIn(day, screen.law.day) }), ...signs(screen, row)];
};

/** A person may know what no field says: that nothing is on record is told then, and that production ceased. */
const confirmed: Of = (screen, row) => {
  const name = LAND_CLASSES[screen.classes.classOf[row]];
  if (name === 'approved-not-supplied') return approved(screen, row);
  const known = name === 'suspected-idle' ? idleAnyhow(screen, row) : signs(screen, row);
  if (known.length > 0) return known;
  const hasStopped = screen.columns.days.productionStoppedOn[row] <= screen.law.day;
  return hasStopped ? productionStopped(screen, row) : [said('nothing-known')];
};

const byBasis: Readonly<Record<Basis, Of>> = {
  found,
  disposed: ({ land }, row) => {
    const { disposal = '', disposedOn = '', findingNo = '' } = land.records.peek(row);
    return [said('disposed', { how: disposal, on: disposedOn, no: findingNo })];
  },
  confirmed,
  'no-duty': () => [said('no-duty')],
  'not-supplied': approved,
  'approved-lately': approved,
  'not-started': notStarted,
  disputed: notStarted,
  'start-due-later': notStarted,
  'start-unknown': notStarted,
  stopped,
  'stopped-share-unknown': stopped,
  signs,
  'no-tax': (screen, row) => [
    said('no-tax', { years: screen.columns.figures.yearsWithoutTax[row], bound: screen.law.noTax.value }),
    ...signs(screen, row),
  ],
  'production-stopped': productionStopped,
  begun: (screen, row) => [
    ...used(screen, row),
    ...(screen.columns.days.stoppedOn[row] <= screen.law.day ? [] : shares(screen, row)),
  ],
  used,
  recorded: (screen, row) => [...recorded(screen, row), ...used(screen, row)],
  'nothing-known': () => [said('nothing-known')],
};

/** What the class rests on, first what decides; then what else a person wants to know before acting. */
export function evidenceOf(screen: Screen, row: number, basis: Basis): readonly Evidence[] {
  return [...byBasis[basis](screen, row), ...beside(screen, row, basis)];
}

function beside(screen: Screen, row: number, basis: Basis): readonly Evidence[] {
  const { columns, law, land } = screen;
  const { days } = columns;
  const name = LAND_CLASSES[screen.classes.classOf[row]];
  const { delayCause, delayDays, noticeNo = '' } = land.records.peek(row);
  const isIdle = name === 'suspected-idle' || name === 'idle';
  const later = DAY_FIELDS.filter(
    (field) => field !== 'agreedStart' && days[field][row] !== NO_DAY && days[field][row] > law.day,
  );
  const term = law.figure('idle.investigation');
  const wasNotified = name === 'suspected-idle' && isNotified(columns, law, row);
  return [
    ...(isIdle && delayCause !== undefined && basis !== 'found'
      ? [said('delay', { cause: delayCause, days: delayDays ?? '' })]
      : []),
    ...(wasNotified ? [said('notice', noticeParams(noticeNo, days.noticeOn[row], term, law.day))] : []),
    ...(recordDiffers(screen, row) ? [said('record-differs', { status: RECORDED[columns.recorded[row] - 1] })] : []),
    ...later.map((field) => said('later', { field, on: dateOf(days[field][row]) })),
  ];
}

function noticeParams(no: string, on: number, term: number | undefined, today: number): Evidence['params'] {
  if (on === NO_DAY || term === undefined) return { no, on: '', due: '', isOver: 0 };
  return { no, on: dateOf(on), due: dateOf(on + term), isOver: Number(today > on + term) };
}

/** Whether the register says another state of use than the screen. */
export function recordDiffers({ columns, classes }: Screen, row: number): boolean {
  const state: Parcel['status'] = RECORDED[columns.recorded[row] - 1];
  if (state === undefined) return false;
  const name = LAND_CLASSES[classes.classOf[row]];
  if (name === 'suspected-idle' || name === 'idle') return state !== 'idle';
  if (name === 'not-supplied') return state !== 'vacant' && state !== 'planned';
  return name !== state;
}
