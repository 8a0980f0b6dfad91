import { put } from '../../domain/land/records/column-records.ts';
import { writeColumn } from './columns.ts';
import type { SectionSink } from './container.ts';
import type { ColumnEntry } from './directory.ts';
import type { Records } from '../../domain/land/records/records.ts';

type Loose = Readonly<Record<string, unknown>>;
type Properties = Record<string, unknown>;

/** Properties kept aside get a column each up to this many; what few records have, in so many ways, stays together. */
const MOST_EXTRA = 64;

/** What JSON has a place for: not finite numbers are no values, as in the exchange file. */
const carried = (value: unknown): unknown => (typeof value === 'number' && !Number.isFinite(value) ? undefined : value);

/** Records as columns, one per field and per property kept aside. */
export function writeRecords(sink: SectionSink, records: Records<object>): ColumnEntry[] {
  const own = new Map<string, unknown[]>();
  const extra = new Map<string, unknown[]>();
  const rest: (Properties | undefined)[] = [];
  const column = (of: Map<string, unknown[]>, name: string): unknown[] => {
    if (!of.has(name)) of.set(name, new Array<unknown>(records.length).fill(undefined));
    return of.get(name)!;
  };
  for (const [row, record] of records.entries())
    for (const [name, value] of Object.entries(record)) {
      if (name !== 'extra') {
        if (carried(value) !== undefined) column(own, name)[row] = value;
      } else
        for (const [kept, inner] of Object.entries((value ?? {}) as Loose)) {
          if (carried(inner) === undefined) continue;
          if (extra.has(kept) || extra.size < MOST_EXTRA) column(extra, kept)[row] = inner;
          else put((rest[row] ??= {}), kept, inner);
        }
    }
  const written = [
    ...[...own].map(([field, values]) => writeColumn(sink, { field, role: 'own' }, values)),
    ...[...extra].map(([field, values]) => writeColumn(sink, { field, role: 'extra' }, values)),
  ];
  if (rest.length === 0) return written;
  const all = Array.from({ length: records.length }, (_, row) => rest[row]);
  return [...written, writeColumn(sink, { field: '', role: 'rest' }, all)];
}
