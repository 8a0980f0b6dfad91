import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { doAgain, type Deed } from '../../src/city/deeds.ts';
import { Scenarios } from '../../src/city/scenarios/scenarios.ts';
import type { ScenarioStep } from '../../src/desk/scenario.ts';
import { editOf } from '../../src/desk/intents/intents.ts';
import type { Change } from '../../src/domain/land/change.ts';
import type { Project } from '../../src/domain/land/model.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { writeFiles } from '../../src/formats/index.ts';
import { bytes } from '../helpers/city.ts';
import { readPack } from '../policy/cases.ts';
import { randomCity } from '../policy/random-city.ts';
import { around } from './places-around.ts';
import { intentOf, wish, type Wish } from './random-intent.ts';

const law = { pack: readPack('zhengzhou-draft'), date: '2026-01-01' };
const on = '2026-11-29';

function projectOf(city: Parameters<typeof bytes>[0]): Project {
  const read = readExchange('city.geojson', bytes(city), { fields: law.pack.fields });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value.project;
}

async function packed({ land }: City): Promise<string> {
  const written = await writeFiles('ytp', land.project, { name: 'city' });
  if (!written.ok) throw new Error(written.refusal.code);
  return Buffer.concat(written.value.files.map((file) => file.bytes)).toString('latin1');
}

function begun(project: Project) {
  const city = City.open(project)!;
  city.overlaps();
  const apply = (change: Change) => city.apply(change);
  const scenarios = new Scenarios(city, apply);
  const deeds: Deed[] = [];
  const does = (wishes: readonly Wish[]) => {
    for (const own of wishes) {
      const edit = editOf(city.placed, intentOf(city.land, own));
      if (edit.ok && scenarios.history.do(edit.value.change, apply).ok) deeds.push(edit.value.change);
    }
  };
  const move = (which: 'undo' | 'redo') => {
    if (scenarios.history[which](apply)?.ok) deeds.push(which);
  };
  const step = (scenario: ScenarioStep) => {
    const done = scenarios.step(scenario);
    if (done.ok) deeds.push({ scenario });
    return done;
  };
  return { city, scenarios, deeds, does, move, step };
}

const wishesOf = (n: number) => fc.array(wish, { minLength: n, maxLength: n });

describe('scenarios', () => {
  it('stay as they were left to the last byte however often one goes between them, whatever is done in others', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomCity,
        fc.array(fc.record({ to: fc.nat(3), wishes: wishesOf(12), undoes: fc.nat(4), redoes: fc.nat(2) }), { minLength: 14, maxLength: 14 }), // prettier-ignore
        wishesOf(20),
        async (file, turns, first) => {
          const project = projectOf({ ...file, features: [...file.features, ...around] });
          const { city, scenarios, deeds, does, move, step } = begun(project);
          does(first);
          const left = new Map<number, string>();
          for (const { to, wishes, undoes, redoes } of turns) {
            left.set(scenarios.hand, await packed(city));
            const isThere = scenarios.view.all.length > to;
            const done = isThere ? step({ do: 'go', of: to }) : step({ do: 'begin', of: to % scenarios.view.all.length, name: `方案 ${scenarios.view.all.length}` }); // prettier-ignore
            expect(done.ok).toBe(true);
            const { hand, view } = scenarios;
            // One that is begun is as the one it was begun from.
            expect(await packed(city)).toBe(left.get(isThere ? hand : view.all[hand].of) ?? (await packed(scenarios.cityOf(view.all[hand].of)!))); // prettier-ignore
            for (const [id, was] of left) if (id !== hand) expect(await packed(scenarios.cityOf(id)!)).toBe(was);
            does(wishes);
            for (let n = 0; n < undoes; n++) move('undo');
            for (let n = 0; n < redoes; n++) move('redo');
          }
          left.set(scenarios.hand, await packed(city));

          expect(new Set(left.values()).size).toBeGreaterThan(1);
          expect(deeds.length).toBeGreaterThan(60);

          // Dropping one changes no other, and it is kept after all as it was.
          const ids = [...left.keys()].filter((id) => id !== 0);
          const [dropped, taken = dropped] = ids;
          expect(step({ do: 'drop', of: dropped }).ok).toBe(true);
          expect(step({ do: 'go', of: dropped })).toMatchObject({ ok: false, refusal: { code: 'scenario-gone' } });
          for (const id of ids.slice(1)) expect(await packed(scenarios.cityOf(id)!)).toBe(left.get(id));
          expect(step({ do: 'restore', of: dropped }).ok).toBe(true);
          expect(await packed(scenarios.cityOf(dropped)!)).toBe(left.get(dropped));

          // Taken over the base is the scenario; undone it is what it was, done again the scenario.
          const notes = scenarios.cityOf(taken) && (step({ do: 'go', of: taken }), scenarios.history.notes);
          expect(step({ do: 'take', of: taken, reason: '少拆一栋', on }).ok).toBe(true);
          expect([scenarios.hand, await packed(city)]).toEqual([0, left.get(taken)]);
          expect(scenarios.notes).toEqual([...notes!, expect.objectContaining({ code: 'scenario-taken' })]);
          move('undo');
          expect(await packed(city)).toBe(left.get(0));
          move('redo');
          expect(await packed(city)).toBe(left.get(taken));
          for (const id of ids) expect(await packed(scenarios.cityOf(id)!)).toBe(left.get(id));

          // Done again by their deeds in another session, all of them are the same.
          const again = City.open(projectOf({ ...file, features: [...file.features, ...around] }))!;
          const apply = (change: Change) => again.apply(change);
          const others = new Scenarios(again, apply);
          expect(doAgain(deeds, again.land, others, apply)).toEqual({ ok: true, value: null });
          for (const { id } of scenarios.view.all) expect(await packed(others.cityOf(id)!)).toBe(await packed(scenarios.cityOf(id)!)); // prettier-ignore
          expect(others.view).toEqual(scenarios.view);
        },
      ),
      { numRuns: 3 },
    );
  }, 120_000);
});
