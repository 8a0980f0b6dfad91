import type { Delta, ProjectView } from '../city/view.ts';
import type { Key } from '../domain/land/change.ts';
import { keyAt, rowOfKey, type ParcelColumns } from '../domain/land/parcel-columns.ts';
import { columnsFrom, columnsWith } from './columns-from.ts';
import { merged, type Lines } from './merged.ts';

/** The view with what is new in it; of what is not, the same objects stay. RangeError where it is of another version. */
export function applied(view: ProjectView, delta: Delta): ProjectView {
  if (delta.whole) return delta.whole;
  if (delta.from !== view.version) throw new RangeError(`of version ${delta.from}, and not ${view.version}`);
  const parcels = parcelsOf(view.parcels, delta.parcels);
  const { of, problems, broken } = delta.boundaries;
  const anew = new Set(of);
  const inOrder = <T extends { readonly key: Key }>(old: readonly T[], now: readonly T[]): readonly T[] => {
    const kept = old.filter(({ key }) => !anew.has(key));
    if (kept.length === old.length && now.length === 0) return old;
    const place = (own: T) => rowOfKey(parcels, own.key);
    return [...kept, ...now].sort((a, b) => place(a) - place(b));
  };
  return {
    ...view,
    ...delta.members,
    version: delta.version,
    parcels,
    parks: parksOf(view.parks, delta.parks),
    problems: inOrder(view.problems, problems),
    broken: inOrder(view.broken, broken),
  };
}

/** The view with these lines of its parks, judged since it was shown. */
export function withLines(view: ProjectView, lines: ProjectView['parks']): ProjectView {
  const byKey = new Map(lines.map((line) => [line.key, line]));
  return { ...view, parks: view.parks.map((line) => byKey.get(line.key) ?? line) };
}

function parksOf(parks: ProjectView['parks'], { put, after, gone }: Delta['parks']): ProjectView['parks'] {
  if (put.length === 0 && gone.length === 0) return parks;
  const lines: Lines = { keys: parks.map(({ key }) => key), put: put.map(({ key }) => key), after, gone };
  return Array.from(merged(lines), (from) => (from < 0 ? put[~from] : parks[from]));
}

function parcelsOf(columns: ParcelColumns, { put, after, gone }: Delta['parcels']): ParcelColumns {
  if (put.size === 0 && gone.length === 0) return columns;
  const own = Array.from({ length: put.size }, (_, row) => keyAt(put, row));
  if (!after && gone.length === 0)
    return columnsWith(
      columns,
      put,
      own.map((key) => rowOfKey(columns, key)),
    );
  const keys = Array.from({ length: columns.size }, (_, row) => keyAt(columns, row));
  return columnsFrom(columns, put, merged({ keys, put: own, after, gone: [...gone] }));
}
