import { contains, cross, distance, dot, lerp, sub, toSegment, unit } from './polygon.ts';
import type { Pt, Ring } from './polygon.ts';

/** A line laid into the plane: a road, a river, a shore, the city limit. */
export interface Line {
  readonly kind: 'road' | 'river' | 'lake' | 'limit';
  readonly name?: string;
  /** Half the width kept free on both sides, m. */
  readonly half: number;
  /** 1 ring and main roads, 2 arterials, 3 streets; 0 no road. */
  readonly rank: number;
  readonly points: readonly Pt[];
}

/** One straight piece between two nodes. `left` and `right` are faces; −1 is outside. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly line: Line;
  left: number;
  right: number;
}

export interface Face {
  readonly ring: Ring;
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

export interface Arrangement {
  readonly nodes: readonly Pt[];
  readonly edges: readonly Edge[];
  readonly faces: readonly Face[];
}

interface Segment {
  readonly a: Pt;
  readonly b: Pt;
  readonly line: Line;
  readonly cuts: { t: number; p: Pt }[];
}

const CELL = 500;

const cellsOf = (a: Pt, b: Pt): string[] => {
  const keys: string[] = [];
  const low = (k: 0 | 1): number => Math.floor((Math.min(a[k], b[k]) - 1) / CELL);
  const high = (k: 0 | 1): number => Math.floor((Math.max(a[k], b[k]) + 1) / CELL);
  for (let i = low(0); i <= high(0); i += 1) for (let j = low(1); j <= high(1); j += 1) keys.push(`${i},${j}`);
  return keys;
};

const cutPair = (s: Segment, r: Segment): void => {
  const d = sub(s.b, s.a);
  const e = sub(r.b, r.a);
  const k = cross(d, e);
  if (Math.abs(k) < 1e-6) return;
  const o = sub(r.a, s.a);
  const t = cross(o, e) / k;
  const u = cross(o, d) / k;
  if (t < 0 || t > 1 || u < 0 || u > 1) return;
  const p: Pt = [s.a[0] + d[0] * t, s.a[1] + d[1] * t];
  s.cuts.push({ t, p });
  r.cuts.push({ t: u, p });
};

const cutAll = (segments: readonly Segment[]): void => {
  const grid = new Map<string, number[]>();
  segments.forEach((s, i) => {
    const seen = new Set<number>();
    for (const key of cellsOf(s.a, s.b)) {
      const cell = grid.get(key) ?? [];
      grid.set(key, cell);
      for (const j of cell) if (!seen.has(j) && seen.add(j)) cutPair(s, segments[j]);
      cell.push(i);
    }
  });
};

/** Nodes nearer than this are one. */
const SNAP = 4;

const nodeFinder = (): { nodes: Pt[]; find: (p: Pt) => number } => {
  const nodes: Pt[] = [];
  const grid = new Map<string, number[]>();
  const find = (p: Pt): number => {
    const [x, y] = [Math.floor(p[0] / SNAP), Math.floor(p[1] / SNAP)];
    for (let i = x - 1; i <= x + 1; i += 1)
      for (let j = y - 1; j <= y + 1; j += 1)
        for (const n of grid.get(`${i},${j}`) ?? []) if (distance(nodes[n], p) < SNAP) return n;
    const key = `${x},${y}`;
    grid.set(key, [...(grid.get(key) ?? []), nodes.length]);
    return nodes.push(p) - 1;
  };
  return { nodes, find };
};

const linkNodes = (segments: readonly Segment[], find: (p: Pt) => number): Edge[] => {
  const edges: Edge[] = [];
  const known = new Map<string, number>();
  for (const s of segments) {
    const stops = [{ t: 0, p: s.a }, ...s.cuts.sort((m, n) => m.t - n.t), { t: 1, p: s.b }].map((c) => find(c.p));
    for (let i = 0; i + 1 < stops.length; i += 1) {
      const [from, to] = [stops[i], stops[i + 1]];
      const key = from < to ? `${from}-${to}` : `${to}-${from}`;
      if (from === to || known.has(key)) continue;
      known.set(key, edges.push({ from, to, line: s.line, left: -1, right: -1 }) - 1);
    }
  }
  return edges;
};

const withoutDeadEnds = (all: readonly Edge[]): Edge[] => {
  let edges = [...all];
  for (;;) {
    const degree = new Map<number, number>();
    for (const e of edges) for (const n of [e.from, e.to]) degree.set(n, (degree.get(n) ?? 0) + 1);
    const kept = edges.filter((e) => degree.get(e.from) !== 1 && degree.get(e.to) !== 1);
    if (kept.length === edges.length) return edges;
    edges = kept;
  }
};

/** Half-edges 2e (from → to) and 2e+1 (back), around each node by angle. */
const around = (nodes: readonly Pt[], edges: readonly Edge[]): Map<number, number[]> => {
  const out = new Map<number, number[]>();
  edges.forEach((e, i) => {
    out.set(e.from, [...(out.get(e.from) ?? []), 2 * i]);
    out.set(e.to, [...(out.get(e.to) ?? []), 2 * i + 1]);
  });
  const angle = (h: number): number => {
    const e = edges[h >> 1];
    const d = h & 1 ? sub(nodes[e.from], nodes[e.to]) : sub(nodes[e.to], nodes[e.from]);
    return Math.atan2(d[1], d[0]);
  };
  for (const list of out.values()) list.sort((a, b) => angle(a) - angle(b));
  return out;
};

const signedArea = (ring: Ring): number =>
  ring.reduce((sum, p, i) => sum + cross(p, ring[(i + 1) % ring.length]), 0) / 2;

const traceFaces = (nodes: readonly Pt[], edges: readonly Edge[]): Face[] => {
  const out = around(nodes, edges);
  const done = new Set<number>();
  const faces: Face[] = [];
  const end = (h: number): number => (h & 1 ? edges[h >> 1].from : edges[h >> 1].to);
  const next = (h: number): number => {
    const list = out.get(end(h))!;
    return list[(list.indexOf(h ^ 1) + list.length - 1) % list.length];
  };
  for (let start = 0; start < 2 * edges.length; start += 1) {
    if (done.has(start)) continue;
    const walk: number[] = [];
    for (let h = start; !done.has(h); h = next(h)) {
      done.add(h);
      walk.push(h);
    }
    const starts = walk.map((h) => end(h ^ 1));
    const ring = starts.map((n) => nodes[n]);
    if (signedArea(ring) <= 1) continue;
    for (const h of walk) edges[h >> 1][h & 1 ? 'right' : 'left'] = faces.length;
    faces.push({ ring, nodes: starts, edges: walk.map((h) => h >> 1) });
  }
  return faces;
};

/** Roads that reach a river and do not go on beyond it are left out. */
const withoutHalfBridges = (all: readonly Edge[]): Edge[] => {
  const wet = new Set(all.flatMap((e) => (e.line.kind === 'river' ? [e.from, e.to] : [])));
  let edges = [...all];
  for (;;) {
    const arrivals = new Map<number, number>();
    for (const e of edges)
      if (e.line.kind === 'road') for (const n of [e.from, e.to]) arrivals.set(n, (arrivals.get(n) ?? 0) + 1);
    const stops = (e: Edge): boolean => [e.from, e.to].some((n) => wet.has(n) && arrivals.get(n) === 1);
    const kept = edges.filter((e) => e.line.kind !== 'road' || !stops(e));
    if (kept.length === edges.length) return edges;
    edges = kept;
  }
};

const pruned = (all: readonly Edge[]): Edge[] => {
  let edges = [...all];
  for (;;) {
    const kept = withoutHalfBridges(withoutDeadEnds(edges));
    if (kept.length === edges.length) return edges;
    edges = kept;
  }
};

/** A road that follows a river within its banks is no bridge: it would drown. */
const runsInWater = (nodes: readonly Pt[], banks: readonly Edge[], e: Edge): boolean => {
  const [a, b] = [nodes[e.from], nodes[e.to]];
  const mid = lerp(a, b, 0.5);
  return banks.some((r) => {
    const [c, d] = [nodes[r.from], nodes[r.to]];
    if (distance(mid, c) > 600 || toSegment(mid, c, d) > r.line.half) return false;
    return Math.abs(dot(unit(sub(b, a)), unit(sub(d, c)))) > 0.8;
  });
};

/** Where lines cross they share a node; the faces between them tile the ground inside the limit. */
export const arrange = (lines: readonly Line[], limit: Ring): Arrangement => {
  const segments = lines.flatMap((line) =>
    line.points.slice(1).map((b, i): Segment => ({ a: line.points[i], b, line, cuts: [] })),
  );
  cutAll(segments);
  const { nodes, find } = nodeFinder();
  const all = linkNodes(segments, find);
  const banks = all.filter((e) => e.line.kind === 'river');
  const lake = lines.find((l) => l.kind === 'lake')?.points ?? [];
  const drowned = (e: Edge, mid: Pt): boolean =>
    e.line.kind === 'road' && (contains(lake, mid) || runsInWater(nodes, banks, e));
  const kept = all.filter((e) => {
    const mid = lerp(nodes[e.from], nodes[e.to], 0.5);
    return e.line.kind === 'limit' || (contains(limit, mid) && !drowned(e, mid));
  });
  const edges = pruned(kept);
  return { nodes, edges, faces: traceFaces(nodes, edges) };
};
