import type { Position } from '../../domain/geometry/columns/layer.ts';
import { layerKey } from './layers.ts';

/** What an entity carries besides its shape: the first line of it in the file, and its XDATA. */
interface Drawn {
  readonly layer: string;
  readonly line: number;
  readonly xdata: readonly string[];
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
  readonly labels: readonly Label[];
  /** Layers with closed shapes, seen or not, read or not, by key. */
  readonly layers: ReadonlyMap<string, DrawnLayer>;
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
  readonly labels: Label[] = [];
  readonly layers = new Map<string, DrawnLayer>();
  readonly open = new Map<string, number>();
  readonly others = new Map<string, number>();
  curves = 0;

  addLayer(name: string, hidden: boolean): void {
    const key = layerKey(name);
    const known = this.layers.get(key) ?? { name, count: 0, hidden: 0 };
    this.layers.set(key, { ...known, count: known.count + 1, hidden: known.hidden + (hidden ? 1 : 0) });
  }
}

export const countIn = (counts: Map<string, number>, type: string): void =>
  void counts.set(type, (counts.get(type) ?? 0) + 1);

/** `LINE 8, SPLINE 1`, the most first; the words are made in `texts`. */
export const countsText = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([type, count]) => `${type} ${count}`)
    .join(', ');
