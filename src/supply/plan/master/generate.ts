import type { Prices } from '../shape/found.ts';
import { boundAt, withFixedParks } from './bound.ts';
import { pricedPass, type Pass } from './pass.ts';
import type { Relaxed, RelaxedPlan } from './relaxed.ts';
import { rounded } from './rounded.ts';
import type { Search } from './search.ts';

/** Choices a neighbourhood is given while parks are sought, and while it is to be proven that none is left. */
const QUICK = 80;
const THOROUGH = 4000;
const MOST = 1e8;
/** Parks that each township and year gives in a round. */
const EACH = 4;
/** Worth beyond prices that is none. */
const NOTHING = 1e-6;
/** So few townships have something left: all are looked at. */
const FEW = 4;

/** Makes parks by prices 列生成 until none is left that would pay, or what is proven is near enough. */
export async function generate(search: Search, relaxed: RelaxedPlan, mostParks: Float64Array): Promise<Relaxed | null> {
  search.phase = 'generate';
  const all = [...mostParks.keys()].filter((township) => mostParks[township] > 0);
  let [townships, nodes] = [all, QUICK];
  for (;;) {
    const solved = relaxed.solve();
    if (!solved) return null;
    if (search.rounds % 4 === 0) offerRounded(search, relaxed, solved);
    if (search.done) return solved;
    search.rounds++;
    const pass = await pricedPass(search, solved.prices, { nodes, perTownshipYear: EACH, above: NOTHING }, townships);
    if (!pass) return solved;
    const isWhole = townships.length === all.length;
    if (isWhole) prove(search, solved.prices, pass, mostParks);
    const added = relaxed.add(pass.parks.map((park) => search.columns.add(park)));
    search.tell();
    if (isWhole && added === 0) {
      search.unproved = pass.unproved;
      if (pass.unproved === 0 || nodes >= MOST) return solved;
      nodes = nodes < THOROUGH ? THOROUGH : nodes * 25;
    } else if (added === 0 || pass.found.length < FEW) townships = all;
    else townships = pass.found;
  }
}

function offerRounded(search: Search, relaxed: RelaxedPlan, solved: Relaxed): void {
  const { problem, columns, wishes } = search;
  search.offer(rounded(problem, columns, wishes, solved, relaxed.chosen));
}

function prove(search: Search, prices: Prices, { beyond }: Pass, mostParks: Float64Array): void {
  const all = withFixedParks(prices, search.wishes, search.columns);
  search.prove(boundAt(search.problem, { prices: all, beyond, mostParks }), 'prices');
}
