import type { Benchmark, BenchOptions, BenchReport } from '../contract.ts';
import { inOwnProcess } from '../opening/process.ts';
import { againstPeers } from './peers/peers.ts';
import type { PlannedOne } from './plan-one.ts';

/** A question: how large a city, how much land a year, how near to the best. */
interface Question {
  readonly size: number;
  readonly quotas: number;
  readonly gap: number;
  readonly close: boolean;
}

const SEED = 1;
const SECONDS = 300;
const QUESTIONS: readonly Question[] = [
  { size: 1000, quotas: 1, gap: 0, close: true },
  { size: 10_000, quotas: 1, gap: 0.0025, close: false },
  { size: 10_000, quotas: 3.1, gap: 0.01, close: false },
  { size: 100_000, quotas: 1, gap: 0.001, close: false },
];

const planned = ({ size, quotas, gap, close }: Question): PlannedOne =>
  inOwnProcess<PlannedOne>('../plan/plan-one.ts', ...[size, SEED, quotas, gap, SECONDS, Number(close)].map(String));

const percent = (share: number): string => `${(100 * share).toFixed(3)} %`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const gapOf = ({ objective, bound }: PlannedOne): number => (bound - objective) / Math.abs(objective);

function rowOf({ size, quotas }: Question, one: PlannedOne): string[] {
  return [
    `${size} parcels${quotas === 1 ? '' : `, ${quotas} × the land`}`,
    String(one.parks),
    one.objective.toFixed(1),
    one.bound.toFixed(1),
    percent(gapOf(one)),
    seconds(one.parts.plan),
    seconds(one.parts.again),
    `${Math.round(one.peakMb)} MB`,
  ];
}

/** How near to its proven bound a plan comes, in how much time and memory, and what peers make; each in a process of its own. */
async function run(options: BenchOptions): Promise<BenchReport> {
  const { size, say } = options;
  const asked = QUESTIONS.filter((question) => question.size <= size);
  const answered = asked.map((question) => {
    const one = planned(question);
    say(rowOf(question, one).join(' | '));
    return { question, one };
  });
  const within = answered.filter(({ question, one }) => gapOf(one) <= question.gap + 1e-9);
  const peers = againstPeers(options);
  return {
    about: `Invented cities of 16 jurisdictions in 180 townships (seed ${SEED}): thresholds of the policy, weights invented; plans of three years, one park a year wanted of each jurisdiction, two of a zone. Seconds of CPU of the whole process from neighbourhoods to the proven gap; then again with one parcel taken out.`,
    table: {
      head: ['city', 'parks', 'points', 'bound', 'gap', 'CPU', 'one parcel out', 'peak memory'],
      rows: answered.map(({ question, one }) => rowOf(question, one)),
    },
    checks: [`${within.length} of ${answered.length} came within the gap asked for.`, ...peers.checks],
    ratios: peers.ratios,
    missing: peers.missing,
    peers: ['highs'],
  };
}

export const planning: Benchmark = {
  name: 'plan',
  title: 'A supply plan: parks of three years and how near to the best',
  usesPostgis: false,
  run,
};
