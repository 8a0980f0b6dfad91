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
 * Who overlaps whom while parcels change, by key. Where so many lie on each other that not every pair is asked, which ones
 * are depends on them all: then all are looked at anew.
 */
export class LiveOverlaps {
  #base: Overlaps;
  #changed = new Map<Key, readonly SharedGround[]>();

  constructor(base: Overlaps) {
    this.#base = base;
  }

  /** Of all of them, as they are now. */
  get all(): Overlaps {
    if (this.#changed.size === 0) return this.#base;
    const shared = new Map([...this.#base.shared, ...this.#changed]);
    for (const [key, own] of this.#changed) if (own.length === 0) shared.delete(key);
    return { shared, unasked: this.#base.unasked };
  }

  /** What a parcel shares, in the order of the others; and how many more lie there that were not asked. */
  of(key: Key): { readonly shared: readonly SharedGround[]; readonly unasked: number | undefined } {
    return { shared: this.#shared(key), unasked: this.#base.unasked.get(key) };
  }

  /** Told that these parcels have changed, come or gone; all those whose overlaps are others now. */
  changed(keys: readonly Key[], ground: Ground): ReadonlySet<Key> {
    const met = new Set<Key>();
    for (const key of keys) {
      const own = ground.sound(key);
      const now = own ? sharedNow(key, own, ground) : [];
      const before = this.#shared(key);
      if (this.#isPiled(key, before) || this.#isPiled(key, now)) {
        for (const other of this.#anew(ground)) met.add(other);
        return met;
      }
      for (const { other } of [...before, ...now]) met.add(other);
      this.#take(key, before, now, ground);
    }
    return met;
  }

  /** Told that of these parcels the records alone are others: whom each overlaps, of which it is told by its record. */
  mates(keys: readonly Key[]): ReadonlySet<Key> {
    return new Set(keys.flatMap((key) => this.#shared(key).map(({ other }) => other)));
  }

  #take(key: Key, before: readonly SharedGround[], now: readonly SharedGround[], { compare }: Ground): void {
    this.#changed.set(key, now);
    const mutual = new Map(now.map((one) => [one.other, { ...one, other: key }]));
    for (const other of new Set([...before, ...now].map((one) => one.other))) {
      const rest = this.#shared(other).filter((one) => one.other !== key);
      const own = mutual.get(other);
      this.#changed.set(
        other,
        (own ? [...rest, own] : rest).sort((a, b) => compare(a.other, b.other)),
      );
    }
  }

  #shared(key: Key): readonly SharedGround[] {
    return this.#changed.get(key) ?? this.#base.shared.get(key) ?? [];
  }

  /** Whether a look at all would leave out a pair of this parcel: both lie on others, and one of them on many. */
  #isPiled(key: Key, shared: readonly SharedGround[]): boolean {
    const { unasked } = this.#base;
    return (
      unasked.has(key) ||
      shared.some(({ other }) => {
        const theirs = this.#shared(other);
        const count = theirs.length + (theirs.some((one) => one.other === key) ? 0 : 1);
        return (
          unasked.has(other) || (Math.min(count, shared.length) > 1 && Math.max(count, shared.length) >= MOST_NAMED)
        );
      })
    );
  }

  /** Looks at all of them; those of whom something else is told now. */
  #anew(ground: Ground): readonly Key[] {
    const before = new Map([...this.#base.shared, ...this.#changed]);
    const unaskedBefore = this.#base.unasked;
    this.#base = ground.all();
    this.#changed = new Map();
    const { shared, unasked } = this.#base;
    const isOther = (key: Key) =>
      !isAlike(before.get(key) ?? [], shared.get(key) ?? []) || unaskedBefore.get(key) !== unasked.get(key);
    return [...new Set([...before.keys(), ...shared.keys()])].filter(isOther);
  }
}

/** What a parcel with this boundary shares with those near it, in their order: each of them is asked. */
export function sharedNow(
  key: Key,
  own: Layer,
  { compare, sound, near }: Pick<Ground, 'compare' | 'sound' | 'near'>,
): SharedGround[] {
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

const isAlike = (a: readonly SharedGround[], b: readonly SharedGround[]): boolean =>
  a.length === b.length && a.every(({ other, areaM2 }, i) => other === b[i].other && areaM2 === b[i].areaM2);

/** A box with room for how far edges that are straight on the plane may bend in degrees. */
export function roomy([west, south, east, north]: Bounds): Bounds {
  const room = roomIn(west, south, east, north);
  return [west - room, south - room, east + room, north + room];
}

/** How far the edges of what lies in a box may bend, degrees. */
export const roomIn = (west: number, south: number, east: number, north: number): number =>
  (east - west + north - south) / BEND + LEAST_ROOM;

/** Edges bend by less than this part of their length. */
const BEND = 50;
const LEAST_ROOM = 1e-6;
