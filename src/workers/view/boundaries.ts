import type { Feature, FeatureCollection, MultiLineString, Position } from 'geojson';

/*
 * Neighbours share a boundary, and drawing it once from each side lays two dash patterns over each other until they
 * read as a solid line. So the edges of all polygons are collected, each kept once, and chained into long lines.
 */

const point = (p: Position): string => `${p[0].toFixed(7)},${p[1].toFixed(7)}`;

/** Name of an edge, the same in both directions. */
function edgeKey(a: Position, b: Position): string {
  const [first, second] = [point(a), point(b)].sort();
  return `${first};${second}`;
}

type Edges = Map<string, readonly [Position, Position]>;

function edges(polygons: FeatureCollection): Edges {
  const found: Edges = new Map();
  for (const { geometry } of polygons.features) {
    const rings =
      geometry?.type === 'Polygon'
        ? geometry.coordinates
        : geometry?.type === 'MultiPolygon'
          ? geometry.coordinates.flat()
          : [];
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) found.set(edgeKey(ring[i - 1], ring[i]), [ring[i - 1], ring[i]]);
    }
  }
  return found;
}

interface Graph {
  readonly left: Edges;
  readonly at: Map<string, string[]>;
}

function graph(left: Edges): Graph {
  const at = new Map<string, string[]>();
  for (const [key, ends] of left) {
    for (const end of ends) at.set(point(end), [...(at.get(point(end)) ?? []), key]);
  }
  return { left, at };
}

/** Walks from `start` along unused edges until a junction or a dead end, using them up. */
function walk({ left, at }: Graph, start: Position): Position[] {
  const line = [start];
  for (;;) {
    const here = line[line.length - 1];
    const meeting = at.get(point(here)) ?? [];
    if (line.length > 1 && meeting.length !== 2) return line;
    const key = meeting.find((k) => left.has(k));
    const edge = key === undefined ? undefined : left.get(key);
    if (key === undefined || !edge) return line;
    left.delete(key);
    line.push(point(edge[0]) === point(here) ? edge[1] : edge[0]);
  }
}

/**
 * The boundaries of polygons as lines, each stretch once.
 *
 * @param under polygons whose boundaries are left out, because a stronger line is drawn there
 */
export function boundaryLines(polygons: FeatureCollection, under?: FeatureCollection): FeatureCollection {
  const left = edges(polygons);
  if (under) for (const key of edges(under).keys()) left.delete(key);
  const net = graph(new Map(left));
  const coordinates: Position[][] = [];
  const collect = (start: Position): void => {
    for (let line = walk(net, start); line.length > 1; line = walk(net, start)) coordinates.push(line);
  };
  for (const ends of left.values()) for (const end of ends) if (net.at.get(point(end))?.length !== 2) collect(end);
  for (const [end] of left.values()) collect(end); // closed rings without a junction
  const feature: Feature<MultiLineString> = {
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiLineString', coordinates },
  };
  return { type: 'FeatureCollection', features: coordinates.length ? [feature] : [] };
}
