import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Edge } from './curves.ts';
import { layerKey } from './layers.ts';
import type { Xdata } from './xdata.ts';

/** What an entity carries besides its shape: the first line of it in the file, and its XDATA. */
interface Drawn {
  readonly layer: string;
  readonly line: number;
  readonly xdata: Xdata;
}
/** A line that does not close: what plots may be joined from. */
export interface OpenLine {
  readonly layer: string;
  readonly line: number;
  /** Of its entity. */
  readonly type: string;
  readonly start: Position;
  readonly end: Position;
  /** Made when they are asked for: most lines of a map, its contours and hairs, never join to anything. */
  readonly edges: readonly Edge[];
}
export interface Ring extends Drawn {
  readonly ring: readonly Position[];
}
/** A filled area: all its rings, shells and holes alike. */
export interface Hatch extends Drawn {
  readonly rings: readonly (readonly Position[])[];
}
export interface Label {
  readonly at: Position;
  /** Paragraphs of an MTEXT; a TEXT has one. */
  readonly lines: readonly string[];
}
export interface DrawnLayer {
  readonly name: string;
  /** Closed shapes on it. */
  readonly count: number;
  /** Those that are not seen: it is off or frozen, and was not asked for. */
  readonly hidden: number;
}

/** What a drawing holds, each thing in its place. */
export interface Found {
  readonly rings: readonly Ring[];
  readonly hatches: readonly Hatch[];
  readonly lines: readonly OpenLine[];
  readonly labels: readonly Label[];
  /** Layers with closed shapes, seen or not, read or not, by key. */
  readonly layers: ReadonlyMap<string, DrawnLayer>;
  /** Boundary points 界址点 as CASS draws them. */
  readonly boundaryPoints: number;
  /** Curves that do not close, and what is no curve, by the type of the entity. */
  readonly open: ReadonlyMap<string, number>;
  readonly others: ReadonlyMap<string, number>;
  /** Arcs and curves that became chords. */
  readonly curves: number;
}

/** The same while it is collected. */
export class Finds implements Found {
  readonly rings: Ring[] = [];
  readonly hatches: Hatch[] = [];
  readonly lines: OpenLine[] = [];
  readonly labels: Label[] = [];
  readonly layers = new Map<string, DrawnLayer>();
  readonly open = new Map<string, number>();
  readonly others = new Map<string, number>();
  curves = 0;
  boundaryPoints = 0;

  addLayer(name: string, hidden: boolean): void {
    const key = layerKey(name);
    const known = this.layers.get(key) ?? { name, count: 0, hidden: 0 };
    this.layers.set(key, { ...known, count: known.count + 1, hidden: known.hidden + (hidden ? 1 : 0) });
  }
}

/** Where outlines and filled areas begin; of a drawing of lines alone, where these do. */
export function firstsOf({ rings, hatches, lines }: Found): readonly Position[] {
  const closed = [...rings.map(({ ring }) => ring[0]), ...hatches.map((hatch) => hatch.rings[0][0])];
  return closed.length > 0 ? closed : lines.map(({ start }) => start);
}

export const countIn = (counts: Map<string, number>, type: string): void =>
  void counts.set(type, (counts.get(type) ?? 0) + 1);

/** `LINE 8, SPLINE 1`, the most first; the words are made in `texts`. */
export const countsText = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([type, count]) => `${type} ${count}`)
    .join(', ');
