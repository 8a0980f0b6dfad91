import { calls, type Call } from '../../src/city/calls.ts';
import type { Row } from '../../src/city/call.ts';
import { Session } from '../../src/city/session.ts';
import type { Client } from '../../src/client/client.ts';
import { refuse } from '../../src/domain/outcome.ts';
import { earliestDay, lawOn, packVersions } from '../../src/workers/policy-packs.ts';
import { PLAN_DAY, planCity } from '../helpers/plan-city.ts';
import { solverHere } from '../helpers/solver-thread.ts';
import { Choices } from '../../src/ui/state/supply/choices.svelte.ts';
import { PlanDesk } from '../../src/ui/state/supply/plan/plan-desk.svelte.ts';
import { PlanKeeping } from '../../src/ui/state/supply/plan/keeping.svelte.ts';

const judging = { date: PLAN_DAY };

/** The little county, open in this process. */
export async function openPlanCity() {
  const fetchSample = () => Promise.resolve(refuse('none-here', {}));
  const session = new Session({ lawOn: (date) => lawOn(date, PLAN_DAY), earliestDay, packVersions, fetchSample, startSolver: solverHere }); // prettier-ignore
  const opened = await session.open({ files: [planCity] }, judging);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return { session, project: opened.value };
}

type City = Awaited<ReturnType<typeof openPlanCity>>;
/** What is kept on a device. */
export type Device = Map<string, unknown>;

/** A page with that city open, on a device. */
export function planPage({ session, project }: City, device: Device = new Map()) {
  const put =
    (call: Call) =>
    async (input: unknown, asking: object = {}) =>
      structuredClone(await (calls[call] as Row<unknown, unknown>).answer(session, input, { judging, ...asking }));
  const work = {
    read: async (origin: string, name: string) => structuredClone(device.get(`${origin} ${name}`)),
    keep: async (origin: string, name: string, value: unknown) => {
      device.set(`${origin} ${name}`, structuredClone(value));
      return true;
    },
  };
  const named = ['plan', 'planSoFar', 'takePlan', 'planGiven', 'judgeParks'] as const;
  const client = { ...Object.fromEntries(named.map((call) => [call, put(call)])), work } as unknown as Client;
  const page = { open: { project } };
  const choices = new Choices(page, work);
  const desk = new PlanDesk(page, choices, client);
  const keeping = new PlanKeeping(page.open, desk, client, 10);
  desk.seconds = 30;
  desk.explainSeconds = 0;
  return { page, choices, desk, keeping, device, client };
}
