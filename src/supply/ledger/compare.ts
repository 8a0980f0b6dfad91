import type { SupplyPlan } from '../../domain/land/model.ts';
import { isPlanned, type BookedRow, type LedgerSource } from './booked.ts';
import { areaOf, useGroups, type UseGroup } from './groups.ts';
import type { LedgerTable } from './shape.ts';
import { area, summed, tableOf, text, columnSaying, type SayingColumn } from './table.ts';

/** A row before and after; null where there is none. */
interface Pair {
  readonly before: BookedRow | null;
  readonly after: BookedRow | null;
  /** Fields that differ, of the planning conditions each by itself. */
  readonly fields: readonly string[];
}

export interface Compared {
  readonly rows: LedgerTable;
  readonly uses: LedgerTable;
  readonly same: number;
}

interface Side {
  readonly plan: SupplyPlan;
  readonly rows: readonly BookedRow[];
}

/** Two plans or versions: which rows came, went and are otherwise, and what that is by use. What happened to rows is no difference. */
export function comparePlans(source: LedgerSource, before: Side, after: Side): Compared {
  const pairs = pairsOf(source, before.rows, after.rows);
  const different = pairs.filter(isDifferent);
  return {
    rows: tableOf({ id: 'comparison', columns: pairColumns, things: different, line: lineOf }),
    uses: byUse(source, before, after),
    same: pairs.length - different.length,
  };
}

const isDifferent = ({ before, after, fields }: Pair): boolean =>
  before === null || after === null || fields.length > 0;

/** A row is paired with the one it goes on from, over any number of versions, or with itself. */
function pairsOf(source: LedgerSource, before: readonly BookedRow[], after: readonly BookedRow[]): readonly Pair[] {
  const left = new Map(before.map((own) => [own.row.id, own]));
  const origin = new Map(source.rows.map(({ row }) => [row.id, row.continues]));
  const pairs = after.map((own): Pair => {
    let id: string | undefined = own.row.id;
    for (let steps = 0; id !== undefined && !left.has(id) && steps < source.rows.length; steps++) id = origin.get(id);
    const first = id === undefined ? undefined : left.get(id);
    if (first) left.delete(id!);
    return { before: first ?? null, after: own, fields: first ? differing(first, own) : [] };
  });
  const gone = before.filter(({ row }) => left.has(row.id));
  return [...pairs, ...gone.map((own): Pair => ({ before: own, after: null, fields: [] }))];
}

/** What says which row it is and what happened to it. */
const ofItself: ReadonlySet<string> = new Set(['id', 'planId', 'continues', 'steps', 'extra']);

function differing(before: BookedRow, after: BookedRow): readonly string[] {
  const own = otherIn(before.row, after.row)
    .filter((field) => !ofItself.has(field))
    .flatMap((field) => (field === 'conditions' ? otherIn(before.row.conditions, after.row.conditions) : [field]));
  return before.areaM2 === after.areaM2 || own.includes('areaM2') ? own : [...own, 'areaM2'];
}

function otherIn(before: object = {}, after: object = {}): readonly string[] {
  const [a, b] = [before, after] as readonly Readonly<Record<string, unknown>>[];
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return fields.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}

const shownOf = ({ before, after }: Pair): BookedRow => (after ?? before)!;
const plannedM2 = (own: BookedRow | null): number => (own && isPlanned(own) ? (own.areaM2 ?? 0) : 0);
const lineOf = (pair: Pair) => {
  const { key, row } = shownOf(pair);
  return { kind: 'supplyRow', key, id: row.id } as const;
};
const changeOf = ({ before, after }: Pair): string =>
  before === null ? 'added' : after === null ? 'removed' : 'changed';

const pairColumns: readonly SayingColumn<Pair>[] = [
  columnSaying({ id: 'serial', holds: 'number', unit: 'count' }, (_, n) => n + 1),
  columnSaying({ id: 'change', holds: 'code', of: 'row-change' }, changeOf),
  columnSaying({ id: 'unit', holds: 'code', of: 'unit' }, (pair) => shownOf(pair).unit),
  columnSaying(text('number'), (pair) => shownOf(pair).row.number ?? shownOf(pair).row.id),
  columnSaying(text('location'), (pair) => shownOf(pair).row.location ?? null),
  columnSaying({ id: 'use', holds: 'code', of: 'use' }, (pair) => shownOf(pair).row.use ?? null),
  columnSaying({ id: 'fields', holds: 'codes', of: 'row-field' }, ({ fields }) => fields),
  summed(area('before-area'), ({ before }) => plannedM2(before)),
  summed(area('after-area'), ({ after }) => plannedM2(after)),
  summed(area('difference-area'), ({ before, after }) => plannedM2(after) - plannedM2(before)),
];

/** By the uses of the later plan; what only the other list has is of none. */
function byUse(source: LedgerSource, before: Side, after: Side): LedgerTable {
  const [left, right] = [before.rows.filter(isPlanned), after.rows.filter(isPlanned)];
  const groups = useGroups(source, after.plan, [...left, ...right]).filter(({ isKind }) => !isKind);
  return tableOf<UseGroup>({
    id: 'comparison',
    things: groups,
    line: () => null,
    columns: [
      columnSaying({ id: 'use', holds: 'code', of: 'use' }, ({ code }) => code),
      summed(area('before-area'), ({ has }) => areaOf(left.filter(has))),
      summed(area('after-area'), ({ has }) => areaOf(right.filter(has))),
      summed(area('difference-area'), ({ has }) => areaOf(right.filter(has)) - areaOf(left.filter(has))),
    ],
  });
}
