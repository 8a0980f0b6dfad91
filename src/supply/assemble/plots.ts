import { muOf, type SquareMetres } from '../../domain/quantity/units.ts';
import { reachedFrom, type Units } from './units.ts';
import type { Weights } from './weights.ts';

/** What a parcel is to the set: in whatever else is, free to be taken, or left out. */
type Hold = 'fixed' | 'free';

/** A parcel that may be put together with others. */
export interface Plot {
  readonly landM2: SquareMetres;
  /** Floor area once it is built as it may be, and how much of that lies beyond the least plot ratio. */
  readonly floorM2: SquareMetres;
  readonly spareM2: SquareMetres;
  /** The middle of it, metres from any point. */
  readonly x: number;
  readonly y: number;
  readonly use: 'idle' | 'low-efficiency' | 'other';
  readonly hold: Hold;
}

/** Plots by their places, and how they lie. */
export interface Plots {
  readonly plots: readonly Plot[];
  /** Places of those of one site with it 相邻, and of those that lie over it. */
  readonly near: readonly (readonly number[])[];
  readonly over: readonly (readonly number[])[];
}

/** Plots taken or left as one, each unit with the places of its plots. */
export interface Grouped {
  readonly units: Units;
  readonly members: readonly (readonly number[])[];
  /** Unit of every plot. */
  readonly unitOf: Int32Array;
}

/** Every free plot alone, and the fixed ones as the sites they form already. */
export function grouped({ plots, near, over }: Plots): Grouped {
  const isFixed = (place: number) => plots[place].hold === 'fixed';
  const unitOf = new Int32Array(plots.length).fill(-1);
  const members: (readonly number[])[] = [];
  for (const place of [...plots.keys()].sort((a, b) => Number(isFixed(b)) - Number(isFixed(a)) || a - b)) {
    if (unitOf[place] >= 0) continue;
    const own = isFixed(place) ? reachedFrom(place, near, isFixed) : [place];
    for (const member of own) unitOf[member] = members.length;
    members.push(own);
  }
  const sum = (of: (plot: Plot) => number) =>
    Float64Array.from(members, (own) => own.reduce((total, place) => total + of(plots[place]), 0));
  const others = (lists: Plots['near']) =>
    members.map((own, unit) => {
      const units = own.flatMap((place) => lists[place].map((other) => unitOf[other]));
      return [...new Set(units)].filter((other) => other !== unit).sort((a, b) => a - b);
    });
  const units = {
    size: members.length,
    landM2: sum(({ landM2 }) => landM2),
    floorM2: sum(({ floorM2 }) => floorM2),
    spareM2: sum(({ spareM2 }) => spareM2),
    near: others(near),
    over: others(over),
    must: members.flatMap(([place], unit) => (isFixed(place) ? [unit] : [])),
  };
  return { units, members, unitOf };
}

const counts = ({ use }: Plot, { idle, lowEfficiency }: Weights): number =>
  use === 'idle' ? idle : use === 'low-efficiency' ? lowEfficiency : 1;

/** What a plot costs, 亩, in a set with the plot `middle` in its middle. */
export function costMu(plot: Plot, middle: Plot, weights: Weights): number {
  const km = Math.hypot(plot.x - middle.x, plot.y - middle.y) / 1000;
  const own = plot.hold === 'fixed' ? 0 : counts(plot, weights) * muOf(plot.landM2) + weights.parcelMu;
  return own + weights.farMuPerKm * km * muOf(plot.landM2);
}

/** What a set costs, 亩: round the plot that it lies closest about. */
export function setCostMu(places: readonly number[], sites: number, { plots }: Plots, weights: Weights): number {
  const round = (middle: number) =>
    places.reduce((sum, place) => sum + costMu(plots[place], plots[middle], weights), 0);
  return Math.min(...places.map(round)) + (sites - 1) * weights.siteMu;
}
