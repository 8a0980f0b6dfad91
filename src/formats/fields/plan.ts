import { areaTextMember } from '../txt/convention.ts';
import type { Column } from './column-names.ts';
import type { Dictionary } from './dictionary.ts';
import { headingOf } from './heading.ts';
import { isPartOfArea } from './land-survey.ts';
import { memoized } from '../../domain/land/memoized.ts';
import { fieldsOfKind, type RecordKind } from '../../domain/land/fields/kinds.ts';
import type { ColumnNotes } from './column-notes.ts';

/** What one column of a record is taken for. */
export interface Planned {
  readonly name: string;
  /** Undefined for a column no one knows. */
  readonly column?: Column;
  /** It has the field's own name. */
  readonly own: boolean;
  /** It looks like an area, and is taken for none. */
  readonly areaLeft: boolean;
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((name, i) => name === others[i]);

const ownColumn = (field: string): Column => ({ field, units: [], rank: -1 });
const areaLike = /面积|亩数|area|(?:^|_)mj$/i;
const notStated = new Set([areaTextMember]);

/** 面积 under any name, or figures in a unit of area; what the reader itself keeps aside is none. */
const looksLikeArea = (name: string): boolean =>
  !notStated.has(name) &&
  !isPartOfArea(name) &&
  !name.endsWith('原文') &&
  (areaLike.test(name) || headingOf(name).units.some(({ quantity }) => quantity === 'area'));

/**
 * The columns of a record in the order in which they are asked: a field's own name comes before the columns that mean it,
 * and of those the one the dictionary names first. Records of one file mostly have the same columns: each set is looked at
 * once.
 */
export class Plans {
  readonly #dictionary: Dictionary;
  readonly #telling: ColumnNotes;
  readonly #known = new Map<string, readonly Planned[]>();
  /** What the last record of each kind had: the next one most often has the same. */
  readonly #last = new Map<RecordKind, { readonly names: readonly string[]; readonly plan: readonly Planned[] }>();

  constructor(dictionary: Dictionary, telling: ColumnNotes) {
    this.#dictionary = dictionary;
    this.#telling = telling;
  }

  of(kind: RecordKind, names: readonly string[], within: string): readonly Planned[] {
    const last = this.#last.get(kind);
    if (last && isSame(last.names, names)) return last.plan;
    const key = `${kind}\0${names.join('\0')}`;
    const plan = memoized(this.#known, key, () => this.#made(kind, names, within));
    this.#last.set(kind, { names, plan });
    return plan;
  }

  #made(kind: RecordKind, names: readonly string[], within: string): Planned[] {
    const fields = fieldsOfKind(kind);
    const plan = names.map((name): Planned => {
      const said = this.#dictionary.saidOf?.(kind, name);
      if (said !== undefined) return { name, own: false, column: said ?? undefined, areaLeft: false };
      if (Object.hasOwn(fields, name)) return { name, own: true, column: ownColumn(name), areaLeft: false };
      const column = this.#dictionary.columnOf(kind, name);
      const known = column && Object.hasOwn(fields, column.field) ? column : undefined;
      return { name, own: false, column: known, areaLeft: !known && looksLikeArea(name) };
    });
    for (const { name, own, column } of plan) if (!own) this.#tell(kind, within + name, column);
    const rank = ({ column }: Planned) => column?.rank ?? Infinity;
    return plan
      .map((p, i) => [p, i] as const)
      .sort(([p, i], [q, j]) => (rank(p) === rank(q) ? i - j : rank(p) < rank(q) ? -1 : 1))
      .map(([p]) => p);
  }

  #tell(kind: RecordKind, column: string, known: Column | undefined): void {
    const field = known ? known.field + (known.part === undefined ? '' : `.${known.part}`) : null;
    const unit = known?.units.map(({ name }) => name).join(' / ') ?? '';
    this.#telling.column({ kind, column, field, unit: unit === '' ? null : unit });
  }
}
