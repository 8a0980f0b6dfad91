import { isObject, type Properties } from '../exchange/object.ts';
import type { Aside } from './aside.ts';
import type { Dictionary } from './dictionary.ts';
import { isBlank, parsedRecord } from './inner.ts';
import { landClassOf } from './land-class.ts';
import type { Planned } from './plan.ts';

interface Part {
  readonly name: string;
  readonly value: unknown;
}

/** The land class 地类 of a parcel, from one column of words or codes, or from two of system and code. */
export class ClassColumns {
  readonly #dictionary: Dictionary;
  readonly #aside: Aside;
  #parts: readonly Part[] = [];

  constructor(dictionary: Dictionary, aside: Aside) {
    this.#dictionary = dictionary;
    this.#aside = aside;
  }

  /** The class a column says; undefined where it says none, which is told. */
  read(planned: Planned, value: unknown): unknown {
    const word = this.#dictionary.meaningOf('parcel', 'landClass', value);
    if (word) {
      if (!word.whole) this.#aside.keepWritten(planned, value);
      return word.value;
    }
    const record = isObject(value) ? value : (parsedRecord(value) ?? { code: value });
    const said = landClassOf(record, this.#dictionary.systemsOf);
    if (!said) {
      if (!isBlank(value)) this.#aside.unread(planned, 'landClass', value);
      return undefined;
    }
    if (said.inferred) this.#aside.odd(planned.name, 'landClass', value, said.value);
    // As it is: rows of one class share it.
    if (isObject(value) && !said.inferred && isPlain(value)) return value;
    if (!isObject(value)) this.#aside.keepWritten(planned, value);
    const others = isObject(value) ? Object.entries(value).filter(([key]) => key !== 'system' && key !== 'code') : [];
    return { ...said.value, ...(others.length > 0 && { extra: Object.fromEntries(others) }) };
  }

  /** A column of the system or of the code alone waits for the other. */
  part(name: string, value: unknown): void {
    this.#parts = [...this.#parts, { name, value }];
  }

  /** The class of those two; undefined where they make none, or the parcel has one already. */
  end(has: boolean): unknown {
    if (this.#parts.length === 0) return undefined;
    const code = this.#parts.find((part) => !isSystem(part));
    const parts = { system: this.#parts.find(isSystem)?.value, code: code?.value };
    const said = landClassOf(parts, this.#dictionary.systemsOf);
    if (said && !has) {
      if (said.inferred) this.#aside.odd(code!.name, 'landClass', code!.value, said.value);
      return said.value;
    }
    for (const { name, value } of this.#parts) {
      this.#aside.keep(name, value);
      if (!said && !isBlank(value)) this.#aside.tellUnread(name, 'landClass', value);
    }
    return undefined;
  }
}

const isPlain = (record: Properties): boolean =>
  Object.keys(record).join() === 'system,code' && typeof record.code === 'string';

const isSystem = ({ name }: Part): boolean => /system/i.test(name);

/** Of two columns that name the class, 用途 工业用地 and 地类编码 100101, the finer one counts. */
export const isFinerClass = (value: unknown, than: unknown): boolean =>
  isObject(value) &&
  isObject(than) &&
  value.system === than.system &&
  value.code !== than.code &&
  String(value.code).startsWith(String(than.code));
