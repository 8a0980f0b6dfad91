import { clusters } from '../../domain/geometry/columns/clusters.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import { densify } from './bulge.ts';
import type { Edge } from './curves.ts';
import type { OpenLine, Ring } from './found.ts';
import { apart, graphOf, type GraphLine, type LineGraph } from './line-graph.ts';
import { bounds } from './outline.ts';
import { turnedEdge } from './path.ts';
import { noXdata } from './xdata.ts';

/** Points of a layer in which more than two lines meet: what they bound is not told by the lines alone. */
export interface Fork {
  readonly layer: string;
  readonly count: number;
  readonly first: Position;
}
export interface Joined {
  readonly rings: readonly Ring[];
  /** Lines that became part of a ring, and those drawn a second time. */
  readonly used: ReadonlySet<OpenLine>;
  /** The largest distance of two ends that were joined, metres. */
  readonly gapM: number;
  /** Of the layers on which lines enclose ground and fork, those with the most forks first. */
  readonly forks: readonly Fork[];
  /** Arcs and curves that became chords. */
  readonly curves: number;
}

/**
 * Lines end to end as plots, layer by layer: rings in all of whose points two lines meet. Where more meet nothing is
 * guessed, and it is told. Metres.
 */
export function joinLines(lines: readonly OpenLine[], chordErrorM: number): Joined {
  const rings: Ring[] = [];
  const used = new Set<OpenLine>();
  const forks: Fork[] = [];
  let [gapM, curves] = [0, 0];
  for (const [layer, own] of byLayer(lines)) {
    const graph = graphOf(own);
    for (const component of componentsOf(graph)) {
      const fork = forkIn(layer, component, graph);
      if (fork) {
        forks.push(fork);
        continue;
      }
      const loop = loopOf(component);
      const edges = loop?.flatMap((line) => line.edges) ?? [];
      if (!loop || !bounds(edges)) continue;
      const { ring, curves: made } = densify(edges, chordErrorM);
      curves += made;
      gapM = gapsOf(loop.map((line) => line.edges)).reduce((most, gap) => Math.max(most, gap), gapM);
      for (const { line } of loop) used.add(line);
      for (const line of component.flatMap(({ twins }) => twins)) used.add(line);
      rings.push({ layer, ring: [...ring, ring[0]], line: component[0].line.line, xdata: noXdata });
    }
  }
  return { rings, used, gapM, forks: summed(forks), curves };
}

export function byLayer<T extends { readonly layer: string }>(items: readonly T[]): Map<string, T[]> {
  const layers = new Map<string, T[]>();
  for (const item of items) {
    const own = layers.get(item.layer);
    if (own) own.push(item);
    else layers.set(item.layer, [item]);
  }
  return layers;
}

type Component = readonly GraphLine[];

function componentsOf({ lines, points }: LineGraph): readonly Component[] {
  const groupOf = new Map<number, number>();
  clusters(points.length, lines.map(({ from, to }) => [from, to] as const)).forEach((group, g) => group.forEach((p) => groupOf.set(p, g))); // prettier-ignore
  const found = new Map<number, GraphLine[]>();
  for (const line of lines) {
    const g = groupOf.get(line.from)!;
    const own = found.get(g);
    if (own) own.push(line);
    else found.set(g, [line]);
  }
  return [...found.values()];
}

function degreesOf(component: Component): Map<number, number> {
  const degrees = new Map<number, number>();
  for (const { from, to } of component) for (const p of [from, to]) degrees.set(p, (degrees.get(p) ?? 0) + 1);
  return degrees;
}

/** Trees, such as a river with its branches, enclose nothing and are none. */
function forkIn(layer: string, component: Component, { points }: LineGraph): Fork | null {
  const degrees = degreesOf(component);
  const forks = [...degrees].filter(([, degree]) => degree > 2);
  if (forks.length === 0 || component.length < degrees.size) return null;
  return { layer, count: forks.length, first: points[Math.min(...forks.slice(0, 1000).map(([p]) => p))] };
}

/** The forks of the components of a layer together. */
function summed(forks: readonly Fork[]): readonly Fork[] {
  const layers = [...byLayer(forks)].map(([layer, own]) => ({ layer, count: own.reduce((sum, { count }) => sum + count, 0), first: own[0].first })); // prettier-ignore
  return layers.sort((a, b) => b.count - a.count);
}

interface Passed {
  readonly line: OpenLine;
  readonly edges: readonly Edge[];
}

/** The lines of a component one after the other, each the way it is passed; null where they do not come back. */
function loopOf(component: Component): readonly Passed[] | null {
  const degrees = degreesOf(component);
  if ([...degrees.values()].some((degree) => degree !== 2)) return null;
  const around = new Map<number, GraphLine[]>();
  for (const line of component) for (const p of [line.from, line.to]) around.set(p, [...(around.get(p) ?? []), line]);
  const passed: Passed[] = [];
  let [line, at] = [component[0], component[0].from];
  do {
    const isOnward = line.from === at;
    const { edges } = line.line;
    passed.push({ line: line.line, edges: isOnward ? edges : edges.map(turnedEdge).reverse() });
    at = isOnward ? line.to : line.from;
    const here: GraphLine = line;
    line = around.get(at)!.find((next) => next !== here) ?? here;
  } while (passed.length < component.length);
  return passed;
}

/** Between the end of each line and the beginning of the next, metres. */
const gapsOf = (loop: readonly (readonly Edge[])[]): number[] =>
  loop.map((edges, i) => {
    const before = loop[(i + loop.length - 1) % loop.length];
    return apart(before[before.length - 1].to, edges[0].at);
  });
