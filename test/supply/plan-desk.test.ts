import { beforeAll, describe, expect, it } from 'vitest';
import { PlanLook } from '../../src/ui/state/supply/plan/look.svelte.ts';
import { partsOf } from '../../src/ui/state/supply/plan/figures.ts';
import { shortOf } from '../../src/ui/state/supply/plan/made.ts';
import { openPlanCity, planPage, type Device } from './plan-page.ts';

let city: Awaited<ReturnType<typeof openPlanCity>>;
beforeAll(async () => {
  city = await openPlanCity();
}, 60_000);

const lands = (desk: ReturnType<typeof planPage>['desk']) => desk.view!.parks.map(PlanLook.land).sort();
const parkOf = (desk: ReturnType<typeof planPage>['desk'], land: string) => {
  const park = desk.view!.parks.find((own) => PlanLook.land(own) === land)!;
  return { as: 'park' as const, label: desk.labelOf(park), parcels: park.parcels.map(({ id }) => id) };
};
const PAIRED = ['A0+B0', 'A1+B1', 'A2+B2', 'A3+B3', 'A4+B4', 'A5+B5'];

describe('the plan on the supply desk', () => {
  it('is sought, with a curve that ends in it, and numbers that stay with the land', async () => {
    const { desk } = planPage(city);
    expect(await desk.solve()).toBe(true);
    expect(lands(desk)).toEqual(PAIRED);
    expect(desk.run.running).toBeNull();
    expect(desk.run.curve.at(-1)!.incumbent).toBeCloseTo(desk.view!.objective, 9);
    expect(desk.view!.faults).toEqual([]);
    const label = desk.labelOf(desk.view!.parks[2]);
    await desk.solve();
    expect(desk.labels.of(desk.plan!.view.parks[2].parcels.map(({ id }) => id).reverse())).toBe(label);
    expect([desk.plan!.number, desk.before!.number]).toEqual([2, 1]);
  });

  it('is made anew around a park and a parcel that are not used; a step back is the plan of before, at once', async () => {
    const { desk, choices } = planPage(city);
    await desk.solve();
    const [first] = [desk.plan!];
    expect(await desk.ban([parkOf(desk, 'A0+B0')])).toBe(true);
    expect(choices.decided.bannedSets).toEqual([['A0', 'B0']]);
    expect(lands(desk)).not.toContain('A0+B0');
    await desk.ban([{ as: 'parcel', label: 'B1', parcels: ['B1'] }]);
    expect(desk.view!.parks.flatMap(({ parcels }) => parcels.map(({ id }) => id))).not.toContain('B1');
    expect(desk.undoable).toEqual({ code: 'banned', what: ['B1'] });
    choices.back();
    desk.follow();
    choices.back();
    desk.follow();
    expect(desk.plan!.number).toBe(first.number);
    expect(lands(desk)).toEqual(PAIRED);
    expect(desk.stale).toBeNull();
    choices.forth();
    desk.follow();
    expect(lands(desk)).not.toContain('A0+B0');
  });

  it('says that more was asked since it was made', async () => {
    const { desk, choices } = planPage(city);
    await desk.solve();
    expect(desk.stale).toBeNull();
    choices.set({ caps: [{ what: 'money', from: 2026, to: 2028, most: 5000 }] });
    expect(desk.stale).toBe('asked');
    desk.seconds = 1;
    await desk.solve();
    expect(desk.stale).toBeNull();
    expect(desk.view!.parks.length).toBeLessThan(PAIRED.length);
    choices.set({ caps: [] });
    expect(desk.stale).toBe('asked');
  });

  it('tries a rung beside the plan; taken, the limit is raised to what it takes and the plan is that one', async () => {
    const { desk, choices } = planPage(city);
    desk.explainSeconds = 4;
    choices.set({ caps: [{ what: 'money', from: 2026, to: 2028, most: 3000 }] });
    await desk.solve();
    const was = shortOf(desk.plan!.view);
    const target = desk.plan!.view.targets.find(({ year }) => year === null)!;
    expect(target.ladder!.map(({ relax }) => relax)).toContain('money');
    expect(await desk.try(target, 'money')).toBe(true);
    expect([desk.looksAt, desk.plan!.view.parks.length, desk.view]).toEqual(['trial', 1, desk.trial!.view]);
    expect(shortOf(desk.trial!.view)).toBeLessThan(was);
    const tried = desk.trial!.view;
    desk.takeTrial();
    const used = tried.parks.reduce((sum, { costWan }) => sum + costWan, 0);
    expect(choices.decided.caps).toEqual([{ what: 'money', from: 2026, to: 2028, most: Math.ceil(used) }]);
    expect([desk.trial, desk.view, desk.stale]).toEqual([null, tried, null]);
    expect(await desk.try(target, 'others')).toBe(false);
  });

  it('has a frontier whose points are plans, looked at and taken', async () => {
    const { desk, choices } = planPage(city);
    choices.set({ targets: ['yearly'] });
    await desk.solve();
    desk.seconds = 1;
    expect(await desk.others.askFrontier(3)).toBe(true);
    const points = desk.others.frontier!.points;
    expect(points.length).toBeGreaterThan(1);
    expect(await desk.look({ code: 'frontier', at: 1 })).toBe(true);
    expect(desk.view!.parks).toHaveLength(points[0].parks.length);
    expect(desk.view!.faults).toEqual([]);
    desk.leaveTrial();
    expect(lands(desk)).toEqual(PAIRED);
  });

  it('has parks to spare that say when they step in, apart from those that are to be supplied, here again after a reload', async () => {
    const { desk, choices, keeping, device } = planPage(city);
    await choices.load();
    await keeping.load();
    choices.set({ targets: ['yearly'], spare: 1 });
    await desk.solve();
    const { firm, spare } = partsOf(desk.view!.parks);
    expect([firm.length, spare.length]).toEqual([3, 3]);
    for (const { year, spare: own } of spare) {
      expect(own).toMatchObject({ jurisdiction: '410181', year, after: 1 });
      expect(own!.stepsIn).toBeGreaterThan(0);
      expect(own!.stepsIn).toBeLessThan(0.5);
    }
    expect(desk.view!.targets.map(({ planned, spare: own, short }) => [planned, own, short])).toEqual([[2, 1, 0], [2, 1, 0], [2, 1, 0]]); // prettier-ignore
    expect(desk.view!.spared!.simulated.allMet).toBeGreaterThan(desk.view!.spared!.without.allMet);
    await new Promise((done) => setTimeout(done, 60));
    const after = planPage(city, device);
    await after.choices.load();
    await after.keeping.load();
    expect(after.desk.view!.parks.map((park) => park.spare)).toEqual(desk.view!.parks.map((park) => park.spare));
    expect(after.desk.view!.spared).toEqual(desk.view!.spared);
  });

  it('is left as it was where a search is cancelled, and another takes the place of one that runs', async () => {
    const { desk } = planPage(city);
    await desk.solve();
    const held = desk.plan;
    const cancelled = desk.solve();
    desk.cancel();
    expect([await cancelled, desk.plan, desk.run.running]).toEqual([false, held, null]);
    const [left, right] = [desk.solve(), desk.solve()];
    expect([await left, await right]).toEqual([false, true]);
  });

  it('refuses with what is wrong, and keeps the plan', async () => {
    const { desk, choices } = planPage(city);
    await desk.solve();
    choices.set({ years: [2028, 2026] });
    expect(await desk.solve()).toBe(false);
    expect(desk.refusal).toMatchObject({ code: 'plan-years' });
    expect(desk.plan!.number).toBe(1);
  });
});

describe('what is kept of a plan', () => {
  const waited = (device: Device) =>
    new Promise<void>((done) => {
      const look = () => ([...device.keys()].some((key) => key.endsWith(' plan')) ? done() : setTimeout(look, 10));
      look();
    });

  it('is there again when the page comes back: plan, reasons and numbers, reckoned on the land of now', async () => {
    const before = planPage(city);
    await before.choices.load();
    await before.keeping.load();
    await before.desk.solve();
    await waited(before.device);
    // Kept once more after the last change.
    await new Promise((done) => setTimeout(done, 60));
    const after = planPage(city, before.device);
    await after.choices.load();
    await after.keeping.load();
    expect(after.keeping.restored).toMatchObject({ hasPlan: true, wasRunning: false });
    expect(after.desk.plan!.view.parks).toEqual(before.desk.plan!.view.parks);
    expect(after.desk.plan!.view.gap).toBe(before.desk.plan!.view.gap);
    expect(after.desk.labels.known).toEqual(before.desk.labels.known);
    expect(after.desk.stale).toBeNull();
    await after.desk.solve({ code: 'resumed' });
    expect([after.desk.plan!.number, after.keeping.restored]).toEqual([2, null]);
  });

  it('says that it is none any more where the land is another', async () => {
    const before = planPage(city);
    await before.keeping.load();
    await before.desk.solve();
    await waited(before.device);
    await new Promise((done) => setTimeout(done, 60));
    const [[key, kept]] = [...before.device].filter(([own]) => own.endsWith(' plan'));
    const broken = structuredClone(kept) as { made: { view: { parks: { parcels: { id: string }[] }[] } } };
    broken.made.view.parks[0].parcels[0].id = 'gone';
    const after = planPage(city, new Map([[key, broken]]));
    await after.keeping.load();
    expect(after.keeping.refused).toMatchObject({ code: 'plan-no-parcel', params: { id: 'gone' } });
    expect([after.desk.plan, after.keeping.restored]).toEqual([null, expect.objectContaining({ hasPlan: false })]);
  });
});
