import { firstDayOf, NO_DAY } from './calendar.ts';
import { BASIS, CLASS, FLAGS, NO_CLASS, type Flag } from './classes.ts';
import { approvedDay, DECISIONS, RECORDED, type ScreenColumns } from './columns.ts';
import { SIGNS, type ScreenLaw } from './law.ts';

/** Class and basis of every row, as places in `LAND_CLASSES` and `BASES`; `NO_CLASS` where a row is kept out. */
export interface Classes {
  readonly classOf: Uint8Array;
  readonly basisOf: Uint8Array;
}

/** All rows by the law of a day; `isKeptOut` marks those whose data cannot be used. */
export function classify(columns: ScreenColumns, law: ScreenLaw, isKeptOut: Uint8Array): Classes {
  const classOf = new Uint8Array(columns.size);
  const basisOf = new Uint8Array(columns.size);
  for (let row = 0; row < columns.size; row++) {
    const both = isKeptOut[row] ? NONE : rowClass(columns, law, row);
    classOf[row] = both >> 8;
    basisOf[row] = both & 0xff;
  }
  return { classOf, basisOf };
}

/** A class with what it rests on, in one number. */
const both = (name: keyof typeof CLASS, basis: keyof typeof BASIS): number => (CLASS[name] << 8) | BASIS[basis];
const NONE = (NO_CLASS << 8) | NO_CLASS;

const is = {
  idle: both('suspected-idle', 'not-started'),
  stopped: both('suspected-idle', 'stopped'),
  stoppedUnknown: both('suspected-idle', 'stopped-share-unknown'),
  found: both('idle', 'found'),
  disposed: both('in-use', 'disposed'),
  takenBack: both('not-supplied', 'disposed'),
  noDuty: both('in-use', 'no-duty'),
  approved: both('approved-not-supplied', 'not-supplied'),
  lately: both('not-supplied', 'approved-lately'),
  disputed: both('in-use', 'disputed'),
  dueLater: both('in-use', 'start-due-later'),
  startUnknown: both('in-use', 'start-unknown'),
  signs: both('low-efficiency', 'signs'),
  noTax: both('low-efficiency', 'no-tax'),
  productionStopped: both('low-efficiency', 'production-stopped'),
  begun: both('in-use', 'begun'),
  used: both('in-use', 'used'),
  nothing: both('in-use', 'nothing-known'),
} as const;
const confirmed = FLAGS.map((flag) => both(flag, 'confirmed'));
/** What the register says, by the places of `RECORDED`. */
const recorded = RECORDED.map((state) =>
  state === 'vacant' || state === 'planned'
    ? both('not-supplied', 'recorded')
    : both(state === 'idle' ? 'suspected-idle' : state, 'recorded'),
);
const RECORDED_IDLE = RECORDED.indexOf('idle') + 1;
const RECORDED_LOW = RECORDED.indexOf('low-efficiency') + 1;
const CONFIRMED = DECISIONS.indexOf('confirmed') + 1;

/** A 认定书 outranks a decision, that the evidence, and that what the register says. */
function rowClass(columns: ScreenColumns, law: ScreenLaw, row: number): number {
  const { days, decision, decidedOn, hasFinding, isTakenBack } = columns;
  const { day } = law;
  if (hasFinding[row] && (days.findingOn[row] <= day || days.findingOn[row] === NO_DAY))
    return days.disposedOn[row] > day ? is.found : isTakenBack[row] ? is.takenBack : is.disposed;
  const isDecided = decidedOn[row] > 0 && (days.flagDecidedOn[row] <= day || days.flagDecidedOn[row] === NO_DAY);
  if (isDecided && decision[row] === CONFIRMED) return confirmed[decidedOn[row] - 1];
  return byEvidence(columns, law, row, isDecided && decision[row] > 0 ? FLAGS[decidedOn[row] - 1] : null);
}

/** `disputed`: what the land is known not to be. */
function byEvidence(columns: ScreenColumns, law: ScreenLaw, row: number, disputed: Flag | null): number {
  if (columns.isFree[row]) return is.noDuty;
  const isSupplied = wasSupplied(columns, law, row);
  const used = isUsed(columns, law, row);
  if (!isSupplied && !used) {
    const approved = isApproved(columns, law, row) && disputed !== 'approved-not-supplied';
    if (approved) return approvedDay(columns, row) <= law.approved || approvedDay(columns, row) === NO_DAY ? is.approved : is.lately; // prettier-ignore
    return byRecord(columns, row, disputed);
  }
  const isIdleOnRecord = columns.recorded[row] === RECORDED_IDLE;
  if (!hasStarted(columns, law, row)) {
    if (!used) return unstarted(columns, law, row, disputed);
    // Something stands there: that works never started would be wrong, whatever the register says besides.
    if (isIdleOnRecord && disputed !== 'suspected-idle') return recorded[RECORDED_IDLE - 1];
  }
  return started(columns, law, row, disputed);
}

/** Facts of later days have not happened yet. */
const happened = (column: Int32Array, row: number, law: ScreenLaw): boolean => column[row] <= law.day;

export const wasSupplied = ({ days, figures }: ScreenColumns, law: ScreenLaw, row: number): boolean =>
  happened(days.suppliedOn, row, law) ||
  (days.suppliedOn[row] === NO_DAY &&
    (days.agreedStart[row] !== NO_DAY ||
      happened(days.handedOverOn, row, law) ||
      happened(days.startedOn, row, law) ||
      happened(days.stoppedOn, row, law) ||
      figures.landPriceWan[row] > 0));

/** By its day, else its year, else its number; an approval of a later day is none yet. */
function isApproved({ days, figures, hasApproval }: ScreenColumns, law: ScreenLaw, row: number): boolean {
  if (days.approvedOn[row] !== NO_DAY) return happened(days.approvedOn, row, law);
  const year = figures.approvalYear[row];
  return year > 0 ? firstDayOf(year) <= law.day : hasApproval[row] === 1;
}

/** Something stands there or is made there. */
export const isUsed = ({ floorM2, hasBuilding, figures, days }: ScreenColumns, law: ScreenLaw, row: number): boolean =>
  floorM2[row] > 0 ||
  hasBuilding[row] === 1 ||
  (figures.taxPerMuWan[row] !== 0 && figures.taxPerMuWan[row] === figures.taxPerMuWan[row]) ||
  figures.outputPerMuWan[row] > 0 ||
  happened(days.productionOn, row, law) ||
  happened(days.productionStoppedOn, row, law);

/** 调查通知书 was sent: by its day, else by its number. */
export const isNotified = ({ days, hasNotice }: ScreenColumns, law: ScreenLaw, row: number): boolean =>
  days.noticeOn[row] === NO_DAY ? hasNotice[row] === 1 : happened(days.noticeOn, row, law);

export const hasStarted = (columns: ScreenColumns, law: ScreenLaw, row: number): boolean =>
  happened(columns.days.startedOn, row, law) ||
  happened(columns.days.stoppedOn, row, law) ||
  columns.developed[row] > 0;

function unstarted(columns: ScreenColumns, law: ScreenLaw, row: number, disputed: Flag | null): number {
  const due = columns.startDue[row];
  if (disputed === 'suspected-idle') return is.disputed;
  if (due === NO_DAY) return columns.recorded[row] === RECORDED_IDLE ? recorded[RECORDED_IDLE - 1] : is.startUnknown;
  return due <= law.notStarted ? is.idle : is.dueLater;
}

function started(columns: ScreenColumns, law: ScreenLaw, row: number, disputed: Flag | null): number {
  const { days, developed, invested, recorded: state } = columns;
  if (days.stoppedOn[row] <= law.stopped && disputed !== 'suspected-idle') {
    if (law.developed.holds(developed[row]) || law.invested.holds(invested[row])) return is.stopped;
    if (Number.isNaN(developed[row]) && Number.isNaN(invested[row])) return is.stoppedUnknown;
  }
  const inUse =
    isUsed(columns, law, row) || (developed[row] >= 0 && !law.developed.holds(developed[row])) ? is.used : is.begun;
  if (!columns.isWorks[row] || disputed === 'low-efficiency') return inUse;
  if (days.productionStoppedOn[row] <= law.productionStopped) return is.productionStopped;
  if (law.noTax.holds(columns.figures.yearsWithoutTax[row])) return is.noTax;
  const { low, unknown } = countSigns(columns, law, row);
  if (low >= law.signsNeeded) return is.signs;
  return low + unknown >= law.signsNeeded && state[row] === RECORDED_LOW ? recorded[RECORDED_LOW - 1] : inUse;
}

/** The figure a sign is held against; NaN where it is not known. */
export function signFigure({ plotRatio, figures }: ScreenColumns, row: number, sign: (typeof SIGNS)[number]): number {
  if (sign === 'plot-ratio') return plotRatio[row];
  if (sign === 'tax') return figures.taxPerMuWan[row];
  return sign === 'output' ? figures.outputPerMuWan[row] : figures.investmentPerMuWan[row];
}

function countSigns(columns: ScreenColumns, law: ScreenLaw, row: number): { low: number; unknown: number } {
  let [low, unknown] = [0, 0];
  for (const sign of SIGNS) {
    const figure = signFigure(columns, row, sign);
    if (Number.isNaN(figure)) unknown++;
    else if (law.signs[sign].holds(figure)) low++;
  }
  return { low, unknown };
}

function byRecord({ recorded: state }: ScreenColumns, row: number, disputed: Flag | null): number {
  if (state[row] === 0) return is.nothing;
  const said = recorded[state[row] - 1];
  return disputed !== null && said >> 8 === CLASS[disputed] ? is.nothing : said;
}
