import { clipped, stretchOn, stripOf, type Strip } from './strips.ts';
import type { Point, Ring } from '../shape/site.ts';

/** A way that one leaves as one came 尽头路. */
export interface DeadEnd {
  /** Number of the road that ends. */
  readonly road: number;
  /** The middle of its end, and the direction from there back along it. */
  readonly at: Point;
  readonly back: Point;
  readonly widthM: number;
  /** From the end to where its own road meets another. */
  readonly ownM: number;
  /** From the end to where one can go two ways. */
  readonly lengthM: number;
}

/** GB 55037-2022 3.4.5, from memory: a fire lane that ends blind after more than that has a place to turn, metres. */
export const LONGEST_DEAD_END_M = 40;
/** Where roads meet within so much of one another is one crossing, metres. */
const CROSSING_M = 8;
/** Roads that touch but for rounding meet. */
const TOUCH_M = 0.5;

/** A stretch of a road on which it meets others. */
interface Meeting {
  readonly from: number;
  readonly to: number;
  readonly pair: number;
}

/** What leads from a crossing to another; −1: an end, or the street. */
interface Link {
  readonly a: number;
  readonly b: number;
  readonly lengthM: number;
}

/** Where each road meets others, in order along it; and how many pairs do. */
function meetingsOf(strips: readonly Strip[]): { readonly of: readonly Meeting[][]; readonly pairs: number } {
  const of = strips.map((): Meeting[] => []);
  let pairs = 0;
  for (let i = 0; i < strips.length; i++)
    for (let j = 0; j < i; j++) {
      const common = clipped(strips[i], strips[j], TOUCH_M);
      if (common.length < 3) continue;
      for (const s of [i, j]) of[s].push({ ...stretchOn(strips[s], common), pair: pairs });
      pairs++;
    }
  for (const list of of) list.sort((p, q) => p.from - q.from);
  return { of, pairs };
}

/** Meetings near one another along a road are one crossing. */
class Crossings {
  readonly #root: number[];

  constructor(count: number) {
    this.#root = Array.from({ length: count }, (_, i) => i);
  }

  of(pair: number): number {
    return this.#root[pair] === pair ? pair : (this.#root[pair] = this.of(this.#root[pair]));
  }

  /** The stretches of a road that are crossings, those of one put together. */
  along(meetings: readonly Meeting[]): Meeting[] {
    const found: Meeting[] = [];
    for (const one of meetings) {
      const last = found.at(-1);
      if (last && one.from - last.to < CROSSING_M) {
        this.#root[this.of(one.pair)] = this.of(last.pair);
        found[found.length - 1] = { ...last, to: Math.max(last.to, one.to) };
      } else found.push(one);
    }
    return found;
  }
}

/** From an end over crossings with no other way on, metres. */
function lengthFrom(first: Link, links: readonly Link[]): number {
  let [link, at, lengthM] = [first, first.b, first.lengthM];
  for (const gone = new Set([first]); at >= 0;) {
    const others = links.filter((other) => other !== link && (other.a === at || other.b === at));
    if (others.length !== 1 || gone.has(others[0])) break;
    [link] = others;
    gone.add(link);
    lengthM += link.lengthM;
    at = link.a === at ? link.b : link.a;
  }
  return lengthM;
}

/**
 * Ends of roads that meet no other, each with the way back to where one can turn off.
 * @param roads convex, the first of them from the street at the entrance
 */
export function deadEnds(roads: readonly Ring[], entrance: Point): DeadEnd[] {
  const strips = roads.map(stripOf);
  const { of, pairs } = meetingsOf(strips);
  const crossings = new Crossings(pairs);
  const along = of.map((meetings) => crossings.along(meetings));
  const links: Link[] = [];
  const ends: { readonly end: Omit<DeadEnd, 'lengthM'>; readonly link: Link }[] = [];
  strips.forEach((strip, road) => {
    const { from, to, direction, lengthM, widthM } = strip;
    const here = along[road].map((one) => ({ ...one, crossing: crossings.of(one.pair) }));
    here.slice(1).forEach((one, i) => links.push({ a: here[i].crossing, b: one.crossing, lengthM: one.from - here[i].to })); // prettier-ignore
    const [first, last] = [here.at(0), here.at(-1)];
    const away = (at: Point): number => Math.hypot(at[0] - entrance[0], at[1] - entrance[1]);
    const streetFirst = road === 0 ? away(from) < away(to) : null;
    const end = (at: Point, back: Point, isStreet: boolean, ownM: number, next: Meeting | undefined): void => {
      if (!isStreet && ownM <= widthM) return;
      const link = { a: -1, b: next ? crossings.of(next.pair) : -1, lengthM: ownM };
      links.push(link);
      if (!isStreet) ends.push({ end: { road, at, back, widthM, ownM }, link });
    };
    end(from, direction, streetFirst === true, first ? first.from : lengthM, first);
    end(to, [-direction[0], -direction[1]], streetFirst === false, last ? lengthM - last.to : lengthM, last);
  });
  return ends.map(({ end, link }) => ({ ...end, lengthM: lengthFrom(link, links) }));
}
