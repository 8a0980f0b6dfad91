import type { Properties } from '../exchange/object.ts';
import type { RecordKind } from './kinds.ts';
import type { Telling } from './telling.ts';

/** Its number as it was written, where another record has the same. */
export const ownNumberField = '原编号';

/** A number no other record of the kind has: `A` again is `A-2`. */
export function freeNumber(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n++) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`;
}

/** Units of a building and leases of a park, each with a number of its own. */
export function numberedItems(
  kind: RecordKind,
  items: readonly Properties[],
  { telling, row }: { readonly telling: Telling; readonly row: number },
): Properties[] {
  const taken = new Set<string>();
  return items.map((item, i) => {
    const said = typeof item.id === 'string' && item.id !== '' ? item.id : null;
    const id = freeNumber(said ?? String(i + 1), taken);
    taken.add(id);
    if (said === null) telling.unnamed(kind, row);
    else if (id !== said) telling.repeated(said, id);
    return { id, ...item, ...(id === said ? {} : { id }) };
  });
}
