import { around, canReach, islandsOf, worthAtMost, type Islands } from './around.ts';
import { costMu, setCostMu, type Grouped, type Plots } from './plots.ts';
import { maskOf, MOST_UNITS, SetSearch, unitsIn } from './set-search.ts';
import { sitesOf, type Needs } from './units.ts';
import type { Weights } from './weights.ts';

/**
 * How long is looked: choices round one middle, and in all. Numbers, not times: the same land gives the same answer, unless
 * somebody waits for it and has no more time.
 */
export interface Effort {
  readonly nodesEach: number;
  readonly nodes: number;
  /** Of time that is bounded the share that is left; what is not looked at by its end is left open. */
  readonly left?: () => number;
}

export const usualEffort: Effort = { nodesEach: 30_000, nodes: 600_000 };

/** Called between two pieces of the work, with the share of it that is done. */
export type Pause = (done: number) => Promise<void> | undefined;

/** The cheapest set there is, and how sure that is. */
export interface Best {
  /** Places of its plots, ascending; null where none was found. */
  readonly places: readonly number[] | null;
  /** 亩 that it costs; of none ∞. */
  readonly costMu: number;
  /** No set costs less; of none found: below ∞ where one may have been missed. */
  readonly leastMu: number;
  readonly nodes: number;
}

export interface Seeking {
  readonly plots: Plots;
  readonly grouped: Grouped;
  readonly needs: Needs;
  readonly weights: Weights;
  /** Sets that are known; wanted are those that have at most half of the free plots of each. */
  readonly known: readonly (readonly number[])[];
  readonly effort: Effort;
}

/** A plot that the set may lie round, and what such a set is worth at most. */
interface Middle {
  readonly place: number;
  readonly gain: Float64Array;
  readonly start: readonly number[];
  readonly most: number;
}

/** Looks round every plot that could be the middle of a set, the most promising first. */
export async function best(seeking: Seeking, pause: Pause): Promise<Best> {
  const { plots, grouped, needs, weights, effort } = seeking;
  const islands = islandsOf(grouped.units);
  const state = { above: -Infinity, places: null as readonly number[] | null, unseen: -Infinity, nodes: 0 };
  const look = (middle: Middle): number => {
    const { above, places, unseen, nodes } = lookRound(
      middle,
      seeking,
      islands,
      state.above,
      effort.nodes - state.nodes,
    );
    state.nodes += nodes;
    if (places) [state.above, state.places] = [above, places];
    return unseen;
  };
  const isOver = () => effort.left !== undefined && effort.left() <= 0;
  const { middles, isCut } = await middlesOf(seeking, islands, pause);
  const open: Middle[] = [];
  for (const [n, middle] of middles.entries()) {
    if (middle.most <= state.above) break;
    if (isOver()) {
      open.push(...middles.slice(n));
      break;
    }
    const unseen = look(middle);
    if (unseen > state.above) open.push({ ...middle, most: unseen });
    await pause(n / middles.length);
  }
  // Once a good set is known fewer plots can be in a better one: what was left out or left off is looked at again.
  for (const middle of open) {
    if (middle.most > state.above) state.unseen = Math.max(state.unseen, isOver() ? middle.most : look(middle));
    await pause(1);
  }
  if (isCut) state.unseen = Infinity;
  const sites = state.places ? sitesOf(state.places, plots.near).length : 1;
  const cost = state.places ? setCostMu(state.places, sites, plots, weights) : Infinity;
  const least = state.unseen > state.above ? Math.min(cost, -state.unseen) : cost;
  return { places: state.places, costMu: cost, leastMu: needs.mostSites < 1 ? Infinity : least, nodes: state.nodes };
}

/** Every plot that a set could lie round, the most promising first; as many as come up in half of the time. */
async function middlesOf(
  { plots, grouped, needs, weights, effort }: Seeking,
  islands: Islands,
  pause: Pause,
): Promise<{ readonly middles: readonly Middle[]; readonly isCut: boolean }> {
  const { units, members, unitOf } = grouped;
  const barred = new Set(units.must.flatMap((unit) => units.over[unit]));
  const found: Middle[] = [];
  let isCut = false;
  for (const place of plots.plots.keys()) {
    isCut = effort.left !== undefined && effort.left() < 0.5;
    if (isCut) break;
    const unit = unitOf[place];
    const start = units.must.includes(unit) ? units.must : [...units.must, unit];
    if (barred.has(unit) && !units.must.includes(unit)) continue;
    if (!canReach(new Set(start.map((own) => islands.of[own])), islands, needs)) continue;
    const gain = Float64Array.from(members, (own) =>
      own.reduce((sum, member) => sum - costMu(plots.plots[member], plots.plots[place], weights), 0),
    );
    const most = worthAtMost(units, needs, gain, start)[unit];
    if (most > -Infinity) found.push({ place, gain, start, most });
    await pause(0);
  }
  return { middles: found.sort((a, b) => b.most - a.most || a.place - b.place), isCut };
}

interface Looked {
  readonly above: number;
  readonly places: readonly number[] | null;
  readonly unseen: number;
  readonly nodes: number;
}

function lookRound(
  { gain, start, most }: Middle,
  { grouped, needs, weights, known, effort }: Seeking,
  islands: Islands,
  above: number,
  nodesLeft: number,
): Looked {
  if (nodesLeft <= 0 || start.length > MOST_UNITS) return { above, places: null, unseen: most, nodes: 0 };
  const { units, members, unitOf } = grouped;
  const { kept, leftOut } = around(units, needs, gain, start, islands, above);
  const at = new Map(kept.map((unit, n) => [unit, n]));
  const pick = (column: Float64Array) => Float64Array.from(kept, (unit) => column[unit]);
  const link = (lists: readonly (readonly number[])[]) =>
    kept.map((unit) => lists[unit].flatMap((other) => at.get(other) ?? []));
  const unlike = known.map((places) => {
    const own = [...new Set(places.map((place) => unitOf[place]))].filter((unit) => !units.must.includes(unit));
    return { units: maskOf(own.flatMap((unit) => at.get(unit) ?? [])), most: Math.floor(own.length / 2) };
  });
  const search = new SetSearch({
    units: {
      size: kept.length,
      landM2: pick(units.landM2),
      floorM2: pick(units.floorM2),
      spareM2: pick(units.spareM2),
      near: link(units.near),
      over: link(units.over),
      must: start.map((_, n) => n),
    },
    needs,
    gain: pick(gain),
    sitePrice: weights.siteMu,
    unlike,
    above,
    nodes: Math.min(effort.nodesEach, nodesLeft),
  }).run();
  const places = unitsIn(search.mask).flatMap((n) => members[kept[n]]);
  return {
    above: search.best,
    places: search.mask === 0 ? null : places.sort((a, b) => a - b),
    unseen: Math.max(search.unseen, leftOut),
    nodes: search.nodes,
  };
}
