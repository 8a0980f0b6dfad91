import { describe, expect, it } from 'vitest';
import type { Asking } from '../../src/city/asking.ts';
import { calls, type Answer, type Call, type Input } from '../../src/city/calls.ts';
import type { Row } from '../../src/city/call.ts';
import type { Deed } from '../../src/city/deeds.ts';
import { Session } from '../../src/city/session.ts';
import type { Intent } from '../../src/desk/intent.ts';
import type { ScenarioStep } from '../../src/desk/scenario.ts';
import { indicatorsOf } from '../../src/domain/land/sheets/indicators.ts';
import { ok } from '../../src/domain/outcome.ts';
import { sayChangeNote } from '../../src/texts/change-notes.ts';
import { changeSentences } from '../../src/texts/changes.ts';
import { sayRefusal } from '../../src/texts/refusals.ts';
import { scenarioSentences } from '../../src/texts/scenarios.ts';
import { noNames } from '../../src/texts/field-names.ts';
import {
  comparedFigures,
  comparedFindings,
  comparedLines,
  tallyOf,
} from '../../src/ui/sketch/scenarios/compared-rows.ts';
import { sketchScenarios } from '../../src/texts/ui/sketch-scenarios.ts';
import { comparedOutlines } from '../../src/ui/state/sketch/on-map/compared.ts';
import { earliestDay, lawOn, packVersions } from '../../src/workers/policy-packs.ts';
import { building, bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';
import { solverHere } from '../helpers/solver-thread.ts';

const file = {
  name: 'a.geojson',
  bytes: bytes(
    collection(
      park({ id: 'P0', name: '甲园', parkType: 'manufacturing' }),
      parcel('A0', rectangle(0, 0, 250, 270), { parkId: 'P0' }),
      parcel('A1', rectangle(250, 0, 100, 270), { parkId: undefined }),
      building('B0', 'A0', rectangle(20, 20, 100, 60), { storeys: 3, use: 'production' }),
      building('B1', 'A0', rectangle(20, 120, 100, 60), { storeys: 3, use: 'production' }),
    ),
  ),
};
const CRS = 4526;
const square: readonly (readonly [number, number])[] = [[38_467_160, 3_846_020], [38_467_220, 3_846_020], [38_467_220, 3_846_080], [38_467_160, 3_846_080]]; // prettier-ignore

async function opened(deeds: readonly Deed[] = []) {
  const session = new Session({
    lawOn: (date) => lawOn(date, '2026-11-22'),
    earliestDay,
    packVersions,
    startSolver: solverHere,
    fetchSample: () => Promise.resolve(ok({ city: file, backdrop: null })),
  });
  const put = async <C extends Call>(call: C, input: Input<C>): Promise<Answer<C>> => {
    const asking: Asking = { judging: {} };
    return structuredClone(await (calls[call] as unknown as Row<Input<C>, Answer<C>>).answer(session, input, asking));
  };
  expect(await put('openFiles', { files: [file], deeds })).toMatchObject({ ok: true });
  const done: Deed[] = [];
  const does = async (intent: Intent, scenario?: number) => {
    const edit = await put('edit', { intent });
    if (!edit?.ok) throw new Error(JSON.stringify(edit?.refusal));
    const applied = await put('apply', { change: edit.value.change, scenario });
    if (applied?.ok) done.push(edit.value.change);
    return applied;
  };
  const step = async (scenario: ScenarioStep) => {
    const stepped = await put('scenario', { step: scenario });
    if (stepped?.ok) done.push({ scenario });
    return stepped;
  };
  return { session, put, does, step, done };
}

/** The base; in 方案一 a building is raised, one goes and one comes; in 方案二 a parcel is taken in. */
async function three() {
  const own = await opened();
  await own.step({ do: 'begin', of: 0, name: '方案一' });
  await own.does({ do: 'storeys', buildings: [0], by: 2 });
  await own.does({ do: 'remove', table: 'building', keys: [1] });
  await own.does({ do: 'draw-buildings', crs: CRS, outlines: [{ shape: [[square]], fields: { storeys: 4, use: 'production' } }] }); // prettier-ignore
  await own.step({ do: 'begin', of: 0, name: '方案二' });
  await own.does({ do: 'assign', park: { key: 0 }, in: [1], out: [] });
  return own;
}

describe('scenarios side by side', () => {
  it('have the figures and findings each has when it is in hand', async () => {
    const { session, put, step } = await three();
    const compared = (await put('compareScenarios', { scenarios: [0, 1, 2], park: 0 }))!;
    for (const { id, park: own } of compared.scenarios) {
      expect(await step({ do: 'go', of: id })).toMatchObject({ ok: true });
      const view = (await put('park', { key: 0 }))!;
      expect(own).toMatchObject({ findings: view.findings, outcome: view.outcome, parcels: view.facts.parcels.length });
      expect(own!.indicators).toEqual(indicatorsOf(view.facts));
    }
    // Whoever is in hand, the comparison is the same.
    const again = (await put('compareScenarios', { scenarios: [0, 1, 2], park: 0 }))!;
    expect({ ...again, version: 0 }).toEqual({ ...compared, version: 0 });
    expect(session.opened!.city.land.keys('parcel')).toHaveLength(2);
  });

  it('tell which records came, went and are others, in words and on the map', async () => {
    const { put } = await three();
    const compared = (await put('compareScenarios', { scenarios: [0, 1, 2], park: 0 }))!;
    const [one, two] = [1, 2].map((n) => comparedLines('zh', compared, n, noNames));
    expect(one.map(({ record, became }) => `${became} ${record.id}`)).toEqual(['added 1#', 'changed B0', 'removed B1']);
    expect(one.map(({ changes }) => changes)).toEqual([['4 层', '基底 3,600.00 m²'], ['storeys 3→5'], ['3 层', '基底 6,000.01 m²']]); // prettier-ignore
    expect(tallyOf(one)).toEqual({ added: 1, removed: 1, changed: 1 });
    expect(two.map(({ record, became, changes }) => `${became} ${record.id} ${changes.join()}`)).toEqual(['changed A1 parkId 无→P0']); // prettier-ignore
    const outlines = comparedOutlines(compared, 'zh', 'building 0').map(({ line, label, isLooked }) => [line, label, isLooked]); // prettier-ignore
    expect(outlines).toEqual([
      ['alike', '改 A1', false],
      ['alike', '改 B0', true],
      [0, '只在 A·C B1', false],
      [1, '只在 B 1#', false],
    ]);
    const figures = comparedFigures('zh', compared, { fields: {}, values: {}, measures: {} } as never);
    expect(figures.find(({ what }) => what === 'buildings')).toMatchObject({ cells: ['2', '2', '2'], differs: false });
    expect(figures[0].differs).toBe(true);
    const mu = figures.find(({ what }) => what === 'mu')!;
    expect(mu).toMatchObject({ cells: ['101.2500', '101.2500', '141.7500'], by: ['', '', '+40.5000'], differs: true });
    const findings = comparedFindings('zh', compared, { fields: {}, values: {}, measures: {} } as never);
    const first = findings.findIndex(({ differs }) => !differs);
    expect(findings.slice(first).every(({ differs }) => !differs)).toBe(true);
  });

  it('have what each drew anew in the same place for one, whatever its number; what is otherwise of it is told', async () => {
    const { put, does, step } = await opened();
    const drawn = (west: number, storeys: number): Intent => {
      const shape = square.map(([x, y]) => [x + west, y] as const);
      return {
        do: 'draw-buildings',
        crs: CRS,
        outlines: [{ shape: [[shape]], fields: { storeys, use: 'production' } }],
      };
    };
    await step({ do: 'begin', of: 0, name: '方案一' });
    for (const [west, storeys] of [[-140, 2], [-70, 4], [0, 3]] as const) await does(drawn(west, storeys)); // prettier-ignore
    await step({ do: 'begin', of: 0, name: '方案二' });
    for (const [west, storeys] of [[-70, 4], [0, 5]] as const) await does(drawn(west, storeys)); // prettier-ignore
    const compared = (await put('compareScenarios', { scenarios: [1, 2], park: 0 }))!;
    const lines = comparedLines('zh', compared, 1, noNames);
    expect(lines.map(({ record, became, changes }) => `${became} ${record.id} ${changes.join()}`)).toEqual([
      'removed 1# 2 层,基底 3,600.00 m²',
      'changed 3# storeys 3→5',
    ]);
    // Each is called there as it is numbered there, on the map too, and goes by its own key.
    expect(lines.map(({ id }) => id)).toEqual(['1#', '2#']);
    expect(comparedOutlines(compared, 'zh', null).map(({ label }) => label)).toEqual(['只在 A 1#', '改 3#/2#']);
    const [, changed] = lines;
    const [one, two] = changed.record.keys;
    expect(one).not.toBe(two);
    await step({ do: 'go', of: 1 });
    expect((await put('park', { key: 0 }))!.facts.buildings.find(({ key }) => key === one)?.building.name).toBe('3#');
    // From the other side the same, and with the base as a third there are none of them there.
    const turned = (await put('compareScenarios', { scenarios: [2, 1], park: 0 }))!;
    expect(tallyOf(comparedLines('zh', turned, 1, noNames))).toEqual({ added: 1, removed: 0, changed: 1 });
    const three = (await put('compareScenarios', { scenarios: [0, 1, 2], park: 0 }))!;
    expect([1, 2].map((n) => tallyOf(comparedLines('zh', three, n, noNames)))).toEqual([
      { added: 3, removed: 0, changed: 0 },
      { added: 2, removed: 0, changed: 0 },
    ]);
    expect(three.records).toHaveLength(3);
  });

  it('show of a verdict what is measured otherwise, not what is the same in all', async () => {
    const { put, does, step } = await opened();
    await step({ do: 'begin', of: 0, name: '方案一' });
    await does({ do: 'storeys', buildings: [0], by: 20 });
    const compared = (await put('compareScenarios', { scenarios: [0, 1], park: 0 }))!;
    const rows = comparedFindings('zh', compared, { fields: {}, values: {}, measures: {} } as never);
    const size = rows.find(({ rule }) => rule === 'scale.manufacturing')!;
    expect(size.cells.map(({ measured }) => measured)).toEqual(['36,000.05 m²', '156,000.18 m²']);
  });

  it('show of a verdict with several limbs first what is missed', () => {
    const finding = (storeys: number, share: number) => ({
      rule: 'r',
      outcome: share < 0.5 ? 'fail' : 'pass',
      measured: [
        { what: 'storeys', value: storeys, unit: 'storey' },
        { what: 'share', value: share, unit: 'ratio' },
      ],
      required: [
        { what: 'storeys', value: 3, unit: 'storey', op: '>=' },
        { what: 'share', value: 0.5, unit: 'ratio', op: '>=' },
      ],
    });
    const view = { scenarios: [[4, 0.6], [5, 0.4]].map(([storeys, share]) => ({ park: { findings: [finding(storeys, share)] } })) }; // prettier-ignore
    const [row] = comparedFindings('zh', view as never, { fields: {}, values: {}, measures: {} } as never);
    expect(row.cells.map(({ measured }) => measured)).toEqual(['0.600', '0.400']);
  });

  it('are not compared with one that was dropped, and with a park that is not there have none of it', async () => {
    const { put, step } = await three();
    const without = (await put('compareScenarios', { scenarios: [0, 1], park: null }))!;
    expect(without.scenarios.map(({ park: own }) => own)).toEqual([null, null]);
    await step({ do: 'drop', of: 1 });
    expect(await put('compareScenarios', { scenarios: [0, 1], park: 0 })).toBeNull();
  });
});

describe('scenarios of a draft', () => {
  it('say how many steps they are from where they were begun, and how many they went back', async () => {
    const { put, does, step, session } = await opened();
    await does({ do: 'storeys', buildings: [0], by: 1 });
    await does({ do: 'storeys', buildings: [1], by: 1 });
    await step({ do: 'begin', of: 0, name: '方案一' });
    const told = () => {
      const { steps, back } = session.history!.scenarios.all[1];
      return sketchScenarios.zh.from('底稿', steps, back);
    };
    expect(told()).toBe('从底稿起 0 步');
    await does({ do: 'storeys', buildings: [0], by: 1 });
    expect(told()).toBe('从底稿起 1 步');
    for (let n = 0; n < 2; n++) await put('undo', {});
    expect(told()).toBe('从底稿退 1 步');
    await put('redo', {});
    expect(told()).toBe('从底稿起 0 步');
    for (let n = 0; n < 2; n++) await put('undo', {});
    await does({ do: 'storeys', buildings: [1], by: 4 });
    expect(told()).toBe('从底稿退 2 步，再 1 步');
    const { steps, back } = session.history!.scenarios.all[1];
    expect(sketchScenarios.en.from('the base', steps, back)).toBe('2 steps back from the base, then 1 step');
  });

  it('are there again in the session of another window, which goes on with them', async () => {
    const first = await three();
    const other = await opened(first.done);
    expect(other.session.history).toEqual(first.session.history);
    // The other goes to the base and takes one over; the first hears of it and has the same.
    await other.step({ do: 'take', of: 1, reason: '少拆一栋', on: '2026-11-29' });
    expect(await first.put('takeOver', { deeds: other.done })).toMatchObject({ ok: true });
    expect(first.session.history).toMatchObject({ ...other.session.history, elsewhere: 1 });
    expect(first.session.history?.scenarios).toMatchObject({ hand: 0, all: [{}, { taken: { reason: '少拆一栋', on: '2026-11-29' } }, {}] }); // prettier-ignore
  });

  it('refuse by name what was made for another, a name that is taken, and a reason that is missing', async () => {
    const { does, step, session } = await three();
    const refused = [
      await does({ do: 'storeys', buildings: [0], by: 1 }, 1),
      await step({ do: 'begin', of: 0, name: '方案一' }),
      await step({ do: 'rename', of: 1, name: '  ' }),
      await step({ do: 'take', of: 1, reason: ' ', on: '2026-11-29' }),
      await step({ do: 'go', of: 9 }),
    ].map((own) => (own?.ok === false ? own.refusal : null)!);
    expect(refused.map(({ code }) => code)).toEqual(['scenario-elsewhere', 'scenario-name-taken', 'scenario-name-missing', 'scenario-reason-missing', 'scenario-gone']); // prettier-ignore
    for (const language of ['zh', 'en'] as const)
      for (const refusal of refused) {
        const said = sayRefusal(language, refusal, { ...scenarioSentences, ...changeSentences });
        expect(said).not.toMatch(/undefined|NaN|^$/);
      }
    expect(session.history?.scenarios).toMatchObject({ hand: 2, all: [{}, { name: '方案一' }, { name: '方案二' }] });
  });

  it('stand in the history of an evidence file: what led there, which was taken and why, or that it was not', async () => {
    const { put, step } = await three();
    await step({ do: 'go', of: 1 });
    const notes = async () => {
      const made = await put('evidence', { park: 0 });
      if (!made?.ok) throw new Error(JSON.stringify(made?.refusal));
      return made.value.history.map((note) => sayChangeNote('zh', note, {}));
    };
    const own = await notes();
    expect(own.at(-1)).toBe('以上是方案“方案一”，尚未采用');
    await step({ do: 'take', of: 1, reason: '少拆一栋', on: '2026-11-29', at: '2026-11-29 10:31' });
    expect(await notes()).toEqual([...own.slice(0, -1), '采用“方案一”（2026-11-29）：少拆一栋']);
    const made = await put('evidence', { park: 0 });
    expect(made?.ok && made.value.history.at(-1)).toMatchObject({ code: 'scenario-taken', at: '2026-11-29 10:31' });
    await put('undo', {});
    expect(await notes()).toEqual([]);
  });

  it('count as not saved until all that was done in them is in a file', async () => {
    const { put, step, session } = await three();
    const unsaved = () => [session.history?.unsaved, session.history?.scenarios.unsaved];
    expect(unsaved()).toEqual([1, 4]);
    await put('save', { format: 'ytp' });
    expect(unsaved()).toEqual([0, 3]);
    await step({ do: 'go', of: 1 });
    expect(unsaved()).toEqual([3, 3]);
    await put('save', { format: 'ytp' });
    expect(unsaved()).toEqual([0, 0]);
    // Undone and done again it is what the file has.
    await put('undo', {});
    expect(unsaved()).toEqual([1, 1]);
    await put('redo', {});
    expect(unsaved()).toEqual([0, 0]);
  });
});
