import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Pricer } from '../../../../src/supply/plan/pricing/pricer.ts';
import type { FoundPlan } from '../../../../src/supply/plan/shape/found.ts';
import { noChoices, type PlanPark, type PlanProblem } from '../../../../src/supply/plan/shape/problem.ts';
import { Holding } from './holding.ts';

/** Parks round the prices of the plan: worth no more than this less, so many of each township and year. */
const AROUND = { above: -20, perTownshipYear: 12, nodes: 4000 };
const GAP = 1e-3;

/** Its version; null where the system has none. It is no package of ours: GPL, a program beside this one. */
export function glpkVersion(): string | null {
  const { status, stdout } = spawnSync('glpsol', ['--version'], { encoding: 'utf8' });
  return status === 0 ? (/v?\d+\.\d+/.exec(stdout)?.[0] ?? '') : null;
}

/** What glpsol chooses in so many seconds from parks made by the plan's prices, those of the plan among them: the master problem alone. */
export function byGlpk(problem: PlanProblem, found: FoundPlan, seconds: number): Holding {
  const pool = poolOf(problem, found);
  const folder = mkdtempSync(path.join(tmpdir(), 'yuantu-glpk-'));
  try {
    const [program, answer] = [path.join(folder, 'plan.lp'), path.join(folder, 'answer')];
    writeFileSync(program, programText(problem, pool));
    const limits = ['--tmlim', String(seconds), '--mipgap', String(GAP)];
    execFileSync('glpsol', ['--lp', program, ...limits, '--write', answer], { stdio: 'ignore' });
    const taken = chosenIn(readFileSync(answer, 'utf8'));
    return new Holding(problem, pool.filter((_, n) => taken[n] > 0.5)); // prettier-ignore
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function poolOf(problem: PlanProblem, { parks, certificate }: FoundPlan): PlanPark[] {
  const around = certificate ? new Pricer(problem, noChoices).price(certificate.prices, AROUND).parks : [];
  const pool = [...parks, ...around];
  return [...new Map(pool.map((park) => [`${park.year} ${park.kind} ${park.parcels.join()}`, park])).values()];
}

/** The program in the format of CPLEX: a park is 0 or 1, what is missing of a target costs its penalty. */
function programText(problem: PlanProblem, pool: readonly PlanPark[]): string {
  const { limits, targets } = problem;
  const own = new Holding(problem);
  const rows = new Map<string, string[]>();
  const put = (row: string, term: string) => rows.set(row, [...(rows.get(row) ?? []), term]);
  for (const [n, park] of pool.entries()) {
    for (const [limit, { from, to, use }] of limits.entries())
      if (from <= park.year && park.year <= to)
        put(`limit${limit}`, `+ ${park.parcels.reduce((sum, place) => sum + use[place], 0)} x${n}`);
    for (const target of own.targetsOf(park)) put(`target${target}`, `+ x${n}`);
    for (const parcel of park.parcels) put(`parcel${parcel}`, `+ x${n}`);
  }
  const bound = (row: string): string => {
    const [, of, place] = /^([a-z]+)(\d+)$/.exec(row)!;
    if (of === 'limit') return `<= ${limits[Number(place)].most}`;
    return of === 'parcel' ? '<= 1' : `+ short${place} >= ${targets[Number(place)].least}`;
  };
  for (const target of targets.keys()) if (!rows.has(`target${target}`)) rows.set(`target${target}`, []);
  const points = [
    ...pool.map((park, n) => signed(park.points, `x${n}`)),
    ...targets.map(({ penalty }, n) => signed(-penalty, `short${n}`)),
  ];
  return [
    'Maximize',
    ` points: ${points.join('\n ')}`,
    'Subject To',
    ...[...rows].map(([row, terms]) => ` ${row}: ${terms.join('\n ')} ${bound(row)}`),
    'Binary',
    ...pool.map((_, n) => ` x${n}`),
    'End\n',
  ].join('\n');
}

const signed = (value: number, of: string): string => `${value < 0 ? '-' : '+'} ${Math.abs(value)} ${of}`;

/** Values of its columns: lines `j PLACE VALUE` of an answer, in the order in which the columns were first named. */
function chosenIn(answer: string): number[] {
  const values: number[] = [];
  for (const line of answer.split('\n')) {
    const [kind, place, value] = line.split(' ');
    if (kind === 'j') values[Number(place) - 1] = Number(value);
  }
  return values;
}
