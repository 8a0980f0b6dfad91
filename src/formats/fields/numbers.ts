import type { Properties } from '../exchange/object.ts';
import { isLacking } from '../../domain/land/fields/fits.ts';
import { fieldsOfKind, type RecordKind } from '../../domain/land/fields/kinds.ts';
import { TextSet } from '../../domain/land/records/text-set.ts';
import type { ColumnNotes } from './column-notes.ts';

/** Its number as it was written, where another record has the same. */
export const ownNumberField = '原编号';

/** Column of a parcel that names the file it came from, of several opened together. */
export const sourceFileField = '来源文件';

/** The name of a file without folder and extension: what people call its parcel by. */
export const stemOf = (name: string): string =>
  name.replace(/^.*[/\\]/, '').replace(/(\.[a-z0-9]+)?\.[^.]*$/i, '') || name;

/** Numbers of one kind of record as they are given out, none of them twice. */
export class Numbers {
  readonly #taken = new TextSet();
  /** Of a number wanted again the first that may be free: a file may have one number thousands of times. */
  readonly #next = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    for (const number of taken) this.#taken.add(number);
  }

  /** `wanted`, or where another record has it `wanted-2`, `-3` … */
  take(wanted: string): string {
    if (this.#taken.add(wanted)) return wanted;
    let n = this.#next.get(wanted) ?? 2;
    let number = `${wanted}-${n}`;
    for (; this.#taken.has(number); number = `${wanted}-${n}`) n++;
    this.#next.set(wanted, n + 1);
    this.#taken.add(number);
    return number;
  }
}

/** The number a record had in its file, where it got another because that was taken: `A` of `A-2`. In a layer of several files it keeps the new one. */
export function writtenNumber({ id, extra }: { readonly id: string; readonly extra?: Properties }): string {
  const own = extra?.[ownNumberField];
  return typeof own === 'string' &&
    !(sourceFileField in extra!) &&
    id.startsWith(`${own}-`) &&
    /^\d+$/.test(id.slice(own.length + 1))
    ? own
    : id;
}

/** Units of a building and leases of a park, each with a number of its own; what has no number, such as a step, as it is. */
export function numberedItems(
  kind: RecordKind,
  items: readonly Properties[],
  { telling, row }: { readonly telling: ColumnNotes; readonly row: number },
): readonly Properties[] {
  if (!Object.hasOwn(fieldsOfKind(kind), 'id')) return items;
  const numbers = new Numbers();
  return items.map((item, i) => {
    const said = typeof item.id === 'string' && !isLacking(item.id) ? item.id : null;
    const id = numbers.take(said ?? String(i + 1));
    if (said === null) telling.unnamed(kind, row);
    else if (id !== said) telling.repeated(said, id);
    return { id, ...item, ...(id === said ? {} : { id }) };
  });
}
