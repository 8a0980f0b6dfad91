import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Asking } from '../../src/city/asking.ts';
import { calls, type Answer, type Call, type Input } from '../../src/city/calls.ts';
import type { Row } from '../../src/city/call.ts';
import type { PlanQuestion } from '../../src/city/planning/planning.ts';
import type { FromSolver, ToSolver } from '../../src/city/planning/solving/messages.ts';
import { Solving } from '../../src/city/planning/solving/solving.ts';
import type { PlanView } from '../../src/city/planning/view.ts';
import { Session } from '../../src/city/session.ts';
import { planFrom, type KnownPlan } from '../../src/client/plan-from.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { refuse } from '../../src/domain/outcome.ts';
import { noChoices } from '../../src/supply/plan/shape/problem.ts';
import { gunzip } from '../../src/workers/gunzip.ts';
import { earliestDay, lawOn, packVersions } from '../../src/workers/policy-packs.ts';
import { solverHere } from '../helpers/solver-thread.ts';

const sample = gunzip(readFileSync(new URL('../../data/sample/city.geojson.gz', import.meta.url)));
const judging = { date: '2026-11-28' };
const search = { gap: 0.3, seconds: 60, seed: 1, explainSeconds: 0 };
const asked = { years: [2026, 2026] as const, targets: ['yearly'] as const };
const question: PlanQuestion = { asked, search };

async function put<C extends Call>(
  session: Session,
  call: C,
  input: Input<C>,
  asking: Partial<Asking> = {},
): Promise<Answer<C>> {
  // prettier-ignore
  const row = calls[call] as unknown as Row<Input<C>, Answer<C>>;
  return row.answer(session, input, { judging, ...asking });
}

describe('plans as calls of the city', () => {
  let session: Session;
  /** The plan that was told last. */
  let known: KnownPlan | null = null;
  beforeAll(async () => {
    const fetchSample = () => Promise.resolve(refuse('none-here', {}));
    session = new Session({ lawOn: (date) => lawOn(date, '2026-11-28'), earliestDay, packVersions, fetchSample, startSolver: solverHere }); // prettier-ignore
    const opened = await session.open({ files: [{ name: 'city.geojson', bytes: sample }] }, judging);
    expect(opened.ok).toBe(true);
  }, 60_000);
  const plan = async (own: PlanQuestion = question, asking: Partial<Asking> = {}) => {
    const found = await put(session, 'plan', { ...own, held: known?.as ?? null }, asking);
    if (!found?.ok) throw new Error(found?.refusal.code ?? 'nothing is open');
    known = planFrom(structuredClone(found.value), known);
    return known.view;
  };

  it('answers with a plan that the independent check accepts, told in ids', async () => {
    const view = await plan();
    expect(view.faults).toEqual([]);
    expect(view.parks.length).toBeGreaterThan(5);
    expect(view.bound).toBeGreaterThanOrEqual(view.objective);
    const ids = view.parks.flatMap(({ parcels }) => parcels.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const park of view.parks) {
      expect(park.sites.flat().sort()).toEqual(park.parcels.map(({ id }) => id).sort());
      expect(park.areaMu).toBeCloseTo(
        park.parcels.reduce((sum, { areaMu }) => sum + areaMu, 0),
        9,
      );
      expect(park.plotRatio).toBeGreaterThanOrEqual(1.5 - 1e-9);
    }
    for (const { jurisdiction, planned, required, there, short } of view.targets) {
      expect(planned).toBe(view.parks.filter(({ district }) => district === jurisdiction).length);
      expect(short).toBe(Math.max(0, required - there - planned));
    }
  });

  it('tells how far it is while it is sought, the best plan only when it is another', async () => {
    let deltas = 0;
    let seen = 0;
    const onProgress = async () => {
      const delta = await put(session, 'planSoFar', { since: seen });
      if (!delta) return;
      deltas++;
      expect(delta.plan === null).toBe(delta.number <= seen);
      if (delta.plan) known = planFrom(structuredClone(delta.plan), known);
      if (delta.plan) expect(known!.view.faults).toEqual([]);
      seen = Math.max(seen, delta.number);
    };
    await plan(question, { onProgress: () => void onProgress() });
    expect([deltas > 0, seen > 0]).toEqual([true, true]);
    expect(await put(session, 'planSoFar', { since: 0 })).toBeNull();
  });

  it('takes what there is at any moment: always a plan that the check accepts', async () => {
    for (const after of [1, 2, 4, 8, 16]) {
      let told = 0;
      const stop = { onProgress: () => void (++told === after && void put(session, 'takePlan', undefined)) };
      const view = await plan({ asked: { ...asked, years: [2026, 2028] }, search: { ...search, gap: 0 } }, stop);
      expect([after, view.faults]).toEqual([after, []]);
    }
  });

  it('tells a plan against the one before as what is another, and is no less than the plan it begins with', async () => {
    const whole = await put(session, 'plan', question);
    if (!whole?.ok || !('whole' in whole.value)) throw new Error('it is told whole to who holds none');
    const first = planFrom(whole.value, null);
    const { parks, certificate } = first.view;
    const inHand = {
      parks: parks.map(({ parcels, year, kind }) => ({ parcels: parcels.map(({ id }) => id), year, kind })),
      prices: certificate?.prices ?? null,
    };
    const banned = { ...asked, bannedParcels: [parks[1].parcels[0].id] };
    const again = { ...question, asked: banned, inHand, held: first.as };
    const told = await put(session, 'plan', again);
    if (!told?.ok || !('order' in told.value)) throw new Error('it is told as what is another');
    const { view } = planFrom(structuredClone(told.value), first);
    expect(new Set(view.parks.map(({ parcels }) => parcels))).toContain(parks[0].parcels);
    const size = (value: unknown) => JSON.stringify(value).length;
    expect(size(told.value)).toBeLessThan(size(view) / 3);
    const given = await put(session, 'planGiven', { asked: banned, parks: view.parks.map(({ parcels, year, kind }) => ({ parcels: parcels.map(({ id }) => id), year, kind })) }); // prettier-ignore
    expect(given?.ok && given.value.parks).toEqual(view.parks);
    expect(() => planFrom(told.value, null)).toThrow(RangeError);
    // A solver that knows nothing yet, and no time at all: what is left of the plan in hand.
    session.planning.end();
    const cold = await put(session, 'plan', { ...again, held: null, search: { ...search, seconds: 0 } });
    if (!cold?.ok || !('whole' in cold.value)) throw new Error('told whole');
    const lands = new Set(cold.value.whole.parks.map(({ parcels }) => parcels.map(({ id }) => id).join()));
    for (const [n, park] of parks.entries())
      if (n !== 1) expect(lands).toContain(park.parcels.map(({ id }) => id).join());
  });

  it('gives way to another question, and answers the same with the same seed', async () => {
    const first = plan();
    const second = plan();
    await expect(first).rejects.toThrow();
    const [one, two] = [await second, await plan()];
    expect(two.parks).toEqual(one.parks);
    const banned = one.parks[0].parcels[0].id;
    const without = await plan({ asked: { ...asked, bannedParcels: [banned] }, search });
    expect(without.parks.flatMap(({ parcels }) => parcels.map(({ id }) => id))).not.toContain(banned);
    const fixed = await plan({ asked: { ...asked, fixedParcels: [banned] }, search });
    expect(fixed.missed).toEqual({ parks: [], parcels: [] });
    const stopped = new AbortController();
    const left = plan(question, { signal: stopped.signal });
    stopped.abort();
    await expect(left).rejects.toThrow();
  });

  it('reckons parks that are given as it reckons those it finds, and names the set that is no park', async () => {
    const view = await plan();
    const parks = view.parks.map(({ parcels, year, kind }) => ({ parcels: parcels.map(({ id }) => id), year, kind }));
    const given = await put(session, 'planGiven', { asked, parks: parks.toReversed() });
    if (!given?.ok) throw new Error(given?.refusal.code);
    const { parks: found, objective, targets, limits, faults } = given.value;
    expect([objective, faults]).toEqual([expect.closeTo(view.objective, 6), []]);
    expect(found).toEqual(view.parks);
    expect([targets, limits]).toEqual([view.targets, view.limits.map((limit) => ({ ...limit, price: null }))]);
    const without = await put(session, 'planGiven', { asked, parks: parks.slice(1) });
    expect(without?.ok && without.value.objective).toBeLessThan(view.objective);
    const broken = await put(session, 'planGiven', { asked, parks: [{ ...parks[0], year: 2031 }] });
    expect(broken?.ok === false && broken.refusal.code).toBe('plan-no-park');
  });

  it('takes one thing as otherwise in one jurisdiction, and in no other', async () => {
    const short = ({ targets }: PlanView) => new Map(targets.map((own) => [own.jurisdiction, own.short]));
    const now = short(await plan());
    const [where] = [...now].find(([code, missing]) => missing > 0 && code !== null)!;
    const own = { ...asked, assumed: [{ relax: 'readiness', jurisdiction: where, year: 2026 }] } as const;
    const then = await plan({ asked: own, search });
    expect(then.faults).toEqual([]);
    expect(short(then).get(where)).toBeLessThan(now.get(where)!);
    const late = then.parks.filter(({ parcels, year }) => parcels.some(({ readyYear }) => readyYear > year));
    expect(late.length).toBeGreaterThan(0);
    expect(new Set(late.map(({ district }) => district))).toEqual(new Set([where]));
  });

  it('judges parks of a plan by all rules, as if they were drawn', async () => {
    const view = await plan();
    const parks = view.parks.map(({ kind, parcels }) => ({ kind, parcels: parcels.map(({ key }) => key) }));
    const judged = (await put(session, 'judgeParks', { parks }))!;
    expect(judged).toHaveLength(parks.length);
    for (const [n, own] of judged.entries()) {
      const rules = new Map(own!.rules.map(({ rule, outcome }) => [rule, outcome]));
      // Township and number of sites are kept to by every plan; several sites are what the clause would rather not have.
      for (const rule of ['sites.township', 'sites.count'])
        expect([rule, rules.get(rule) ?? 'pass']).toEqual([rule, 'pass']);
      const apart = view.parks[n].sites.length > 1;
      expect([own!.outcome, rules.get('sites.adjacent')]).toEqual(
        apart ? ['advisory', 'advisory'] : ['pass', undefined],
      );
      expect(own!.open).toBeGreaterThan(10);
    }
  });

  it('refuses with what is wrong', async () => {
    const found = await put(session, 'plan', { asked: { years: [2028, 2026] }, search });
    expect(found?.ok === false && found.refusal.code).toBe('plan-years');
  });

  it('of a thread that hears nothing or dies, the best that was told stands', async () => {
    const made = atOnce(session.opened!.planLandSteps(asked));
    if (!made.ok) throw new Error(made.refusal.code);
    const { problem } = made.value;
    let tell: (message: FromSolver) => void = () => undefined;
    let die: (why: string) => void = () => undefined;
    let ended = 0;
    const sent: ToSolver['kind'][] = [];
    const solving = new Solving(() => ({
      post: ({ kind }) => void sent.push(kind),
      onMessage: (listener) => void (tell = listener),
      onEnd: (listener) => void (die = listener),
      end: () => void ended++,
    }));
    const ask = () =>
      solving.solve(problem, {
        choices: noChoices,
        settings: { ...search, close: false },
        seed: 1,
        held: null,
        explain: null,
        spare: null,
        besides: null,
      });
    const deaf = ask();
    solving.take();
    expect((await deaf).found.parks).toEqual([]);
    expect([ended, sent]).toEqual([1, ['problem', 'solve', 'stop']]);
    const dying = ask();
    const { found: empty } = await deaf;
    tell({
      kind: 'progress',
      id: 2,
      progress: { phase: 'select', columns: 1, incumbent: { ...empty, objective: -1 } },
    });
    die('no memory left');
    expect(await dying).toMatchObject({ found: { objective: -1, status: 'stopped' } });
    const dead = ask();
    die('no memory left');
    await expect(dead).rejects.toThrow('no memory left');
  });
});
