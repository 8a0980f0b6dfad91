import type { Key } from '../../domain/land/change.ts';
import type { Parcel, Park } from '../../domain/land/model.ts';
import type { Steps } from '../../domain/steps.ts';
import { suitsPark } from '../../policy/land-uses.ts';
import type { Aside, PlanLandProblem } from '../../supply/plan/shape/land.ts';
import { DECISIONS } from '../../supply/screen/columns.ts';
import type { ScreenClass } from '../../supply/screen/classes.ts';
import type { CityScreen } from '../screening/city-screen.ts';
import { brokenData } from './broken-data.ts';
import type { Sorting } from './sorting.ts';

/** Kinds of park there are, in the order of the clauses. */
export const parkTypes = ['manufacturing', 'service'] as const satisfies readonly NonNullable<Park['parkType']>[];

/** Classes of the screen that land may be planned with. */
const OFFERED = ['suspected-idle', 'idle', 'low-efficiency', 'approved-not-supplied', 'not-supplied'] as const;
export type OfferedClass = (typeof OFFERED)[number];
const isOffered = (name: ScreenClass | null): name is OfferedClass => OFFERED.includes(name as OfferedClass);

/** A parcel that may be planned with. */
export interface Candidate {
  readonly key: Key;
  readonly parcel: Parcel;
  readonly class: OfferedClass;
  /** Code of its township. */
  readonly township: string;
  /** By `parkTypes`. */
  readonly suits: readonly boolean[];
}

export type NamedProblem = PlanLandProblem & { readonly key: Key; readonly id: string };

/** All parcels: those that a plan may be made of, the others with what keeps them out. */
export interface SortedLand {
  readonly candidates: readonly Candidate[];
  readonly aside: ReadonlyMap<Key, Aside>;
  readonly problems: readonly NamedProblem[];
}

/** So many rows are one step. */
const ROWS_AT_ONCE = 2048;

/** In the order of the file. */
export function* sortedLand(sorting: Sorting): Steps<SortedLand> {
  const { screened, city } = sorting;
  const aside = new Map<Key, Aside>();
  const offered: number[] = [];
  const suits = suiting(sorting);
  const asideFor = reasons(screened, suits);
  for (let row = 0; row < screened.size; row++) {
    const why = asideFor(row);
    if (why === null) offered.push(row);
    else aside.set(screened.key(row), why);
    if (row % ROWS_AT_ONCE === 0) yield;
  }
  const broken = yield* brokenData(sorting, offered, aside);
  const idOf = screened.screen.land.records.field('id');
  const problems: NamedProblem[] = [];
  const candidates: Candidate[] = [];
  for (const [n, row] of offered.entries()) {
    if (n % ROWS_AT_ONCE === 0) yield;
    const key = screened.key(row);
    const found = broken.get(row);
    if (found) {
      for (const problem of found) problems.push({ ...problem, key, id: idOf(row)! });
      continue;
    }
    const parcel = city.placed.parcel(key)!;
    const name = screened.classAt(row) as OfferedClass;
    candidates.push({ key, parcel, class: name, township: screened.townshipOf(row)!, suits: suits(row) });
  }
  return { candidates, aside, problems };
}

/** By row the kinds of park that its land class suits. */
function suiting({ screened, judgement }: Sorting): (row: number) => readonly boolean[] {
  const { pack } = judgement.law;
  const classOf = screened.screen.land.records.field('landClass');
  const known = new Map<string, readonly boolean[]>();
  return (row) => {
    const own = classOf(row);
    const name = own ? `${own.system}/${own.code}` : '';
    const suits = known.get(name) ?? parkTypes.map((type) => suitsPark(pack, own, type));
    known.set(name, suits);
    return suits;
  };
}

/**
 * Why a parcel is not looked at; null where it is. Of one whose data the screen could not use the register tells whether
 * it matters.
 */
function reasons(screened: CityScreen, suits: (row: number) => readonly boolean[]): (row: number) => Aside | null {
  const { records } = screened.screen.land;
  const [parkOf, statusOf] = [records.field('parkId'), records.field('status')];
  const { decision } = screened.screen.columns;
  return (row) => {
    if (parkOf(row) !== undefined) return 'park';
    const name = screened.classAt(row);
    if (name === null ? statusOf(row) === 'in-use' : !isOffered(name))
      return decision[row] === DISPUTED ? 'disputed' : 'in-use';
    return suits(row).includes(true) ? null : 'land-class';
  };
}

const DISPUTED = DECISIONS.indexOf('disputed') + 1;
