import { memoized } from '../../domain/land/memoized.ts';
import type { Grading } from '../../policy/shape/pack.ts';
import type { Parcel } from '../../domain/land/model.ts';
import { muOf } from '../../domain/quantity/units.ts';
import { isDate } from '../../domain/written-date.ts';
import { dayOf, yearsOn } from './calendar.ts';
import { NO_CLASS } from './classes.ts';
import type { Screen } from './screen.ts';

/** 亩均评价 of one parcel: its grade in a list, or why it has none. */
export interface Graded {
  readonly row: number;
  /** Where it was ranked: a district, or '' for all together. */
  readonly scope: string;
  readonly list: string | null;
  /** Null where it is not graded. */
  readonly grade: string | null;
  /** `missing`: fields by which it would be ranked; `too-small`; else the id of what leaves it out. */
  readonly why: string | null;
  readonly missing: readonly string[];
}

export interface GradeSources {
  readonly grading: Grading;
  readonly screen: Screen;
  /** The district of a row, by which rankings are told apart; '' where none is known. */
  readonly districtOf: (row: number) => string;
}

/** Grades of all works land that says something of what it yields; what says nothing of it is in no list. */
export function gradesOf({ grading, screen, districtOf }: GradeSources): readonly Graded[] {
  const { columns, classes, land } = screen;
  const lists = new Map<string, number[]>();
  const graded: Graded[] = [];
  const fields = ['aboveScale', grading.half.field, grading.half.orElse, ...grading.grades.map(({ by }) => by)];
  const asked = [...new Set(fields.filter((field) => field !== undefined))];
  const readers = asked.map((field) => land.records.field(field as keyof Parcel));
  for (let row = 0; row < columns.size; row++) {
    if (!columns.isWorks[row] || classes.classOf[row] === NO_CLASS) continue;
    if (readers.every((of) => of(row) === undefined)) continue;
    const scope = grading.scope === 'city' ? '' : districtOf(row);
    const placed = placeInList(grading, screen, row, scope);
    if (placed.grade === undefined) {
      const key = JSON.stringify([scope, placed.list]);
      memoized(lists, key, () => []).push(row);
    } else graded.push(placed as Graded);
  }
  for (const [key, rows] of lists) {
    const [scope, list] = JSON.parse(key) as [string, string];
    graded.push(...ranked(grading, screen, rows, scope, list));
  }
  return graded.sort((a, b) => a.row - b.row);
}

type Placed = Omit<Graded, 'grade'> & { readonly grade?: null };

function placeInList(grading: Grading, { land, columns, law }: Screen, row: number, scope: string): Placed {
  const record = land.records.peek(row) as Parcel & Readonly<Record<string, unknown>>;
  const left = grading.notGraded.find(({ field, under }) => {
    const [day, years] = [record[field], law.figure(under)];
    return isDate(day) && years !== undefined && yearsOn(dayOf(day), years) > law.day;
  });
  const none = { row, scope, list: null, grade: null, missing: [] } as const;
  if (left) return { ...none, why: left.id };
  const list = grading.lists.find(({ aboveScale }) => aboveScale === undefined || record.aboveScale === aboveScale);
  if (!list) return { ...none, why: 'missing', missing: ['aboveScale'] };
  const least = list.leastLand === undefined ? undefined : law.figure(list.leastLand);
  const area = columns.areaM2[row];
  if (least !== undefined && !(muOf(area) >= least)) return { ...none, list: list.id, why: Number.isNaN(area) ? 'missing' : 'too-small', missing: Number.isNaN(area) ? ['statedAreaM2'] : [] }; // prettier-ignore
  return { row, scope, list: list.id, why: null, missing: [] };
}

/** Of equal figures the one that comes first in the file comes first. */
function ranked(grading: Grading, screen: Screen, rows: readonly number[], scope: string, list: string): Graded[] {
  const of = (field: string) => screen.land.records.field(field as keyof Parcel) as (row: number) => number | undefined;
  const { half, grades } = grading;
  const key = rows.some((row) => of(half.field)(row) !== undefined) ? half.field : (half.orElse ?? half.field);
  const known = rows.filter((row) => of(key)(row) !== undefined);
  const missing = rows.filter((row) => of(key)(row) === undefined);
  const figure = (id: string) => screen.law.figure(id) ?? 0;
  const best = known.toSorted((a, b) => of(key)(b)! - of(key)(a)! || a - b);
  const cut = Math.round(best.length * figure(half.share));
  const parts = { better: best.slice(0, cut), worse: best.slice(cut), all: best };
  const taken = new Map<number, string>();
  const unranked = new Map<number, string>();
  for (const { grade, from, by, take, share } of grades) {
    if (from === undefined || by === undefined) continue;
    const free = parts[from].filter((row) => !taken.has(row));
    for (const row of free) if (of(by)(row) === undefined) unranked.set(row, by);
    const order = free.filter((row) => of(by)(row) !== undefined).sort((a, b) => of(by)(b)! - of(by)(a)! || a - b);
    if (take === 'least') order.reverse();
    for (const row of order.slice(0, Math.round(best.length * figure(share)))) taken.set(row, grade);
  }
  const rest = grades.find(({ from }) => from === undefined)?.grade ?? null;
  return [
    ...known.map((row): Graded => {
      const lacks = unranked.get(row);
      return {
        row,
        scope,
        list,
        grade: taken.get(row) ?? rest,
        why: null,
        missing: lacks === undefined ? [] : [lacks],
      };
    }),
    ...missing.map((row): Graded => ({ row, scope, list, grade: null, why: 'missing', missing: [key] })),
  ];
}
