import type { Parcel } from '../../src/domain/land/model.ts';
import type { Random } from './random.ts';

/*
 * What truly became of a parcel, and what an office came to know of it: the second is made from the first with the gaps and
 * slips of real registers. The shares are invented, of the order one meets; they are for measuring the screen, not facts.
 */

/** What land truly is, by the law and the settings of the draft, on the last day the histories tell of. */
export type Truth = 'in-use' | 'suspected-idle' | 'low-efficiency' | 'approved-not-supplied' | 'not-supplied';

export interface History {
  readonly truth: Truth;
  /** What stands in the register, the state of use left out. */
  readonly record: Partial<Parcel>;
  /** Nothing stands there. */
  readonly isBare: boolean;
}

/** The histories end here. */
export const HISTORY_END = '2026-11-28';
const END = Date.parse(HISTORY_END);
const DAY_MS = 86_400_000;

const round = (x: number, digits: number): number => Math.round(x * 10 ** digits) / 10 ** digits;
const on = (time: number): string => new Date(time).toISOString().slice(0, 10);
const year = (n: number): number => Date.UTC(n, 0, 1);
const later = (time: number, rnd: Random, least: number, most: number): number =>
  time + rnd.whole(least, most) * DAY_MS;
/** A figure around a middle one, as many times more as less. */
const around = (middle: number, spread: number, rnd: Random): number => {
  const normal = rnd.next() + rnd.next() + rnd.next() + rnd.next() - 2; // near enough, within ±2
  return middle * Math.exp(normal * 1.7 * spread);
};

/** So many of a hundred are on record. */
const known = <T>(rnd: Random, share: number, value: T): T | undefined => (rnd.chance(share) ? value : undefined);
const said = (record: Record<string, unknown>): Partial<Parcel> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

interface Contract {
  readonly approved: number;
  readonly supplied: number;
  readonly handedOver: number;
  readonly agreed: number;
}

function contract(rnd: Random, from: number, to: number): Contract {
  const approved = rnd.between(year(from), year(to + 1));
  const supplied = later(approved, rnd, 60, 700);
  const handedOver = later(supplied, rnd, 10, 100);
  return { approved, supplied, handedOver, agreed: later(handedOver, rnd, 150, 365) };
}

/** Of one contract in eight the day to start was left out; the day of hand-over is often not in the register. */
const onPaper = ({ approved, supplied, handedOver, agreed }: Contract, rnd: Random): Partial<Parcel> =>
  said({
    approvedOn: known(rnd, 0.8, on(approved)),
    suppliedOn: known(rnd, 0.93, on(supplied)),
    handedOverOn: known(rnd, 0.6, on(handedOver)),
    agreedStart: known(rnd, 0.87, on(agreed)),
  });

function neverStarted(rnd: Random): History {
  const own = contract(rnd, 2014, 2021);
  const cause = rnd.weighted([
    ['enterprise', 60],
    ['government', 30],
    ['force-majeure', 3],
    ['preparation', 7],
  ]);
  // 围而不建: a start reported with nothing to show for it.
  const isReported = rnd.chance(0.07);
  const record = said({
    ...onPaper(own, rnd),
    startedOn: isReported ? on(Math.min(END, later(own.agreed, rnd, 0, 200))) : undefined,
    delayCause: known(rnd, 0.35, cause),
    floorAreaM2: known(rnd, 0.2, 0),
    landPriceWan: known(rnd, 0.6, rnd.whole(300, 6000)),
  });
  return { truth: 'suspected-idle', record, isBare: true };
}

function stopped(rnd: Random): History {
  const own = contract(rnd, 2014, 2020);
  const started = later(own.agreed, rnd, -20, 300);
  const stop = Math.min(later(started, rnd, 100, 700), END - 400 * DAY_MS);
  const isUndeveloped = rnd.chance(0.7);
  const developed = isUndeveloped ? rnd.between(0.03, 0.32) : rnd.between(0.35, 0.6);
  const invested = isUndeveloped ? rnd.between(0.08, 0.45) : rnd.between(0.05, 0.24);
  const slip = () => rnd.between(-0.05, 0.05);
  const record = said({
    ...onPaper(own, rnd),
    startedOn: known(rnd, 0.9, on(Math.min(started, stop))),
    stoppedOn: known(rnd, 0.75, on(stop)),
    developedShare: known(rnd, 0.75, round(Math.max(0, developed + slip()), 2)),
    investedShare: known(rnd, 0.7, round(Math.max(0, invested + slip()), 2)),
  });
  return { truth: 'suspected-idle', record, isBare: true };
}

/** Works that go on, or that are not late by a year. */
function underWay(rnd: Random): History {
  const isWaiting = rnd.chance(0.3);
  if (isWaiting) {
    const own = contract(rnd, 2024, 2024);
    const agreed = Math.max(own.agreed, END - 300 * DAY_MS);
    return { truth: 'in-use', record: onPaper({ ...own, agreed }, rnd), isBare: true };
  }
  const own = contract(rnd, 2020, 2022);
  const started = later(own.agreed, rnd, -30, 250);
  const record = said({
    ...onPaper(own, rnd),
    // The permit is in another register, and the start comes into this one late.
    startedOn: known(rnd, 0.85, on(Math.min(started, END - 30 * DAY_MS))),
    developedShare: known(rnd, 0.4, round(rnd.between(0.2, 0.95), 2)),
  });
  return { truth: 'in-use', record, isBare: true };
}

function working(rnd: Random, isLow: boolean): History {
  const own = contract(rnd, 2004, 2020);
  const production = later(own.agreed, rnd, 300, 900);
  const isYoung = !isLow && rnd.chance(0.05);
  const [tax, output, investment] = isLow ? [2.6, 78, 85] : [isYoung ? 4 : 13, isYoung ? 150 : 400, 320];
  const record = said({
    ...onPaper(own, rnd),
    startedOn: known(rnd, 0.7, on(later(own.agreed, rnd, -30, 200))),
    productionOn: known(rnd, 0.5, on(isYoung ? END - rnd.whole(100, 700) * DAY_MS : Math.min(production, END))),
    taxPerMuWan: known(rnd, 0.8, round(around(tax, 0.5, rnd), 1)),
    outputPerMuWan: known(rnd, 0.75, round(around(output, 0.45, rnd), 0)),
    investmentPerMuWan: known(rnd, 0.7, round(around(investment, 0.35, rnd), 0)),
    yearsWithoutTax: isLow && rnd.chance(0.12) ? rnd.whole(2, 5) : undefined,
    productionStoppedOn: isLow && rnd.chance(0.08) ? on(END - rnd.whole(400, 1500) * DAY_MS) : undefined,
    aboveScale: known(rnd, 0.9, rnd.chance(0.35)),
    performanceScore: known(rnd, 0.8, round(Math.min(100, around(isLow ? 40 : 65, 0.2, rnd)), 1)),
    outputPerTceWan: known(rnd, 0.7, round(around(isLow ? 2 : 6, 0.5, rnd), 2)),
  });
  return { truth: isLow ? 'low-efficiency' : 'in-use', record, isBare: false };
}

function approvedOnly(rnd: Random): History {
  const approved = rnd.between(year(2017), END - 60 * DAY_MS);
  const record = said({
    approvedOn: known(rnd, 0.93, on(approved)),
    approvalYear: known(rnd, 0.5, new Date(approved).getUTCFullYear()),
    approvalNo: known(rnd, 0.6, `澄政土〔${new Date(approved).getUTCFullYear()}〕${rnd.whole(1, 90)}号`),
    // Entered when the auction was announced, which then failed 流拍.
    suppliedOn: rnd.chance(0.04) ? on(Math.min(END, later(approved, rnd, 100, 400))) : undefined,
    plannedFar: '>1.5,<2.5',
  });
  return { truth: 'approved-not-supplied', record, isBare: true };
}

/** A history that ends in the state of use the sample city has of a parcel. */
export function historyOf(status: Parcel['status'], isWorks: boolean, rnd: Random): History {
  if (status === 'idle') return rnd.chance(0.55) ? neverStarted(rnd) : stopped(rnd);
  if (status === 'approved-not-supplied') return approvedOnly(rnd);
  if (status === 'vacant' || status === 'planned') return { truth: 'not-supplied', record: {}, isBare: true };
  if (status === 'low-efficiency') return working(rnd, true);
  if (!isWorks) return { truth: 'in-use', record: {}, isBare: false };
  return rnd.chance(0.08) ? underWay(rnd) : working(rnd, false);
}
