import { isDate } from '../../../domain/written-date.ts';
import { addDays } from '../../dates.ts';
import type { ParkFacts } from '../../../domain/land/facts.ts';
import { measure } from '../../measures/compute.ts';
import type { Collection, Scalar } from '../../shape/expression.ts';
import type { Lever } from '../../shape/rule.ts';
import { recordOf, scopeOfMember, valueIn } from '../../scope.ts';
import type { Item } from '../../shape/scope.ts';
import { factsAfter } from '../apply.ts';
import { chosen, mends, missing, type LeverBench, type Pull } from '../bench.ts';
import type { MendStep, MendedKind } from '../../shape/mend-step.ts';
import { guessed, least } from '../least.ts';

/** Steps a field is moved by, at most. */
const most = 1_000_000_000;

/** So many steps from which a guess is drawn. */
const firstSteps = 100;

/** Entries a list may need, at most. */
const mostEntries = 20;

interface Target {
  readonly of: MendedKind;
  readonly id: string;
  /** Of a unit: its building. */
  readonly building?: string;
  readonly record: Readonly<Record<string, unknown>>;
  /** The facts by which this one record is judged. */
  readonly facts: ParkFacts;
}

/** The park's own record, or every member of a collection that misses the rule by itself. */
function targets({ of }: Lever, bench: LeverBench): readonly Target[] {
  const { facts } = bench;
  if (!of) return [{ of: 'park', id: facts.park.id, record: facts.park, facts }];
  const scope = bench.scopeOf(facts);
  return missing(bench, of as Collection).map(({ item, alone }) => {
    const { kind, id, record } = recordOf(scopeOfMember(scope, item as Exclude<Item, { kind: 'park' }>));
    const own = item.kind === 'unit' ? { id: item.unit.id, building: item.building.building.id } : { id };
    return { of: kind as MendedKind, ...own, record, facts: alone };
  });
}

const addressOf = ({ of, id, building }: Omit<Target, 'record'>) => ({ of, id, ...(building && { building }) });

/** What mends every record, each by the smallest step of its own; nothing where one cannot be mended. */
function eachMended(
  lever: Lever,
  bench: LeverBench,
  way: (target: Target, enough: (steps: readonly MendStep[]) => boolean) => readonly MendStep[] | null,
): readonly (readonly MendStep[])[] {
  const all: MendStep[] = [];
  for (const target of targets(lever, bench)) {
    const enough = (steps: readonly MendStep[]) => bench.isMet(factsAfter(target.facts, steps, bench.land));
    const steps = way(target, enough);
    if (!steps) return [];
    all.push(...steps);
  }
  return all.length > 0 ? [all] : [];
}

/** A number (or a date, by days) moved up or down until it is enough; `also` moves with it. */
export const shift: Pull = (lever, bench) => {
  const { field, also = [], by, step = 1 } = lever;
  const per = Math.round(1 / step);
  const sign = by === 'down' ? -1 : 1;
  return eachMended(lever, bench, ({ record, ...target }, enough) => {
    const fields = [field!, ...[also].flat()];
    const move = (name: string, k: number): Scalar | null => {
      const from = record[name];
      if (isDate(from)) return addDays(from, sign * k);
      return typeof from === 'number' ? onStep(from * per, sign, k) / per : null;
    };
    if (fields.some((name) => move(name, 1) === null)) return null;
    const steps = (k: number): MendStep[] =>
      fields.map((name) => ({
        kind: 'set',
        ...addressOf(target),
        field: name,
        from: record[name] as Scalar,
        to: move(name, k)!,
      }));
    const limit = limitOf(record[field!], sign, per);
    const marginAt = (n: number) => bench.marginOf(factsAfter(target.facts, steps(n), bench.land));
    const k = least(limit, (n) => enough(steps(n)), guessed(limit, firstSteps, marginAt));
    return k === null ? null : steps(k);
  });
};

/** The k-th whole number above or below `from`, which may lie between two. */
const onStep = (from: number, sign: number, k: number): number =>
  sign < 0 ? Math.ceil(from - 1e-6) - k : Math.floor(from + 1e-6) + k;

/** Downwards a number ends at 0; a date or a number upwards has room. */
function limitOf(from: unknown, sign: number, per: number): number {
  if (isDate(from)) return 40_000;
  return sign < 0 && typeof from === 'number' ? Math.max(1, Math.ceil(from * per)) : most;
}

/** A field set to one value: `today` and `this-year` are those of the day judged; `required` what the rule asks. */
export const set: Pull = (lever, bench) =>
  eachMended(lever, bench, ({ record, ...target }, enough) => {
    const value =
      lever.to === 'today' ? bench.date : lever.to === 'this-year' ? Number(bench.date.slice(0, 4)) : lever.to;
    const from = (record[lever.field!] ?? null) as Scalar | null;
    const step: MendStep = { kind: 'set', ...addressOf(target), field: lever.field!, from, to: value! };
    return enough([step]) ? [step] : null;
  });

/** 撤销: what was recorded is undone (a sale bought back). */
export const clear: Pull = (lever, bench) =>
  eachMended(lever, bench, (target, enough) => {
    const step: MendStep = { kind: 'clear', ...addressOf(target), field: lever.field! };
    return enough([step]) ? [step] : null;
  });

/** 与另一处一致: the park's field takes the value that the parcels meant have, where they agree. */
export const match: Pull = ({ field, also, where }, bench) => {
  const { park } = bench.facts;
  const [own] = [also!].flat();
  const values = chosen(bench, 'parcels', where).flatMap((item) =>
    item.kind === 'parcel' ? [valueIn(item.facts.parcel, own)] : [],
  );
  const [value] = values;
  if (typeof value !== 'number' || values.some((v) => v !== value)) return [];
  const from = (valueIn(park, field!) ?? null) as Scalar | null;
  const steps: MendStep[] = [{ kind: 'set', of: 'park', id: park.id, field: field!, from, to: value }];
  return mends(bench, steps) ? [steps] : [];
};

/** 补报: the months that the measure of the rule finds lacking are added to the list. */
export const addMonths: Pull = ({ field }, bench) => {
  const { park } = bench.facts;
  const { test } = bench.rule;
  if (!('measure' in test)) return [];
  const { input } = measure(test.measure, bench.scopeOf(bench.facts));
  const list = valueIn(park, field!);
  if (input.state !== 'value' || !Array.isArray(list)) return [];
  const to = [...list.map(String), ...input.value.inputs].sort();
  const steps: MendStep[] = [{ kind: 'set', of: 'park', id: park.id, field: field!, from: null, to }];
  return mends(bench, steps) ? [steps] : [];
};

/** 补充列表: so many entries more as are asked for; a list that is not recorded is no empty one. */
export const lengthen: Pull = ({ field }, bench) => {
  const { park } = bench.facts;
  if (!Array.isArray(valueIn(park, field!))) return [];
  const steps = (by: number): MendStep[] => [{ kind: 'entries', of: 'park', id: park.id, field: field!, by }];
  const by = least(mostEntries, (n) => mends(bench, steps(n)));
  return by === null ? [] : [steps(by)];
};

/**
 * 逾期补办: what was not done in time is done today. That mends nothing, and is still to be done; what was done on a day
 * too late is said to be past mending.
 */
export const doLate: Pull = (lever, bench) => {
  const field = lever.field!;
  const steps = targets(lever, bench).flatMap(({ of, id, record }): MendStep[] => {
    const done = record[field];
    if (done === null) return [{ kind: 'late', of, id, field, on: bench.date }];
    return isDate(done) ? [{ kind: 'done-late', of, id, field, on: done }] : [];
  });
  return steps.length > 0 ? [steps] : [];
};

/** 精简列表: only the first entries of a list stay, as many as may. */
export const shorten: Pull = ({ field }, bench) => {
  const { park } = bench.facts;
  const list = valueIn(park, field!);
  if (!Array.isArray(list)) return [];
  const entries = list.map(String);
  const steps = (gone: number): MendStep[] => [
    {
      kind: 'set',
      of: 'park',
      id: park.id,
      field: field!,
      from: entries,
      to: entries.slice(0, entries.length - gone),
    },
  ];
  const gone = least(entries.length - 1, (n) => mends(bench, steps(n)));
  return gone === null ? [] : [steps(gone)];
};
