import fc from 'fast-check';
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { mend } from '../../src/city/mend.ts';
import { repairLeads } from '../../src/city/sketching/repair-leads.ts';
import type { Judgement } from '../../src/city/judgement.ts';
import type { Change, Key } from '../../src/domain/land/change.ts';
import type { Project } from '../../src/domain/land/model.ts';
import { arrayRecords } from '../../src/domain/land/records/array-records.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { writeFiles } from '../../src/formats/index.ts';
import type { Repair } from '../../src/policy/shape/finding.ts';
import { worse } from '../../src/policy/outcomes.ts';
import { factsAfter } from '../../src/policy/repairs/apply.ts';
import { repairsOf } from '../../src/policy/repairs/repairs.ts';
import { wordsAsked, type Answers } from '../../src/policy/repairs/words.ts';
import { bytes, building, collection, parcel, park, rectangle } from '../helpers/city.ts';
import { readPack } from '../policy/cases.ts';
import { randomCity } from '../policy/random-city.ts';

/*
 * A repair is a change of the land: done to a fork of the city and judged from nothing it leads to what was promised,
 * it changes what it says and nothing else, and it can be undone to the last byte.
 */

const pack = readPack('zhengzhou-draft');
const law = { pack, date: '2026-01-01' };

function open(file: Uint8Array): City {
  const read = readExchange('city.geojson', file, { fields: pack.fields });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return City.open(read.value.project)!;
}

/** What a person may say where a repair leaves words to them; the day is the one it was judged with. */
const said = (steps: Repair['steps']): Answers =>
  Object.fromEntries(
    wordsAsked(steps).map(({ step, asks, day, count = 0 }) => [
      step,
      asks === 'names' ? Array.from({ length: count }, (_, n) => `产业${n + 1}`) : (day ?? '地块紧邻高压走廊'),
    ]),
  );

interface Chosen {
  readonly city: City;
  readonly judgement: Judgement;
  readonly park: Key;
  readonly rule: string;
  readonly repair: Repair;
}

function repairsIn(city: City, id = 'P'): readonly Chosen[] {
  const judgement = city.judge(law);
  const own = city.parkCalled(id)!;
  return judgement
    .repairs(own)
    .flatMap(({ rule, repairs }) => repairs.map((repair) => ({ city, judgement, park: own, rule, repair })));
}

function changeOf({ city, judgement, park: own, rule, repair }: Chosen, answers = said(repair.steps)): Change | null {
  const change = mend(city, judgement, own, { rule, steps: repair.steps }, answers);
  if (change.ok) return change.value;
  if (change.refusal.code === 'past-mending' && repair.steps.every(({ kind }) => kind === 'done-late')) return null;
  throw new Error(`${rule} ${repair.code}: ${JSON.stringify(change.refusal)}`);
}

/** The park once the change is done to a fork of the land, which is opened and judged from nothing. */
function judgedAfter({ city, park: own }: Chosen, change: Change) {
  const fork = city.land.fork();
  if (!fork.apply(change).ok) throw new Error('not applied');
  const after = City.open(fork.project)!;
  const judgement = after.judge(law);
  const then = after.parks[city.parks.indexOf(own)];
  return { facts: judgement.facts(then), findings: judgement.findings(then) };
}

/** What is promised where nothing is done to the land. */
function quickly(city: City) {
  const judgement = city.judge(law);
  const { facts, land } = judgement.trial(city.parks[0]);
  return repairsOf({ ...law, facts, land, context: judgement.context });
}

/** What of the promise does not hold, in words. */
function broken(chosen: Chosen, change: Change): string[] {
  const { judgement, park: own, rule, repair } = chosen;
  const { facts, findings } = judgedAfter(chosen, change);
  const before = new Map(judgement.findings(own).map((f) => [f.rule, f.outcome]));
  const outcome = findings.find((f) => f.rule === rule)!.outcome;
  const breaks = findings
    .filter((f) => f.rule !== rule && f.outcome !== 'pass')
    .filter(({ rule: id, outcome: now }) => now !== before.get(id) && worse(now, before.get(id)!) === now)
    .map((f) => f.rule);
  const [lead] = repairLeads(chosen.city, judgement, own, [{ rule, steps: repair.steps }]);
  const led = findings.find((f) => f.rule === rule)!.measured.find(({ what }) => what === lead?.what);
  const trial = judgement.trial(own);
  const tried = factsAfter(trial.facts, repair.steps, trial.land);
  return [
    outcome === repair.outcome ? '' : `${outcome}, promised ${repair.outcome}`,
    breaks.join() === repair.breaks.join() ? '' : `breaks ${breaks.join()}, promised ${repair.breaks.join()}`,
    JSON.stringify(facts.figures) === JSON.stringify(tried.figures) ? '' : 'has other figures',
    !lead || led?.value === lead.value ? '' : `${lead.what} is ${String(led?.value)}, promised ${lead.value}`,
  ].flatMap((fault) => (fault === '' ? [] : [`${rule} ${repair.code} ${JSON.stringify(repair.steps)}: ${fault}`]));
}

async function packed(project: Project): Promise<Buffer> {
  const written = await writeFiles('ytp', project, { name: 'city' });
  if (!written.ok) throw new Error(written.refusal.code);
  return Buffer.concat(written.value.files.map((file) => file.bytes));
}

/** Done and undone: the packed file is the same to the last byte, and another one in between. */
async function undone({ city: { land } }: Chosen, change: Change): Promise<boolean> {
  const fork = land.fork();
  const before = await packed(fork.project);
  const applied = fork.apply(change);
  if (!applied.ok) throw new Error(applied.refusal.code);
  const between = await packed(fork.project);
  if (!fork.apply(applied.value.inverse).ok) throw new Error('not undone');
  return before.equals(await packed(fork.project)) && !before.equals(between);
}

describe('a repair as a change', () => {
  it('leads in random cities to what was promised, writes no boundary and no made-up word, and is undone to the last byte', async () => {
    const codes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(randomCity, async (city) => {
        const opened = open(bytes(city));
        expect(opened.judge(law).repairs(opened.parks[0])).toEqual(quickly(opened));
        for (const chosen of repairsIn(opened)) {
          const change = changeOf(chosen);
          if (!change) continue;
          codes.add(chosen.repair.code);
          expect(broken(chosen, change)).toEqual([]);
          expect(
            Object.values(change.tables).flatMap((table) => [...(table.put ?? []), ...(table.remove ?? [])]),
          ).toEqual([]);
          expect(JSON.stringify(change)).not.toMatch(/recorded|"\\+\d/);
          expect(await undone(chosen, change)).toBe(true);
        }
      }),
      { numRuns: 25, seed: 11 },
    );
    expect(codes.size).toBeGreaterThan(12);
  });
});

const repairOf = (city: City, rule: string, code: string): Chosen =>
  repairsIn(city).find((own) => own.rule === rule && own.repair.code === code)!;
const cityOf = (...features: Parameters<typeof collection>) => open(bytes(collection(...features)));

describe('what a change hits', () => {
  it('is what the steps say and not what boundaries tell: a township that no record names stays unnamed', () => {
    const town = (code: string, east: number): Feature => ({
      type: 'Feature',
      properties: { kind: 'township', id: code, code, name: code },
      geometry: { type: 'Polygon', coordinates: [rectangle(east, -500, 500, 2000)] },
    });
    const untold = { townshipCode: undefined };
    const city = cityOf(
      park(),
      town('410181001', -100),
      town('410181002', 400),
      parcel('A', rectangle(0, 0, 200, 300), untold),
      parcel('B', rectangle(410, 0, 100, 100), untold),
    );
    expect(city.project.parcels.records.map((p) => p.townshipCode)).toEqual(['410181001', '410181002']);
    const chosen = repairOf(city, 'sites.township', 'keep-one');
    const change = changeOf(chosen)!;
    expect(change.tables).toEqual({ parcel: { patch: [{ key: 1, fields: { parkId: undefined } }] } });
    expect(broken(chosen, change)).toEqual([]);
    const fork = city.land.fork();
    fork.apply(change);
    expect(fork.project.parcels.records.get(1)).not.toHaveProperty('parkId');
    expect([...fork.project.parcels.records].some((p) => 'townshipCode' in p)).toBe(false);
  });

  it('is told with what stands on the land taken in', () => {
    const free = { parkId: undefined, status: 'idle' };
    const hall = { storeys: 4, storeyHeightM: 5 };
    const city = cityOf(
      park(),
      parcel('A', rectangle(0, 0, 300, 200)),
      parcel('B', rectangle(300, 0, 50, 200), free),
      building('H', 'A', rectangle(10, 10, 190, 120), hall),
      building('K', 'B', rectangle(305, 5, 40, 190), hall),
    );
    const judgement = city.judge(law);
    const trial = judgement.trial(city.parks[0]);
    const [candidate] = trial.land.candidates;
    const step = { kind: 'add', parcel: candidate.parcel.parcel.id, landM2: null, adjacent: true } as const;
    const { figures } = factsAfter(trial.facts, [step], trial.land);
    const fork = city.fork();
    fork.apply({ base: 0, tables: { parcel: { patch: [{ key: 1, fields: { parkId: 'P' } }] } } });
    expect(figures).toEqual(fork.judge(law).facts(city.parks[0]).figures);
  });

  it('is the park that was meant, and the building on its own parcel, where others are called the same', () => {
    const lease = (sublet: boolean) => ({ leases: [{ id: 'L', sublet }] });
    const low = { storeys: 2, storeyHeightM: 5 };
    const read = cityOf(
      park({ id: 'Q', ...lease(true) }),
      park(lease(true)),
      parcel('A', rectangle(0, 0, 200, 200), { parkId: 'Q' }),
      parcel('B', rectangle(300, 0, 200, 200)),
      building('H', 'A', rectangle(10, 10, 150, 150), low),
      building('K', 'B', rectangle(310, 10, 150, 150), low),
    );
    const { parks, buildings } = read.project;
    const renamed = {
      ...read.project,
      parks: parks.map((own) => ({ ...own, id: 'P' })),
      buildings: { ...buildings, records: arrayRecords(buildings.records.map((own) => ({ ...own, id: 'H' }))) },
    };
    const twins = City.open(renamed)!;
    const judgement = twins.judge(law);
    const second = twins.parks[1];
    const chosenOf = (city: City, rule: string, own: Key) => {
      const [repair] = city
        .judge(law)
        .repairs(own)
        .find((found) => found.rule === rule)!.repairs;
      return { rule, steps: repair.steps };
    };
    const sublet = mend(twins, judgement, second, chosenOf(twins, 'lease.sublet', second));
    expect(sublet).toMatchObject({ value: { tables: { park: { patch: [{ key: 1 }] } } } });
    // Under one name the parks have their land together; each with its own, the buildings alone are called the same.
    const own = City.open({ ...renamed, parks })!;
    const far = mend(own, own.judge(law), own.parks[1], chosenOf(own, 'far.minimum', own.parks[1]));
    expect(far).toMatchObject({ value: { tables: { building: { patch: [{ key: 1 }] } } } });
  });
});

describe('what a repair leaves to a person', () => {
  const city = cityOf(
    park({ industries: [], leases: [{ id: 'L', signedOn: '2025-01-01', filedOn: null }], registeredOn: null }),
    parcel('A', rectangle(0, 0, 300, 300)),
    building('H', 'A', rectangle(5, 5, 150, 150), { storeys: 1, storeyHeightM: 6, units: [] }),
  );
  const tell = (chosen: Chosen, answers: Answers) =>
    mend(city, chosen.judgement, chosen.park, { rule: chosen.rule, steps: chosen.repair.steps }, answers);
  const refusal = (chosen: Chosen, answers: Answers) => {
    const told = tell(chosen, answers);
    return told.ok ? null : told.refusal;
  };

  it('is why, in their words', () => {
    const reason = repairOf(city, 'far.minimum', 'record');
    const where = { kind: 'park', id: 'P', field: 'farLimitReason' };
    for (const answers of [{}, { 0: ' ' }, { 0: ['a'] }] as readonly Answers[])
      expect(refusal(reason, answers)).toEqual({ code: 'reason-missing', params: where });
    expect(tell(reason, { 0: ' 安全距离 ' })).toMatchObject({
      value: { tables: { park: { patch: [{ key: 0, fields: { farLimitReason: '安全距离' } }] } } },
    });
  });

  it('is which ones, each once', () => {
    const names = repairOf(city, 'industry.count', 'lengthen');
    expect(refusal(names, { 0: ['', ' '] })).toMatchObject({ code: 'names-missing', params: { count: 1 } });
    expect(refusal(names, { 0: ['新材料', '新材料 '] })).toEqual({ code: 'name-twice', params: { name: '新材料' } });
    expect(tell(names, { 0: ['新材料'] })).toMatchObject({
      value: { tables: { park: { patch: [{ fields: { industries: ['新材料'] } }] } } },
    });
  });

  it('is the day on which it was done', () => {
    const late = repairOf(city, 'lease.filing', 'do-late');
    expect(wordsAsked(late.repair.steps)).toMatchObject([{ asks: 'day', day: law.date }]);
    expect(refusal(late, { 0: '2026-02-30' })).toMatchObject({
      code: 'day-missing',
      params: { kind: 'lease', id: 'L' },
    });
    const leases = [{ id: 'L', signedOn: '2025-01-01', filedOn: '2026-01-05' }];
    expect(tell(late, { 0: '2026-01-05' })).toMatchObject({
      value: { tables: { park: { patch: [{ fields: { leases } }] } } },
    });
  });

  it('is nothing where it was done too late, and nothing of a park that has changed', () => {
    const late = cityOf(
      park({ leases: [{ id: 'L', signedOn: '2025-01-01', filedOn: '2025-05-01' }] }),
      parcel('A', rectangle(0, 0, 300, 300)),
    );
    const past = repairOf(late, 'lease.filing', 'do-late');
    const chosen = { rule: past.rule, steps: past.repair.steps };
    expect(mend(late, past.judgement, past.park, chosen)).toMatchObject({ refusal: { code: 'past-mending' } });
    expect(mend(city, city.judge(law), city.parks[0], chosen)).toEqual({
      ok: false,
      refusal: { code: 'repair-gone', params: { park: 'P' } },
    });
  });
});
