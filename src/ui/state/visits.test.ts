import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Visits, type Opening, type VisitedPage } from './visits.ts';

/** A browser's history of some steps. */
class Steps {
  readonly steps: { state: unknown; hash: string }[] = [{ state: null, hash: '' }];
  at = 0;
  arrive: (event: { state: unknown }) => void = () => undefined;

  get state(): unknown {
    return this.steps[this.at].state;
  }
  replaceState(state: unknown, _: string, hash = this.steps[this.at].hash) {
    this.steps[this.at] = { state, hash };
  }
  pushState(state: unknown, _: string, hash: string) {
    this.steps.splice(++this.at, Infinity, { state, hash });
  }
  go(by: number) {
    this.at += by;
    this.arrive({ state: this.state });
  }
}

const openingOf = (name: string): Opening => ({
  source: { files: [{ name, bytes: new Uint8Array() }], choices: {} },
  precision: null,
});
const nameOf = (opening: Opening): string => opening?.source.files[0].name ?? 'sample';
const settled = () => new Promise<void>((done) => setTimeout(done));

/** A page that reads files when it is told to; a reading begun ends the one before. */
function page() {
  const shown = { name: 'sample' };
  let reading: { end: (done: boolean) => void } | null = null;
  const cancel = () => reading?.end(false);
  const app = {
    selection: { parkId: null, parcelId: null, clause: null, parcel: () => undefined },
    settings: { language: 'zh' },
    open: { date: null, asked: null, project: {}, cancel },
    workspace: 'public',
    desk: { ruleId: null, view: 'rule' },
    search: { text: '', filter: 'all' },
    place: null,
    showSelected: () => Promise.resolve(),
    files: {
      async reopen(opening: Opening) {
        cancel();
        const done = await new Promise<boolean>((end) => (reading = { end }));
        if (done) {
          shown.name = nameOf(opening);
          visits.opened(opening);
        }
        return done;
      },
    },
  };
  const visits = new Visits(app as unknown as VisitedPage);
  const open = (name: string) => {
    shown.name = name;
    visits.opened(openingOf(name));
  };
  return { shown, open, read: () => reading?.end(true) };
}

describe('back and forward', () => {
  let steps: Steps;
  beforeEach(() => {
    steps = new Steps();
    vi.stubGlobal('history', steps);
    vi.stubGlobal('location', {
      get hash() {
        return steps.steps[steps.at].hash;
      },
    });
    vi.stubGlobal('window', { addEventListener: (_: string, listener: Steps['arrive']) => (steps.arrive = listener) });
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('read what was open at that step', async () => {
    const { shown, open, read } = page();
    open('a');
    open('b');
    steps.go(-1);
    read();
    await settled();
    expect([shown.name, steps.at, steps.steps.length]).toEqual(['a', 1, 3]);
  });

  it('twice in a row lead to the last step, and none is added', async () => {
    const { shown, open, read } = page();
    open('a');
    open('b');
    steps.go(-1);
    steps.go(-1);
    await settled();
    read();
    await settled();
    expect([shown.name, steps.at, steps.steps.length]).toEqual(['sample', 0, 3]);
  });

  it('and back again at once stay with what is open', async () => {
    const { shown, open, read } = page();
    open('a');
    open('b');
    steps.go(-1);
    steps.go(1);
    read();
    await settled();
    expect([shown.name, steps.at, steps.steps.length]).toEqual(['b', 2, 3]);
  });
});
