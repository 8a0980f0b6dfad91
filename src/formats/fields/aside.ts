import { put } from '../../domain/land/records/column-records.ts';
import type { Properties } from '../exchange/object.ts';
import type { Cell } from './cell.ts';
import { agree } from './figure.ts';
import type { RecordKind } from '../../domain/land/fields/kinds.ts';
import type { Planned } from './plan.ts';
import type { Reading } from './reading.ts';

/**
 * Under this name stands what a column of the field's own name says, where the value does not say all of it 原文:
 * 低效工业用地 is `low-efficiency`, and only the file says that it is industrial. A column called otherwise keeps its name,
 * which is free.
 */
export const asWritten = (name: string): string => `${name}原文`;

type Column = Pick<Planned, 'name' | 'own'>;

/** What of a record is no field's value, or more than that: kept under the name of its column, and told. */
export class Aside {
  /** Null while nothing is kept. */
  kept: Record<string, unknown> | null = null;
  readonly #kind: RecordKind;
  readonly #source: Properties;
  readonly #reading: Reading;
  readonly #within: string;

  constructor(kind: RecordKind, source: Properties, reading: Reading, within: string) {
    this.#kind = kind;
    this.#source = source;
    this.#reading = reading;
    this.#within = within;
  }

  keep(name: string, value: unknown): void {
    put((this.kept ??= {}), name, value);
  }

  /** The value says less than what stands there. */
  keepWritten({ name, own }: Column, value: unknown): void {
    this.keep(own ? this.#beside(name) : name, value);
  }

  /** It cannot be read as `field`. */
  unread(planned: Column, field: string, value: unknown): void {
    this.keepWritten(planned, value);
    this.tellUnread(planned.name, field, value);
  }

  tellUnread(name: string, field: string, value: unknown): void {
    this.#reading.telling.unread({ kind: this.#kind, column: this.#within + name, field }, value, this.#reading.row);
  }

  /** No one means so much: kept as it is written, and not computed with. */
  beyond(planned: Column, field: string, value: unknown, most: number): void {
    const { id, code } = this.#source;
    const said = [id, code].find((v) => typeof v === 'string' || typeof v === 'number');
    this.keepWritten(planned, value);
    const { row, telling } = this.#reading;
    telling.beyond({ kind: this.#kind, column: this.#within + planned.name, id: said, row, field, value, most });
  }

  /** Another way of writing is told, where a table or an exchange file does not write so as a rule. */
  tellForm({ name, own }: Column, field: string, value: unknown, { value: read, form, figure }: Cell): void {
    const { telling, plain, row } = this.#reading;
    if (figure && !agree(figure)) telling.disagree(this.#within + name, value, row);
    if (form === 'odd' || (form === 'usual' && own && !plain)) this.odd(name, this.#within + field, value, read);
  }

  odd(name: string, field: string, value: unknown, read: unknown): void {
    const of = { kind: this.#kind, column: this.#within + name, field };
    this.#reading.telling.odd(of, value, read, this.#reading.row);
  }

  areaLeft(name: string): void {
    this.#reading.telling.areaLeft(this.#within + name, this.#reading.row);
  }

  farDiffers(planned: unknown, conditions: unknown): void {
    this.#reading.telling.farDiffers(planned, conditions, this.#reading.row);
  }

  #beside(name: string): string {
    const beside = asWritten(name);
    return Object.hasOwn(this.#source, beside) ? this.#beside(beside) : beside;
  }
}
