import type { Position } from '../../domain/geometry/columns/layer.ts';
import { keyOf } from '../../domain/geometry/edit/frame.ts';
import type { Ground } from './contract.ts';
import { apart, isSame, offLine, type Line } from './vectors.ts';

/** A place this near to a border is on it. Metres. */
const ON_BORDER_M = 1e-6;
/** Borders are followed so much farther around than the two places lie apart, and no less than so far. */
const DETOUR = 1;
const LEAST_AROUND_M = 100;
const MOST_VERTICES = 20_000;

interface Node {
  readonly at: Position;
  readonly next: { readonly key: string; readonly lengthM: number }[];
}
type Net = ReadonlyMap<string, Node>;

/**
 * 沿界线: the vertices between two places along borders that are there, by the shortest way; `flipped`: by the shortest that
 * shares no edge with it. Null where no border leads from one to the other.
 */
export function tracePath(ground: Ground, from: Position, to: Position, flipped: boolean): Position[] | null {
  if (isSame(from, to)) return null;
  const net = netAround(ground, from, to);
  const way = net && shortestWay(net, keyOf(from), keyOf(to), new Set());
  if (!net || !way) return null;
  const other = flipped ? shortestWay(net, keyOf(from), keyOf(to), edgesOf(way)) : way;
  return other && other.slice(1, -1).map((key) => net.get(key)!.at);
}

/** Vertices and edges around both places, which are vertices too. */
function netAround(ground: Ground, from: Position, to: Position): Net | null {
  const around = Math.max(LEAST_AROUND_M, DETOUR * apart(from, to));
  const [w, e] = [Math.min(from[0], to[0]) - around, Math.max(from[0], to[0]) + around];
  const [s, n] = [Math.min(from[1], to[1]) - around, Math.max(from[1], to[1]) + around];
  const net = new Map<string, Node>();
  const node = (at: Position): Node => {
    const key = keyOf(at);
    const known = net.get(key) ?? { at, next: [] };
    net.set(key, known);
    return known;
  };
  const join = (a: Position, b: Position) => {
    if (isSame(a, b)) return;
    const lengthM = apart(a, b);
    node(a).next.push({ key: keyOf(b), lengthM });
    node(b).next.push({ key: keyOf(a), lengthM });
  };
  for (const { shape } of ground.meeting(w, s, e, n))
    for (const ring of shape.flat()) {
      if (net.size > MOST_VERTICES) return null;
      ring.forEach((a, i) => chain([a, ring[(i + 1) % ring.length]], [from, to]).forEach(([p, q]) => join(p, q)));
    }
  return net;
}

/** An edge, cut at those of the places that lie on it. */
function chain([a, b]: Line, places: readonly Position[]): Line[] {
  const on = places.filter((p) => !isSame(p, a) && !isSame(p, b) && offLine([a, b], p) <= ON_BORDER_M);
  const stops = [a, ...on.sort((p, q) => apart(a, p) - apart(a, q)), b];
  return stops.slice(1).map((q, i) => [stops[i], q] as const);
}

const edgeKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
const edgesOf = (way: readonly string[]): Set<string> => new Set(way.slice(1).map((key, i) => edgeKey(way[i], key)));

/** Dijkstra over so few vertices that the nearest is looked for among all that are open. */
function shortestWay(net: Net, from: string, to: string, closed: ReadonlySet<string>): string[] | null {
  const reached = new Map<string, { lengthM: number; before: string | null }>([[from, { lengthM: 0, before: null }]]);
  const open = new Set(net.has(from) ? [from] : []);
  const done = new Set<string>();
  while (open.size > 0) {
    let here = '';
    for (const key of open) if (here === '' || reached.get(key)!.lengthM < reached.get(here)!.lengthM) here = key;
    if (here === to) return wayTo(reached, to);
    open.delete(here);
    done.add(here);
    for (const { key, lengthM } of net.get(here)!.next) {
      if (done.has(key) || closed.has(edgeKey(here, key))) continue;
      const length = reached.get(here)!.lengthM + lengthM;
      if (length >= (reached.get(key)?.lengthM ?? Infinity)) continue;
      reached.set(key, { lengthM: length, before: here });
      open.add(key);
    }
  }
  return null;
}

function wayTo(reached: ReadonlyMap<string, { readonly before: string | null }>, to: string): string[] {
  const way: string[] = [];
  for (let key: string | null = to; key !== null; key = reached.get(key)!.before) way.unshift(key);
  return way;
}
