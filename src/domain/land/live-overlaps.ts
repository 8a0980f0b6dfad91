import type { Bounds } from '../geometry/columns/bounds.ts';
import { gatherRows } from '../geometry/edit/gather.ts';
import { overlapsOf } from '../geometry/overlap/overlap.ts';
import type { Layer } from '../geometry/columns/layer.ts';
import type { Key } from './change.ts';
import { MOST_NAMED, type Overlaps, type SharedGround } from './overlaps.ts';

/** The parcels among which overlaps are looked for, by key. */
export interface Ground {
  readonly compare: (a: Key, b: Key) => number;
  /** The boundary alone, as a layer of one feature; null where it gives no figure. */
  readonly sound: (key: Key) => Layer | null;
  /** Other parcels whose boxes come near this one's. */
  readonly near: (key: Key) => readonly Key[];
  /** All of them looked at anew, by key. */
  readonly all: () => Overlaps;
}

/**
 * Who overlaps whom while parcels change one at a time, by key. Where so many lie on each other that not all are named,
 * which ones are depends on them all: then all are looked at anew, when it is next asked.
 */
export class LiveOverlaps {
  #base: Overlaps;
  #changed: Map<Key, readonly SharedGround[]>;
  #isStale = false;

  constructor(base: Overlaps) {
    this.#base = base;
    this.#changed = new Map();
  }

  /** As all of them were last looked at. */
  get atFirst(): Overlaps {
    return this.#base;
  }

  fork(): LiveOverlaps {
    const fork = new LiveOverlaps(this.#base);
    fork.#changed = new Map(this.#changed);
    fork.#isStale = this.#isStale;
    return fork;
  }

  /** What a parcel shares, in the order of the others; and how many more there are. */
  of(key: Key, ground: Ground): { readonly shared: readonly SharedGround[]; readonly unnamed: number | undefined } {
    if (this.#isStale) this.#anew(ground);
    return { shared: this.#shared(key), unnamed: this.#base.unnamed.get(key) };
  }

  /** Keys of parcels that overlap any. */
  keys(ground: Ground): readonly Key[] {
    if (this.#isStale) this.#anew(ground);
    const keys = [...this.#base.shared.keys()].filter((key) => !this.#changed.has(key));
    for (const [key, shared] of this.#changed) if (shared.length > 0) keys.push(key);
    return keys;
  }

  /** Told that this parcel has changed, come or gone; others whose overlaps change with it. */
  changed(key: Key, ground: Ground): readonly Key[] {
    if (this.#isStale) return [];
    const before = this.#shared(key).map(({ other }) => other);
    const own = ground.sound(key);
    const now = own ? this.#sharedNow(key, own, ground) : [];
    const met = new Set([...before, ...now.map(({ other }) => other)]);
    if ([key, ...met].some((one) => this.#isCrowded(one)) || now.length >= MOST_NAMED) {
      this.#isStale = true;
      return [...met];
    }
    this.#changed.set(key, now);
    for (const other of met) {
      const rest = this.#shared(other).filter((ground) => ground.other !== key);
      const mutual = now.find((one) => one.other === other);
      const list = mutual ? [...rest, { ...mutual, other: key }] : rest;
      this.#changed.set(
        other,
        list.sort((a, b) => ground.compare(a.other, b.other)),
      );
    }
    return [...met];
  }

  #shared(key: Key): readonly SharedGround[] {
    return this.#changed.get(key) ?? this.#base.shared.get(key) ?? [];
  }

  #isCrowded(key: Key): boolean {
    return this.#shared(key).length >= MOST_NAMED - 1 || this.#base.unnamed.has(key);
  }

  #sharedNow(key: Key, own: Layer, { compare, sound, near }: Ground): SharedGround[] {
    return near(key)
      .toSorted(compare)
      .flatMap((other) => {
        const their = other === key ? null : sound(other);
        if (!their) return [];
        const pair = compare(key, other) < 0 ? [own, their] : [their, own];
        const ranges = pair.map((layer) => ({ layer, from: 0, to: 1 }));
        return overlapsOf(gatherRows(own, ranges), [0, 1]).map(({ areaM2, at }) => ({ other, areaM2, at }));
      });
  }

  #anew(ground: Ground): void {
    this.#base = ground.all();
    this.#changed = new Map();
    this.#isStale = false;
  }
}

/** A box with room for how far edges that are straight on the plane may bend in degrees. */
export function roomy([west, south, east, north]: Bounds): Bounds {
  const room = (east - west + north - south) / BEND + LEAST_ROOM;
  return [west - room, south - room, east + room, north + room];
}

/** Edges bend by less than this part of their length. */
const BEND = 50;
const LEAST_ROOM = 1e-6;
