import type { BenchOptions } from '../../contract.ts';
import { inOwnProcess } from '../../opening/process.ts';
import { median, quantile } from '../../rounds.ts';
import type { PeersOne } from './peers-one.ts';

/** How plans of so many parcels, one of each seed, stand beside what peers make of the same cities. */
interface Compared {
  readonly size: number;
  readonly ones: readonly PeersOne[];
}

const ASKED = [
  { size: 1000, seeds: 20 },
  { size: 10_000, seeds: 3 },
];
const GAP = 0.0025;
/** A plan that takes longer ends with what there is. */
const PLAN_SECONDS = 60;

/** One city after another until all are done, or the time for a size is over; one of each size at least. */
function compared(size: number, seeds: number, { seconds, say }: BenchOptions): Compared {
  const ones: PeersOne[] = [];
  let spent = 0;
  for (let seed = 1; seed <= seeds && spent < 1000 * seconds; seed++) {
    const one = inOwnProcess<PeersOne>('../plan/peers/peers-one.ts', ...[size, seed, GAP, PLAN_SECONDS].map(String));
    ones.push(one);
    spent += one.cpuMs;
    const { plan, greedy, annealing } = one;
    say(`${size} parcels, seed ${seed} | ${[plan, greedy, annealing].map((points) => points.toFixed(1)).join(' | ')}`);
  }
  return { size, ones };
}

/** The plan's points by the peer's; where a peer is left with none, no number tells how much better the plan is. */
const ratiosOf = ({ ones }: Compared, peer: 'greedy' | 'annealing'): number[] =>
  ones.map((one) => (one[peer] > 0 ? one.plan / one[peer] : Infinity));

function sentence(found: Compared, peer: 'greedy' | 'annealing', name: string): string {
  const ratios = ratiosOf(found, peer);
  const [middle, least, most] = [median(ratios), quantile(ratios, 0), quantile(ratios, 1)].map((x) => x.toFixed(3));
  return `${found.size} parcels: ${middle} (${least}–${most}) × the points of ${name}, median (least–most) of ${ratios.length} cities`;
}

/** Medians of the plan's points by each peer's, and what is to be said of them. */
export function againstPeers(options: BenchOptions): {
  readonly checks: readonly string[];
  readonly ratios: Readonly<Record<string, number>>;
} {
  const all = ASKED.filter(({ size }) => size <= options.size).map(({ size, seeds }) => compared(size, seeds, options));
  const faults = all.flatMap(({ ones }) => ones).reduce((sum, one) => sum + one.faults, 0);
  return {
    checks: [
      ...all.flatMap((found) => [
        sentence(found, 'greedy', 'greedy over exact parks'),
        sentence(found, 'annealing', "annealing from there in five times the plan's CPU time"),
      ]),
      `Plans asked for within ${100 * GAP} % and not closed; the checker finds ${faults} faults in those and their peers. glpk is GPL and not among them.`,
    ],
    ratios: Object.fromEntries(
      all.flatMap((found) =>
        (['greedy', 'annealing'] as const).map((peer) => [`plan/${peer} ${found.size}`, median(ratiosOf(found, peer))]),
      ),
    ),
  };
}
