import { once } from '../../once.ts';
import type { Bounds } from '../columns/bounds.ts';
import { BoxGrid } from './grid.ts';

/** Boxes by key: west, south, east, north of each; ∞, ∞, −∞, −∞ where nothing is drawn. */
interface KeyedBoxes {
  readonly keys: readonly number[];
  readonly boxes: Float64Array;
}

/** Boxes as they were when the index of them was made, or will be. */
interface Standing {
  /** Made when first asked for. */
  readonly all: () => KeyedBoxes;
  index?: BoxGrid;
}

/** So many changed boxes are looked at one by one before an index is made of all anew. */
const MOST_CHANGED = 2000;

/** So many of the last changed are looked at one by one before they join those with an index. */
const MOST_LAST = 64;

/** Boxes that changed since: those that are drawn by place, the others as null. */
interface Since {
  readonly boxes: ReadonlyMap<number, Bounds | null>;
  readonly standing: Standing;
}

/**
 * Boxes by key that change one at a time: an index of those there are at first, a smaller one of those that changed since,
 * and the last few, which are looked at one by one. Indexes are made when they are first asked; forks share them.
 */
export class LiveBoxes {
  #standing: Standing;
  #since: Since;
  #last: Map<number, Bounds | null>;

  /** `boxOf` is of place n among `keys`; null where nothing is drawn. */
  static of(keys: readonly number[], boxOf: (n: number) => Bounds | null): LiveBoxes {
    return LiveBoxes.later(() => ({ keys, boxes: columnsOf(keys.length, boxOf) }));
  }

  /** Of many, without an object for each; asked for once, when the first question comes, or never. */
  static later(all: () => KeyedBoxes): LiveBoxes {
    return new LiveBoxes({ all: once(all) }, NOTHING, new Map());
  }

  private constructor(standing: Standing, since: Since, last: Map<number, Bounds | null>) {
    this.#standing = standing;
    this.#since = since;
    this.#last = last;
  }

  fork(): LiveBoxes {
    return new LiveBoxes(this.#standing, this.#since, new Map(this.#last));
  }

  set(key: number, box: Bounds | null): void {
    this.#last.set(key, box);
    if (this.#last.size <= MOST_LAST) return;
    const since = new Map([...this.#since.boxes, ...this.#last]);
    this.#last = new Map();
    if (since.size > Math.max(MOST_CHANGED, this.#standing.all().keys.length / 64)) this.#settle(since);
    else this.#since = { boxes: since, standing: standingOf(since) };
  }

  /** Keys of the boxes that meet this one, borders included; in no order. */
  meeting([west, south, east, north]: Bounds): number[] {
    const [since, last] = [this.#since.boxes, this.#last];
    const met: number[] = [];
    const found: number[] = [];
    const standing = this.#standing.all().keys;
    let count = indexOf(this.#standing).meeting(west, south, east, north, found);
    for (let n = 0; n < count; n++) {
      const key = standing[found[n]];
      if (!since.has(key) && !last.has(key)) met.push(key);
    }
    const changed = this.#since.standing.all().keys;
    count = since.size === 0 ? 0 : indexOf(this.#since.standing).meeting(west, south, east, north, found);
    for (let n = 0; n < count; n++) {
      const key = changed[found[n]];
      if (!last.has(key)) met.push(key);
    }
    last.forEach((box, key) => {
      if (box && box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south) met.push(key);
    });
    return met;
  }

  /** Makes all that is there now the standing boxes. */
  #settle(since: ReadonlyMap<number, Bounds | null>): void {
    const { keys, boxes } = this.#standing.all();
    const all = new Map<number, Bounds | null>();
    keys.forEach((key, n) => {
      const [west, south, east, north] = boxes.subarray(4 * n, 4 * n + 4);
      if (west <= east && !since.has(key)) all.set(key, [west, south, east, north]);
    });
    for (const [key, box] of since) all.set(key, box);
    this.#standing = standingOf(all);
    this.#since = NOTHING;
  }
}

const indexOf = (standing: Standing): BoxGrid => (standing.index ??= new BoxGrid(standing.all().boxes));

/** Of those that are drawn. */
function standingOf(boxes: ReadonlyMap<number, Bounds | null>): Standing {
  const drawn = [...boxes].flatMap(([key, box]) => (box ? [{ key, box }] : []));
  const keys = drawn.map(({ key }) => key);
  return { all: once(() => ({ keys, boxes: columnsOf(keys.length, (n) => drawn[n].box) })) };
}

const NOTHING: Since = { boxes: new Map(), standing: standingOf(new Map()) };

/** Meets no box. */
const NOWHERE: Bounds = [Infinity, Infinity, -Infinity, -Infinity];

function columnsOf(count: number, boxOf: (n: number) => Bounds | null): Float64Array {
  const boxes = new Float64Array(4 * count);
  for (let n = 0; n < count; n++) boxes.set(boxOf(n) ?? NOWHERE, 4 * n);
  return boxes;
}
