import { worthIn, type Cutting } from './cut.ts';
import type { Frame } from '../land/frame.ts';
import { freeIn, stretchesIn } from '../land/free.ts';
import { reach, without, type Rectangle } from '../land/strip.ts';

/** Steps of a row's place, metres: finer ones gain next to nothing. */
export const STEP_M = 1;

/** From which end of the land the grid of places begins: its lowest setback line, or its highest. */
export type Side = 1 | -1;

/** Rows of one depth at each place of the grid. */
export interface Places {
  /** Where buildings may stand: [from, to, from, to …]. */
  free(i: number): readonly number[];
  /** What building in the row is worth, m². */
  readonly worth: Float64Array;
}

/** Places of rows from one setback line on. */
interface Grid {
  readonly count: number;
  y(i: number): number;
}

/** y of the setback line of the lowest edge (side 1) or the highest (side −1). */
function setbackLine({ edges: { ay, by, radius }, yMin, yMax }: Frame, side: Side): number {
  const end = side > 0 ? yMin : -yMax;
  let line = Infinity;
  for (let e = 0; e < ay.length; e++)
    if (Math.min(side * ay[e], side * by[e]) < end + 0.5)
      line = Math.min(line, Math.max(side * ay[e], side * by[e]) + radius[e]);
  return side * line;
}

function gridOf(frame: Frame, side: Side): Grid {
  const anchor = setbackLine(frame, side);
  const first = Math.ceil((frame.yMin - anchor) / STEP_M);
  return {
    count: Math.max(0, Math.floor((frame.yMax - anchor) / STEP_M) - first),
    y: (i) => anchor + (first + i) * STEP_M,
  };
}

/** The land turned to its rows, and what rows of each depth find in it: families, gaps and main roads share that. */
export class RowLand {
  readonly #grids = new Map<Side, Grid>();
  readonly #places = new Map<string, Places>();

  constructor(
    readonly frame: Frame,
    private readonly cutting: Cutting,
  ) {}

  grid(side: Side): Grid {
    let grid = this.#grids.get(side);
    if (!grid) this.#grids.set(side, (grid = gridOf(this.frame, side)));
    return grid;
  }

  /** @param taken ground that no building is put on */
  places(side: Side, depthM: number, taken: readonly Rectangle[]): Places {
    const key = [side, depthM, ...taken.flatMap(({ x0, x1, y0, y1 }) => [x0, x1, y0, y1])].join(' ');
    let places = this.#places.get(key);
    if (!places)
      this.#places.set(key, (places = taken.length ? this.#less(side, depthM, taken) : this.#all(side, depthM)));
    return places;
  }

  #all(side: Side, depthM: number): Places {
    const { frame, cutting } = this;
    const grid = this.grid(side);
    const worth = new Float64Array(Math.max(0, grid.count - Math.ceil(depthM / STEP_M) + 1));
    for (let i = 0; i < worth.length; i++) {
      const { x, count } = stretchesIn(frame, grid.y(i), grid.y(i) + depthM);
      worth[i] = worthIn(x, count, depthM, cutting);
    }
    return { free: (i) => freeIn(frame, grid.y(i), grid.y(i) + depthM), worth };
  }

  #less(side: Side, depthM: number, taken: readonly Rectangle[]): Places {
    const grid = this.grid(side);
    const whole = this.places(side, depthM, []);
    const free = (i: number): readonly number[] => without(whole.free(i), grid.y(i), grid.y(i) + depthM, taken);
    const worth = whole.worth.map((m2, i) => {
      if (!m2 || !reach(taken, grid.y(i), grid.y(i) + depthM)) return m2;
      const left = free(i);
      return worthIn(left, left.length, depthM, this.cutting);
    });
    return { free, worth };
  }
}
