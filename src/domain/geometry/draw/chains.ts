import type { Position } from '../columns/layer.ts';
import type { Borders } from './borders.ts';

const NONE = -1;

/** Borders chained into lines, of all edges or of some; its tables serve one question after the other. */
export class Chains {
  readonly #borders: Borders;
  /** Of each place its number among those of the edges asked about. */
  readonly #own: Int32Array;
  /** 1 for an edge that is in no line yet. */
  readonly #left: Uint8Array;

  constructor(borders: Borders) {
    this.#borders = borders;
    this.#own = new Int32Array(borders.lonLat.length / 2).fill(NONE);
    this.#left = new Uint8Array(borders.ends.length / 2);
  }

  /** The edges of these numbers, in lines that end only where three or more of them meet, or none goes on. */
  of(edges: readonly number[]): Position[][] {
    const { ends } = this.#borders;
    const places: number[] = [];
    for (const e of edges) {
      this.#left[e] = 1;
      for (let k = 2 * e; k < 2 * e + 2; k++)
        if (this.#own[ends[k]] === NONE) this.#own[ends[k]] = places.push(ends[k]) - 1;
    }
    const meeting = this.#meeting(edges, places.length);
    const lines: Position[][] = [];
    for (let i = 0; i < places.length; i++) {
      const first = meeting.start[i];
      const last = meeting.start[i + 1];
      if (last - first !== 2)
        for (let k = first; k < last; k++) this.#walk(places[i], meeting.edges[k], meeting, lines);
    }
    for (const e of edges) this.#walk(ends[2 * e], e, meeting, lines); // closed, without a junction
    for (const p of places) this.#own[p] = NONE;
    return lines;
  }

  /** The edges at each place, by the places' own numbers. */
  #meeting(edges: readonly number[], places: number): Meeting {
    const { ends } = this.#borders;
    const start = new Int32Array(places + 1);
    for (const e of edges) for (let k = 2 * e; k < 2 * e + 2; k++) start[this.#own[ends[k]] + 1]++;
    for (let i = 0; i < places; i++) start[i + 1] += start[i];
    const next = start.slice();
    const all = new Int32Array(2 * edges.length);
    for (const e of edges) for (let k = 2 * e; k < 2 * e + 2; k++) all[next[this.#own[ends[k]]]++] = e;
    return { start, edges: all };
  }

  #walk(from: number, first: number, meeting: Meeting, lines: Position[][]): void {
    if (this.#left[first]) lines.push(this.#line(from, first, meeting));
  }

  #line(from: number, first: number, { start, edges }: Meeting): Position[] {
    const { lonLat, ends } = this.#borders;
    const line: Position[] = [[lonLat[2 * from], lonLat[2 * from + 1]]];
    let p = from;
    let e = first;
    while (e !== NONE) {
      this.#left[e] = 0;
      p = ends[2 * e] === p ? ends[2 * e + 1] : ends[2 * e];
      line.push([lonLat[2 * p], lonLat[2 * p + 1]]);
      const at = start[this.#own[p]];
      const one = edges[at];
      const other = edges[at + 1];
      e = start[this.#own[p] + 1] - at !== 2 ? NONE : this.#left[one] ? one : this.#left[other] ? other : NONE;
    }
    return line;
  }
}

interface Meeting {
  /** Where the edges of each place begin, and where the last ones end. */
  readonly start: Int32Array;
  readonly edges: Int32Array;
}
