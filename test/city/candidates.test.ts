import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { calls, type Answer, type Call, type Input } from '../../src/city/calls.ts';
import type { Row } from '../../src/city/call.ts';
import type { PlanAsked } from '../../src/city/planning/asked.ts';
import type { CandidatesView, TownshipParksView } from '../../src/city/planning/candidate-view.ts';
import type { PlanLand } from '../../src/city/planning/plan-land.ts';
import { Session } from '../../src/city/session.ts';
import { refuse } from '../../src/domain/outcome.ts';
import { parkOf } from '../../src/supply/plan/check/test-brute.ts';
import type { PlanPark } from '../../src/supply/plan/shape/problem.ts';
import { gunzip } from '../../src/workers/gunzip.ts';
import { earliestDay, lawOn, packVersions } from '../../src/workers/policy-packs.ts';
import { solverHere } from '../helpers/solver-thread.ts';

const sample = gunzip(readFileSync(new URL('../../data/sample/city.geojson.gz', import.meta.url)));
const judging = { date: '2026-11-28' };
const asked: PlanAsked = { years: [2026, 2028] };

describe('candidates of parks', () => {
  let session: Session;
  let all: CandidatesView;
  let planned: PlanLand;
  async function put<C extends Call>(call: C, input: Input<C>): Promise<NonNullable<Answer<C>>> {
    // prettier-ignore
    const row = calls[call] as unknown as Row<Input<C>, Answer<C>>;
    return (await row.answer(session, input, { judging }))!;
  }
  const candidates = async (own: PlanAsked = asked): Promise<CandidatesView> => {
    const found = await put('candidates', { asked: own });
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value;
  };
  const parksOf = async (township: string, own: PlanAsked = asked): Promise<TownshipParksView> => {
    const found = await put('townshipParks', { asked: own, township });
    if (!found.ok || !found.value) throw new Error('no such township');
    return found.value;
  };
  beforeAll(async () => {
    const fetchSample = () => Promise.resolve(refuse('none-here', {}));
    session = new Session({ lawOn: (date) => lawOn(date, '2026-11-28'), earliestDay, packVersions, fetchSample, startSolver: solverHere }); // prettier-ignore
    await session.open({ files: [{ name: 'city.geojson', bytes: sample }] }, judging);
    all = await candidates();
    const land = await session.planning.askedLand(session.opened!, asked);
    if (land.ok) planned = land.value.land;
  }, 60_000);

  /** Every park of a township, by the checker's own reckoning of all sets of its parcels. */
  function everyPark(region: number): readonly PlanPark[] {
    const { problem } = planned;
    const [from, to] = [problem.townships[region], problem.townships[region + 1]];
    const parks: PlanPark[] = [];
    for (let set = 1; set < 1 << (to - from); set++) {
      const places = Array.from({ length: to - from }, (_, n) => from + n).filter(
        (place) => (set >> (place - from)) & 1,
      );
      for (const kind of problem.kinds.keys())
        for (const year of problem.years.keys()) {
          const park = parkOf(problem, region, places, kind, year);
          if (park) parks.push(park);
        }
    }
    return parks;
  }
  const placesOf = (park: { readonly parcels: readonly { readonly id: string }[] }) =>
    park.parcels.map(({ id }) => planned.parcels.findIndex(({ parcel }) => parcel.id === id));
  const isAnother = (places: readonly number[], than: readonly number[]) =>
    places.filter((place) => than.includes(place)).length <= than.length / 2;
  /** Small enough that all sets can be looked at. */
  const small = () => all.townships.filter(({ parcels }) => parcels <= 8);

  it('are the best of all sets of their township, each the best that is another than those before', async () => {
    let compared = 0;
    for (const { id } of small()) {
      const region = all.townships.findIndex((own) => own.id === id);
      const every = everyPark(region);
      const { parks, isProven, conflict } = await parksOf(id);
      expect(isProven).toBe(true);
      expect(conflict === null).toBe(every.length > 0);
      const before: number[][] = [];
      for (const park of parks) {
        const others = every.filter(({ parcels }) => before.every((own) => isAnother([...parcels], own)));
        expect(park.points, park.id).toBeCloseTo(Math.max(...others.map(({ points }) => points)), 6);
        before.push(placesOf(park));
        compared++;
      }
      if (parks.length < 6) {
        const left = every.filter(({ parcels }) => before.every((own) => isAnother([...parcels], own)));
        expect(left).toEqual([]);
      }
    }
    expect(compared).toBeGreaterThan(40);
  });

  it('are counted: no fewer than are told can be made side by side, and no more than the bound', () => {
    for (const { id, parks, atMost, parcels } of small()) {
      const region = all.townships.findIndex((own) => own.id === id);
      const first = planned.problem.townships[region];
      const sets = new Set(everyPark(region).map((park) => park.parcels.reduce((bits, place) => bits | (1 << (place - first)), 0))); // prettier-ignore
      const most = new Int32Array(1 << parcels);
      for (let within = 1; within < most.length; within++)
        for (const set of sets) if ((set & within) === set) most[within] = Math.max(most[within], 1 + most[within & ~set]); // prettier-ignore
      expect(parks!).toBeLessThanOrEqual(most.at(-1)!);
      expect(atMost).toBeGreaterThanOrEqual(most.at(-1)!);
    }
    expect(all.townships.filter(({ parks, atMost }) => parks === atMost).length).toBeGreaterThan(25);
    expect(all.townships.every(({ parks }) => parks !== null)).toBe(true);
    expect(all.keys.length).toBe(all.townships.reduce((sum, { parcels }) => sum + parcels, 0));
  });

  it('say which size is enough, why each parcel is in and what stands against', async () => {
    const { parks } = await parksOf(all.townships.find(({ name }) => name === '采菱街道')!.id);
    for (const { size, areaMu, floorAreaM2, reasons, parcels, verdict } of parks) {
      expect(size.by === 'land' ? areaMu >= size.leastMu! : floorAreaM2 >= size.leastFloorM2!).toBe(true);
      expect(reasons.map(({ id }) => id).sort()).toEqual(parcels.map(({ id }) => id).sort());
      expect(reasons.every(({ why }) => why.length > 0)).toBe(true);
      expect(verdict?.outcome).not.toBe('fail');
    }
    expect(new Set(parks.map(({ size }) => size.by))).toEqual(new Set(['land', 'floor']));
  });

  it('leave out what is banned, and have what is locked first, as it is', async () => {
    const { id } = all.townships.find(({ name }) => name === '采菱街道')!;
    const [best, second] = (await parksOf(id)).parks;
    const ids = second.parcels.map((parcel) => parcel.id);
    const own: PlanAsked = {
      ...asked,
      fixedParks: [{ parcels: ids }],
      bannedSets: [best.parcels.map((parcel) => parcel.id)],
    };
    const { parks } = await parksOf(id, own);
    expect(parks[0].isLocked).toBe(true);
    expect(parks[0].parcels.map((parcel) => parcel.id)).toEqual(ids);
    for (const park of parks.slice(1)) expect(park.parcels.some((parcel) => ids.includes(parcel.id))).toBe(false);
    const banned = { ...asked, bannedParcels: [ids[0]] };
    for (const park of (await parksOf(id, banned)).parks)
      expect(park.parcels.map((parcel) => parcel.id)).not.toContain(ids[0]);
    const fewer = (await candidates(banned)).townships.find((township) => township.id === id)!;
    expect(fewer.atMost).toBeLessThanOrEqual(all.townships.find((township) => township.id === id)!.atMost);
    expect(fewer.parks!).toBeLessThanOrEqual(all.townships.find((township) => township.id === id)!.parks!);
  });

  it('are as they were once what was decided on flags is taken back, and stay with one of them locked', async () => {
    const { id } = all.townships.find(({ name }) => name === '知新街道')!;
    const told = async (own: PlanAsked = asked) => (await parksOf(id, own)).parks;
    const before = await told();
    // Every parcel of the table: those of the township among them.
    const flags = await session.opened!.flags();
    const keys = [...flags.keys].filter((_, row) => flags.classes[flags.classOf[row]] === 'low-efficiency');
    const decide = async (decision: 'confirmed' | 'disputed' | null) => {
      const said = decision && ({ decision, flag: 'low-efficiency', reason: '现场核查', on: judging.date, by: 'bureau' } as const); // prettier-ignore
      const edit = await put('decideFlag', { parcels: keys, decision: said });
      if (!edit.ok) throw new Error(edit.refusal.code);
      expect((await session.apply(edit.value.change, { judging }))?.ok).toBe(true);
    };
    await decide('confirmed');
    await session.undo({}, { judging });
    await decide('disputed');
    await decide(null);
    expect(await told()).toEqual(before);
    for (const { parcels, kind } of before) {
      const ids = parcels.map((parcel) => parcel.id);
      const [first] = await told({ ...asked, fixedParks: [{ parcels: ids, kind }] });
      expect([first.isLocked, first.parcels.map((parcel) => parcel.id)]).toEqual([true, ids]);
    }
    expect(await candidates()).toEqual({ ...all, version: session.opened!.city.version });
    for (let step = 0; step < 2; step++) await session.undo({}, { judging });
  });

  it('say where none can be made which clauses are in the way, and what comes nearest', async () => {
    const { conflict } = await parksOf(all.townships.find(({ name }) => name === '橡树湾镇')!.id);
    expect(conflict!.core).toEqual(['township']);
    expect(conflict!.nearest!.shortLandM2).toBeGreaterThan(0);
    expect(conflict!.rungs.find(({ waived }) => waived === 'township')!.answer).toBe('yes');
  });

  it('are looked for while others are let in, from the making of the land on, and end when they are cancelled', async () => {
    const { id } = all.townships.find(({ name }) => name === '橡树湾镇')!;
    session.planning.end();
    // However fast the machine is, every piece takes long enough for others to be let in after it.
    let ms = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (ms += 50));
    const cancelling = new AbortController();
    const asking = { judging, signal: cancelling.signal };
    const answer = session.townshipParks({ asked, township: id }, asking);
    // Of one piece the answer would be there before any timer.
    setTimeout(() => cancelling.abort());
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    clock.mockRestore();
    const again = await session.townshipParks({ asked, township: id }, { judging });
    expect(again!.ok && again!.value!.conflict!.core).toEqual(['township']);
  });
});
