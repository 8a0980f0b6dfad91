import { describe, expect, it } from 'vitest';
import type { ScenarioLine } from '../../../../city/scenarios/view.ts';
import type { Client } from '../../../../client/client.ts';
import type { ScenarioStep } from '../../../../desk/scenario.ts';
import { uiTexts } from '../../../../texts/ui/index.ts';
import { ScenarioDesk, type ScenarioPage } from './scenario-desk.svelte.ts';

const line = (id: number, name: string): ScenarioLine => ({
  id,
  name,
  of: 0,
  steps: 0,
  back: 0,
  isDropped: false,
  taken: null,
});

/** A page whose draft has a base; `meanwhile`: names another window gives before the next step is done. */
function opened(meanwhile: string[] = []) {
  const steps: ScenarioStep[] = [];
  const asked: unknown[] = [];
  const answers: ((view: unknown) => void)[] = [];
  const state = { scenarios: { hand: 0, all: [line(0, '')], unsaved: 0 } };
  const page = {
    open: { history: state, project: { parks: [{ id: 'P1' }] } },
    settings: { language: 'zh', texts: uiTexts.zh },
    selection: { parkId: 'P1' as string | null },
    park: { key: 4 },
    announcement: '',
    laying: { close: () => asked.push('laying closed') },
    floors: { close: () => asked.push('floors closed') },
    sketch: { refusal: null, say: () => undefined },
    selectPark: (id: string) => (page.selection.parkId = id),
    edits: {
      scenario: async (step: ScenarioStep) => {
        for (const name of meanwhile.splice(0)) add(name);
        if (step.do === 'begin' && state.scenarios.all.some(({ name }) => name === step.name))
          return { ok: false, refusal: { code: 'scenario-name-taken', params: { name: step.name } } };
        steps.push(step);
        if (step.do === 'begin') add(step.name);
        const kept = state.scenarios.hand === step.of ? 0 : state.scenarios.hand;
        const hand = step.do === 'begin' ? state.scenarios.all.length - 1 : step.do === 'drop' ? kept : step.of;
        state.scenarios = { ...state.scenarios, hand };
        return { ok: true, value: {} };
      },
    },
  };
  const add = (name: string) => {
    const { all } = state.scenarios;
    state.scenarios = { ...state.scenarios, all: [...all, line(all.length, name)] };
  };
  const calls = {
    compareScenarios: (input: unknown) => (asked.push(input), new Promise((answer) => answers.push(answer))),
  };
  const make = () => new ScenarioDesk(page as unknown as ScenarioPage, calls as unknown as Client);
  return { desk: make(), make, page, steps, asked, answers };
}

describe('a scenario that is begun', () => {
  it('is from the one in hand and called by the next free number, another where a window took that', async () => {
    const { desk, steps, page } = opened(['方案一']);
    expect(await desk.begin()).toBe(true);
    expect(steps).toEqual([{ do: 'begin', of: 0, name: '方案二' }]);
    expect([desk.refused, page.announcement]).toEqual([null, expect.stringContaining('方案二')]);
  });

  it('has the park in hand again that was in hand when it was left', async () => {
    const { desk, page } = opened();
    await desk.go(1);
    expect(page.selection.parkId).toBe('P1');
    page.selection.parkId = null;
    await desk.go(0);
    expect(page.selection.parkId).toBe('P1');
  });
});

describe('a scenario that is given up', () => {
  it('is dropped, and the one before is in hand again, unless a person went elsewhere meanwhile', async () => {
    const { desk, steps, page } = opened();
    for (let n = 0; n < 3; n++) await desk.begin();
    await desk.giveUp(3, 2);
    expect([steps.slice(3), page.open.history.scenarios.hand]).toEqual([
      [
        { do: 'drop', of: 3 },
        { do: 'go', of: 2 },
      ],
      2,
    ]);
    await desk.go(1);
    await desk.giveUp(2, 0);
    expect([steps.at(-1), page.open.history.scenarios.hand]).toEqual([{ do: 'drop', of: 2 }, 1]);
  });
});

describe('scenarios that are compared', () => {
  it('are the base and those begun last at first, no more than three, in the order of the list', async () => {
    const { make, asked, page } = opened();
    for (const [n, name] of ['一', '二', '三'].entries())
      page.open.history.scenarios.all = [...page.open.history.scenarios.all, line(n + 1, name)];
    const desk = make();
    desk.open();
    expect([desk.chosen, asked]).toEqual([
      [0, 2, 3],
      ['laying closed', 'floors closed'],
    ]);
    desk.toggle(1);
    expect(desk.chosen).toEqual([0, 2, 3]);
    desk.toggle(0);
    desk.toggle(1);
    expect(desk.chosen).toEqual([1, 2, 3]);
    // Who unticks all has none ticked, until the panel is opened anew.
    for (const id of [1, 2, 3]) desk.toggle(id);
    void desk.follow();
    expect(desk.chosen).toEqual([]);
    desk.open();
    expect(desk.chosen).toEqual([0, 2, 3]);
  });

  it('are those asked for last, whichever answer comes last', async () => {
    const { make, page, asked, answers } = opened();
    page.open.history.scenarios.all = [line(0, ''), line(1, '一'), line(2, '二')];
    const desk = make();
    desk.open();
    const first = desk.follow();
    desk.toggle(2);
    const second = desk.follow();
    expect(asked.slice(2)).toEqual([{ scenarios: [0, 1, 2], park: 4 }, { scenarios: [0, 1], park: 4 }]); // prettier-ignore
    answers[1]({ of: 'second' });
    answers[0]({ of: 'first' });
    await Promise.all([first, second]);
    expect([desk.compared, desk.isComparing]).toEqual([{ of: 'second' }, false]);
    desk.clear();
    expect([desk.isOpen, desk.compared, desk.chosen]).toEqual([false, null, []]);
  });
});
