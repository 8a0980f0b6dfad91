import type { Key } from '../../domain/land/change.ts';
import type { SupplyPlan } from '../../domain/land/model.ts';
import { usesOf } from '../../policy/supply-uses.ts';
import { bookedRows } from '../../supply/ledger/booked.ts';
import { comparePlans } from '../../supply/ledger/compare.ts';
import { headOf, ledgerOf, planOn } from '../../supply/ledger/ledger.ts';
import type { Ledger, LedgerComparison, LedgerNames } from '../../supply/ledger/shape.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import { CityLedger } from './source.ts';

export interface LedgerAsked {
  /** Which plan; absent: the one in force of the year, or where no year is asked that of the day's, else the newest. */
  readonly plan?: Key;
  readonly year?: number;
  /** YYYY-MM-DD; absent: the day judged. */
  readonly date?: string;
}

/** 台账: one plan on one day, with all its tables. */
export function ledgerView(city: City, judgement: Judgement, { plan, year, date }: LedgerAsked): Ledger {
  const source = new CityLedger(city, judgement, date);
  const entry = plan === undefined ? planOn(source, year) : (source.plans.find(({ key }) => key === plan) ?? null);
  const ledger = ledgerOf(source, entry, year);
  return { ...ledger, version: city.version, names: namesOf(source, entry?.plan) };
}

export interface ComparisonAsked {
  readonly before: Key;
  readonly after: Key;
  readonly date?: string;
}

/** Two plans or versions side by side; null where one of them is not there. */
export function ledgerComparison(city: City, judgement: Judgement, asked: ComparisonAsked): LedgerComparison | null {
  const source = new CityLedger(city, judgement, asked.date);
  const [before, after] = [asked.before, asked.after].map((key) => source.plans.find((own) => own.key === key));
  if (!before || !after) return null;
  const [left, right] = [before, after].map(({ plan }) => ({ plan, rows: bookedRows(source, plan) }));
  return {
    before: headOf(source, before, left.rows),
    after: headOf(source, after, right.rows),
    ...comparePlans(source, left, right),
    names: namesOf(source, after.plan),
  };
}

/** Names of the uses of a plan, and of every unit there is. */
function namesOf(source: CityLedger, plan: SupplyPlan | undefined): LedgerNames {
  const said = source.rows.flatMap(({ row }) => row.unit ?? []);
  const named = [...new Set([...source.units, ...said])].flatMap((unit) => {
    const label = source.names.district(unit);
    return label ? [[unit, label] as const] : [];
  });
  return {
    uses: usesOf(source.pack, plan?.uses).map(({ code, zh, en, under }) => ({ code, zh, en, ...(under !== undefined && { under }) })), // prettier-ignore
    units: Object.fromEntries(named),
    assessments: Object.fromEntries(source.pack.ledger.calendar.map(({ id, zh, en }) => [id, { zh, en }])),
  };
}
