import { describe, expect, it } from 'vitest';
import type { Client } from '../../../client/client.ts';
import { uiTexts } from '../../../texts/ui/index.ts';
import { Suggesting, type SuggestPage } from './suggesting.svelte.ts';
import type { Proposal } from './proposal.ts';

const turn = () => new Promise((done) => setTimeout(done));
const proposal = (...keys: number[]) =>
  ({ parcels: keys.map((key) => ({ key, id: `D${key}`, landM2: 1, why: [] })) }) as unknown as Proposal;

/** A panel whose city answers when it is told to. */
function opened(park: { key: number } | null = { key: 3 }) {
  const asked: { readonly call: string; readonly input: unknown; readonly signal: AbortSignal }[] = [];
  const tried: unknown[] = [];
  const done: unknown[] = [];
  let answer: (value: unknown) => void = () => undefined;
  const put = (call: string) => (input: unknown, options: { signal: AbortSignal }) => {
    asked.push({ call, input, signal: options.signal });
    return new Promise((resolve, reject) => {
      answer = resolve;
      options.signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    });
  };
  const page = {
    open: { opening: 1 },
    park,
    preview: null as ReadonlySet<string> | null,
    settings: { texts: uiTexts.zh },
    announcement: '',
    sketch: {
      kind: 'manufacturing',
      target: { key: 3 } as object,
      try: (intent: unknown) => tried.push(intent),
      do: async (intent: unknown) => (done.push(intent), { ok: true, value: {} }),
    },
  };
  const parcel = ({ key }: { key: number }) => Promise.resolve({ place: { township: `${key} 镇` } });
  const client = { suggest: put('suggest'), assemble: put('assemble'), parcel };
  const own = new Suggesting(page as unknown as SuggestPage, client as unknown as Client);
  return { own, page, asked, tried, done, answer: (value: unknown) => (answer(value), turn()) };
}

describe('suggestions', () => {
  it('of a park that is to begin are looked for where the parcel lies that is selected, unless another township is chosen', async () => {
    const { own, page } = opened(null);
    await own.beginAt(7);
    expect(own.township).toBe('');
    own.show();
    await own.beginAt(7);
    expect(own.township).toBe('7 镇');
    own.township = '别处';
    await own.beginAt(7);
    expect(own.township).toBe('别处');
    await own.beginAt(8);
    expect(own.township).toBe('8 镇');
    // What is chosen while it is looked up stays chosen.
    const looking = own.beginAt(10);
    own.township = '又一处';
    await looking;
    expect(own.township).toBe('又一处');
    own.township = '8 镇';
    page.park = { key: 4 };
    await own.beginAt(9);
    expect(own.township).toBe('8 镇');
  });

  it('are asked for once the panel is open, again when the land is another, and dropped with the park', async () => {
    const { own, page, asked, answer } = opened();
    own.follow();
    expect(asked).toEqual([]);
    own.show();
    own.follow();
    expect(asked).toMatchObject([{ call: 'suggest', input: { park: 3, fixed: [], banned: [] } }]);
    await answer({ ok: true, value: { sets: [proposal(1)], additions: [], conflict: null } });
    expect(own.found?.sets).toHaveLength(1);
    expect(own.done).toBeNull();
    // Nobody asked for these: what was done before stays said.
    expect(page.announcement).toBe('');
    own.hold(1, 'D1', 'banned');
    expect(asked.at(-1)!.input).toMatchObject({ banned: [1] });
    page.park = { key: 4 };
    own.follow();
    expect(asked.at(-2)!.signal.aborted).toBe(true);
    expect(own.found).toBeNull();
    expect(own.held).toEqual([]);
  });

  it('of no park in hand are for the township that is chosen', async () => {
    const { own, page, asked, done, answer } = opened(null);
    own.show();
    own.follow();
    expect(asked).toEqual([]);
    own.township = '流霞街道';
    page.sketch.kind = 'service';
    page.sketch.target = { fresh: { parkType: 'service' } };
    void own.ask();
    expect(asked).toMatchObject([{ call: 'assemble', input: { parkType: 'service', township: '流霞街道' } }]);
    await answer({ ok: false, refusal: { code: 'no-township', params: {} } });
    expect(own.refusal).toMatchObject({ code: 'no-township' });
    await own.take(proposal(1, 2));
    expect(done).toEqual([{ do: 'assign', park: { fresh: { parkType: 'service' } }, in: [1, 2], out: [] }]);
  });

  it('are shown while they are pointed at; one that was left before takes nothing away', () => {
    const { own, page, tried } = opened();
    const [a, b] = [proposal(1), proposal(2)];
    own.point(a);
    own.point(b);
    own.leave(a);
    expect(page.preview).toEqual(new Set(['D2']));
    own.leave(b);
    expect(page.preview).toBeNull();
    expect(tried.at(-1)).toBeNull();
    own.leave(b);
    expect(tried).toHaveLength(3);
  });

  it('end when they are told to', async () => {
    const { own, asked } = opened();
    own.show();
    void own.ask();
    expect(own.done).toBe(0);
    own.stop();
    await turn();
    expect(asked[0].signal.aborted).toBe(true);
    expect(own).toMatchObject({ done: null, isStopped: true, refusal: null });
  });
});
