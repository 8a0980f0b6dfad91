import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { SnapKind, SnapMark } from './contract.ts';
import type { Edge, VertexRef } from './edges.ts';
import { apart, placeBetween, crossingOf, footOn, isSame, type Line } from './vectors.ts';

/** What may be snapped to: points that are there, points where a guide meets something, lines. */
export type Tier = 'point' | 'meeting' | 'line';

export interface Candidate {
  readonly tier: Tier;
  readonly mark: SnapMark;
}

/** What the edge in hand begins with, and the lines a person has looked at. */
export interface Looking {
  readonly at: Position;
  readonly from: Position | null;
  readonly near: readonly Edge[];
  /** May be extended. */
  readonly around: readonly Edge[];
  /** May be followed in parallel. */
  readonly acquired: readonly Edge[];
}

/** A foot this near to the vertex it is dropped from is that vertex. Metres. */
const ASIDE_M = 1e-3;

const candidate = (
  tier: Tier,
  kind: SnapKind,
  at: Position,
  of: VertexRef | null,
  guides: readonly Line[] = [],
): Candidate => ({ tier, mark: { kind, at, ...(of && { of }), guides } });

/** Vertices, middles, crossings and feet of near edges. */
export function pointCandidates({ from, near }: Looking): Candidate[] {
  const found: Candidate[] = [];
  for (const edge of near) {
    const [a, b] = edge.line;
    found.push(candidate('point', 'vertex', a, edge.start), candidate('point', 'vertex', b, edge.end));
    found.push(candidate('point', 'midpoint', placeBetween(a, b), edge.start, [edge.line]));
    if (!from) continue;
    const foot = footOn(edge.line, from);
    const isAside = apart(foot.at, from) > ASIDE_M && foot.share > 0 && foot.share < 1;
    if (isAside) found.push(candidate('point', 'perpendicular', foot.at, edge.start, [edge.line, [from, foot.at]]));
  }
  near.forEach((one, i) => {
    for (const other of near.slice(i + 1)) {
      if (one.line.some((p) => other.line.some((q) => isSame(p, q)))) continue;
      const crossing = crossingOf(one.line, other.line);
      if (crossing && crossing.shares.every((share) => share >= 0 && share <= 1))
        found.push(candidate('point', 'intersection', crossing.at, one.start, [one.line, other.line]));
    }
  });
  return found;
}

export interface Guide {
  readonly kind: 'extension' | 'parallel';
  readonly line: Line;
  readonly edge: Edge;
}

/** Edges beyond their ends, and lines from the last vertex along edges that were looked at. */
export function guidesOf({ at, from, around, acquired }: Looking, toleranceM: number): Guide[] {
  const guides: Guide[] = [];
  for (const edge of around) {
    const foot = footOn(edge.line, at);
    if ((foot.share < 0 || foot.share > 1) && apart(foot.at, at) <= toleranceM)
      guides.push({ kind: 'extension', line: edge.line, edge });
  }
  if (!from) return guides;
  for (const edge of acquired) {
    const [a, b] = edge.line;
    const line: Line = [from, [from[0] + b[0] - a[0], from[1] + b[1] - a[1]]];
    if (apart(footOn(line, at).at, at) <= toleranceM) guides.push({ kind: 'parallel', line, edge });
  }
  return guides;
}

/** The nearest points of edges and guides. */
export function lineCandidates({ at, near }: Looking, guides: readonly Guide[]): Candidate[] {
  const edges = near.flatMap((edge): Candidate[] => {
    const foot = footOn(edge.line, at);
    if (!(foot.share > 0 && foot.share < 1)) return [];
    return [candidate('line', 'edge', foot.at, edge.start, [edge.line])];
  });
  return [
    ...edges,
    ...guides.map(({ kind, line, edge }): Candidate => {
      const { at: foot } = footOn(line, at);
      return candidate('line', kind, foot, edge.start, [edge.line, guideTo(line, foot)]);
    }),
  ];
}

/** Where guides meet near edges and each other. */
export function meetingCandidates({ near }: Looking, guides: readonly Guide[]): Candidate[] {
  return guides.flatMap(({ kind, line, edge }, i) => {
    const onEdges = near.flatMap((other): Candidate[] => {
      const crossing = crossingOf(line, other.line);
      const isOn = crossing && crossing.shares[1] >= 0 && crossing.shares[1] <= 1;
      return isOn ? [meeting(kind, crossing.at, edge, [line, other.line])] : [];
    });
    const onGuides = guides.slice(i + 1).flatMap((other): Candidate[] => {
      const crossing = crossingOf(line, other.line);
      return crossing ? [meeting(kind, crossing.at, edge, [line, other.line])] : [];
    });
    return [...onEdges, ...onGuides];
  });
}

/** Where a guide, or what a vertex is held to, meets something. */
export const meeting = (kind: SnapKind, at: Position, edge: Edge, [guide, other]: readonly [Line, Line]): Candidate =>
  candidate('meeting', kind, at, edge.start, [edge.line, guideTo(guide, at), other]);

/** From the nearer end of the line to a place on it. */
const guideTo = ([a, b]: Line, at: Position): Line => [apart(a, at) <= apart(b, at) ? a : b, at];
