import type { Plot, Plots } from './plots.ts';

/** What keeps a parcel out, as far as anything does: each can be waived alone, to see what stands in the way. */
export type Bar =
  /** 所禁: a person left it out. */
  | 'banned'
  /** 用地性质: its land class does not suit the kind of park. */
  | 'land-class'
  /** 另镇: it lies in another township. */
  | 'township';

/** A parcel with what keeps it out. */
export interface Candidate extends Plot {
  readonly bars: readonly Bar[];
}

/** All parcels that are looked at, by place. */
export interface Candidates {
  readonly plots: readonly Candidate[];
  readonly near: Plots['near'];
  readonly over: Plots['over'];
}

/** Those that nothing keeps out but what is waived, and their places among all. */
export function eligible(
  { plots, near, over }: Candidates,
  waived: ReadonlySet<string> = new Set(),
): { readonly plots: Plots; readonly places: readonly number[] } {
  const places = [...plots.keys()].filter(
    (place) => plots[place].hold === 'fixed' || plots[place].bars.every((bar) => waived.has(bar)),
  );
  const at = new Map(places.map((place, n) => [place, n]));
  const links = (lists: Plots['near']) => places.map((place) => lists[place].flatMap((other) => at.get(other) ?? []));
  return { plots: { plots: places.map((place) => plots[place]), near: links(near), over: links(over) }, places };
}
