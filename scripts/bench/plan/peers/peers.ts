import type { BenchOptions, BenchReport } from '../../contract.ts';
import { inOwnProcess } from '../../opening/process.ts';
import { median, quantile } from '../../rounds.ts';
import { glpkVersion } from './glpk.ts';
import type { Peer, PeersOne } from './peers-one.ts';

/** Which peers plan the cities of so many parcels: the seeds from 1 up to so many. */
interface Asked {
  readonly size: number;
  readonly seeds: Readonly<Record<Peer, number>>;
}

/** What the peers made of those cities, one of each seed. */
interface Compared {
  readonly size: number;
  readonly ones: readonly PeersOne[];
}

/** The dear ones on fewer cities. */
const ASKED: readonly Asked[] = [
  { size: 1000, seeds: { greedy: 20, 'greedy-best': 20, annealing: 10, glpk: 3 } },
  { size: 10_000, seeds: { greedy: 20, 'greedy-best': 3, annealing: 3, glpk: 2 } },
];
const GAP = 0.0025;
/** A plan that takes longer ends with what there is. */
const PLAN_SECONDS = 60;

const NAMES: Readonly<Record<Peer, string>> = {
  greedy: 'greedy over exact parks, year after year',
  'greedy-best': 'the best of five greedy runs that make parks anew after each that is taken',
  annealing: "annealing from the first greedy plan in five times the plan's CPU time",
  glpk: 'glpsol in 45 s, given the parks round the prices of the plan',
};
const peers = Object.keys(NAMES) as readonly Peer[];

/** One city after another until all are done, or the time for a size is over; one of each size at least. */
function compared({ size, seeds }: Asked, hasGlpk: boolean, { seconds, say }: BenchOptions): Compared {
  const ones: PeersOne[] = [];
  let spent = 0;
  for (let seed = 1; seed <= Math.max(...Object.values(seeds)) && spent < 1000 * seconds; seed++) {
    const own = peers.filter((peer) => seed <= seeds[peer] && (peer !== 'glpk' || hasGlpk));
    const numbers = [size, seed, GAP, PLAN_SECONDS].map(String);
    const one = inOwnProcess<PeersOne>('../plan/peers/peers-one.ts', ...numbers, own.join());
    ones.push(one);
    spent += one.cpuMs;
    const told = own.map((peer) => `${peer} ${one.peers[peer]!.toFixed(1)}`);
    say(`${size} parcels, seed ${seed} | ${one.plan.toFixed(1)} | ${told.join(' | ')}`);
  }
  return { size, ones };
}

/** The plan's points by the peer's; where a peer is left with none, no number tells how much better the plan is. */
const ratiosOf = ({ ones }: Compared, peer: Peer): number[] =>
  ones.flatMap(({ plan, peers: { [peer]: points } }) => (points === undefined ? [] : [points > 0 ? plan / points : Infinity])); // prettier-ignore

const told = (ratio: number): string => (ratio < Infinity ? ratio.toFixed(3) : '∞');

function sentence(found: Compared, peer: Peer): string {
  const ratios = ratiosOf(found, peer);
  const [middle, least, most] = [median(ratios), quantile(ratios, 0), quantile(ratios, 1)].map(told);
  return `${found.size} parcels: ${middle} (${least}–${most}) × the points of ${NAMES[peer]}; median (least–most) of ${ratios.length} cities.`;
}

/** Medians of the plan's points by each peer's, and what is to be said of them. */
export function againstPeers(options: BenchOptions): Pick<BenchReport, 'checks' | 'ratios' | 'missing'> {
  const glpk = glpkVersion();
  const all = ASKED.filter(({ size }) => size <= options.size).map((asked) => compared(asked, glpk !== null, options));
  const faults = all.flatMap(({ ones }) => ones).reduce((sum, one) => sum + one.faults, 0);
  const pairs = all.flatMap((found) =>
    peers.filter((peer) => ratiosOf(found, peer).length > 0).map((peer) => ({ found, peer })),
  );
  const gaps = all.map(
    ({ size, ones }) =>
      `${(100 * median(ones.map(({ plan, bound }) => (bound - plan) / Math.abs(plan)))).toFixed(2)} % at ${size}`,
  );
  return {
    checks: [
      ...pairs.map(({ found, peer }) => sentence(found, peer)),
      `These plans were asked for within ${100 * GAP} % and not closed: the median of what is left to the bound is ${gaps.join(', ')} parcels. The checker finds ${faults} faults in them and in their peers' plans.${glpk === null ? '' : ` glpsol ${glpk}.`}`,
    ],
    ratios: Object.fromEntries(
      pairs.map(({ found, peer }) => [`plan/${peer} ${found.size}`, median(ratiosOf(found, peer))]),
    ),
    ...(glpk === null && { missing: ['glpsol, glpk-utils'] }),
  };
}
