import { hasValue, reader, valueAt, type Column } from './column.ts';
import type { Coded } from './coded.ts';
import type { Records } from './records.ts';
import { RowRecords } from './row-records.ts';

type Properties = Record<string, unknown>;

/**
 * Records held as columns, made of them when they are asked for.
 *
 * @param columns hold what `T` says of its fields: values that were checked
 */
export const columnRecords = <T>(columns: readonly Column[], length: number): Records<T> =>
  new ColumnRecords<T>(columns, length);

class ColumnRecords<T> extends RowRecords<T> {
  readonly #columns: readonly Column[];
  readonly length: number;
  /** Of rows whose record was asked for. */
  readonly #made = new Map<number, T>();

  constructor(columns: readonly Column[], length: number) {
    super();
    this.#columns = columns;
    this.length = length;
  }

  get(row: number): T {
    const known = this.#made.get(this.within(row));
    if (known !== undefined) return known;
    const made = recordAt(this.#columns, row) as T;
    this.#made.set(row, made);
    return made;
  }

  field<K extends keyof T>(name: K): (row: number) => T[K] | undefined {
    // What is kept aside is an object, and the same one whenever it is asked for.
    if (name === 'extra') return (row) => this.get(row)[name];
    const column = this.#column('own', name as string);
    return column ? (reader(column) as (row: number) => T[K] | undefined) : () => undefined;
  }

  kept(name: string): (row: number) => unknown {
    const own = this.#column('extra', name);
    const rest = this.#columns.find(({ role }) => role === 'rest');
    const read = own ? reader(own) : () => undefined;
    if (!rest) return read;
    const readRest = reader(rest) as (row: number) => Properties | undefined;
    return (row) => {
      const few = readRest(row);
      return few && Object.hasOwn(few, name) ? few[name] : read(row);
    };
  }

  override coded<K extends keyof T>(name: K): Coded<Exclude<T[K], undefined>> {
    const column = this.#column('own', name as string);
    if (name === 'extra' || !column || column.as === 'number' || column.codes === null) return super.coded(name);
    const codes = new Int32Array(column.codes);
    if (column.present) for (let row = 0; row < codes.length; row++) if (!hasValue(column, row)) codes[row] = -1;
    const values =
      column.as === 'any'
        ? column.shared
        : Array.from({ length: column.texts.count }, (_, code) => column.texts.shared(code));
    return { values: values as Exclude<T[K], undefined>[], codes };
  }

  peek(row: number): T {
    return this.#made.get(row) ?? (recordAt(this.#columns, row) as T);
  }

  #column(role: Column['role'], field: string): Column | undefined {
    return this.#columns.find((column) => column.role === role && column.field === field);
  }
}

/** Row `row` as a record. */
export function recordAt(columns: readonly Column[], row: number): Readonly<Properties> {
  const record: Properties = {};
  let extra: Properties | null = null;
  for (const column of columns) {
    if (!hasValue(column, row)) continue;
    const value = valueAt(column, row);
    if (column.role === 'own') record[column.field] = value;
    else if (column.role === 'extra') put((extra ??= {}), column.field, value);
    else for (const [name, inner] of Object.entries(value as Properties)) put((extra ??= {}), name, inner);
  }
  if (extra) record.extra = extra;
  return record;
}

/** An own property of any name, `__proto__` included. */
export function put(target: Properties, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  else target[name] = value;
}
