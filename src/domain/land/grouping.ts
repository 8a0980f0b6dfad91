import { ForkedMap } from '../forked-map.ts';
import { once } from '../once.ts';
import type { Key } from './change.ts';

type Groups = ReadonlyMap<string, readonly Key[]>;

/** Keys by a name that their records give 反查: parcels of a park, buildings of a parcel. Forks share what has not changed. */
export class Grouping {
  readonly #base: () => Groups;
  readonly #changed: ForkedMap<string, readonly Key[]>;
  readonly #compare: (a: Key, b: Key) => number;

  /** `all`: keys in the order of the file, `nameAt` the name of the group of each, by its place; `compare` is of that order. */
  static of(
    all: readonly Key[],
    nameAt: (place: number) => string | undefined,
    compare: (a: Key, b: Key) => number,
  ): Grouping {
    const groups = grouped(all.length, (place) => all[place], nameAt);
    return new Grouping(() => groups, new ForkedMap(), compare);
  }

  /** The same of `count` records that stay as they are: they are gone through when the first question comes, or never. */
  static later(
    count: number,
    keyAt: (place: number) => Key,
    nameAt: (place: number) => string | undefined,
    compare: (a: Key, b: Key) => number,
  ): Grouping {
    return new Grouping(
      once(() => grouped(count, keyAt, nameAt)),
      new ForkedMap(),
      compare,
    );
  }

  private constructor(
    base: () => Groups,
    changed: ForkedMap<string, readonly Key[]>,
    compare: (a: Key, b: Key) => number,
  ) {
    this.#base = base;
    this.#changed = changed;
    this.#compare = compare;
  }

  fork(): Grouping {
    return new Grouping(this.#base, this.#changed.fork(), this.#compare);
  }

  /** In the order of the file. */
  of(name: string): readonly Key[] {
    return this.#changed.get(name) ?? this.#base().get(name) ?? [];
  }

  move(key: Key, from: string | undefined, to: string | undefined): void {
    if (from === to) return;
    if (from !== undefined)
      this.#changed.set(
        from,
        this.of(from).filter((other) => other !== key),
      );
    if (to !== undefined) this.#changed.set(to, [...this.of(to), key].sort(this.#compare));
  }
}

function grouped(count: number, keyAt: (place: number) => Key, nameAt: (place: number) => string | undefined): Groups {
  const groups = new Map<string, Key[]>();
  for (let place = 0; place < count; place++) {
    const name = nameAt(place);
    if (name === undefined) continue;
    const keys = groups.get(name);
    if (keys) keys.push(keyAt(place));
    else groups.set(name, [keyAt(place)]);
  }
  return groups;
}
