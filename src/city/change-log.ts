import { ForkedMap } from '../domain/forked-map.ts';
import type { Key, TableName, Touched } from '../domain/land/change.ts';

/** One change: what it touched, and the parks whose facts or findings rest on that. */
export interface LogEntry {
  readonly version: number;
  readonly touched: Touched;
  readonly parks: ReadonlySet<Key> | 'all';
  /** Parcels, not themselves touched, whose overlaps have changed. */
  readonly problems: readonly Key[];
}

/** What may differ from how it was at a version, by key. */
export interface TouchedSince {
  readonly tables: { readonly [K in TableName]?: ReadonlySet<Key> };
  readonly parks: ReadonlySet<Key> | 'all';
  readonly problems: ReadonlySet<Key>;
}

/** So many changes are kept; who knows less recent land is told all of it anew. */
const MOST_KEPT = 1000;

/** What was changed when. */
export class ChangeLog {
  #entries: readonly LogEntry[] = [];
  #changedAt = new ForkedMap<Key, number>();
  /** The version in which something last changed on which all parks rest. */
  allChangedAt = 0;
  /** The oldest version from which on all is known. */
  #knownFrom = 0;

  fork(): ChangeLog {
    const fork = new ChangeLog();
    fork.#entries = this.#entries;
    fork.#changedAt = this.#changedAt.fork();
    fork.allChangedAt = this.allChangedAt;
    fork.#knownFrom = this.#knownFrom;
    return fork;
  }

  add(entry: LogEntry): void {
    const entries = [...this.#entries, entry];
    for (const old of entries.slice(0, -MOST_KEPT)) this.#knownFrom = old.version;
    this.#entries = entries.slice(-MOST_KEPT);
    if (entry.parks === 'all') this.allChangedAt = entry.version;
    else for (const key of entry.parks) this.#changedAt.set(key, entry.version);
  }

  /** The version in which something a park rests on last changed. */
  changedAt(park: Key): number {
    return Math.max(this.allChangedAt, this.#changedAt.get(park) ?? 0);
  }

  /** Null where the version is older than what is kept. */
  since(version: number): TouchedSince | null {
    if (version < this.#knownFrom) return null;
    const tables: { [K in TableName]?: Set<Key> } = {};
    const parks = new Set<Key>();
    const problems = new Set<Key>();
    let all = false;
    for (const entry of this.#entries) {
      if (entry.version <= version) continue;
      for (const [name, keys] of Object.entries(entry.touched) as [TableName, readonly Key[]][])
        for (const key of keys) (tables[name] ??= new Set()).add(key);
      if (entry.parks === 'all') all = true;
      else for (const key of entry.parks) parks.add(key);
      for (const key of entry.problems) problems.add(key);
    }
    return { tables, parks: all ? 'all' : parks, problems };
  }
}
