import { approvedDay } from './columns.ts';
import { firstDayOf, NO_DAY, yearOf } from './calendar.ts';
import { LAND_CLASSES, NO_CLASS } from './classes.ts';
import { wasSupplied } from './classify.ts';
import type { Screen } from './screen.ts';

/** So many parcels and their land; `unmeasured` of them have no area. */
export interface Amount {
  readonly count: number;
  readonly areaM2: number;
  readonly unmeasured: number;
}

/** A rate by land, with what it is made of; null where there is nothing to divide by. */
export interface Rate {
  readonly value: number | null;
  readonly of: Amount;
  readonly to: Amount;
  /** What it would be at least and at most, whatever the parcels with missing data turn out to be; equal where none are. */
  readonly least: number | null;
  readonly most: number | null;
  /** Parcels that may belong in it but lack this field. */
  readonly missing: readonly { readonly field: string; readonly amount: Amount }[];
}

/** Land approved in one year 批准年度: how much of it is supplied. */
interface Vintage {
  readonly year: number;
  readonly rate: Rate;
  /** It is one of the years the rate of supply counts. */
  readonly isCounted: boolean;
}

export interface Rates {
  /** 批而未供率: approved and not supplied, of all approved. */
  readonly notSupplied: Rate;
  /** 闲置率: suspected and found idle, of all supplied; `found` of those found alone. */
  readonly idle: Rate;
  readonly idleFound: Rate;
  /** 供地率: supplied of what was approved in the years counted. */
  readonly supply: Rate & { readonly floor: number | null; readonly outcome: 'met' | 'missed' | 'open' | null };
  readonly vintages: readonly Vintage[];
}

class Sum {
  count = 0;
  areaM2 = 0;
  unmeasured = 0;

  add(areaM2: number): void {
    this.count++;
    if (areaM2 > 0) this.areaM2 += areaM2;
    else this.unmeasured++;
  }

  get amount(): Amount {
    return { count: this.count, areaM2: this.areaM2, unmeasured: this.unmeasured };
  }
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** Sums of the rows given, by what they count to. */
class Sums {
  readonly notSupplied = new Sum();
  readonly idle = new Sum();
  readonly found = new Sum();
  /** Supplied by its record; and in use without one, which someone must have supplied. */
  readonly supplied = new Sum();
  readonly presumed = new Sum();
  /** Approved land of which the year is not known and may be one of those counted, supplied and not. */
  readonly undatedSupplied = new Sum();
  readonly undatedNot = new Sum();
  readonly vintages = new Map<number, { approved: Sum; supplied: Sum }>();
}

/** Rates of the rows given; those kept out are in none, nor is land that no one has to build on. */
export function ratesOf(screen: Screen, rows: Iterable<number>): Rates {
  const { columns, law, classes } = screen;
  const thisYear = yearOf(law.day);
  const first = thisYear - (law.figure('supply.years') ?? 0);
  const sums = new Sums();
  for (const row of rows)
    if (classes.classOf[row] !== NO_CLASS && !columns.isFree[row]) count(screen, row, first, sums);
  const isCounted = (year: number) => year < thisYear && year >= first;
  const vintages = [...sums.vintages].sort(([a], [b]) => a - b);
  const { supplied, presumed, notSupplied } = sums;
  const counted = vintages.filter(([year]) => isCounted(year)).map(([, own]) => own);
  return {
    notSupplied: rate(notSupplied, joined(notSupplied, supplied), presumed),
    idle: rate(sums.idle, supplied, presumed),
    idleFound: rate(sums.found, supplied, presumed),
    supply: supplyRate(counted, sums, law.figure('supply.floor') ?? null),
    vintages: vintages.map(([year, own]) => ({ year, rate: rate(own.supplied, own.approved, new Sum()), isCounted: isCounted(year) })), // prettier-ignore
  };
}

function count(screen: Screen, row: number, first: number, sums: Sums): void {
  const { columns, law, classes } = screen;
  const name = LAND_CLASSES[classes.classOf[row]];
  const area = columns.areaM2[row];
  if (name === 'approved-not-supplied') sums.notSupplied.add(area);
  const isIdle = name === 'suspected-idle' || name === 'idle';
  if (isIdle) sums.idle.add(area);
  if (name === 'idle') sums.found.add(area);
  const hasHolder = isIdle || name === 'in-use' || name === 'low-efficiency';
  const isRecorded = wasSupplied(columns, law, row);
  if (hasHolder) (isRecorded ? sums.supplied : sums.presumed).add(area);
  const day = approvedDay(columns, row);
  if (day !== NO_DAY && day <= law.day) {
    const year = yearOf(day);
    const vintage = sums.vintages.get(year) ?? { approved: new Sum(), supplied: new Sum() };
    sums.vintages.set(year, vintage);
    vintage.approved.add(area);
    if (hasHolder) vintage.supplied.add(area);
  } else if (day === NO_DAY && (hasHolder || name === 'approved-not-supplied') && !isOlder(screen, row, first))
    (hasHolder ? sums.undatedSupplied : sums.undatedNot).add(area);
}

/** Supplied or begun before the first year counted, it was approved before it too. */
function isOlder({ columns: { days } }: Screen, row: number, first: number): boolean {
  const until = firstDayOf(first);
  return [days.suppliedOn, days.agreedStart, days.handedOverOn, days.startedOn, days.productionOn].some((of) => of[row] < until); // prettier-ignore
}

const joined = (a: Sum, b: Sum): Sum => {
  const sum = new Sum();
  for (const { count: n, areaM2, unmeasured } of [a, b]) {
    sum.count += n;
    sum.areaM2 += areaM2;
    sum.unmeasured += unmeasured;
  }
  return sum;
};

/** Missing areas: as large as may be on either side of the rate. */
const unmeasured = (all: Sum): Rate['missing'] =>
  all.unmeasured > 0 ? [{ field: 'statedAreaM2', amount: { count: all.unmeasured, areaM2: 0, unmeasured: all.unmeasured } }] : []; // prettier-ignore

/**
 * Land in use of which no supply is on record counts as supplied; without it the rate would be as high as `most`. Land of no
 * known area may move the rate to either end.
 */
function rate(of: Sum, recorded: Sum, presumed: Sum): Rate {
  const to = joined(recorded, presumed);
  const value = ratio(of.areaM2, to.areaM2);
  const inRecorded = Math.max(recorded.areaM2, of.areaM2);
  const most = presumed.count > 0 ? ratio(of.areaM2, inRecorded) : value;
  return {
    value,
    of: of.amount,
    to: to.amount,
    least: to.unmeasured > of.unmeasured ? 0 : value,
    most: of.unmeasured > 0 ? 1 : most,
    missing: [...(presumed.count > 0 ? [{ field: 'suppliedOn', amount: presumed.amount }] : []), ...unmeasured(to)],
  };
}

/** Land of which the day of approval is not known may have been approved in these years. */
function supplyRate(
  counted: readonly { readonly approved: Sum; readonly supplied: Sum }[],
  { undatedSupplied, undatedNot }: Sums,
  floor: number | null,
): Rates['supply'] {
  const approved = counted.reduce((sum, own) => joined(sum, own.approved), new Sum());
  const supplied = counted.reduce((sum, own) => joined(sum, own.supplied), new Sum());
  const undated = joined(undatedSupplied, undatedNot);
  const isOpenBelow = approved.unmeasured > supplied.unmeasured || undatedNot.unmeasured > 0;
  const isOpenAbove = supplied.unmeasured > 0 || undatedSupplied.unmeasured > 0;
  const least = isOpenBelow ? 0 : ratio(supplied.areaM2, approved.areaM2 + undatedNot.areaM2);
  const most = isOpenAbove
    ? 1
    : ratio(supplied.areaM2 + undatedSupplied.areaM2, approved.areaM2 + undatedSupplied.areaM2);
  return {
    value: ratio(supplied.areaM2, approved.areaM2),
    of: supplied.amount,
    to: approved.amount,
    least,
    most,
    missing: [
      ...(undated.count > 0 ? [{ field: 'approvedOn', amount: undated.amount }] : []),
      ...unmeasured(joined(approved, undated)),
    ],
    floor,
    outcome: against(floor, least, most),
  };
}

function against(floor: number | null, least: number | null, most: number | null): Rates['supply']['outcome'] {
  if (floor === null || least === null || most === null) return null;
  if (least >= floor) return 'met';
  return most < floor ? 'missed' : 'open';
}
